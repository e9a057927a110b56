import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../src/domain/problem.ts';
import { fillWorkbook } from '../../../src/render/xlsx/template.ts';
import { type Cell, text } from '../../../src/report/sheet.ts';
import { Archive } from '../../../src/workbook/read/archive.ts';
import { openZip } from '../../../src/workbook/read/zip.ts';
import { allOf, written } from '../../workbook/read/open.ts';
import { entriesOf, type Parts, relations, zipped } from '../../workbook/read/parts.ts';

const VALUES: ReadonlyMap<string, Cell> = new Map<string, Cell>([
  ['campaign.title', text('2017年帮困送温暖')],
  ['campaign.year', text('2017')],
  ['campaign.issuer', text('=区民政局')],
  ['total.amount', { kind: 'money', value: 3_302_030_000n }],
  ['total.yuan', { kind: 'money', value: 3_302_030_000n, in: 'yuan' }],
  ['entitled.amount', { kind: 'money', value: 33_000_000n }],
  ['unknown.amount', { kind: 'money', value: null }],
]);

/** The parts of a workbook by their names, as they are. */
async function partsOf(path: string): Promise<Record<string, Buffer>> {
  const archive = await Archive.open(path);
  const parts: Record<string, Buffer> = {};
  for (const name of archive.parts) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of archive.bytes(name)) chunks.push(Buffer.from(chunk));
    parts[name] = Buffer.concat(chunks);
  }
  await archive.close();
  return parts;
}

/** A form filled: where it was written, and what was said of it. */
async function filledForm(path: string): Promise<{ path: string; filled: number; unknown: string[] }> {
  const { filled, unknown, bytes } = await fillWorkbook(path, VALUES);
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes()) chunks.push(chunk);
  return { path: written(Buffer.concat(chunks)), filled, unknown: [...unknown] };
}

/** The sheet and the other parts of a form that is made of these, filled. */
async function filledParts(parts: Parts): Promise<Record<string, string> & { sheet: string }> {
  const { path } = await filledForm(written(zipped(entriesOf(parts))));
  const texts = Object.entries(await partsOf(path)).map(([name, bytes]) => [name, bytes.toString()]);
  const all = Object.fromEntries(texts);
  const sheet = (all['xl/worksheets/sheet1.xml'] as string).replace(/^[\s\S]*?<sheetData>|<\/sheetData>[\s\S]*$/g, '');
  return { ...all, sheet };
}

const is = (words: string) => `<is><t xml:space="preserve">${words}</t></is>`;
const inline = (address: string, words: string, attributes = '') =>
  `<c r="${address}"${attributes} t="inlineStr">${is(words)}</c>`;

const FORMS = globSync('test/workbook/edit/forms/*.{xlsx,xltx}').sort();

