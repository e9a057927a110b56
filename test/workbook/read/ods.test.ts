import { describe, expect, it } from 'vitest';
import { openZip } from '../../../src/workbook/read/zip.ts';
import { allOf, problemIn, written } from './open.ts';
import { type Entry, zipped } from './parts.ts';

const NAMESPACES = ['office', 'table', 'text', 'style', 'draw']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

function file(tables: string, { styles = '', more = [] as Entry[] } = {}): string {
  const content = `<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return written(zipped([{ name: 'mimetype', content: TYPE }, { name: 'content.xml', content }, ...more]));
}
const table = (rows: string, attributes = '') => `<table:table table:name="名单" ${attributes}>${rows}</table:table>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;

const everything = (path: string) => allOf(() => openZip(path));
const rowsOf = async (rows: string) => (await everything(file(table(rows)))).rows[0] ?? [];
const cellsOf = async (cells: string) => (await rowsOf(row(cells)))[0]?.cells;

describe('an OpenDocument spreadsheet', () => {
  it('has rows and cells that stand for several', async () => {
    const rows = await rowsOf(
      `${row('<table:table-cell/>', 'table:number-rows-repeated="2"')}${row(`<table:table-cell table:number-columns-repeated="2"/>${cell('甲', 'table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16380"/>`)}${row(cell('乙'), 'table:number-rows-repeated="3"')}${row(cell('丙'))}${row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048569"')}`,
    );
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [3, ['', '', '甲', '甲']],
      [4, ['乙']],
      [5, ['乙']],
      [6, ['乙']],
      [7, ['丙']],
    ]);
  });

  it('has rows in groups and heads, some of them hidden', async () => {
    const rows = await rowsOf(
      `<table:table-header-rows>${row(cell('甲'))}</table:table-header-rows><table:table-row-group>${row(cell('乙'), 'table:visibility="collapse"')}${row(cell('丙'), 'table:visibility="filter"')}</table:table-row-group>`,
    );
    expect(rows).toMatchObject([
      { row: 1, hidden: false, cells: ['甲'] },
      { row: 2, hidden: true, cells: ['乙'] },
      { row: 3, hidden: true, cells: ['丙'] },
    ]);
  });

  it.each([
    ['a text', cell('990000195001020014', 'office:value-type="string"'), '990000195001020014'],
    [
      'a number, whatever is shown of it',
      cell('1,234.50 元', 'office:value-type="currency" office:value="1234.5"'),
      '1234.5',
    ],
    ['a number in a cell without a text', '<table:table-cell office:value-type="float" office:value="500"/>', '500'],
    [
      'a number that is too long for one',
      cell('9.9E17', 'office:value-type="float" office:value="990000195001020014"'),
      '9.9000019500102E+17',
    ],
    ['a day', cell('3/1/24', 'office:value-type="date" office:date-value="2024-01-03"'), '2024-01-03'],
    [
      'a time of a day',
      cell('', 'office:value-type="date" office:date-value="2024-01-03T10:30:00"'),
      '2024-01-03 10:30:00',
    ],
    ['a truth', cell('真', 'office:value-type="boolean" office:boolean-value="true"'), 'TRUE'],
    ['an error', cell('#REF!', 'office:value-type="string"'), '#REF!'],
    ['several paragraphs', '<table:table-cell><text:p>甲</text:p><text:p>乙</text:p></table:table-cell>', '甲\n乙'],
    [
      'spaces and parts of a text',
      cell('<text:span>王</text:span><text:s text:c="2"/>英<text:line-break/>甲'),
      '王  英\n甲',
    ],
    [
      'nothing of a remark',
      `<table:table-cell><office:annotation><text:p>说明</text:p></office:annotation><text:p>甲</text:p></table:table-cell>`,
      '甲',
    ],
    [
      'nothing of a drawing',
      `<table:table-cell><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame><text:p>甲</text:p></table:table-cell>`,
      '甲',
    ],
  ])('says %s', async (_, written, text) => {
    expect(await cellsOf(written)).toEqual([text]);
  });

  it('has merged cells', async () => {
    const { merges, rows } = await everything(
      file(
        table(
          row(`${cell('民政局', 'table:number-rows-spanned="2" table:number-columns-spanned="1"')}${cell('甲')}`) +
            row(`<table:covered-table-cell/>${cell('乙')}`),
        ),
      ),
    );
    expect(merges).toEqual([[{ top: 1, left: 0, bottom: 2, right: 0 }]]);
    expect(rows[0]?.map(({ cells }) => cells)).toEqual([
      ['民政局', '甲'],
      ['', '乙'],
    ]);
  });

  it('tells formulas that nobody has worked out', async () => {
    const rows = await rowsOf(
      row(
        `${cell('甲')}<table:table-cell table:formula="of:=[.A1]"/>${cell('1', 'table:formula="of:=1" office:value-type="float" office:value="1"')}<table:table-cell table:formula="of:=2" office:value-type="string"/>`,
      ),
    );
    expect(rows[0]?.uncomputed).toEqual([1]);
  });

  it('has sheets that a style hides, and tables that are no sheets', async () => {
    const styles =
      '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const tables = `<table:tracked-changes>${table(row(cell('旧')))}</table:tracked-changes>${table(row(cell('甲')), 'table:style-name="h"')}${table(row(cell('乙')))}<table:dde-links>${table(row(cell('外')))}</table:dde-links>`;
    const { sheets, rows } = await everything(file(tables, { styles }));
    expect(sheets.map(({ hidden }) => hidden)).toEqual([true, false]);
    expect(rows.map((each) => each.map(({ cells }) => cells))).toEqual([[['甲']], [['乙']]]);
  });

  it('may need a password', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const path = file('', { more: [{ name: 'META-INF/manifest.xml', content: manifest }] });
    expect(await problemIn(() => openZip(path))).toMatchObject({ code: 'workbook-encrypted' });
  });

  it.each([
    ['a table within a cell', row(`<table:table-cell>${table(row(cell('甲')))}</table:table-cell>`), 'reference'],
    ['more rows than any sheet', row(cell('甲'), 'table:number-rows-repeated="1048577"'), 'reference'],
    ['more columns than any sheet', row(cell('甲', 'table:number-columns-repeated="16385"')), 'reference'],
    ['a count that is none', row(cell('甲'), 'table:number-rows-repeated="-3"'), 'reference'],
    [
      'a text that unfolds beyond measure',
      row(cell('甲'.repeat(2000), 'table:number-columns-repeated="16384"')),
      'xml',
    ],
  ])('is damaged where it has %s', async (_, rows, detail) => {
    expect(await problemIn(() => openZip(file(table(rows))))).toMatchObject({
      code: 'workbook-damaged',
      data: { detail },
    });
  });
});
