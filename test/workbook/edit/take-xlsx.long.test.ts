import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/workbook/read/archive.ts';
import { readSharedStrings } from '../../../src/workbook/read/shared-strings.ts';
import type { Workbook } from '../../../src/workbook/read/workbook.ts';
import { openZip } from '../../../src/workbook/read/zip.ts';
import { inputOf, payouts, rowsOf, saved, withLists } from '../../engine/reading.ts';
import { everyPayout, split } from '../../write/splitting.ts';

const DISTRICT = 'samples/district/lists';
const WORKBOOKS = readdirSync(DISTRICT).filter((name) => name.endsWith('.xlsx'));

const ID = '99000019450101001';
const HEADER = ['姓名', '身份证号', '部门', '金额', '日期'];

async function book(fill: (book: excel.Workbook) => void): Promise<string> {
  const made = new excel.Workbook();
  fill(made);
  return saved(new Uint8Array(await made.xlsx.writeBuffer()), '.xlsx');
}

async function opened(path: string): Promise<excel.Workbook> {
  const read = new excel.Workbook();
  await read.xlsx.readFile(path);
  return read;
}

/** A row's cells, with what they are: values with their types, and how they look. */
const cellsOf = (sheet: excel.Worksheet, row: number) =>
  Array.from({ length: sheet.columnCount }, (_, index) => {
    const cell = sheet.getRow(row).getCell(index + 1);
    const { value, numFmt, font, fill, border } = cell;
    return { value, type: cell.master.type, numFmt, font, fill, border };
  });

/** The texts of all cells of a workbook, as the reader of lists has them. */
async function textsIn(path: string): Promise<Record<string, Record<number, readonly string[]>>> {
  const workbook: Workbook = await openZip(path);
  try {
    const texts: Record<string, Record<number, readonly string[]>> = {};
    for (const [index, { name }] of workbook.sheets.entries()) {
      const rows: Record<number, readonly string[]> = {};
      for await (const batch of workbook.rows(index)) for (const { row, cells } of batch) rows[row] = cells;
      texts[name] = rows;
    }
    return texts;
  } finally {
    await workbook.close();
  }
}

