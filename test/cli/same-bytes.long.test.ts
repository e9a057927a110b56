import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDepartments } from '../../samples/generator/departments/write-departments.ts';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-same-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every file that is written of lists in which hundreds of doubts begin with the same row, and are about as much money, by its name. */
async function written(lists: readonly string[], threads: number): Promise<Map<string, string>> {
  const out = join(folder, `by ${threads}`);
  mkdirSync(out);
  const { code, stderr } = await relief([
    ...['dedupe', ...lists, '-o', join(out, 'findings.json'), '--threads', String(threads), '--fail-on', 'never'],
    ...['identities', 'pairs'].flatMap((what) => [`--${what}`, join(out, `${what}.csv`)]),
    ...['clean', 'removed'].flatMap((what) => [`--${what}`, join(out, what)]),
  ]);
  expect(code, stderr).toBe(0);
  const names = globSync('**', { cwd: out }).toSorted();
  return new Map(names.map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

describe('what is written of 20,000 rows', () => {
  it('is the same to the byte, however many threads there are', async () => {
    writeDepartments({ rows: 20_000, seed: 1, out: folder, mix: 'default' });
    const lists = globSync('*.csv', { cwd: folder, ignore: ['people.csv', 'truth.csv'], absolute: true }).toSorted();
    const one = await written(lists, 1);
    expect(one.size).toBeGreaterThan(2 * lists.length);
    for (const threads of [2, 3]) {
      const other = await written(lists, threads);
      expect([...other.keys()]).toEqual([...one.keys()]);
      for (const [name, text] of other) expect(text === one.get(name), `${name} of ${threads} threads`).toBe(true);
    }
  });
});
