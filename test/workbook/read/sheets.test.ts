import { readdirSync } from 'node:fs';
import * as SheetJS from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openZip } from '../../../src/workbook/read/zip.ts';
import { everything, rowsOf, written } from './open.ts';
import { entriesOf, relations, sheet, zipped } from './parts.ts';

const row = (number: number | '', attributes = '') =>
  `<row ${number && `r="${number}"`} ${attributes}><c><v>7</v></c></row>`;
const seven = (number: number, hidden = false) => ({ row: number, hidden, cells: ['7'] });

describe('the rows of a sheet', () => {
  it('have the numbers that the spreadsheet shows, gaps and all', async () => {
    expect(await rowsOf({ sheetData: row(3) + row(7) + row(1048576) })).toEqual([seven(3), seven(7), seven(1048576)]);
  });

  it('count on when they say no number', async () => {
    expect(await rowsOf({ sheetData: row('') + row('') + row(9) + row('') })).toEqual([
      seven(1),
      seven(2),
      seven(9),
      seven(10),
    ]);
  });

  it('are hidden by their attribute or without a height', async () => {
    const attributes = [
      'hidden="1"',
      'hidden="true"',
      'ht="0" customHeight="1"',
      'hidden="0"',
      'ht="15"',
      'collapsed="1"',
    ];
    const rows = await rowsOf({ sheetData: attributes.map((each) => row('', each)).join('') });
    expect(rows.map(({ hidden }) => hidden)).toEqual([true, true, true, false, false, false]);
  });

  it('put each cell in its column, and end with the last that is not empty', async () => {
    const cells =
      '<c r="B5"><v>1</v></c><c><v>2</v></c><c r="AB5"><v>3</v></c><c r="AC5"/><c r="AD5" t="str"><v></v></c>';
    const [only] = await rowsOf({ sheetData: `<row r="5">${cells}</row>` });
    expect(only?.cells).toEqual(['', '1', '2', ...Array(24).fill(''), '3']);
    expect((await rowsOf({ sheetData: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }))[0]?.cells).toHaveLength(16384);
  });

  it('are there without cells', async () => {
    expect(await rowsOf({ sheetData: '<row r="2"/><row r="3"></row>' })).toEqual(
      [2, 3].map((number) => ({ row: number, hidden: false, cells: [] })),
    );
  });

  it('come in batches, and a reader may stop at any and begin again', async () => {
    const path = written(
      zipped(entriesOf({ sheetData: Array.from({ length: 5000 }, (_, index) => row(index + 1)).join('') })),
    );
    const before = openFiles();
    const workbook = await openZip(path);
    for await (const batch of workbook.rows(0)) {
      expect(batch[0]?.row).toBe(1);
      break;
    }
    const sizes: number[] = [];
    for await (const batch of workbook.rows(0)) sizes.push(batch.length);
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(5000);
    const left = workbook.rows(0)[Symbol.asyncIterator]();
    await left.next(); // and never asked again
    await workbook.close();
    await workbook.close();
    expect(openFiles()).toBe(before);
  });
});

/** How many files this process has open; only Linux tells. */
function openFiles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}

describe('merged ranges', () => {
  const merged = (xml: string) => everything(zipped(entriesOf({ sheetData: row(1), afterData: xml })));

  it('are found after the rows', async () => {
    const { merges } = await merged(
      '<mergeCells count="2"><mergeCell ref="A2:A5"/><mergeCell\n ref=\'C1:AB1\' /></mergeCells>',
    );
    expect(merges).toEqual([
      [
        { top: 2, left: 0, bottom: 5, right: 0 },
        { top: 1, left: 2, bottom: 1, right: 27 },
      ],
    ]);
  });

  it('are found with a prefix, and not in what merely looks like them', async () => {
    const { merges } = await merged(
      '<x:mergeCells xmlns:x="x"><x:mergeCell ref="$B$2:$B$3"/></x:mergeCells><mergeCellular ref="A1:A2"/><f>mergeCell ref="A1:A2"</f>',
    );
    expect(merges).toEqual([[{ top: 2, left: 1, bottom: 3, right: 1 }]]);
  });

  it('are all found, wherever the pieces of the file end', async () => {
    const all = Array.from({ length: 20_000 }, (_, index) => `<mergeCell ref="A${2 * index + 1}:A${2 * index + 2}"/>`);
    const { merges } = await merged(all.join(''));
    expect(merges[0]?.map(({ top, bottom }) => [top, bottom])).toEqual(
      all.map((_, index) => [2 * index + 1, 2 * index + 2]),
    );
  });
});

