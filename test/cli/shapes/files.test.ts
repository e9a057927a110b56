import { type BookType, CFB, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { inputOf, payouts, saved, withLists } from '../../engine/reading.ts';
import { entriesOf, zipped } from '../../workbook/read/parts.ts';
import { book, PEOPLE, paid, refusal, sheet, text } from './made.ts';

const LIST = ['序号,姓名,身份证号,金额', '1,@A,#A,500', '2,@B,#B,600'];
const TWO = ['A 500', 'B 600'];
const [A, B] = [PEOPLE.A, PEOPLE.B];

describe('a tab beside every cell', () => {
  const tabbed = ['⇥序号,⇥姓名,⇥身份证号,⇥金额', '⇥1,⇥@A,⇥#A,⇥500', '⇥2,⇥@B,⇥#B,⇥600'];
  const behind = ['序号⇥,姓名⇥,身份证号⇥,金额⇥', '1⇥,@A⇥,#A⇥,500⇥', '2⇥,@B⇥,#B⇥,600⇥'];
  it.each([
    ['before it, in GB18030', text(tabbed, { encoding: 'gb18030' })],
    ['behind it, cells apart by semicolons', text(behind, { separator: ';' })],
    ['behind it, in UTF-16', text(behind, { encoding: 'utf16le', bom: true })],
    ['before it in quotes, cells apart by bars', text(tabbed, { separator: '|', quoted: true })],
    ['behind it in quotes, in GB18030', text(behind, { quoted: true, encoding: 'gb18030' })],
    ['in quotes behind numbers alone', text(['姓名,身份证号⇥,金额', '@A,#A⇥,500', '@B,#B⇥,600'], { quoted: true })],
    ['in quotes, and a title line above', text(['春节慰问名单⇥,⇥,⇥,⇥', ...behind], { quoted: true, newline: '\n' })],
  ])('%s', async (_, file) => {
    expect(await paid(file)).toEqual(TWO);
  });
});

/** 3 January 2024 in a workbook that counts from 1904. */
const DAY_1904 = 43_832;
const dayOf = (file: string) =>
  withLists([inputOf(file)], async (lists) =>
    (await payouts(lists, 'name, paid_on::varchar as day, amount')).map(
      ({ name, day, amount }) => `${name} ${day} ${amount}`,
    ),
  );

/** A workbook with a day in a cell of a format. */
function dated(bookType: BookType, format: string, serial: number, is1904: boolean): string {
  const made = sheet(['姓名,身份证号,金额,发放日期', '@A,#A,500,']);
  made.D2 = { t: 'n', v: serial, z: format };
  made['!ref'] = 'A1:D2';
  const Workbook = { WBProps: { date1904: is1904 } };
  return saved(
    write({ SheetNames: ['名单'], Sheets: { 名单: made }, Workbook }, { type: 'buffer', bookType }),
    `.${bookType === 'biff8' ? 'xls' : bookType}`,
  );
}

describe('days from 1904', () => {
  const styles =
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>';
  const inline = (words: readonly string[]) =>
    words.map((word) => `<c t="inlineStr"><is><t>${word}</t></is></c>`).join('');
  const sheetData = `<row>${inline(['姓名', '身份证号', '金额', '发放日期'])}</row><row>${inline([...A, '500'])}<c s="1"><v>${DAY_1904}</v></c></row>`;
  const entries = (workbookPr: string) => entriesOf({ styles, sheetData, workbookPr });
  const says = (workbookPr: string, behind = '') =>
    saved(
      zipped(
        entries(workbookPr).map(({ name, content }) => ({
          name,
          content:
            name === 'xl/workbook.xml' ? String(content).replace('</workbook>', `${behind}</workbook>`) : content,
        })),
      ),
      '.xlsx',
    );
  const EXTENSION =
    '<extLst><ext uri="{X}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>';
  it.each<[string, () => string]>([
    ['with an extension’s element of the same name behind', () => says('<workbookPr date1904="1"/>', EXTENSION)],
    [
      'said by a word, beside other properties',
      () => says('<workbookPr codeName="x" date1904="true" defaultThemeVersion="1"/>'),
    ],
    ['in an element with an end of its own', () => says('<workbookPr date1904="1"></workbookPr>')],
    ['.xls, year, month and day in Chinese', () => dated('biff8', 'yyyy"年"m"月"d"日"', DAY_1904, true)],
    ['.xls, 2024/1/3', () => dated('biff8', 'yyyy/m/d', DAY_1904, true)],
    ['.xls from 1900, month and day in Chinese', () => dated('biff8', 'm"月"d"日"', DAY_1904 + 1462, false)],
    ['.xlsx, a weekday beside it', () => dated('xlsx', 'yyyy"年"m"月"d"日" dddd', DAY_1904 + 1462, false)],
  ])('%s', async (_, file) => {
    expect(await dayOf(file())).toEqual([`${A[0]} 2024-01-03 50000`]);
  });
});

const html = (table: string, charset = 'utf-8') =>
  iconv.encode(
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body>${table}</body></html>`,
    charset,
  );
const rowOf = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

describe('a web page', () => {
  const titles = rowOf(['姓名', '身份证号', '金额'], 'th');
  const body = rowOf([A[0], A[1], '500']) + rowOf([B[0], B[1], '600']);
  const mime = (encoding: string, content: string) =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n--b--\r\n`;
  it.each<[string, Uint8Array | string, string]>([
    [
      'in GBK, with parts of a table and a merged title',
      html(
        `<table><thead><tr><th colspan=3>春节慰问名单</th></tr>${titles}</thead><tbody>${body}</tbody><tfoot>${rowOf(['合计', '', '1100'])}</tfoot></table>`,
        'gb2312',
      ),
      '.xls',
    ],
    [
      'spaces that do not break, and entities',
      html(
        `<TABLE BORDER=1>${rowOf(['姓名', '身份证号', '金额'])}${rowOf([`&nbsp;${A[0]}&nbsp;`, A[1], '&#53;00'])}${rowOf([B[0], B[1], '600'])}</TABLE>`,
      ),
      '.html',
    ],
    [
      'a message of several parts',
      mime('base64', Buffer.from(html(`<table>${titles}${body}</table>`)).toString('base64')),
      '.mht',
    ],
  ])('%s', async (_, content, ending) => {
    expect(await paid(saved(content, ending))).toEqual(TWO);
  });
});

