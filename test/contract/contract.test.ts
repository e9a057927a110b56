import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONTRACT } from '../../src/contract/index.ts';
import { campaignJsonSchema, recordJsonSchema } from '../../src/read/json-schema.ts';
import { relief } from '../cli/run.ts';
import { breaches } from './conforms.ts';

const ROSTER = 'test/cases/omitted/on-no-list/campaign.yaml';
const RETURN = 'test/cases/payment-failed/with-the-reason/campaign.yaml';
const PAIRS = 'test/cases/paid-twice/15-and-18-digits/first.csv';

/** Each record, and a command that makes it; `relief` holds all that is said in a test against the contract. */
const MADE: ReadonlyArray<readonly [schema: string, ...args: string[]]> = [
  ['budget@1', 'budget', 'campaigns/putuo-2017.yaml'],
  ['budget@2', 'budget', RETURN, '--by', 'subdistrict'],
  ['check@1', 'check', 'campaigns/qingpu-2025.yaml'],
  ['check@2', 'check', RETURN],
  ['check@2', 'check', PAIRS],
  ['dedupe@2', 'dedupe', ROSTER],
  ['cover@2', 'cover', ROSTER],
  ['reconcile@1', 'reconcile', RETURN],
  ['pay@1', 'pay', RETURN],
  ['status@1', 'status', RETURN],
  ['status@1', 'status', 'campaigns/ganquan-2024.yaml'],
  ['compare@1', 'compare', 'campaigns/putuo-2008.yaml', 'campaigns/putuo-2017.yaml'],
  ['compare@2', 'compare', ROSTER, ROSTER],
  ['compare-people@1', 'compare', PAIRS, PAIRS],
  ['cases@1', 'cases', RETURN],
  ['draft@1', 'draft', '../shared/seeds/putuo-2017-notice.txt'],
  ['export@1', 'export', 'campaigns/pudong-2024.yaml'],
];

describe('the contract with other programs', () => {
  it.each(MADE)('holds %s', async (schema, ...args) => {
    const { stdout, stderr } = await relief([...args, '--format', 'json']);
    expect(JSON.parse(stdout || '{}'), stderr).toMatchObject({ schema: `relief/${schema}` });
  });

  it('names each record by the name in its schema', () => {
    for (const [name, versions] of Object.entries(CONTRACT))
      for (const version of versions) {
        const { issues = [] } = version.safeParse({ schema: '' }).error ?? {};
        const [said] = issues.flatMap((issue) => (issue.path[0] === 'schema' && 'values' in issue ? issue.values : []));
        expect(said).toMatch(new RegExp(`^relief/${name}@\\d$`));
      }
  });

  it('tells what is missing, of another kind or unknown', () => {
    const record = { schema: 'relief/summary@1', command: 'budget', exit: '0', more: 1 };
    const told = breaches(JSON.stringify(record, null, 1)).join('\n');
    for (const word of ['"exit"', '"runs"', '"more"']) expect(told).toContain(word);
    expect(breaches('{\n "schema": "relief/nothing@1"}')).toEqual(['relief/nothing@1 is in no contract']);
  });

  it('is published, as it is', () => {
    const names = Object.keys(CONTRACT).map(
      (name) => [`${name}.schema.json`, recordJsonSchema(name, '2020-12')] as const,
    );
    const made = new Map<string, object>([
      ['campaign.schema.json', campaignJsonSchema('2020-12')],
      ['campaign.draft-7.schema.json', campaignJsonSchema('7')],
      ...names,
    ]);
    expect(readdirSync('schema').sort()).toEqual([...made.keys()].sort());
    for (const [file, schema] of made) expect(JSON.parse(readFileSync(`schema/${file}`, 'utf8')), file).toEqual(schema);
  });
});

describe('lines of JSON', () => {
  it('are the record, then what there is of much, and together say what JSON says', async () => {
    const whole = JSON.parse((await relief(['dedupe', ROSTER, '-f', 'json'])).stdout);
    const lines = (await relief(['dedupe', ROSTER, '-f', 'jsonl'])).stdout.trimEnd().split('\n');
    const read: Record<string, unknown>[] = lines.map((line) => JSON.parse(line));
    const [{ line: first, ...record } = {}, ...items] = read;
    expect(first).toBe('record');
    const of = (name: string) => items.flatMap(({ line, ...item }) => (line === name ? [item] : []));
    expect({ ...record, findings: of('findings'), setAside: of('setAside') }).toEqual(whole);
    expect(items).toHaveLength(whole.findings.length + whole.setAside.length);
    expect(whole.setAside.length).toBeGreaterThan(0);
  });
});
