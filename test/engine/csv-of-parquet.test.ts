import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOfParquet } from '../../src/engine/csv-of-parquet.ts';
import { Database } from '../../src/engine/database.ts';
import { deepParquet, wideParquet } from './hostile-parquet.ts';
import { newPath, saved } from './reading.ts';

let database: Database;
beforeAll(async () => {
  database = await Database.open({ threads: 1 });
});
afterAll(() => database.close());

describe('a Parquet file', () => {
  it('is a text, which keeps every digit', async () => {
    const path = newPath('.parquet');
    await database.run(`copy (select '王秀英' as 姓名, 990000195603120014 as 账号) to '${path}' (format parquet)`);
    expect(readFileSync(await csvOfParquet(path, 'list', database), 'utf8')).toBe(
      '姓名,账号\n王秀英,990000195603120014\n',
    );
  });

  it.each([
    ['is nested a little and has no rows', () => deepParquet(3), null],
    ['has two columns and no rows', () => wideParquet(2), null],
    ['is nested so deep that the stack does not hold it', () => deepParquet(100_000), 'parquet-damaged'],
    ['is cut short', () => deepParquet(3).subarray(0, 20), 'parquet-damaged'],
  ] as const)('that %s', async (_, bytes, code) => {
    const read = csvOfParquet(saved(bytes(), '.parquet'), 'list', database);
    if (code === null) expect(await read).toMatch(/\.csv$/);
    else await expect(read).rejects.toMatchObject({ problems: [{ code, place: { file: 'list' } }] });
  });

  /** A file that DuckDB writes of the rows of a query. */
  async function parquetOf(query: string): Promise<string> {
    const path = newPath('.parquet');
    await database.run(`copy (${query}) to '${path}' (format parquet, compression zstd, row_group_size 10000000)`);
    return path;
  }

  it.each([
    [
      'a text that stands in it once and in thousands of rows',
      `select repeat('王', 400000) as 姓名, 500 as 金额 from range(1000)`,
    ],
    ['many such texts', `select repeat(chr(20000 + (range % 50)::int), 100000) as 姓名 from range(4000)`],
    ['rows without end', `select '${'王秀英'.repeat(20)}' as 姓名, 500 as 金额 from range(8000000)`],
  ])('is not unfolded where it is small and has %s', async (_, query) => {
    const path = await parquetOf(query);
    expect(statSync(path).size).toBeLessThan(100_000); // and unfolds to 1.2 GB or more, over a limit of 1 GB and a little
    await expect(csvOfParquet(path, 'list', database)).rejects.toMatchObject({
      problems: [{ code: 'parquet-too-large', place: { file: 'list' } }],
    });
  });

  it.each([
    ['many rows that are the same', `select '王秀英' as 姓名, 500 as 金额 from range(300000)`],
    ['no text', 'select range as 账号, 500 as 金额 from range(1000)'],
    ['a quote in a name', `select '王秀英' as "姓""名" from range(3)`],
  ])('is read where it has %s', async (_, query) => {
    expect(await csvOfParquet(await parquetOf(query), 'list', database)).toMatch(/\.csv$/);
  });
});
