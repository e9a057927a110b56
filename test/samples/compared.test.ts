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
  it('has every case that is planted in the rosters found, and none invented', async () => {
    const expected = planted('rosters/');
    expect(expected.length).toBeGreaterThan(5);
    expect((await found('cover', `${FOLDER}/recipients.csv`, ...COVER)).toSorted()).toEqual(expected.toSorted());
  });

  it('has every case that is planted in the bank returns found, and none invented', async () => {
    const expected = planted('returns/');
    expect(expected.length).toBeGreaterThan(5);
    expect((await found('reconcile', `${FOLDER}/recipients.csv`, ...RECONCILE)).toSorted()).toEqual(
      expected.toSorted(),
    );
  });

  it('has cases that nobody may mind, too', () => {
    expect(compared.filter(({ rule }) => rule === null).length).toBeGreaterThan(5);
  });
});
