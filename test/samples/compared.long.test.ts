import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlantedCase } from '../../samples/generator/compared.ts';
import { relief } from '../cli/run.ts';

const FOLDER = 'samples/district';
const { compared }: { compared: readonly PlantedCase[] } = JSON.parse(
  readFileSync(`${FOLDER}/answer-key.json`, 'utf8'),
);

const COVER = ['--roster', `${FOLDER}/rosters/低保名册.csv`, '--blocked', `${FOLDER}/rosters/死亡人员.csv`];
const RECONCILE = ['0120', '0125'].flatMap((day) => ['--returns', `${FOLDER}/returns/代发回盘-${day}.csv`]);
/** One list with what it is compared with, and the campaign, which names all of that itself. */
const WAYS = {
  cover: [[`${FOLDER}/recipients.csv`, ...COVER], [`${FOLDER}/campaign.yaml`]],
  reconcile: [[`${FOLDER}/recipients.csv`, ...RECONCILE], [`${FOLDER}/campaign.yaml`]],
};

const lineOf = (rule: string | null, rows: readonly { file: string; row: number }[]) =>
  `${rule} ${rows.map(({ file, row }) => `${file}:${row}`).toSorted()}`;

async function found(...args: readonly string[]): Promise<string[]> {
  const { stdout } = await relief([...args, '-f', 'json'], { today: '2026-02-01' });
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; places: { file: string; row: number }[] }[] };
  return findings.map(({ rule, places }) =>
    lineOf(
      rule,
      places.map(({ file, row }) => ({ file: file.replace(`${FOLDER}/`, ''), row })),
    ),
  );
}

/** The planted cases of rosters, or of returns. */
const planted = (folder: string) =>
  compared
    .filter(({ rows }) => rows.some(({ file }) => file.startsWith(folder)))
    .flatMap(({ rule, rows }) => (rule === null ? [] : [lineOf(rule, rows)]));

describe('the answer key of the sample', () => {
  it.each(WAYS.cover)(
    'has every case that is planted in the rosters found in %s, and none invented',
    async (...args) => {
      const expected = planted('rosters/');
      expect(expected.length).toBeGreaterThan(5);
      expect((await found('cover', ...args)).toSorted()).toEqual(expected.toSorted());
    },
  );

  it.each(WAYS.reconcile)(
    'has every case that is planted in the bank returns found in %s, and none invented',
    async (...args) => {
      const expected = planted('returns/');
      expect(expected.length).toBeGreaterThan(5);
      expect((await found('reconcile', ...args)).toSorted()).toEqual(expected.toSorted());
    },
  );

  it('has the dead who are paid found by dedupe on the campaign, and nobody else', async () => {
    const dead = planted('rosters/').filter((line) => line.startsWith('blocked-payee'));
    expect(dead).toHaveLength(2);
    const told = await found('dedupe', `${FOLDER}/campaign.yaml`, '--rule', 'blocked-payee');
    expect(told.toSorted()).toEqual(dead.toSorted());
  });

  it('has cases that nobody may mind, too', () => {
    expect(compared.filter(({ rule }) => rule === null).length).toBeGreaterThan(5);
  });
});
