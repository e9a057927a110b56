import { readFileSync, writeFileSync } from 'node:fs';
import * as SheetJS from '@e965/xlsx';
import excel from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/domain/problem.ts';
import { Database } from '../../src/engine/database.ts';
import { type Lists, readInto } from '../../src/engine/lists.ts';
import { inputOf, newPath, saved, withLists } from './reading.ts';

const table = [
  ['序号', '姓名', '身份证号', '金额', '部门', '发放日期'],
  ...Array.from({ length: 25 }, (_, at) => [
    `${at + 1}`,
    at % 9 ? '王秀英' : '李\n强',
    at % 5 ? `99000019450101${100 + at}9` : '',
    at % 7 ? '550' : '无',
    at % 2 ? '残联' : '民政,局',
    '2017-01-05',
  ]),
  ['合计', '', '', '13750', '', ''],
];
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = `${table.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

async function xlsx(): Promise<Uint8Array> {
  const book = new excel.Workbook();
  book.addWorksheet('名单').addRows(table);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const xls = (): Buffer =>
  SheetJS.write(
    { SheetNames: ['名单'], Sheets: { 名单: SheetJS.utils.aoa_to_sheet(table) } },
    { type: 'buffer', bookType: 'biff8' },
  );

const edit = fc.record({
  what: fc.constantFrom('flip', 'cut', 'end', 'double', 'insert'),
  at: fc.nat(),
  length: fc.nat({ max: 300 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 4 }),
    fc.constantFrom('"', '\n', '\r', '\r\n', ',', '""', '\n\n', ',,,,,,,', '\t').map((text) => Buffer.from(text)),
  ),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(original: Uint8Array, { what, at, length, bytes }: Edit): Uint8Array {
  const from = original.length === 0 ? 0 : at % original.length;
  const [before, after] = [original.subarray(0, from), original.subarray(from)];
  switch (what) {
    case 'flip':
      return Buffer.concat([before, Uint8Array.of((after[0] ?? 0) ^ (1 << (length % 8))), after.subarray(1)]);
    case 'cut':
      return Buffer.concat([before, after.subarray(length)]);
    case 'end':
      return before;
    case 'double':
      return Buffer.concat([before, after.subarray(0, length), after]);
    default:
      return Buffer.concat([before, bytes, after]);
  }
}
const edits = fc.array(edit, { minLength: 1, maxLength: 3 });

/** Reads a file as users have it read; false where it is refused. Any other error is thrown on. */
async function read(path: string, look: (lists: Lists) => void | Promise<void>): Promise<boolean> {
  try {
    await withLists([inputOf(path)], look);
    return true;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    return false;
  }
}

function balances({ lists }: Lists): void {
  for (const { rows, payouts, setAside, rejected } of lists) expect(payouts + setAside + rejected).toBe(rows);
}

/** What stands in a table. */
const tableOf = ({ database }: Lists, name: 'payout' | 'non_payout') =>
  database.all(`select * from ${name} order by list, "row"`);

/** DuckDB's own path and the rewriting one give the same rows. */
async function isSameBothWays(path: string, asTheyAre: Lists): Promise<void> {
  const database = await Database.open({ threads: 1 });
  try {
    const rewritten = await readInto(database, [inputOf(path)], {
      campaign: null,
      leaveOut: [],
      bySql: true,
      trusting: false,
    });
    expect(rewritten.lists.map(({ plain }) => plain.row)).toEqual(['p.row']);
    for (const name of ['payout', 'non_payout'] as const)
      expect(await tableOf(rewritten, name)).toEqual(await tableOf(asTheyAre, name));
  } finally {
    database.close();
  }
}

describe('any bytes at all', () => {
  it('are a list or are refused', async () => {
    const bytes = fc.uint8Array({ maxLength: 2000 });
    const run = async (given: Uint8Array) => void (await read(saved(given), balances));
    await fc.assert(fc.asyncProperty(bytes, run), { numRuns: 30, endOnFailure: true });
  });

  it.each([
    ['a UTF-8 list', 20, 1, async () => Buffer.from(csv)],
    ['a GBK list', 12, 1, async () => iconv.encode(csv, 'gb18030')],
    ['a UTF-16 list', 12, 1, async () => iconv.encode(csv, 'utf16le', { addBOM: true })],
    ['an .xlsx', 20, 0, xlsx],
    ['an .xls', 4, 0, async () => xls()], // each in a process of its own
  ] as const)('in %s keep all rows or are refused', async (_, numRuns, least, make) => {
    const original: Uint8Array = await make();
    let taken = 0;
    const run = async (changes: readonly Edit[]) => {
      if (await read(saved(changes.reduce(edited, original)), balances)) taken += 1;
    };
    expect(await read(saved(original), balances)).toBe(true);
    await fc.assert(fc.asyncProperty(edits, run), { numRuns, endOnFailure: true });
    expect(taken).toBeGreaterThanOrEqual(least); // hardly any edited zip or .xls is one still
  });

  it('in a CSV file are the same rows, whichever way they are read', async () => {
    let both = 0;
    const run = async (changes: readonly Edit[]) => {
      const path = saved(changes.reduce(edited, Buffer.from(csv) as Uint8Array));
      await read(path, async (lists) => {
        if (lists.lists[0]?.plain.row === 'p.row') return; // rewritten already
        both += 1;
        await isSameBothWays(path, lists);
      });
    };
    await fc.assert(fc.asyncProperty(edits, run), { numRuns: 80, endOnFailure: true });
    expect(both).toBeGreaterThan(5);
  });

  it('in a Parquet file are read or refused', async () => {
    const path = newPath('.parquet');
    const writer = await Database.open({ threads: 1 });
    await writer.run(
      `copy (select '王秀英' as 姓名, range + 100 as 金额 from range(50)) to '${path}' (format parquet)`,
    );
    writer.close();
    const original = readFileSync(path);
    expect(await read(path, balances)).toBe(true);
    const run = async (changes: readonly Edit[]) => {
      writeFileSync(path, changes.reduce(edited, original as Uint8Array));
      await read(path, balances);
    };
    await fc.assert(fc.asyncProperty(edits, run), { numRuns: 12, endOnFailure: true });
  });
});
