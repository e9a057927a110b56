import { beforeAll, describe, expect, it } from 'vitest';
import { CAMPAIGN_RULES } from '../../src/checks/campaign/index.ts';
import { RULE_IDS } from '../../src/checks/rule-ids.ts';
import { relief } from '../cli/run.ts';

const CAMPAIGN = 'samples/district/campaign.yaml';

/** What the sample does not show, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    CAMPAIGN_RULES.map(({ id }) => [
      id,
      'the campaign file of the sample is right; campaigns/ has documents that are not',
    ]),
  ),
  'listed-over-plan': 'the campaign plans no counts and no amounts: lists alone say what is paid',
  'planned-not-listed': 'the same',
  'over-person-ceiling': 'each of the amounts out of all proportion would be over a ceiling too, and be told twice',
  'over-household-ceiling': 'the same',
  'split-payment': 'the plan of the sample pays each amount whole',
  'omitted-from-measure': 'no roster of the sample is of one measure',
  'not-on-roster': 'the same',
  'remark-against-payout': 'no list of the sample has remarks',
};

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
