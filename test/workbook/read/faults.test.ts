import * as SheetJS from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { WorkbookDamage } from '../../../src/domain/problem.ts';
import en from '../../../src/text/en/problems.ts';
import zh from '../../../src/text/zh/problems.ts';
import { openXls } from '../../../src/workbook/read/xls.ts';
import { openZip } from '../../../src/workbook/read/zip.ts';
import { endlessXls, wholeXls } from './endless-xls.ts';
import { problemOf } from './open.ts';
import { type Entry, entriesOf, type Parts, relations, sheet, zipped } from './parts.ts';

const book = (parts: Parts, change: (entry: Entry) => Entry = (entry) => entry) => zipped(entriesOf(parts).map(change));
const one = '<row r="1"><c r="A1"><v>7</v></c></row>';
const inSheet = ({ name }: Entry) => name.endsWith('sheet1.xml');
const inSheet1 = (change: Partial<Entry>) => (entry: Entry) =>
  entry.name.endsWith('sheet1.xml') ? { ...entry, ...change } : entry;

/** Incompressible, so that cutting and turning bites. */
const long = Array.from({ length: 500 }, (_, index) => `<row><c><v>${Math.sin(index)}</v></c></row>`).join('');
const good = book({ sheetData: long });
const turned = Buffer.from(good);
turned[good.indexOf('xl/worksheets/sheet1.xml') + 2000] = 0x55;

const DAMAGED: [string, WorkbookDamage, Buffer][] = [
  ['a zip that is cut short', 'archive', good.subarray(0, good.length - 500)],
  ['a zip without its middle', 'archive', Buffer.concat([good.subarray(0, 1500), good.subarray(2500)])],
  ['no zip', 'archive', Buffer.from('PK\x03\x04 and no more')],
  ['a wrong checksum', 'checksum', book({ sheetData: one }, inSheet1({ checksum: 1 }))],
  ['a size too small', 'archive', book({ sheetData: one }, inSheet1({ size: 10 }))],
  ['a size too large', 'archive', book({ sheetData: one }, inSheet1({ size: 100_000 }))],
  ['a sheet that is not closed', 'xml', book({ sheetData: '<row><c>' })],
  ['a sheet that stops', 'xml', book({ replaced: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' } })],
  ['an empty sheet part', 'xml', book({ replaced: { 'xl/worksheets/sheet1.xml': '' } })],
  ['a lone &', 'xml', book({ sheetData: '<row><c t="str"><v>a & b</v></c></row>' })],
  [
    'bytes that are not UTF-8',
    'xml',
    book({
      replaced: { 'xl/worksheets/sheet1.xml': Buffer.from(sheet('<row><c t="str"><v>\xff</v></c></row>'), 'latin1') },
    }),
  ],
  ['an entity', 'xml', book({ sheetData: '<row><c t="str"><v>&lol;</v></c></row>' })],
  [
    'declared entities',
    'document-type',
    book({
      replaced: {
        'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${sheet(one).replace(/^<\?.*\?>\n/, '')}`,
      },
    }),
  ],
  ['elements in elements in elements', 'xml', book({ sheetData: '<a>'.repeat(100_000) })],
  ['a text without end', 'xml', book({ sheetData: `<row><c t="str"><v>${'x'.repeat(20_000_000)}</v></c></row>` })],
  [
    'a row without end',
    'xml',
    book({ sheetData: `<row>${`<c t="str"><v>${'x'.repeat(9_000_000)}</v></c>`.repeat(4)}</row>` }),
  ],
  [
    'a cell without end',
    'xml',
    book({ sheetData: `<row><c t="str"><v>${`${'x'.repeat(9_000_000)}<b/>`.repeat(4)}</v></c></row>` }),
  ],
  [
    'two parts of one name',
    'part-repeated',
    zipped([...entriesOf({ sheetData: one }), ...entriesOf({ sheetData: long }).filter(inSheet)]),
  ],
  [
    'two parts whose names differ in case',
    'part-repeated',
    zipped([
      ...entriesOf({ sheetData: one }),
      ...entriesOf({ sheetData: long })
        .filter(inSheet)
        .map((entry) => ({ ...entry, name: entry.name.toUpperCase() })),
    ]),
  ],
  ['rows in disorder', 'row-order', book({ sheetData: '<row r="2"/><row r="1"/>' })],
  ['a row twice', 'row-order', book({ sheetData: '<row r="2"/><row r="2"/>' })],
  ['row 0', 'reference', book({ sheetData: '<row r="0"/>' })],
  ['row 1048577', 'reference', book({ sheetData: '<row r="1048576"/><row/>' })],
  ['a row without number', 'reference', book({ sheetData: '<row r="x"/>' })],
  ['a column beyond XFD', 'reference', book({ sheetData: '<row><c r="XFE1"><v>1</v></c></row>' })],
  ['a column far beyond', 'reference', book({ sheetData: '<row><c r="ZZZZZZZZ1"><v>1</v></c></row>' })],
  ['a cell without address', 'reference', book({ sheetData: '<row><c r="1"><v>1</v></c></row>' })],
  ['a cell twice', 'reference', book({ sheetData: '<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' })],
  [
    'a merged range that is none',
    'reference',
    book({ sheetData: one, afterData: '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>' }),
  ],
  [
    'a text that is not there',
    'shared-string',
    book({ sheetData: '<row><c t="s"><v>1</v></c></row>', strings: '<si><t>x</t></si>' }),
  ],
  ['no texts at all', 'shared-string', book({ sheetData: '<row><c t="s"><v>0</v></c></row>' })],
  [
    'a text before the first',
    'shared-string',
    book({ sheetData: '<row><c t="s"><v>-1</v></c></row>', strings: '<si/>' }),
  ],
  ['a sheet that is not there', 'part-missing', book({ replaced: { 'xl/worksheets/sheet1.xml': null } })],
  ['no relations', 'part-missing', book({ replaced: { 'xl/_rels/workbook.xml.rels': null } })],
  ['relations without the sheet', 'part-missing', book({ replaced: { 'xl/_rels/workbook.xml.rels': relations([]) } })],
  [
    'a relation without a target',
    'part-missing',
    book({ replaced: { 'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', '']]) } }),
  ],
];

