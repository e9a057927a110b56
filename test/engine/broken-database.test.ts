import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { Database } from '../../src/engine/database.ts';
import { BrokenDatabase } from '../../src/engine/database-fault.ts';
import { readInto } from '../../src/engine/lists.ts';
import { inputOf, payouts, problemsOf, rowsOf, saved, withLists } from './reading.ts';

/** A cell that was cut off within a character, in the last column that is asked for, behind one that is not. */
const BREAKING = Buffer.concat([
  Buffer.from('姓名,经手,金额\n王秀英,,550\n李强,,三百'),
  Uint8Array.of(0xe5, 0x85),
  Buffer.from('\n赵桂兰,,300\n'),
]);

describe('bytes that break DuckDB', () => {
  it('break it still', async () => {
    const database = await Database.open({ threads: 1 });
    try {
      const how = { campaign: null, leaveOut: [], bySql: true, trusting: true };
      await expect(readInto(database, [inputOf(saved(BREAKING))], how)).rejects.toThrow(BrokenDatabase);
      await expect(database.run('select 1')).rejects.toThrow(BrokenDatabase);
      await database.restart();
      expect(await database.all('select 1 as one')).toEqual([{ one: 1 }]);
      expect(await database.all('from duckdb_tables()')).toEqual([]);
    } finally {
      database.close();
    }
  });

  it('are read like any others, and so are the lists before and after, and standard input', async () => {
    const before = saved('姓名,金额\n孙丽,100\n');
    const breaking = saved(BREAKING);
    const stdin = vi.spyOn(process, 'stdin', 'get');
    stdin.mockReturnValue(Readable.from([Buffer.from('姓名,金额\n周敏,200\n')]) as typeof process.stdin);
    await withLists([inputOf(before), inputOf('-'), inputOf(breaking)], async (lists) => {
      expect(await payouts(lists, 'list, name, amount, amount_text')).toEqual([
        { list: 0, name: '孙丽', amount: 10000n, amount_text: null },
        { list: 1, name: '周敏', amount: 20000n, amount_text: null },
        { list: 2, name: '王秀英', amount: 55000n, amount_text: null },
        { list: 2, name: '李强', amount: null, amount_text: '三百\ufffd' },
        { list: 2, name: '赵桂兰', amount: 30000n, amount_text: null },
      ]);
      expect(await rowsOf(lists, 2)).toEqual({ 1: 'header', 2: 'payout', 3: 'payout', 4: 'payout' });
      expect(lists.files.map(({ file }) => file)).toEqual([before, '-', breaking]);
    });
    stdin.mockRestore();
  });

  it('hide nothing that is wrong with any list', async () => {
    const runaway = saved(`姓名,金额\n"孙丽,100\n${'周敏,200\n'.repeat(60)}`);
    const problems = await problemsOf([inputOf(saved(BREAKING)), inputOf(runaway), inputOf('nowhere.csv')]);
    expect(problems.map(({ code }) => code)).toEqual(['csv-quote-runaway', 'file-missing']);
  });
});
