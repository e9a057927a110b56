import * as SheetJS from '@e965/xlsx';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { checkDigit, ID_CLASSES } from '../../../src/domain/people/id-number.ts';
import { inputOf, payouts, problemsOf, rowsOf, saved, withLists, withText } from '../../engine/reading.ts';

const ID = '99000019450101001';
const HEADER = ['序号', '姓名', '身份证号', '金额'];
type Cell = string | number | null;

async function book(fill: (book: excel.Workbook) => void): Promise<string> {
  const made = new excel.Workbook();
  fill(made);
  return saved(new Uint8Array(await made.xlsx.writeBuffer()), '.xlsx');
}
const oneSheet = (rows: readonly (readonly Cell[])[], change: (sheet: excel.Worksheet) => void = () => {}) =>
  book((made) => {
    const sheet = made.addWorksheet('名单');
    sheet.addRows(rows.map((row) => [...row]));
    change(sheet);
  });

describe('rows are numbered as a spreadsheet shows them', () => {
  it('in a CSV file with titles, blank lines and line breaks in cells', async () => {
    const text = [
      '帮困名单,,,',
      '单位：元,,,',
      '',
      '序号,姓名,"身份\n证号",金额',
      `1,王秀英,${ID}9,550`,
      '',
      `2,"李\n强",${ID}2,100`,
      '3,赵六,,200',
      ',合计,,850',
      '',
      '',
    ];
    await withText(text.join('\r\n'), async (lists) => {
      expect(await rowsOf(lists)).toEqual({
        1: 'title',
        2: 'title',
        3: 'title',
        4: 'header',
        5: 'payout',
        6: 'blank',
        7: 'payout',
        8: 'payout',
        9: 'total',
      });
      expect(await payouts(lists, '"row", amount')).toEqual([
        { row: 5, amount: 55_000n },
        { row: 7, amount: 10_000n },
        { row: 8, amount: 20_000n },
      ]);
      expect(lists.lists[0]).toMatchObject({ rows: 9, payouts: 3, setAside: 6, rejected: 0 });
    });
  });

  it('under a header of two rows', async () => {
    await withText(`序号,对象,,发放,\n,姓名,身份证号,金额,日期\n1,王秀英,${ID}9,5,2017-01-05\n`, async (lists) => {
      expect(await rowsOf(lists)).toEqual({ 1: 'header', 2: 'header', 3: 'payout' });
    });
  });

  it('in a workbook with rows that are not there and rows that are hidden', async () => {
    const file = await oneSheet([], (sheet) => {
      sheet.getRow(3).values = HEADER;
      sheet.getRow(4).values = [1, '王秀英', `${ID}9`, 100];
      sheet.getRow(9).values = [2, '李强', `${ID}2`, 200];
      sheet.getRow(9).hidden = true;
      sheet.getRow(10).values = ['合计', '', '', 300];
    });
    await withLists([inputOf(file)], async (lists) => {
      expect(await rowsOf(lists)).toEqual({
        1: 'title',
        2: 'title',
        3: 'header',
        4: 'payout',
        5: 'blank',
        6: 'blank',
        7: 'blank',
        8: 'blank',
        9: 'payout',
        10: 'total',
      });
      expect(lists.lists[0]).toMatchObject({ rows: 10, hiddenRows: 1 });
    });
  });
});

describe('merged cells', () => {
  it('are filled down where they name the group, and never where they are money', async () => {
    const rows = [
      ['姓名', '身份证号', '部门', '户号', '金额'],
      ['王秀英', `${ID}9`, '民政局', 'H1', 100],
      ['李强', `${ID}2`, '', '', ''],
      ['赵六', '', '', 'H2', 300],
      ['张三', '', '', '', ''],
    ];
    const file = await oneSheet(rows, (sheet) => {
      sheet.mergeCells('C2:C5');
      sheet.mergeCells('D2:D3');
      sheet.mergeCells('E2:E3');
    });
    await withLists([inputOf(file)], async (lists) => {
      expect(lists.assignments.departments.map(({ name }) => name)).toEqual(['民政局']);
      expect(await payouts(lists, 'household_id, amount')).toEqual([
        { household_id: 'H1', amount: 10_000n },
        { household_id: 'H1', amount: null },
        { household_id: 'H2', amount: 30_000n },
        { household_id: null, amount: null },
      ]);
    });
  });
});

