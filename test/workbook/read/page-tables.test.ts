import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../src/workbook/read/page-tables.ts';

const cellsOf = (page: string) => tablesOf(page)?.map(({ rows }) => rows.map(({ cells }) => cells)) ?? null;
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

describe('the tables of a web page', () => {
  it.each([
    ['plain', `<table>${row('王秀英', '500')}</table>`, [['王秀英', '500']]],
    ['in capitals, with heads', '<TABLE><THEAD><TR><TH>姓名</TH></TR></THEAD></TABLE>', [['姓名']]],
    [
      'with attributes in any quotes, with signs in them',
      `<table border=1><tr style='x:">"'><td title="a > b" style="mso-number-format:'\\@'">500</td></tr></table>`,
      [['500']],
    ],
    [
      'with columns and a caption',
      `<table><caption>名单<br></caption><colgroup><col width=8><col/></colgroup>${row('甲')}</table>`,
      [['甲']],
    ],
    [
      'with characters by number and name',
      `<table>${row('&#24352;&#x4E09;', '&nbsp;5&amp;0&yen;&odd;')}</table>`,
      [['张三', '5&0¥&odd;']],
    ],
    [
      'with elements in cells',
      `<table>${row('<b>王</b><font color=red>秀英</font>', '<p>甲</p><p>乙</p>', '甲<br/>乙')}</table>`,
      [['王秀英', '甲\n乙', '甲\n乙']],
    ],
    [
      'with spaces and lines around texts',
      `<table>\n <tr>\n  <td>\n 王 \n 秀英 </td>\n </tr>\n</table>`,
      [['王 秀英']],
    ],
    [
      'with comments and scripts',
      `<!--[if gte mso 9]><xml><a></xml><![endif]--><style>td>a{}</style><script>"<table>"</script><table><!-- <tr> -->${row('甲')}</table>`,
      [['甲']],
    ],
    ['with blank cells', `<table>${row('', '甲', '')}</table>`, [['', '甲', '']]],
  ])('%s', (_, page, rows) => {
    expect(cellsOf(page)).toEqual([rows]);
  });

  it('are each a sheet', () => {
    expect(cellsOf(`<p>名单</p><table>${row('甲')}</table><br><table>${row('乙')}${row('丙')}</table>`)).toEqual([
      [['甲']],
      [['乙'], ['丙']],
    ]);
  });

  it('have merged cells, and what stands beside them stands in its own column', () => {
    const [table] =
      tablesOf(
        '<table><tr><td rowspan="2">民政局</td><td colspan=2>甲</td><td>1</td></tr><tr><td>乙</td><td>丙</td><td>2</td></tr></table>',
      ) ?? [];
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['民政局', '甲', '', '1'],
      ['', '乙', '丙', '2'],
    ]);
    expect(table?.merges).toEqual([
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 2 },
    ]);
  });

  it('keep rows that are not shown', () => {
    expect(tablesOf('<table><tr style="display: none"><td>甲</td></tr></table>')?.[0]?.rows).toEqual([
      { row: 1, hidden: true, cells: ['甲'] },
    ]);
  });

  it.each([
    ['a table within a table', `<table><tr><td><table>${row('甲')}</table></td></tr></table>`],
    ['cells that are not closed', '<table><tr><td>王秀英<td>500</tr></table>'],
    ['rows that are not closed', '<table><tr><td>王秀英</td><tr><td>李强</td></table>'],
    ['a table that is not closed', `<table>${row('甲')}`],
    ['rows outside tables', `${row('甲')}<table>${row('乙')}</table>`],
    ['texts between cells', '<table><tr>王秀英<td>500</td></tr></table>'],
    ['texts between rows', `<table>李强${row('甲')}</table>`],
    ['a form', `<table>${row('<input value="500">')}</table>`],
    ['a quote that is never closed', `<table><tr><td title="甲>乙</td></tr></table>`],
    ['a sign that begins no tag', `<table>${row('5 < 6')}</table>`],
    ['a tag within a tag', `<table><tr><td <b>甲</b></td></tr></table>`],
    ['a script that is never closed', `<table>${row('甲')}</table><script>`],
    ['a comment that is never closed', `<table>${row('甲')}</table><!-- ${row('乙')}`],
    ['cells that span nothing', '<table><tr><td colspan="0">甲</td></tr></table>'],
    ['cells that span too much', '<table><tr><td colspan="99999">甲</td></tr></table>'],
  ])('are not guessed at where there is %s', (_, page) => {
    expect(tablesOf(page)).toBeNull();
  });

  it('are what was written, whatever stands in the cells', () => {
    const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const shown = (text: string) => text.replace(/[\t\n\f\r ]+/g, ' ').trim();
    // Signs that end lines elsewhere are signs here.
    const text = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 1 }),
        fc.constantFrom('\u2028', '\u2029', '\u0085', '\n', ' '),
      ),
    });
    const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (cells) => {
        const page = `<table>${cells.map((each) => row(...each.map(escaped))).join('')}</table>`;
        expect(cellsOf(page)).toEqual([cells.map((each) => each.map(shown))]);
      }),
    );
  });

  it('are read or refused, and soon, whatever the text', () => {
    const pieces = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td>',
      '</td>',
      '<td a="',
      '"',
      '>',
      '<!--',
      '-->',
      '甲',
      '<',
      '&#',
      '<p>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (text) => {
        const read = tablesOf(text.join(''));
        const texts = read?.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).join('') ?? '';
        expect(texts.replace(/[^甲]/g, '').length).toBeLessThanOrEqual(text.filter((piece) => piece === '甲').length);
      }),
    );
    expect(tablesOf('<td a="'.repeat(200_000))).toBeNull();
    expect(tablesOf('<!--'.repeat(200_000))).toBeNull();
    expect(tablesOf('<script>'.repeat(200_000))).toBeNull();
  });
});