describe('a form', () => {
  it('is one of seven', () => expect(FORMS).toHaveLength(7));

  it.each(FORMS)('%s comes back with every part, filled', async (form) => {
    const [before, { path, unknown, filled }] = [await partsOf(form), await filledForm(form)];
    const after = await partsOf(path);
    expect(unknown).toEqual([]);
    const hasChart = Object.keys(before).some((name) => name.includes('charts/chart'));
    expect(filled).toBe(form.includes('exceljs-table') ? 10 : hasChart ? 8 : 7);
    for (const part of Object.values(after)) expect(part.toString()).not.toContain('{{campaign.title}}（');
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.keys(before).filter((name) => !before[name]?.equals(after[name] as Buffer));
    const may = /^xl\/(?:workbook|worksheets\/sheet\d|tables\/table\d|charts\/chart\d)\.xml$/;
    expect(changed.filter((name) => !may.test(name))).toEqual(form.endsWith('.xltx') ? ['[Content_Types].xml'] : []);
    expect(after['[Content_Types].xml']?.toString()).not.toContain('template');
    expect(after['xl/workbook.xml']?.toString()).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
  });

  it.each(FORMS)('%s has in its cells what it asked for, and formulas that are yet to be worked out', async (form) => {
    const { path } = await filledForm(form);
    const { sheets, rows } = await allOf(() => openZip(path));
    expect(sheets.map(({ name }) => name)).toEqual(['统计 表', '汇总']);
    const at = (row: number) => rows[0]?.find((each) => each.row === row);
    expect(at(1)?.cells[0]).toBe('2017年帮困送温暖');
    expect(at(3)?.cells.slice(0, 4)).toEqual(['项目', '2017年金额', '折合元', '备注']);
    expect(at(4)?.cells.slice(0, 4)).toEqual(['total', '3302.03', '', '共3,302.03万元']);
    expect(at(4)?.uncomputed).toEqual([2]);
    expect(at(5)).toMatchObject({ cells: ['entitled', '33', '', '共33.00万元'], uncomputed: [2] });
    expect(at(8)?.cells.slice(0, 2)).toEqual(['合计（元）', '33020300']);
    expect(rows[1]?.[0]?.uncomputed).toEqual([0]);
    if (form.includes('exceljs-table')) expect(at(4)?.cells.slice(5)).toEqual(['3302.03', "'=区民政局"]);
  });

  it.each(FORMS.filter((form) => form.includes('table')))('%s calls columns as their titles do', async (form) => {
    const { path } = await filledForm(form);
    const table = (await partsOf(path))['xl/tables/table1.xml']?.toString() ?? '';
    expect(table).toMatch(/<tableColumn [^>]*name="2017年/);
    expect(table).not.toContain('{{');
  });

  it('gives the same bytes each time', async () => {
    const [one, other] = [await filledForm(FORMS[0] ?? ''), await filledForm(FORMS[0] ?? '')];
    expect(await partsOf(one.path)).toEqual(await partsOf(other.path));
  });
});

describe('a cell of a form', () => {
  const cases: ReadonlyArray<readonly [what: string, before: string, after: string]> = [
    ['its own text', inline('A1', '{{total.amount}}', ' s="7"'), '<c r="A1" s="7"><v>3302.03</v></c>'],
    ['blanks around', inline('A1', ' {{ total.amount }} '), '<c r="A1"><v>3302.03</v></c>'],
    ['words around', inline('A1', '共{{total.amount}}万'), inline('A1', '共3,302.03万')],
    ['a value that is unknown', inline('A1', '{{unknown.amount}}'), inline('A1', '—')],
    ['a value that looks like a formula', inline('A1', '{{campaign.issuer}}'), inline('A1', "'=区民政局")],
    ['the same within words', inline('A1', '由{{campaign.issuer}}'), inline('A1', '由=区民政局')],
    ['a text that a program wrote', '<c r="A1" t="str"><v>{{campaign.year}}</v></c>', inline('A1', '2017')],
    ['no address', '<c t="inlineStr"><is><t>{{campaign.year}}</t></is></c>', inline('A1', '2017')],
    ['markup', inline('A1', '&lt;{{campaign.year}}&amp;_x005F_x0041_'), inline('A1', '&lt;2017&amp;_x005F_x0041_')],
    [
      'runs that cut it in two',
      '<c r="A1" t="inlineStr"><is><r><t>共</t></r><r><rPr><b/></rPr><t>{{total.</t></r><r><t>amount}}</t></r><r><t xml:space="preserve"> 万</t></r><rPh sb="0" eb="1"><t>gong</t></rPh></is></c>',
      '<c r="A1" t="inlineStr"><is><r><t xml:space="preserve">共</t></r><r><rPr><b/></rPr><t xml:space="preserve">3,302.03</t></r><r><t xml:space="preserve"></t></r><r><t xml:space="preserve"> 万</t></r></is></c>',
    ],
    ['nothing to ask for', '<c r="A1" s="3" t="inlineStr"><is><t>{单位}</t></is></c><c r="B1" s="2"/>', ''],
    [
      'a formula',
      '<c r="A1" s="1" t="str"><f>B1&amp;"x"</f><v>{{total.amount}}</v></c>',
      '<c r="A1" s="1"><f>B1&amp;"x"</f></c>',
    ],
    [
      'an array formula',
      '<c r="A1" cm="1"><f t="array" ref="A1">B1</f><v>0</v></c>',
      '<c r="A1" cm="1"><f t="array" ref="A1">B1</f></c>',
    ],
  ];
  it.each(cases)('with %s', async (_, before, after) => {
    const { sheet } = await filledParts({ sheetData: `<row r="1" spans="1:2">${before}</row>` });
    expect(sheet).toBe(`<row r="1" spans="1:2">${after || before}</row>`);
  });

  it('shares its text with others, which stays for them', async () => {
    const strings =
      '<si><t>{{total.amount}}</t></si><si><r><rPr><b/></rPr><t>计{{campaign.year}}</t></r></si><si><t>甲</t></si><si><t>{{no.such}}</t></si>';
    const cell = (address: string, index: number) => `<c r="${address}" t="s"><v>${index}</v></c>`;
    const form = { sheetData: `<row r="1">${cell('A1', 0)}${cell('B1', 1)}${cell('C1', 2)}</row>`, strings };
    const { sheet, 'xl/sharedStrings.xml': texts } = await filledParts(form);
    const bold = '<is><r><rPr><b/></rPr><t xml:space="preserve">计2017</t></r></is>';
    expect(sheet).toBe(
      `<row r="1"><c r="A1"><v>3302.03</v></c><c r="B1" t="inlineStr">${bold}</c>${cell('C1', 2)}</row>`,
    );
    expect(texts).toContain(strings);
    expect((await filledForm(written(zipped(entriesOf(form))))).unknown).toEqual([]);
  });

  it('in elements with a prefix of their own', async () => {
    const sheet1 = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>{{campaign.year}}</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const all = await filledParts({ replaced: { 'xl/worksheets/sheet1.xml': sheet1 } });
    expect(all['xl/worksheets/sheet1.xml']).toBe(
      sheet1.replace('<x:t>{{campaign.year}}', '<x:t xml:space="preserve">2017'),
    );
  });

  it('is never longer than a cell may be', async () => {
    const { sheet } = await filledParts({
      sheetData: `<row r="1">${inline('A1', `{{campaign.year}}${'长'.repeat(32_765)}`)}</row>`,
    });
    expect(sheet).toContain(`>2017${'长'.repeat(32_762)}…<`);
  });

  it('that asks for what there is not is told of, each once', async () => {
    const asks = [1, 2].map((row) => `<row r="${row}">${inline(`A${row}`, '{{total.amuont}} {{x}}')}</row>`).join('');
    const { unknown } = await filledForm(written(zipped(entriesOf({ sheetData: asks }))));
    expect(unknown).toEqual(['total.amuont', 'x']);
  });
});

describe('a cell with a name', () => {
  const named = (sheetData: string, range: string, afterData = '', before = '') =>
    filledParts({
      sheetData,
      afterData,
      replaced: {
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="名 单" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="Total_Yuan">${range}</definedName><definedName name="_xlnm.Print_Area">'名 单'!$A$1:$C$9</definedName></definedNames>${before}<extLst/></workbook>`,
      },
    });
  const value = '<v>33020300</v>';

  it.each([
    ['there is', '<row r="2"><c r="B2" s="4"/></row>', `'名 单'!$B$2`, `<row r="2"><c r="B2" s="4">${value}</c></row>`],
    [
      'with a text',
      `<row r="2">${inline('B2', '填')}</row>`,
      `'名 单'!$B$2`,
      `<row r="2"><c r="B2">${value}</c></row>`,
    ],
    [
      'between others',
      '<row r="2" spans="1:3"><c r="A2"/><c r="C2"/></row>',
      `'名 单'!$B$2`,
      `<row r="2"><c r="A2"/><c r="B2">${value}</c><c r="C2"/></row>`,
    ],
    [
      'in a row with a look',
      '<row r="2" s="9" customFormat="1"/>',
      `'名 单'!$B$2`,
      `<row r="2" s="9" customFormat="1"><c r="B2" s="9">${value}</c></row>`,
    ],
    [
      'in a row that is not there',
      '<row r="1"/><row r="3"/>',
      `'名 单'!$B$2`,
      `<row r="1"/><row r="2"><c r="B2">${value}</c></row><row r="3"/>`,
    ],
    [
      'below all',
      '<row r="1"/>',
      `'名 单'!$B$2,'名 单'!$A$4`,
      `<row r="1"/><row r="2"><c r="B2">${value}</c></row><row r="4"><c r="A4">${value}</c></row>`,
    ],
  ])('%s', async (_, before, range, after) => {
    expect((await named(before, range)).sheet).toBe(after);
  });

  it('that is merged, by all of it or by any of its cells', async () => {
    const merges = '<mergeCells><mergeCell ref="A2:C2"/></mergeCells>';
    for (const range of ['$A$2:$C$2', '$B$2']) {
      const { sheet } = await named('<row r="2"><c r="A2" s="1"/><c r="B2" s="1"/></row>', `'名 单'!${range}`, merges);
      expect(sheet).toBe(`<row r="2"><c r="A2" s="1">${value}</c><c r="B2" s="1"/></row>`);
    }
  });

  it.each([`'名 单'!$A$2:$C$2`, `OFFSET('名 单'!$A$2,1,1)`, '别的!$A$2', '#REF!'])('is none in %s', async (range) => {
    const before = '<row r="2"><c r="A2"/></row>';
    expect((await named(before, range)).sheet).toBe(before);
  });

  it('takes its formula away: those that went on from it have their own, and the order of calculation is made anew', async () => {
    const shared = (address: string, formula: string, value = '<v>9</v>') => `<c r="${address}">${formula}${value}</c>`;
    const rows = [
      `<row r="2">${shared('B2', `<f t="shared" si="0" ref="B2:B4">A2*$A$1+SUM(A:A,2:2)&amp;"A2"&amp;'A 2'!LOG10(A2)</f>`)}</row>`,
      `<row r="3">${shared('B3', '<f t="shared" si="0"/>')}</row>`,
      `<row r="4">${shared('B4', '<f t="shared" si="0"/>')}${shared('C4', '<f>B4</f>')}</row>`,
    ];
    const { sheet, ...parts } = await filledParts({
      sheetData: rows.join(''),
      replaced: {
        '[Content_Types].xml': '<Types><Override PartName="/xl/calcChain.xml" ContentType="c"/></Types>',
        'xl/calcChain.xml': '<calcChain><c r="B2" i="1"/></calcChain>',
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="total_yuan">表!$B$2</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
        'xl/_rels/workbook.xml.rels': relations([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'calcChain', 'calcChain.xml'],
        ]),
      },
    });
    const moved = (row: number) =>
      `<f>A${row}*$A$1+SUM(A:A,${row}:${row})&amp;&quot;A2&quot;&amp;'A 2'!LOG10(A${row})</f>`;
    expect(sheet).toBe(
      `<row r="2"><c r="B2">${value}</c></row><row r="3"><c r="B3">${moved(3)}</c></row><row r="4"><c r="B4">${moved(4)}</c><c r="C4"><f>B4</f></c></row>`,
    );
    expect(parts['xl/calcChain.xml']).toBeUndefined();
    expect(parts['[Content_Types].xml']).toBe('<Types></Types>');
    expect(parts['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
    expect(parts['xl/workbook.xml']).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  });

  it('leaves the order of calculation where no formula has gone, and says where calculation is asked for', async () => {
    const { 'xl/workbook.xml': workbook } = await named('<row r="2"/>', `'名 单'!$B$2`);
    expect(workbook).toContain('</definedNames><calcPr fullCalcOnLoad="1"/><extLst/>');
  });
});

describe('what stands beside the cells of a form', () => {
  const drawing = (words: string) =>
    `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:txBody><a:bodyPr/><a:p><a:r><a:rPr b="1"/><a:t>甲&apos;乙</a:t></a:r></a:p><a:p/>${words}</xdr:txBody></xdr:wsDr>`;
  const beside = (words: string, afterData = '') =>
    filledParts({
      sheetData: `<row r="1">${inline('A1', '{{campaign.year}}')}</row>`,
      afterData,
      replaced: {
        'xl/worksheets/_rels/sheet1.xml.rels': relations([['rId1', 'drawing', '../drawings/drawing1.xml']]),
        'xl/drawings/drawing1.xml': drawing(words),
      },
    });

  it('is filled in boxes of text, also where a placeholder is cut in two', async () => {
    const cut =
      '<a:p><a:pPr algn="ctr"/><a:r><a:rPr b="1"/><a:t>共{{total</a:t></a:r><a:r><a:t>.amount}}&amp;</a:t></a:r></a:p>';
    const { 'xl/drawings/drawing1.xml': after } = await beside(cut);
    expect(after).toBe(
      drawing(
        '<a:p><a:pPr algn="ctr"/><a:r><a:rPr b="1"/><a:t>共3,302.03</a:t></a:r><a:r><a:t>&amp;</a:t></a:r></a:p>',
      ),
    );
  });

  it('is passed on where it asks for nothing', async () => {
    const words = '<a:p><a:r><a:t>丙&apos;丁</a:t></a:r></a:p>';
    expect((await beside(words))['xl/drawings/drawing1.xml']).toBe(drawing(words));
  });

  it('is filled above and below the pages', async () => {
    const margins =
      '<headerFooter><oddHeader>&amp;C{{campaign.issuer}} &amp;P</oddHeader><oddFooter>&amp;L</oddFooter></headerFooter>';
    const all = await beside('', margins);
    expect(all['xl/worksheets/sheet1.xml']).toContain(margins.replace('{{campaign.issuer}}', '=区民政局'));
  });
});

describe('a form with macros', () => {
  it('loses them, since a workbook without the ending for them may have none', async () => {
    const parts = await filledParts({
      sheetData: `<row r="1">${inline('A1', '{{campaign.year}}')}</row>`,
      replaced: {
        '[Content_Types].xml':
          '<Types><Default Extension="bin" ContentType="b"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        'xl/vbaProject.bin': 'macros',
        'xl/_rels/workbook.xml.rels': relations([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'vbaProject', 'vbaProject.bin'],
        ]),
      },
    });
    expect(parts['xl/vbaProject.bin']).toBeUndefined();
    expect(parts['[Content_Types].xml']).toContain('spreadsheetml.sheet.main+xml');
  });
});

it.each([
  ['no zip', Buffer.from('x')],
  ['no workbook', zipped([{ name: 'word/document.xml', content: '<x/>' }])],
  [
    'a sheet that breaks off',
    zipped(entriesOf({ replaced: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' } })),
  ],
])('%s is an error of the input', async (_, bytes) => {
  await expect(fillWorkbook(written(bytes), VALUES)).rejects.toBeInstanceOf(InvalidInput);
});