describe("the district's workbooks", () => {
  it.each(WORKBOOKS)('%s is all there, in one file or the other', async (name) => {
    const path = join(DISTRICT, name);
    const going: Record<number, number[]> = {};
    const staying: Record<string, number[]> = {};
    const heads: Record<string, number> = {};
    const done = await split([inputOf(path)], async (lists) => {
      for (const [index, { source }] of lists.lists.entries()) {
        const found = await rowsOf(lists, index);
        const paid = Object.keys(found)
          .map(Number)
          .filter((row) => found[row] === 'payout');
        const goes = paid.filter((_, at) => at % 7 === 0 || (at > 20 && at < 45)); // also all of a merged group
        going[index] = goes;
        const sheet = source.sheet ?? '';
        heads[sheet] = source.head.titles + source.head.header;
        staying[sheet] = Object.keys(found)
          .map(Number)
          .filter((row) => !goes.includes(row) && !/total/.test(found[row] ?? ''));
      }
      return going;
    });
    const [clean, removed] = [join(done.clean, name), join(done.removed, name)];
    const all = await everyPayout([inputOf(path)]);
    const parts = [await everyPayout([inputOf(clean)]), await everyPayout([inputOf(removed)])];
    expect(parts.flat().sort()).toEqual(all);
    expect(parts[1]).toHaveLength(Object.values(going).flat().length);

    const [before, kept, out] = [await opened(path), await opened(clean), await opened(removed)];
    expect(kept.worksheets.map((sheet) => sheet.name)).toEqual(before.worksheets.map((sheet) => sheet.name));
    for (const [index, sheet] of Object.keys(staying).entries()) {
      const source = before.getWorksheet(sheet) as excel.Worksheet;
      const rows = staying[sheet] ?? [];
      const target = kept.getWorksheet(sheet) as excel.Worksheet;
      // exceljs gives every cell of a merged range the text of the first.
      expect(rows.map((_, at) => cellsOf(target, at + 1))).toEqual(rows.map((row) => cellsOf(source, row)));
      expect(target.columns?.map(({ width }) => width)).toEqual(source.columns?.map(({ width }) => width));
      const head = Array.from({ length: heads[sheet] ?? 0 }, (_, at) => at + 1);
      const taken = [...head, ...(going[index] ?? [])];
      const removedSheet = out.getWorksheet(sheet) as excel.Worksheet;
      expect(taken.map((_, at) => cellsOf(removedSheet, at + 1))).toEqual(taken.map((row) => cellsOf(source, row)));
      expect(removedSheet.rowCount).toBe(taken.length);
    }
    const [textsBefore, textsClean, textsRemoved] = [await textsIn(path), await textsIn(clean), await textsIn(removed)];
    for (const sheet of Object.keys(textsBefore).filter((each) => !(each in staying))) {
      expect(textsClean[sheet]).toEqual(textsBefore[sheet]);
      expect(textsRemoved[sheet]).toEqual({});
    }
    expect([clean, removed].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('hold nothing of the others among their texts', async () => {
    const path = join(DISTRICT, '教育局.xlsx');
    const done = await split([inputOf(path)], { 0: [3] });
    const isId = (text: string) => /^\d{17}[\dX]$/.test(text);
    const id = (await textsIn(path)).Sheet1?.[3]?.find(isId);
    const idsIn = async (folder: string) => (await sharedTexts(join(folder, basename(path)))).filter(isId);
    expect(await idsIn(done.removed)).toEqual([id]);
    expect(await idsIn(done.clean)).not.toContain(id);
    expect((await idsIn(done.clean)).length).toBeGreaterThan(100);
  });
});

async function sharedTexts(path: string): Promise<readonly string[]> {
  const archive = await Archive.open(path);
  const texts = await readSharedStrings(archive, 'xl/sharedStrings.xml');
  await archive.close();
  return texts;
}

describe('merged cells over rows that go', () => {
  const rows: (string | number)[][] = [
    ['春节慰问名单', '', '', '', ''],
    HEADER,
    ['王秀英', `${ID}9`, '民政局', 100, '2017-01-05'],
    ['李强', `${ID}2`, '', 200, '2017-01-05'],
    ['赵六', '', '', '', ''],
    ['张三', '', '残联', 400, ''],
  ];
  const file = () =>
    book((made) => {
      const sheet = made.addWorksheet('名单');
      sheet.addRows(rows);
      sheet.mergeCells('A1:E1');
      sheet.mergeCells('C3:C5');
      sheet.mergeCells('D4:D5');
    });
  const read = (path: string) =>
    withLists([inputOf(path)], async (lists) => {
      const names = lists.assignments.departments.map(({ name }) => name);
      const found = (await payouts(lists, 'name, department, amount')) as { department: number }[];
      return found.map((row) => ({ ...row, department: names[row.department] }));
    });

  it.each([
    ['the first', [3], ['A1:E1', 'C3:C4', 'D3:D4'], ['A1:E1']],
    ['the middle one', [4], ['A1:E1', 'C3:C4'], ['A1:E1']],
    ['the first two', [3, 4], ['A1:E1'], ['A1:E1', 'C3:C4']],
    ['all', [3, 4, 5], ['A1:E1'], ['A1:E1', 'C3:C5', 'D4:D5']],
  ])('%s: the department stays with those who stay, the money with nobody else', async (_, removed, kept, out) => {
    const path = await file();
    const done = await split([inputOf(path)], { 0: removed });
    const [clean, gone] = [join(done.clean, basename(path)), join(done.removed, basename(path))];
    const all = await read(path);
    const rowOf = (index: number) => index + 3;
    expect(await read(clean)).toEqual(all.filter((_, index) => !removed.includes(rowOf(index))));
    expect(await read(gone)).toEqual(all.filter((_, index) => removed.includes(rowOf(index))));
    const mergesOf = async (name: string) =>
      [...((await opened(name)).getWorksheet('名单')?.model.merges ?? [])].sort();
    expect(await mergesOf(clean)).toEqual(kept);
    expect(await mergesOf(gone)).toEqual(out);
  });
});

describe('what else is in a workbook', () => {
  const date = new Date(Date.UTC(2017, 0, 5));
  const file = book((made) => {
    const sheet = made.addWorksheet('名单', { views: [{ state: 'frozen', ySplit: 2, topLeftCell: 'A3' }] });
    sheet.addRow(['春节慰问名单']);
    sheet.addRow(HEADER);
    for (let at = 0; at < 6; at += 1)
      sheet.addRow([`人${'甲乙丙丁戊己'[at]}`, `${ID}${at}`, '民政局', 100 + at / 4, date]);
    sheet.addRow(['合计', '', '', { formula: 'SUM(D3:D8)', result: 603.75 }]);
    sheet.addRow(['填表人：张三']);
    sheet.mergeCells('A1:E1');
    sheet.getColumn(2).width = 26;
    sheet.getColumn(2).numFmt = '@';
    sheet.getCell('A4').font = { bold: true, color: { argb: 'FFFF0000' } };
    sheet.getRow(5).height = 33;
    sheet.getRow(6).hidden = true;
    sheet.getCell('D7').value = { formula: 'D3*2', result: 200 };
    sheet.getCell('D8').value = { richText: [{ text: '1' }, { font: { bold: true }, text: '05' }] };
    sheet.getCell('A3').note = '第三行';
    sheet.getCell('A7').note = '第七行';
    sheet.autoFilter = 'A2:E8';
    sheet.addConditionalFormatting({
      ref: 'D3:D8',
      rules: [{ type: 'top10', rank: 1, percent: false, bottom: false, priority: 1, style: {} }],
    });
    for (const row of [3, 7, 8])
      sheet.getCell(`C${row}`).dataValidation = { type: 'list', formulae: ['"民政局,残联"'] };
    sheet.getCell('C8').value = { text: '民政局', hyperlink: 'https://example.org/' };
    sheet.pageSetup.printArea = 'A1:E10';
    sheet.pageSetup.printTitlesRow = '1:2';
    const other = made.addWorksheet('汇总');
    other.addRow(['总额', { formula: '名单!D9', result: 603.75 }, { formula: 'B1*2', result: 1207.5 }]);
    made.addWorksheet('底稿', { state: 'hidden' }).addRow(['草稿', 1]);
  });

  it('stays as it was where no row was removed', async () => {
    const path = await file;
    const done = await split([inputOf(path)], {});
    expect(readFileSync(join(done.clean, basename(path))).equals(readFileSync(path))).toBe(true);
    expect(await textsIn(join(done.removed, basename(path)))).toEqual({
      名单: { 1: ['春节慰问名单'], 2: HEADER },
      汇总: {},
      底稿: {},
    });
  });

  it('moves and goes with the rows', async () => {
    const path = await file;
    const done = await split([inputOf(path)], { 0: [3, 6] });
    const read = await opened(join(done.clean, basename(path)));
    const sheet = read.getWorksheet('名单') as excel.Worksheet;
    const shown = (row: number) => sheet.getRow(row).values;
    expect(shown(3)).toEqual([undefined, '人乙', `${ID}1`, '民政局', 100.25, date]);
    expect(shown(5)).toEqual([undefined, '人戊', `${ID}4`, '民政局', 200, date]);
    expect(shown(6)).toMatchObject([
      undefined,
      '人己',
      `${ID}5`,
      { text: '民政局' },
      { richText: [{ text: '1' }, { text: '05' }] },
      date,
    ]);
    expect(shown(7)).toEqual([undefined, '填表人：张三']);
    expect(sheet.rowCount).toBe(7);
    expect(sheet.getColumn(2).width).toBe(26);
    expect(sheet.getCell('B4').numFmt).toBe('@');
    expect(sheet.getCell('A3').font).toMatchObject({ bold: true });
    expect([sheet.getRow(4).height, sheet.getRow(5).hidden]).toEqual([33, false]);
    expect(sheet.getCell('A5').note).toBe('第七行');
    expect(sheet.getCell('A3').note).toBeUndefined();
    expect(sheet.autoFilter).toBe('A2:E6');
    expect(sheet.pageSetup).toMatchObject({ printArea: 'A1:E7', printTitlesRow: '1:2' });
    expect(sheet.model).toMatchObject({ conditionalFormattings: [{ ref: 'D3:D6' }], merges: ['A1:E1'] });
    expect(Object.keys((sheet as unknown as { dataValidations: { model: object } }).dataValidations.model)).toEqual([
      'C5',
      'C6',
    ]);
    expect(read.getWorksheet('汇总')?.getRow(1).values).toEqual([
      undefined,
      '总额',
      603.75,
      { formula: 'B1*2', result: 1207.5 },
    ]);
    expect(read.getWorksheet('底稿')).toMatchObject({ state: 'hidden', rowCount: 1 });
  });

  it('is not among the removed rows', async () => {
    const path = await file;
    const done = await split([inputOf(path)], { 0: [3, 6] });
    const read = await opened(join(done.removed, basename(path)));
    const sheet = read.getWorksheet('名单') as excel.Worksheet;
    expect(sheet.getColumn(1).values).toEqual([undefined, '春节慰问名单', '姓名', '人甲', '人丁']);
    expect(sheet.getRow(4).hidden).toBe(true);
    expect(sheet.getCell('A3').note).toBe('第三行');
    expect([read.getWorksheet('汇总')?.rowCount, read.getWorksheet('底稿')?.rowCount]).toEqual([0, 0]);
  });
});
