import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openXml2003 } from '../../../src/workbook/read/xml-2003.ts';
import { allOf, problemIn, written } from './open.ts';

const NAMESPACE = 'urn:schemas-microsoft-com:office:spreadsheet';
const book = (inner: string, declaration = '<?xml version="1.0"?>') =>
  `${declaration}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="${NAMESPACE}" xmlns:ss="${NAMESPACE}">${inner}</Workbook>`;
const sheet = (rows: string, options = '') => `<Worksheet ss:Name="名单"><Table>${rows}</Table>${options}</Worksheet>`;
const cell = (value: string, type = 'String', attributes = '') =>
  `<Cell ${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`;

const everything = (xml: string | Uint8Array) => allOf(() => openXml2003(written(Buffer.from(xml as string))));
const cellsOf = async (cells: string, before = '') =>
  (await everything(book(`${before}${sheet(`<Row>${cells}</Row>`)}`))).rows[0]?.[0]?.cells;
const problemOf = (xml: string) => problemIn(() => openXml2003(written(Buffer.from(xml))));

describe('XML Spreadsheet 2003', () => {
  it('has rows and cells where their numbers say', async () => {
    const rows = `<Row>${cell('甲')}${cell('乙', 'String', 'ss:Index="3"')}</Row><Row ss:Index="4" ss:Hidden="1">${cell('丙')}</Row><Row ss:Span="1"/><Row>${cell('丁')}</Row>`;
    expect((await everything(book(sheet(rows)))).rows[0]).toMatchObject([
      { row: 1, hidden: false, cells: ['甲', '', '乙'] },
      { row: 4, hidden: true, cells: ['丙'] },
      { row: 7, hidden: false, cells: ['丁'] },
    ]);
  });

  it('has merged cells, beside which the next stands', async () => {
    const rows = `<Row>${cell('民政局', 'String', 'ss:MergeDown="1"')}${cell('甲', 'String', 'ss:MergeAcross="1"')}${cell('1')}</Row>`;
    const { rows: read, merges } = await everything(book(sheet(rows)));
    expect(read[0]?.[0]?.cells).toEqual(['民政局', '甲', '', '1']);
    expect(merges[0]).toEqual([
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 2 },
    ]);
  });

  it.each([
    ['a text', cell('990000195001020014'), '990000195001020014'],
    ['a number', cell('500', 'Number'), '500'],
    ['a number that is too long for one', cell('990000195001020014', 'Number'), '9.9000019500102E+17'],
    ['a day', cell('2024-01-03T00:00:00.000', 'DateTime'), '2024-01-03'],
    ['a time', cell('2024-01-03T10:30:00.000', 'DateTime'), '2024-01-03 10:30:00'],
    ['a truth', cell('1', 'Boolean'), 'TRUE'],
    ['an error', cell('#REF!', 'Error'), '#REF!'],
    [
      'rich text',
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>王</B>秀英</ss:Data></Cell>',
      '王秀英',
    ],
    [
      'a cell with a comment',
      `<Cell><Data ss:Type="String">甲</Data><Comment><ss:Data ss:Type="String">说明</ss:Data></Comment></Cell>`,
      '甲',
    ],
    [
      'a cell with nothing but a comment',
      '<Cell><Comment><Data ss:Type="String">说明</Data></Comment></Cell>',
      undefined,
    ],
    ['characters by number', cell('&#24352;&amp;三'), '张&三'],
  ])('says %s', async (_, written, text) => {
    expect((await cellsOf(written))?.[0]).toBe(text);
  });

  it.each([
    ['Short Date', '', '2017-01-15'],
    ['yyyy/m/d', '', '2017-01-15'],
    ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '', '2017-01-15'],
    ['General', '', '42750'],
    ['Scientific', '', '42750'],
    ['Standard', '', '42750'],
    ['Short Date', '<ExcelWorkbook><Date1904/></ExcelWorkbook>', '2021-01-16'],
  ])('shows a number in the format %s%s', async (format, before, text) => {
    const styles = `<Styles><Style ss:ID="s1"><NumberFormat ss:Format="${format}"/></Style><Style ss:ID="s2" ss:Parent="s1"/></Styles>`;
    expect(await cellsOf(cell('42750', 'Number', 'ss:StyleID="s2"'), `${before}${styles}`)).toEqual([text]);
  });

  it('tells formulas that nobody has worked out', async () => {
    const rows = `<Row>${cell('甲')}<Cell ss:Formula="=RC[-1]"/><Cell ss:Formula="=1"><Data ss:Type="Number">1</Data></Cell><Cell ss:Formula="=2"><Data ss:Type="String"></Data></Cell></Row>`;
    expect((await everything(book(sheet(rows)))).rows[0]?.[0]?.uncomputed).toEqual([1]);
  });

  it('has several sheets, of which some are hidden', async () => {
    const hidden = '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>';
    const { sheets, rows } = await everything(
      book(sheet(`<Row>${cell('甲')}</Row>`, hidden) + sheet(`<Row>${cell('乙')}</Row>`)),
    );
    expect(sheets.map((each) => each.hidden)).toEqual([true, false]);
    expect(rows.map((each) => each.map(({ cells }) => cells))).toEqual([[['甲']], [['乙']]]);
  });

  it('is read in the encoding that it names', async () => {
    const xml = book(sheet(`<Row>${cell('王秀英')}</Row>`), '<?xml version="1.0" encoding="GB2312"?>');
    expect((await everything(iconv.encode(xml, 'gbk'))).rows[0]?.[0]?.cells).toEqual(['王秀英']);
    const wide = book(sheet(`<Row>${cell('王秀英')}</Row>`), '<?xml version="1.0" encoding="UTF-16"?>');
    expect((await everything(iconv.encode(wide, 'utf16le', { addBOM: true }))).rows[0]?.[0]?.cells).toEqual(['王秀英']);
  });

  it('hands on many rows as they come', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `<Row>${cell(String(index))}</Row>`).join('');
    const read = (await everything(book(sheet(rows)))).rows[0] ?? [];
    expect(read.map(({ row, cells }) => `${row} ${cells[0]}`)).toEqual(
      Array.from({ length: 3000 }, (_, index) => `${index + 1} ${index}`),
    );
  });

  it.each([
    ['is cut short', book(sheet(`<Row>${cell('甲')}</Row>`)).slice(0, -30), 'xml'],
    ['has rows in no order', book(sheet(`<Row ss:Index="3"/><Row ss:Index="2"/>`)), 'row-order'],
    [
      'has cells in no order',
      book(sheet(`<Row>${cell('甲', 'String', 'ss:Index="3"')}${cell('乙', 'String', 'ss:Index="1"')}</Row>`)),
      'reference',
    ],
    [
      'has more columns than any sheet',
      book(sheet(`<Row>${cell('甲', 'String', 'ss:Index="16385"')}</Row>`)),
      'reference',
    ],
    [
      'declares entities',
      `<!DOCTYPE x [<!ENTITY a "b">]>${book('')}`.replace('<?xml version="1.0"?>', ''),
      'document-type',
    ],
  ])('is damaged where it %s', async (_, xml, detail) => {
    expect(await problemOf(xml)).toMatchObject({ code: 'workbook-damaged', data: { detail } });
  });
});
