import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/workbook/read/archive.ts';
import { partText } from '../../../src/workbook/read/xml.ts';
import { inputOf, saved } from '../../engine/reading.ts';
import { split } from '../../write/splitting.ts';
import { entriesOf, type Parts, relations, zipped } from '../read/parts.ts';

const text = (address: string, value: string, attributes = '') =>
  `<c${address && ` r="${address}"`}${attributes} t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADER = `<row r="1" spans="1:3">${text('A1', '姓名')}${text('B1', '部门')}${text('C1', '金额')}</row>`;
const person = (row: number, name: string, amount = `<c r="C${row}"><v>${row}00</v></c>`) =>
  `<row r="${row}" spans="1:3">${text(`A${row}`, name)}${amount}</row>`;
const LIST = HEADER + [2, 3, 4, 5].map((row) => person(row, `人${'零一二三四五'[row]}`)).join('');

/** The parts of the clean workbook, or of the other, after rows have gone from one that is made of these parts. */
async function partsAfter(
  parts: Parts,
  removed: readonly number[],
  which: 'clean' | 'removed' = 'clean',
): Promise<Record<string, string>> {
  const path = saved(zipped(entriesOf(parts)), '.xlsx');
  const done = await split([inputOf(path)], { 0: removed });
  const archive = await Archive.open(join(done[which], basename(path)));
  const texts: Record<string, string> = {};
  for (const part of archive.parts) {
    texts[part] = '';
    for await (const piece of partText(archive, part)) texts[part] += piece;
  }
  await archive.close();
  return texts;
}

const SHEET = 'xl/worksheets/sheet1.xml';
/** What stands in the sheet after its rows. */
async function afterRows(afterData: string, removed: readonly number[], which?: 'clean' | 'removed') {
  const sheet = (await partsAfter({ sheetData: LIST, afterData }, removed, which))[SHEET] ?? '';
  return sheet.slice(sheet.indexOf('</sheetData>') + '</sheetData>'.length, sheet.lastIndexOf('</worksheet>'));
}

describe('what stands after the rows of a sheet', () => {
  it.each([
    [
      '<autoFilter ref="A1:C5"><sortState ref="A2:C5"/></autoFilter>',
      '<autoFilter ref="A1:C3"><sortState ref="A2:C3"/></autoFilter>',
    ],
    [
      '<mergeCells count="2"><mergeCell ref="A2:B2"/><mergeCell ref="C3:C5"/></mergeCells>',
      '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>',
    ],
    ['<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells><pageMargins left="1"/>', '<pageMargins left="1"/>'],
    ['<mergeCells/>', ''],
    [
      '<conditionalFormatting sqref="C2 C3:C5 A1"><cfRule type="x"/></conditionalFormatting>',
      '<conditionalFormatting sqref="C2:C3 A1"><cfRule type="x"/></conditionalFormatting>',
    ],
    ['<conditionalFormatting sqref="C2"><cfRule type="x"><formula>1</formula></cfRule></conditionalFormatting>', ''],
    [
      '<dataValidations count="1"><dataValidation sqref="C2:C1048576"><formula1>"a&amp;b"</formula1></dataValidation></dataValidations>',
      '<dataValidations><dataValidation sqref="C2:C1048576"><formula1>"a&amp;b"</formula1></dataValidation></dataValidations>',
    ],
    [
      '<hyperlinks><hyperlink ref="A2"/><hyperlink ref="A5" tooltip="a&#10;&quot;b&quot;"/></hyperlinks>',
      '<hyperlinks><hyperlink ref="A3" tooltip="a&#10;&quot;b&quot;"/></hyperlinks>',
    ],
    [
      '<rowBreaks count="1"><brk id="3"/></rowBreaks><colBreaks><brk id="1"/></colBreaks>',
      '<colBreaks><brk id="1"/></colBreaks>',
    ],
    [
      '<extLst><ext><x14:dataValidations xmlns:x14="x" count="1"><x14:dataValidation><xm:sqref xmlns:xm="y">C2:C4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
      '<extLst><ext><x14:dataValidations xmlns:x14="x"><x14:dataValidation><xm:sqref xmlns:xm="y">C2:C2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
    ],
    ['<!-- <mergeCell ref="A2:A3"/> --><pageSetup/>', '<!-- <mergeCell ref="A2:A3"/> --><pageSetup/>'],
  ])('%s', async (before, after) => {
    expect(await afterRows(before, [2, 4])).toBe(after);
  });
});

describe('the rows of a sheet', () => {
  const dataAfter = async (sheetData: string, removed: readonly number[], afterData = '') => {
    const sheet = (await partsAfter({ sheetData, afterData }, removed))[SHEET] ?? '';
    return sheet.slice(sheet.indexOf('<sheetData>') + '<sheetData>'.length, sheet.indexOf('</sheetData>'));
  };
  const bare = (row: string) => row.replace(' spans="1:3"', '');

  it('move up, and lose what says which columns they fill', async () => {
    expect(await dataAfter(LIST, [2, 4])).toBe(
      [HEADER, person(3, '人三'), person(5, '人五')]
        .map((row, index) => bare(row).replaceAll(/(r="[A-C]?)\d/g, `$1${index + 1}`))
        .join(''),
    );
  });

  it('have no formulas when they have moved, but their values', async () => {
    const amount = '<c r="C5" s="0" cm="1"><f t="array" ref="C5">A5*2</f><v>12.5</v></c>';
    expect(await dataAfter(LIST.replace('<c r="C5"><v>500</v></c>', amount), [2])).toContain(
      '<c r="C4" s="0"><v>12.5</v></c>',
    );
  });

  it('that have no numbers of their own are counted', async () => {
    const unnumbered = LIST.replaceAll(/ r="[A-C]?\d"/g, '');
    expect(await dataAfter(unnumbered, [2])).toContain(`<row r="4">${text('A4', '人五')}`);
  });

  it('take on what is said of their group, below blank ones and those that are not there', async () => {
    const data = [
      HEADER,
      person(2, '人一', `${text('B2', '残联')}<c r="C2"><v>1</v></c>`),
      '<row r="3"><c r="A3" s="0"/></row>',
      person(5, '人四'),
      person(6, '人五'),
    ];
    const merged = '<mergeCells><mergeCell ref="B2:B6"/></mergeCells>';
    const after = (await partsAfter({ sheetData: data.join(''), afterData: merged }, [2]))[SHEET] ?? '';
    const moved = `<row r="4">${text('A4', '人四')}${text('B4', '残联')}<c r="C4"><v>500</v></c></row>`;
    expect(after).toContain(`<row r="2"><c r="A2" s="0"/></row>${moved}`);
    expect(after).toContain('<mergeCells><mergeCell ref="B4:B5"/></mergeCells>');
  });
});

describe('what stands beside a sheet', () => {
  const names = (each: string) => `<definedNames>${each}</definedNames>`;
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const workbook = (inner: string) =>
    `<workbook xmlns="${MAIN}" xmlns:r="${R}"><sheets><sheet name="名 单" sheetId="1" r:id="rId1"/><sheet name="汇总" sheetId="2" r:id="rId2"/></sheets>${inner}</workbook>`;
  const side = (type: string, content: string): Parts => ({
    sheetData: LIST,
    replaced: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations([['rId1', type, '../side1.xml']]),
      'xl/side1.xml': content,
    },
  });

  it.each([
    [
      'table',
      `<table ref="A1:C5" totalsRowCount="1"><autoFilter ref="A1:C4"/></table>`,
      [5],
      '<table ref="A1:C4"><autoFilter ref="A1:C4"/></table>',
    ],
    ['table', `<table ref="A1:C5"/>`, [2, 3, 4, 5], '<table ref="A1:C2"/>'],
    [
      'comments',
      '<comments><commentList><comment ref="A2"><text/></comment><comment ref="B5"/></commentList></comments>',
      [2],
      '<comments><commentList><comment ref="B4"/></commentList></comments>',
    ],
    [
      'drawing',
      '<d:a><d:from><d:col>5</d:col><d:row>4</d:row></d:from></d:a>',
      [2, 3],
      '<d:a><d:from><d:col>5</d:col><d:row>2</d:row></d:from></d:a>',
    ],
    [
      'vmlDrawing',
      '<xml><v:shape id="a"><x:Anchor>1, 2, 3, 4, 5, 6, 7, 8</x:Anchor><x:Row>4</x:Row></v:shape><v:shape id="b"><x:Row>1</x:Row></v:shape><br></xml>',
      [2],
      '<xml><v:shape id="a"><x:Anchor>1, 2, 2, 4, 5, 6, 6, 8</x:Anchor><x:Row>3</x:Row></v:shape><br></xml>',
    ],
  ])('%s: %s', async (type, content, removed, wanted) => {
    expect((await partsAfter(side(type, content), removed))['xl/side1.xml']).toBe(wanted);
  });

  it('are names of ranges, formulas on other sheets, and the order of calculation', async () => {
    const other = `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">'名 单'!C5</f><v>5</v></c><c r="B1"><f>A1*2</f><v>10</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c></row>`;
    const sheetOf = (data: string) => `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
    const after = await partsAfter(
      {
        sheetData: LIST,
        replaced: {
          'xl/workbook.xml': workbook(
            names(
              `<definedName name="a">'名 单'!$A$2:$C$5,汇总!$A$5,'名 单'!$1:$1</definedName><definedName name="b">'名 单'!$A$2</definedName><definedName name="c">"x&amp;y"</definedName>`,
            ),
          ),
          'xl/_rels/workbook.xml.rels': relations([
            ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
            ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
            ['rId3', 'calcChain', 'calcChain.xml'],
          ]),
          'xl/worksheets/sheet2.xml': sheetOf(other),
          'xl/calcChain.xml': '<calcChain/>',
          '[Content_Types].xml':
            '<Types><Override PartName="/xl/calcChain.xml"/><Override PartName="/xl/workbook.xml"/></Types>',
        },
      },
      [2, 4],
    );
    expect(after['xl/workbook.xml']).toBe(
      workbook(
        names(
          `<definedName name="a">'名 单'!$A$2:$C$3,汇总!$A$5,'名 单'!$1:$1</definedName><definedName name="b">'名 单'!$A$2</definedName><definedName name="c">&quot;x&amp;y&quot;</definedName>`,
        ),
      ),
    );
    expect(after['xl/worksheets/sheet2.xml']).toBe(
      sheetOf(
        '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1*2</f><v>10</v></c></row><row r="2"><c r="A2"><v>6</v></c></row>',
      ),
    );
    expect(after['[Content_Types].xml']).toBe('<Types><Override PartName="/xl/workbook.xml"/></Types>');
    expect(after['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
    expect(Object.keys(after)).not.toContain('xl/calcChain.xml');
  });

  it('goes with a sheet of which nothing stays', async () => {
    const after = await partsAfter(
      {
        sheetData: LIST,
        replaced: {
          'xl/workbook.xml': workbook(''),
          'xl/_rels/workbook.xml.rels': relations([
            ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
            ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
          ]),
          'xl/worksheets/sheet2.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"/></x:sheetData><x:drawing r:id="rId1"/></x:worksheet>`,
          'xl/worksheets/_rels/sheet2.xml.rels': relations([['rId1', 'drawing', '../drawings/drawing1.xml']]),
          'xl/drawings/drawing1.xml': '<d/>',
        },
      },
      [2],
      'removed',
    );
    expect(after['xl/worksheets/sheet2.xml']).toBe(`<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>`);
    expect(Object.keys(after).filter((name) => /drawing|sheet2.xml.rels/.test(name))).toEqual([]);
  });
});