describe('the sheets of a workbook', () => {
  const file = book((made) => {
    made.addWorksheet('说明').addRows([['本表一式三份'], ['请妥善保管']]);
    made.addWorksheet('底稿', { state: 'hidden' }).addRows([HEADER, [1, '王秀英', `${ID}9`, 1]]);
    made.addWorksheet('一月').addRows([HEADER, [1, '王秀英', `${ID}9`, 10]]);
    made.addWorksheet('二月').addRows([HEADER, [1, '王秀英', `${ID}9`, 100]]);
  });

  it('are all read, but hidden ones and those without a header, which is said', async () => {
    const path = await file;
    await withLists([inputOf(path)], (lists) => {
      expect(lists.lists.map(({ source }) => source.sheet)).toEqual(['一月', '二月']);
      expect(lists.skipped).toEqual([
        { file: path, sheet: '底稿', why: 'hidden' },
        { file: path, sheet: '说明', why: 'no-header' },
      ]);
      expect(lists.files).toHaveLength(1);
    });
  });

  it('are read by name, also a hidden one', async () => {
    await withLists([inputOf(await file, { sheet: '底稿' })], async (lists) => {
      expect(await payouts(lists, 'amount')).toEqual([{ amount: 100n }]);
      expect(lists.skipped).toEqual([]);
    });
    expect(await problemsOf([inputOf(await file, { sheet: '三月' })])).toMatchObject([
      { code: 'workbook-sheet-missing', data: { sheet: '三月', sheets: ['说明', '底稿', '一月', '二月'] } },
    ]);
    expect(await problemsOf([inputOf(await file, { sheet: '说明' })])).toMatchObject([
      { code: 'list-no-header', place: { sheet: '说明' } },
    ]);
  });
});

describe('the unit of amounts', () => {
  it.each([
    ['in the header', `姓名,身份证号,金额（万元）\n王秀英,${ID}9,0.05\n`],
    ['above it', `单位：万元,,\n姓名,身份证号,金额\n王秀英,${ID}9,0.05\n`],
    ['in the cell', `姓名,身份证号,金额\n王秀英,${ID}9,0.05万元\n`],
    ['nowhere', `姓名,身份证号,金额\n王秀英,${ID}9,500\n`],
  ])('is found %s', async (_, text) => {
    await withText(text, async (lists) => {
      expect(await payouts(lists, 'amount, amount_text')).toEqual([{ amount: 50_000n, amount_text: null }]);
    });
  });
});

describe('ID numbers', () => {
  const valid = `99000019450101003${checkDigit('99000019450101003')}`;
  const readings = async (file: string) =>
    withLists([inputOf(file)], async (lists) =>
      (await payouts(lists, 'person, id, id_class')).map(({ person, id, id_class }) => [
        person,
        id,
        ID_CLASSES[id_class as number],
      ]),
    );

  it.each([
    ['a tab', `${valid}\t`],
    ['an apostrophe', `'${valid}`],
    ['a formula', `"=""${valid}"""`],
    ['full-width digits', valid.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['a small x', valid.toLowerCase()],
    ['spaces', valid.replace('1945', ' 1945 ')],
    ['15 digits', '990000450101003'],
  ])('are read with %s', async (_, cell) => {
    expect(await readings(saved(`姓名,身份证号,金额\n王秀英,${cell},5\n`))).toEqual(
      [[99000019450101003n, null, 'valid18']].map((row) =>
        cell.length === 15 ? [...row.slice(0, 2), 'valid15'] : row,
      ),
    );
  });

  it('are damaged where a spreadsheet kept them as numbers', async () => {
    const rows = [
      ['姓名', '身份证号', '金额'],
      ['王秀英', Number('990000194501010035'), 1],
    ];
    const sheet = SheetJS.utils.aoa_to_sheet(rows);
    const xls: Buffer = SheetJS.write(
      { SheetNames: ['名单'], Sheets: { 名单: sheet } },
      { type: 'buffer', bookType: 'biff8' },
    );
    for (const file of [
      await oneSheet(rows),
      saved(xls, '.xls'),
      saved('姓名,身份证号,金额\n王秀英,9.90000194501E+17,1\n'),
    ]) {
      const [[person, , found] = []] = await readings(file);
      expect(person).toBeLessThan(0n); // somebody by this name and what is left of the number
      expect(found).toBe('damaged');
    }
  });
});