describe('a workbook', () => {
  const sheets = (xml: string) => `<workbook xmlns:r="r"><sheets>${xml}</sheets></workbook>`;

  it('lists its sheets in the order of the tabs, hidden ones too, charts left out', async () => {
    const listed = await everything(
      zipped(
        entriesOf({
          sheetData: row(1),
          replaced: {
            'xl/workbook.xml': sheets(
              '<sheet name="乙&amp;丙" sheetId="9" r:id="b"/><sheet name="图" sheetId="1" r:id="c"/><sheet name="甲" sheetId="2" state="hidden" r:id="a"/><sheet name="丁" sheetId="3" state="veryHidden" r:id="a"/>',
            ),
            'xl/_rels/workbook.xml.rels': relations([
              ['a', 'worksheet', 'worksheets/sheet1.xml'],
              ['b', 'worksheet', '/xl/worksheets/other.xml'],
              ['c', 'chartsheet', 'chartsheets/sheet1.xml'],
            ]),
            'xl/worksheets/other.xml': sheet(row(2)),
          },
        }),
      ),
    );
    expect(listed.sheets).toEqual([
      { name: '乙&丙', hidden: false },
      { name: '甲', hidden: true },
      { name: '丁', hidden: true },
    ]);
    expect(listed.rows.map(([first]) => first?.row)).toEqual([2, 1, 1]);
  });

  it('may be strict, prefixed, in UTF-16, in another order, with names in another case', async () => {
    const purl = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const strict = (xml: string) =>
      xml.replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', purl);
    const prefixed = `\ufeff<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="4" hidden="1"><x:c r="B4" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const entries = entriesOf({
      strings: '<x:si xmlns:x="x"><x:t>王某</x:t></x:si>',
      replaced: {
        'xl/workbook.xml': `<x:workbook xmlns:x="x" xmlns:rel="${purl}"><x:sheets><x:sheet name="名单" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>`,
        'xl/_rels/workbook.xml.rels': strict(
          relations([
            ['rId1', 'worksheet', './worksheets/../worksheets/Sheet1.xml'],
            ['rId2', 'sharedStrings', 'sharedStrings.xml'],
          ]),
        ),
        'xl/worksheets/sheet1.xml': Buffer.from(prefixed, 'utf16le'),
      },
    });
    const { rows } = await everything(zipped(entries.reverse()));
    expect(rows).toEqual([[{ row: 4, hidden: true, cells: ['', '王某'] }]]);
  });

  it('may have its contents under another name', async () => {
    const entries = entriesOf({ sheetData: row(1) }).map((entry) => ({
      ...entry,
      name: entry.name.replace('workbook.xml', 'workbook22.xml'),
      content: String(entry.content).replace('xl/workbook.xml', '/xl/workbook22.xml'),
    }));
    expect((await everything(zipped(entries))).rows).toEqual([[seven(1)]]);
  });

  it('that exceljs writes is read as it was meant', async () => {
    const book = new ExcelJS.Workbook();
    const first = book.addWorksheet('名单');
    first.addRow(['姓名', '身份证号', '金额', '日期', '备注']);
    first.addRow([
      '王某',
      '990000199001011239',
      500,
      new Date(Date.UTC(2017, 0, 15)),
      { richText: [{ text: '已' }, { text: '故' }] },
    ]);
    first.addRow(['李某', Number('990000199001011239'), { formula: 'C2*2', result: 1000 }, null, { error: '#N/A' }]);
    first.addRow([true, { formula: 'A1', result: '文' }, 0.1, 1e21]);
    first.mergeCells('A2:A3');
    first.getRow(3).hidden = true;
    book.addWorksheet('旧', { state: 'veryHidden' });
    const { sheets, rows, merges } = await everything(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(sheets).toEqual([
      { name: '名单', hidden: false },
      { name: '旧', hidden: true },
    ]);
    expect(merges).toEqual([[{ top: 2, left: 0, bottom: 3, right: 0 }], []]);
    expect(rows).toEqual([
      [
        { row: 1, hidden: false, cells: ['姓名', '身份证号', '金额', '日期', '备注'] },
        { row: 2, hidden: false, cells: ['王某', '990000199001011239', '500', '2017-01-15', '已故'] },
        { row: 3, hidden: true, cells: ['', '9.90000199001011E+17', '1000', '', '#N/A'] },
        { row: 4, hidden: false, cells: ['TRUE', '文', '0.1', '1E+21'] },
      ],
      [],
    ]);
  });
});

describe('an .xls', () => {
  const book = (from1904 = false): SheetJS.WorkBook => {
    const first = SheetJS.utils.aoa_to_sheet([
      ['姓名', '金额'],
      [],
      ['王某', 1234.56, true],
      [
        { t: 'e', v: 42 },
        Number('990000199001011239'),
        { t: 'n', v: 42750, z: 'yyyy-mm-dd' },
        { t: 'n', v: 42750.5, z: 'm/d/yy h:mm' },
      ],
    ]);
    first['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 2, c: 1 } }];
    return {
      SheetNames: ['名单', '旧'],
      Sheets: { 名单: first, 旧: SheetJS.utils.aoa_to_sheet([[7]]) },
      Workbook: { WBProps: { date1904: from1904 }, Sheets: [{}, { Hidden: 1 }] },
    };
  };

  it('is read', async () => {
    const bytes = SheetJS.write(book(), { type: 'buffer', bookType: 'biff8' });
    const { sheets, rows, merges } = await everything(bytes, 'xls');
    expect(sheets).toEqual([
      { name: '名单', hidden: false },
      { name: '旧', hidden: true },
    ]);
    expect(merges).toEqual([[{ top: 1, left: 1, bottom: 3, right: 1 }], []]);
    expect(rows).toEqual([
      [
        { row: 1, hidden: false, cells: ['姓名', '金额'] },
        { row: 3, hidden: false, cells: ['王某', '1234.56', 'TRUE'] },
        { row: 4, hidden: false, cells: ['#N/A', '9.90000199001011E+17', '2017-01-15', '2017-01-15 12:00:00'] },
      ],
      [{ row: 1, hidden: false, cells: ['7'] }],
    ]);
  });

  it('has dates in the built-in formats of Chinese workbooks, which a file names by their number alone', async () => {
    const code = 'yyyy"年"m"月"d"日"';
    SheetJS.SSF.load(code, 31);
    const dates = SheetJS.utils.aoa_to_sheet([['日期'], [{ t: 'n', v: 42750, z: code }]]);
    const bytes = SheetJS.write(
      { SheetNames: ['名单'], Sheets: { 名单: dates } },
      { type: 'buffer', bookType: 'biff8' },
    );
    const { rows } = await everything(bytes, 'xls');
    expect(rows[0]?.[1]?.cells).toEqual(['2017-01-15']);
  });

  it('may count its days from 1904', async () => {
    const { rows } = await everything(SheetJS.write(book(true), { type: 'buffer', bookType: 'biff8' }), 'xls');
    expect(rows[0]?.[2]?.cells[2]).toMatch(/^2021-01-16$/);
  });
});