describe('a damaged workbook', () => {
  it.each(DAMAGED)('%s is %s', async (_, detail, bytes) => {
    expect(await problemOf(bytes)).toMatchObject({ code: 'workbook-damaged', data: { detail } });
  });

  it('names the sheet in which it is', async () => {
    expect((await problemOf(book({ sheetData: '<row r="0"/>' })))?.place.sheet).toBe('名单');
  });

  it('with a turned byte is not read as if nothing were', async () => {
    expect(await problemOf(good)).toBeNull();
    expect((await problemOf(turned))?.code).toBe('workbook-damaged');
  });

  it('can be told of in both languages', () => {
    const details: Record<WorkbookDamage, true> = {
      archive: true,
      checksum: true,
      xml: true,
      'document-type': true,
      'part-missing': true,
      'part-repeated': true,
      'row-order': true,
      reference: true,
      'shared-string': true,
      xls: true,
    };
    for (const detail of Object.keys(details) as WorkbookDamage[]) {
      expect(zh.describe['workbook-damaged']({ detail })[0]).toMatch(/^工作簿已损坏：.+[^：]$/);
      expect(en.describe['workbook-damaged']({ detail })[0]).toMatch(/^this workbook is damaged: .+$/);
    }
  });
});

describe('a workbook that is a trap', () => {
  it.each([
    ['declares more than 4 GiB', book({ sheetData: one }, inSheet1({ size: 0xfffffffe })), 100 * 1024 ** 2],
    ['is packed a thousandfold', book({ sheetData: ' '.repeat(105 * 1024 ** 2) }), 100 * 1024 ** 2],
    [
      'has contents of 65 MiB',
      book({
        replaced: {
          'xl/_rels/workbook.xml.rels': `${relations([['rId1', 'worksheet', 'worksheets/sheet1.xml']])}${' '.repeat(65 * 1024 ** 2)}`,
        },
      }),
      64 * 1024 ** 2,
    ],
  ])('that %s is refused', async (_, bytes, limit) => {
    expect(await problemOf(bytes)).toMatchObject({ code: 'workbook-too-large', data: { limit } });
  });
});

/** A compound file with streams of these names. */
function compoundFile(...streams: string[]): Buffer {
  const container = SheetJS.CFB.utils.cfb_new();
  for (const stream of streams) SheetJS.CFB.utils.cfb_add(container, stream, Buffer.alloc(5000));
  return SheetJS.CFB.write(container, { type: 'buffer' });
}

describe('what is no workbook, or none that can be opened', () => {
  it.each([
    ['a zip of something else', 'xlsx', zipped([{ name: 'a.csv', content: '姓名' }]), 'archive-not-supported'],
    [
      'a document',
      'xlsx',
      zipped([
        { name: '_rels/.rels', content: relations([['rId1', 'officeDocument', 'word/document.xml']]) },
        { name: 'word/document.xml', content: '<w/>' },
      ]),
      'list-foreign',
    ],
    ['an entry with a password', 'xlsx', book({ sheetData: one }, inSheet1({ flags: 0x801 })), 'workbook-encrypted'],
    ['an encrypted .xlsx', 'xls', compoundFile('/EncryptionInfo', '/EncryptedPackage'), 'workbook-encrypted'],
    ['an old document', 'xls', compoundFile('/WordDocument'), 'list-foreign'],
    ['a compound file of something else', 'xls', compoundFile('/Contents'), 'workbook-not-a-workbook'],
    ['a text', 'xls', Buffer.from('姓名,金额'), 'workbook-not-a-workbook'],
    ['the head of an .xls', 'xls', compoundFile('/Workbook').subarray(0, 600), 'workbook-damaged'],
  ] as const)('%s', async (_, kind, bytes, code) => {
    expect((await problemOf(bytes, kind))?.code).toBe(code);
  });

  it.each([openZip, openXls])('a file that is not there', async (open) => {
    await expect(open('nowhere.xlsx')).rejects.toMatchObject({ problems: [{ code: 'file-missing' }] });
    await expect(open('.')).rejects.toMatchObject({ problems: [{ code: 'file-is-folder' }] });
  });
});

describe('an .xls at which SheetJS never ends', () => {
  it('is damaged, after a while', async () => {
    expect(await problemOf(wholeXls, 'xls')).toBeNull();
    expect(await problemOf(endlessXls, 'xls')).toMatchObject({ code: 'workbook-damaged', data: { detail: 'xls' } });
  });
});
