import { readFileSync } from 'node:fs';
import * as SheetJS from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import excel from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { Plan } from '../../../samples/generator/plan.ts';
import { Population } from '../../../samples/generator/population.ts';
import { writeRecipients } from '../../../samples/generator/recipients.ts';
import { Tally } from '../../../samples/generator/tally.ts';
import { Planted } from '../../../samples/generator/written.ts';
import { checkRows } from '../../../src/checks/row/check-rows.ts';
import { Database } from '../../../src/engine/database.ts';
import type { Lists } from '../../../src/engine/lists.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { type ListedTotals, listedTotals } from '../../../src/totals/lists/listed.ts';
import { nonPayoutsOf } from '../../../src/totals/lists/non-payouts.ts';
import { inputOf, newPath, saved, withLists } from '../../engine/reading.ts';

/** A list of 400 rows with faults and oddities, as a table of text; rows are as long as the header. */
const table = (async (): Promise<string[][]> => {
  const path = newPath();
  const plan = new Plan({ seed: 5, population: new Population(5), firstPerson: 0, faults: 0.1, traps: 0.2, doubts: 0 });
  await writeRecipients({ plan, rows: 400, format: 'csv', path, tally: new Tally(), planted: new Planted() });
  const rows: string[][] = parse(readFileSync(path), { relax_column_count: true });
  const width = rows[0]?.length ?? 0;
  return rows.map((row) => row.slice(0, width));
})();

const text = async (delimiter: string, lineEnd: '\n' | '\r\n' = '\r\n') =>
  stringify(await table, { delimiter, record_delimiter: lineEnd });

async function xlsx(): Promise<string> {
  const book = new excel.Workbook();
  book.addWorksheet('名单').addRows(await table);
  return saved(new Uint8Array(await book.xlsx.writeBuffer()), '.xlsx');
}

/** The list as SheetJS writes it, under an ending that says nothing. */
async function written(bookType: SheetJS.BookType): Promise<Buffer> {
  const sheet = SheetJS.utils.aoa_to_sheet(await table);
  return SheetJS.write({ SheetNames: ['名单'], Sheets: { 名单: sheet } }, { type: 'buffer', bookType });
}

const named = async (bookType: SheetJS.BookType) => saved(await written(bookType), '.xls');

/** A message of two parts, as Excel saves a page in a single file. */
async function mhtml(): Promise<string> {
  const page = (await written('html')).toString('base64').replace(/.{76}/g, '$&\r\n');
  const part = (type: string, body: string) =>
    `--=_X\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_X"\r\n\r\n';
  return saved(`${head}${part('text/html; charset="utf-8"', page)}${part('image/png', 'iVBORw==')}--=_X--\r\n`, '.xls');
}

async function parquet(): Promise<string> {
  const [header = [], ...rows] = await table;
  const path = newPath('.parquet');
  const database = await Database.open({ threads: 1 });
  await database.run(`create table list (${header.map((title) => `"${title}" varchar`).join(', ')})`);
  await database.append('list', rows);
  await database.run(`copy list to '${path}' (format parquet)`);
  database.close();
  return path;
}

const FORMATS: readonly (readonly [name: string, encoding: string, file: () => Promise<string>])[] = [
  ['UTF-8 with LF', 'utf-8', async () => saved(await text(',', '\n'))],
  ['UTF-8 with a byte order mark', 'utf-8', async () => saved(`\ufeff${await text(',')}`)],
  ['GBK', 'gb18030', async () => saved(iconv.encode(await text(','), 'gb18030'))],
  ['UTF-16LE', 'utf-16le', async () => saved(iconv.encode(await text(','), 'utf16le', { addBOM: true }))],
  ['UTF-16BE', 'utf-16be', async () => saved(iconv.encode(await text(','), 'utf16be', { addBOM: true }))],
  ['UTF-16LE without a mark', 'utf-16le', async () => saved(iconv.encode(await text(','), 'utf16le'))],
  ['TSV', 'utf-8', async () => saved(await text('\t'), '.tsv')],
  ['semicolons', 'utf-8', async () => saved(await text(';'))],
  ['bars', 'utf-8', async () => saved(await text('|'))],
  ['.xlsx', 'xlsx', xlsx],
  ['.xls', 'xls', () => named('biff8')],
  ['XML 2003', 'xml', () => named('xlml')],
  ['.ods', 'ods', () => named('ods')],
  ['.fods', 'fods', () => named('fods')],
  ['a web page', 'html', () => named('html')],
  ['a web page in one file', 'mhtml', mhtml],
  ['Parquet', 'parquet', parquet],
];

/** All that is said of a list, but for where and in which form it stood. */
async function everything(file: string) {
  return withLists([inputOf(file)], async (lists) => {
    const [list] = lists.lists;
    const resolved = await resolveIdentities(lists, { certain: true });
    const checked = await checkRows(resolved, '2017-02-09');
    const findings: unknown[] = [];
    for await (const { places, ...finding } of checked.stream())
      findings.push({ ...finding, at: places.map(({ row, column }) => [row, column]) });
    return {
      encoding: lists.files[0]?.encoding,
      said: {
        equation: [list?.rows, list?.payouts, list?.setAside, list?.rejected],
        totals: byName(await listedTotals(resolved, { bySubdistrict: true }), lists),
        nonPayouts: await nonPayoutsOf(lists),
        findings,
        notChecked: checked.notChecked.map(({ rule }) => rule.id),
      },
    };
  });
}

/** Totals with names in the place of numbers, which depend on the order in which words are met. */
function byName({ total, departments, subdistricts }: ListedTotals, { assignments }: Lists) {
  const department = (index: number) => assignments.departments[index];
  const measure = (index: number) => assignments.measures[index]?.measure;
  return {
    total,
    departments: departments.map((each) => ({
      ...each,
      department: department(each.department),
      measures: each.measures.map((one) => ({ ...one, measure: measure(one.measure) })),
    })),
    subdistricts: subdistricts?.map((each) => ({ ...each, department: department(each.department) })),
  };
}

describe('one list in every format', () => {
  const reference = table.then(() => text(',')).then((csv) => everything(saved(csv)));

  it('has faults and money in it', async () => {
    const { encoding, said } = await reference;
    expect(encoding).toBe('utf-8');
    expect(said.equation[0]).toBe(401);
    expect(said.findings.length).toBeGreaterThan(10);
    expect(said.totals.total.amount).toBeGreaterThan(100_000n);
    expect(said.totals.subdistricts?.length).toBeGreaterThan(10);
  });

  it.each(FORMATS)('says the same as %s', async (_, encoding, file) => {
    const { said, encoding: found } = await everything(await file());
    expect(found).toBe(encoding);
    expect(said).toEqual((await reference).said);
  });
});
