import { beforeAll, describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../src/checks/rule-ids.ts';
import { relief } from '../cli/run.ts';
import { LEFT_OUT } from './left-out.ts';

const CAMPAIGN = 'samples/district/campaign.yaml';

const shown = new Set<string>();

beforeAll(async () => {
  for (const command of ['dedupe', 'cover', 'reconcile']) {
    const { stdout } = await relief([command, CAMPAIGN, '-f', 'json'], { today: '2026-02-20' });
    const { summary } = JSON.parse(stdout) as { summary: { byRule: Readonly<Record<string, number>> } };
    for (const rule of Object.keys(summary.byRule)) shown.add(rule);
  }
});

describe('whoever tries the sample sees every rule at work', () => {
  it.each(RULE_IDS)('%s, or why not is said', (rule) => {
    expect({ rule, isShown: shown.has(rule) }).toEqual({ rule, isShown: !(rule in LEFT_OUT) });
  });
});
