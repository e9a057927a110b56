import { readFileSync } from 'node:fs';
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
});
