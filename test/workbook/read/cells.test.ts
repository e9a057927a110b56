import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, rowsOf } from './open.ts';
import type { Parts } from './parts.ts';

const STRINGS =
  '<si><t>王某</t></si>' +
  '<si><r><t>王</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 某</t></r><rPh sb="0" eb="1"><t>ワン</t></rPh><phoneticPr fontId="1"/></si>' +
  '<si><t>a &lt;&amp;&#x738B; _x005F_x000D_ b_x000D_</t></si>' +
  '<si><t> blanks </t></si><si><t xml:space="preserve"> kept </t></si><si/><si><t><![CDATA[<x>]]></t></si>';

const TEXTS: [string, string, string][] = [
  ['a shared string', '<c r="A1" t="s"><v>0</v></c>', '王某'],
  ['rich text without its reading', '<c r="A1" t="s"><v>1</v></c>', '王 某'],
  ['entities and escapes', '<c r="A1" t="s"><v>2</v></c>', 'a <&王 _x000D_ b\r'],
  ['blanks that do not count', '<c r="A1" t="s"><v>3</v></c>', 'blanks'],
  ['blanks that count', '<c r="A1" t="s"><v>4</v></c>', ' kept '],
  ['an empty shared string', '<c r="A1" t="s"><v>5</v></c>', ''],
  ['CDATA', '<c r="A1" t="s"><v>6</v></c>', '<x>'],
  ['an inline string', '<c r="A1" t="inlineStr"><is><t>王</t></is></c>', '王'],
  [
    'an inline string in runs',
    '<c t="inlineStr"><is><r><t>王</t></r><r><t>某</t></r><rPh><t>x</t></rPh></is></c>',
    '王某',
  ],
  [
    'an inline string that looks like a number',
    '<c t="inlineStr"><is><t>990000199001011239</t></is></c>',
    '990000199001011239',
  ],
  ['a formula that gives a text', '<c t="str"><f>A2&amp;B2</f><v>王_x0009_某</v></c>', '王\t某'],
  ['a formula that gives a number', '<c><f>1+1</f><v>2</v></c>', '2'],
  ['a formula with an empty value', '<c t="str"><f>""</f><v></v></c>', ''],
  ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
  ['false', '<c t="b"><v>0</v></c>', 'FALSE'],
  ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
  ['a day in ISO 8601', '<c t="d"><v>2017-01-15T00:00:00.000Z</v></c>', '2017-01-15'],
  ['a time in ISO 8601', '<c t="d"><v>2017-01-15T08:30:00</v></c>', '2017-01-15 08:30:00'],
  ['a cell with a style only', '<c s="0"/>', ''],
  ['an ID number as a number', '<c><v>310107198001011234</v></c>', '3.10107198001011E+17'],
  ['the same as Excel writes it', '<c><v>3.1010719800101126E+17</v></c>', '3.10107198001011E+17'],
  ['16 digits', '<c><v>1000000000000000</v></c>', '1E+15'],
  ['16 digits, negative', '<c><v>-1234567890123450</v></c>', '-1.23456789012345E+15'],
  ['a bank account of 19 digits', '<c><v>6222020000000000000</v></c>', '6.22202E+18'],
  ['15 digits', '<c><v>999999999999999</v></c>', '999999999999999'],
  ['an integer with an exponent', '<c><v>5E2</v></c>', '500'],
  ['an integer with decimals', '<c><v>500.00</v></c>', '500'],
  ['cents', '<c><v>1234.56</v></c>', '1234.56'],
  ['one tenth', '<c><v>0.10000000000000001</v></c>', '0.1'],
  ['minus zero', '<c><v>-0</v></c>', '0'],
  ['a number with blanks around it', '<c><v> 42 </v></c>', '42'],
  ['what is no number', '<c><v>0x1F</v></c>', '0x1F'],
  ['a number that is too large', '<c><v>1E999</v></c>', '1E999'],
];

