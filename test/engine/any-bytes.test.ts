import { readFileSync, writeFileSync } from 'node:fs';
import * as SheetJS from '@e965/xlsx';
import excel from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/domain/problem.ts';
import { Assignments } from '../../src/engine/assignments.ts';
import { cellReadings } from '../../src/engine/cell-reading.ts';
import { Database } from '../../src/engine/database.ts';
import { type LoadedList, loadList } from '../../src/engine/load.ts';
import { createTables, defineView } from '../../src/engine/payouts.ts';
import type { ListSource } from '../../src/read/list/list-source.ts';
import { openList } from '../../src/read/list/open-list.ts';
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

const readings = cellReadings(0, 100n);
let database: Database;
let lists = 0;
/** Of the list before, and of the last. */
let plain: LoadedList['plain'][] = [];
beforeAll(async () => {
  database = await Database.open({ threads: 1 });
  await createTables(database, readings);
});
afterAll(() => database.close());

async function load(source: ListSource): Promise<LoadedList> {
  lists += 1;
  const loaded = await loadList(database, lists, source, { campaign: null, assignments: new Assignments() }, []);
  plain = [...plain.slice(-1), loaded.plain];
  await defineView(database, 'payout', plain, readings);
  return loaded;
}

/** Loads a file and looks at each of its lists; false where it is refused. Any other error is thrown on. */
async function read(path: string, look: (source: ListSource) => Promise<void>): Promise<boolean> {
  try {
    const opened = await openList(inputOf(path), database.spill, () => expect.fail('this is no Parquet file'));
    try {
      for (const source of opened.sources) await look(source);
    } finally {
      await opened.close();
    }
    return true;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    return false;
  }
}

async function balances(source: ListSource): Promise<void> {
  const { rows, payouts, setAside, rejected } = await load(source);
  expect(payouts + setAside + rejected).toBe(rows);
}

/** What stands in a table of a list, but for what its departments are numbered. */
const PARTS = { payout: '* exclude (list, department, measure)', unpaid: '"row", reason' };
const tableOf = (name: keyof typeof PARTS, list: number) =>
  database.all(`select ${PARTS[name]} from ${name} where list = ${list} order by "row"`);

/** DuckDB's own path and the rewriting one give the same rows. */
async function isSameBothWays(source: ListSource): Promise<void> {
  const { rows, payouts } = await load(source);
  const list = lists;
  const { input, origin, bytes, sheet, head } = source;
  const rewritten = { input, origin, bytes, sheet, head, promised: null, body: null, rewrite: () => source.rewrite() };
  expect(await load(rewritten)).toMatchObject({ rows, payouts });
  for (const name of ['payout', 'unpaid'] as const)
    expect(await tableOf(name, lists)).toEqual(await tableOf(name, list));
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
    ['an .xls', 4, 0, async () => xls()], // each in a thread of its own
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
      await read(saved(changes.reduce(edited, Buffer.from(csv) as Uint8Array)), async (source) => {
        if (!source.body) return;
        both += 1;
        await isSameBothWays(source);
      });
    };
    await fc.assert(fc.asyncProperty(edits, run), { numRuns: 40, endOnFailure: true });
    expect(both).toBeGreaterThan(5);
  });

  it('in a Parquet file are read or refused', async () => {
    const path = newPath('.parquet');
    await database.run(
      `copy (select '王秀英' as 姓名, range + 100 as 金额 from range(50)) to '${path}' (format parquet)`,
    );
    const original = readFileSync(path);
    const equation = async () => {
      try {
        await withLists([inputOf(path)], ({ lists: [list] }) => {
          expect(list?.rows).toBe((list?.payouts ?? 0) + (list?.setAside ?? 0) + (list?.rejected ?? 0));
        });
        return true;
      } catch (error) {
        if (error instanceof InvalidInput) return false;
        throw error;
      }
    };
    expect(await equation()).toBe(true);
    const run = async (changes: readonly Edit[]) => {
      writeFileSync(path, changes.reduce(edited, original as Uint8Array));
      await equation();
    };
    await fc.assert(fc.asyncProperty(edits, run), { numRuns: 12, endOnFailure: true });
  });
});