const xml = (rows: string, more = '', sheets = 1) =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${`<Worksheet ss:Name="名单"><Table>${rows}</Table></Worksheet>`.repeat(sheets)}${more}</Workbook>`;
const cell = (value: string, at = '', type = 'String') => `<Cell${at}><Data ss:Type="${type}">${value}</Data></Cell>`;

describe('a web page without ends of rows and cells', () => {
  it('is refused by what it is', async () => {
    const page = `<table><tr><td>姓名<td>身份证号<td>金额<tr><td>${A[0]}<td>${A[1]}<td>500</table>`;
    expect(await refusal(saved(html(page), '.xls'))).toContain('网页');
  });
});

describe('XML Spreadsheet 2003', () => {
  const titles = `<Row>${cell('姓名')}${cell('身份证号')}${cell('金额')}</Row>`;
  const [first, second] = [A, B].map(
    ([name, id], at) => `<Row>${cell(name)}${cell(id)}${cell(at === 0 ? '500' : '600', '', 'Number')}</Row>`,
  );
  it.each<[string, string, string]>([
    [
      'cells and rows that are left out',
      xml(
        `${titles}<Row ss:Index="4">${cell(A[0])}${cell(A[1])}${cell('500')}</Row><Row>${cell(B[0])}${cell(B[1])}${cell('600', ' ss:Index="3"')}</Row>`,
      ),
      '.xml',
    ],
    [
      'under .xls, with a title over all columns',
      xml(`<Row>${cell('名单', ' ss:MergeAcross="2"')}</Row>${titles}${first}${second}`),
      '.xls',
    ],
    [
      'an empty sheet beside it',
      xml(`${titles}${first}${second}`, '<Worksheet ss:Name="说明"><Table/></Worksheet>'),
      '.xls',
    ],
  ])('%s', async (_, content, ending) => {
    expect(await paid(saved(content, ending))).toEqual(TWO);
  });
});

describe('what a file is, its bytes say', () => {
  const fod = (bookType: BookType, ending: string) => book(LIST, bookType, ending);
  it.each<[string, string]>([
    ['an OpenDocument sheet under .xls', fod('ods', '.xls')],
    ['a workbook under .ods', fod('xlsx', '.ods')],
    ['a BIFF workbook under .et', fod('biff8', '.et')],
    ['a workbook of 2007 under .et', fod('xlsx', '.et')],
    ['a text under .xls', text(LIST, { encoding: 'gb18030', separator: '\t', ending: '.xls' })],
    ['one XML file of OpenDocument under .ods', fod('fods', '.ods')],
  ])('%s is read', async (_, file) => {
    expect(await paid(file)).toEqual(TWO);
  });

  const compound = (stream: string) => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, stream, Buffer.alloc(600));
    return CFB.write(file, { type: 'buffer' }) as Buffer;
  };
  it.each<[string, string, string]>([
    [
      'two lists in a zip',
      saved(
        zipped([
          { name: 'a.csv', content: 'x' },
          { name: 'b.xlsx', content: 'x' },
        ]),
        '.xlsx',
      ),
      '压缩包',
    ],
    ['a .rar under .csv', saved(Buffer.from('Rar!\x1a\x07\0', 'latin1'), '.csv'), '压缩包'],
    ['a text document under .xls', saved(compound('/WordDocument'), '.xls'), '文字文档'],
    ['a PDF under .xlsx', saved('%PDF-1.7\n%x\n', '.xlsx'), 'PDF'],
    ['a dBASE table under .xls', book(LIST, 'dbf', '.xls'), 'dBASE'],
  ])('%s is told for what it is', async (_, file, words) => {
    expect(await refusal(file)).toContain(words);
  });
});