describe('the text of a cell', () => {
  it.each(TEXTS)('%s', async (_, cell, expected) => {
    expect(await cellsOf(cell, { strings: STRINGS })).toEqual(expected === '' ? [] : [expected]);
  });

  it('of a number reads back to the same number, up to 15 digits before the point', async () => {
    const values = fc.sample(
      fc.double({ noNaN: true, min: -1e15, max: 1e15, maxExcluded: true, minExcluded: true }),
      500,
    );
    const cells = await cellsOf(values.map((value) => `<c><v>${value}</v></c>`).join(''));
    expect(cells.map(Number)).toEqual(values.map((value) => value + 0));
    expect(cells.filter((cell) => /E\+/.test(cell))).toEqual([]);
  });

  it('of any text in a shared string is that text', async () => {
    const texts = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), 200);
    const escaped = (text: string) =>
      text.replace(/[<&>_\r]|[^\P{Cc}\n\t]/gu, (one) =>
        /[<&>]/.test(one) ? `&#${one.charCodeAt(0)};` : `_x${one.charCodeAt(0).toString(16).padStart(4, '0')}_`,
      );
    const strings = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
    const cells = texts.map((_, index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(await cellsOf(cells, { strings })).toEqual(texts);
  });
});

/** A style for each format: 0 is General, 1 the one asked for. */
function styled(format: string | number): Parts {
  const [id, formats] =
    typeof format === 'number'
      ? [format, '']
      : [164, `<numFmts><numFmt numFmtId="164" formatCode="${format.replaceAll('"', '&quot;')}"/></numFmts>`];
  return {
    styles: `${formats}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`,
  };
}

const DATE_FORMATS = [
  14,
  15,
  22,
  27,
  31,
  36,
  45,
  47,
  50,
  58,
  'yyyy-mm-dd',
  'yyyy"年"m"月"d"日"',
  'yyyy年m月d日',
  '[$-804]yyyy\\-mm\\-dd;@',
  'm/d',
  'h:mm',
  '[DBNum1][$-804]yyyy"年"m"月"',
  '[Red]d-mmm',
];
const OTHER_FORMATS = [
  0,
  1,
  4,
  13,
  23,
  37,
  44,
  48,
  49,
  '0.00',
  '[h]:mm',
  '[mm]:ss',
  '@',
  '"yyyy"0',
  '\\d0',
  '0"年"',
  '0年',
  '[Red]0',
  'General',
  '#,##0_d',
  '[$USD] 0',
];

