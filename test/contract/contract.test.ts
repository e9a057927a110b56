import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { CONTRACT } from '../../src/contract/index.ts';
import { relief } from '../cli/run.ts';
import { breaches } from './conforms.ts';

const DISTRICT = 'samples/district/campaign.yaml';

/** Each record, and a command that makes it. */
const MADE: ReadonlyArray<readonly [schema: string, ...args: string[]]> = [
  ['budget@1', 'budget', 'campaigns/putuo-2017.yaml'],
  ['budget@2', 'budget', DISTRICT, '--by', 'subdistrict'],
  ['check@1', 'check', 'campaigns/qingpu-2025.yaml'],
  ['check@2', 'check', DISTRICT],
  ['check@2', 'check', 'samples/district/recipients.csv'],
  ['dedupe@2', 'dedupe', DISTRICT],
  ['cover@2', 'cover', DISTRICT],
  ['reconcile@1', 'reconcile', DISTRICT],
  ['status@1', 'status', DISTRICT],
  ['status@1', 'status', 'campaigns/ganquan-2024.yaml'],
  ['compare@1', 'compare', 'campaigns/putuo-2008.yaml', 'campaigns/putuo-2017.yaml'],
  ['cases@1', 'cases', DISTRICT],
  ['draft@1', 'draft', '../shared/seeds/putuo-2017.txt'],
  ['export@1', 'export', 'campaigns/pudong-2024.yaml'],
];

describe('the contract with other programs', () => {
  it.each(MADE)('holds %s', { timeout: 300_000 }, async (schema, ...args) => {
    const { stdout, stderr, code } = await relief([...args, '--format', 'json', '--fail-on', 'never'].filter(Boolean));
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schema: `relief/${schema}` });
    expect(breaches(stdout)).toEqual([]);
  });
});
void [mkdtempSync, readFileSync, tmpdir, join, globSync, CONTRACT];