describe('a date', () => {
  it.each(DATE_FORMATS)('is what has the format %s', async (format) => {
    expect(
      await cellsOf('<c s="1"><v>42750</v></c><c s="0"><v>42750</v></c><c><v>42750</v></c>', styled(format)),
    ).toEqual(['2017-01-15', '42750', '42750']);
  });

  it.each(OTHER_FORMATS)('is not what has the format %s', async (format) => {
    expect(await cellsOf('<c s="1"><v>42750</v></c>', styled(format))).toEqual(['42750']);
  });

  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['60', '1900-02-29'],
    ['61', '1900-03-01'],
    ['42750.5', '2017-01-15 12:00:00'],
    ['42750.354166666664', '2017-01-15 08:30:00'],
    ['42750.999999', '2017-01-16'],
    ['2958465', '9999-12-31'],
    ['2958466', '2958466'],
    ['2958465.9999999', '2958465.9999999'],
    ['0', '0'],
    ['0.5', '0.5'],
    ['-1', '-1'],
    ['20170115', '20170115'],
    ['310107198001011234', '3.10107198001011E+17'],
    ['x', 'x'],
  ])('%s is %s', async (serial, expected) => {
    expect(await cellsOf(`<c s="1"><v>${serial}</v></c>`, styled(14))).toEqual([expected]);
  });

  it.each([
    ['0', '1904-01-01'],
    ['1', '1904-01-02'],
    ['41288', '2017-01-15'],
    ['41288.25', '2017-01-15 06:00:00'],
    ['2957003', '9999-12-31'],
    ['2957004', '2957004'],
    ['-1', '-1'],
  ])('%s is %s when days are counted from 1904', async (serial, expected) => {
    for (const extension of [
      '',
      '<extLst><ext xmlns:x15="x15"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
    ]) {
      const parts = { ...styled(14), workbookPr: `<workbookPr date1904="1"/>${extension}` };
      expect(await cellsOf(`<c s="1"><v>${serial}</v></c>`, parts)).toEqual([expected]);
    }
  });

  const extended = (element: string, uri = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main') =>
    `<${element} xmlns:x15="${uri}" chartTrackingRefBase="1"/>`;

  it.each([
    ['in the list of extensions', `<extLst><ext uri="{1}">${extended('x15:workbookPr')}</ext></extLst>`],
    ['in a list with another prefix', `<x:extLst xmlns:x="m"><x:ext>${extended('x15:workbookPr')}</x:ext></x:extLst>`],
    ['outside any list', extended('x15:workbookPr')],
    [
      'of another year',
      extended('x15:workbookPr', 'http://schemas.microsoft.com/office/spreadsheetml/2019/extlinksprops'),
    ],
    ['with elements inside', `<extLst><ext><workbookPr><workbookPr date1904="0"/></workbookPr></ext></extLst>`],
  ])('goes on being so where a later Excel has added an element of the same name %s', async (_, added) => {
    const parts = { ...styled(14), workbookPr: `<workbookPr date1904="1"/>${added}` };
    expect(await cellsOf('<c s="1"><v>41288</v></c>', parts)).toEqual(['2017-01-15']);
    const from1900 = {
      ...styled(14),
      workbookPr: `<workbookPr/>${added.replace('chartTracking', 'date1904="1" chartTracking')}`,
    };
    expect(await cellsOf('<c s="1"><v>42750</v></c>', from1900)).toEqual(['2017-01-15']);
  });

  it('is read where the standard’s own elements have a prefix', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const parts = { ...styled(14), workbookPr: `<x:workbookPr xmlns:x="${main}" date1904="1"/>` };
    expect(await cellsOf('<c s="1"><v>41288</v></c>', parts)).toEqual(['2017-01-15']);
  });

  it('is as it was where sheets and styles have extensions', async () => {
    const ext = '<extLst><ext><row r="9"><c><v>9</v></c></row><cellXfs><xf numFmtId="0"/></cellXfs></ext></extLst>';
    const { styles } = styled(14);
    const read = await rowsOf({
      sheetData: `<row r="1"><c s="1"><v>42750</v>${ext}</c>${ext}</row>`,
      styles: `${styles}${ext}`,
    });
    expect(read).toEqual([{ row: 1, hidden: false, cells: ['2017-01-15'] }]);
  });
});

describe('a formula', () => {
  const uncomputed = async (cells: string, workbookPr = '') =>
    (await rowsOf({ sheetData: `<row r="1">${cells}</row>`, workbookPr }))[0]?.uncomputed;
  const asked = '<calcPr fullCalcOnLoad="1"/>';

  it.each([
    ['no value', '<c><f>A2*2</f></c>', ''],
    ['an empty one', '<c><f>A2*2</f><v></v></c>', ''],
    ['an empty one in short', '<c><f>A2*2</f><v/></c>', ''],
    ['no value, and shares it', '<c><f t="shared" si="0"/></c>', ''],
    ['a zero that is to be worked out', '<c><f>A2*2</f><v>0</v></c>', asked],
  ])('that has %s was never worked out', async (_, cell, calculation) => {
    expect(await uncomputed(`<c><v>7</v></c>${cell}`, calculation)).toEqual([1]);
  });

  it.each([
    ['a value', '<c><f>A2*2</f><v>7</v></c>', asked],
    ['a zero', '<c><f>A2*2</f><v>0</v></c>', ''],
    ['an empty text', '<c t="str"><f>IF(A2="","",1)</f><v></v></c>', ''],
    ['an error', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', asked],
    ['no formula', '<c><v>0</v></c><c/>', asked],
  ])('that has %s was', async (_, cell, calculation) => {
    expect(await uncomputed(`<c><v>7</v></c>${cell}`, calculation)).toBeUndefined();
  });
});
