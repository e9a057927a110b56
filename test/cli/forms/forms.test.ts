import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import exceljs from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../../src/domain/people/id-number.ts';
import { relief } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-forms-'));
const campaign = 'test/cli/forms/campaign.yaml';
const forms = join(folder, '表样');

beforeAll(async () => {
  const { code, stderr } = await relief([
    'forms',
    campaign,
    '--due',
    '2026-01-10',
    '--contact',
    '社会救助科 021-59720000',
    '-o',
    `${forms}/`,
  ]);
  expect(stderr).toContain('5份表样');
  expect(code).toBe(0);
});

/** The n-th invented person. */
const idOf = (nth: number) => {
  const first17 = `99000019${40 + nth}0101${100 + nth}`;
  return first17 + checkDigit(first17);
};

type Typed = Record<string, string | number>;

/** Types rows into a form as a script does, and saves it under another name. */
async function filled(unit: string, rows: ReadonlyMap<number, Typed>, name: string): Promise<string> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(join(forms, `${unit}.xlsx`));
  const sheet = book.getWorksheet('花名册');
  if (!sheet) throw new Error('no 花名册');
  const columns = new Map<string, number>();
  sheet.getRow(5).eachCell((cell, column) => columns.set(String(cell.value), column));
  for (const [row, typed] of rows) {
    for (const [title, value] of Object.entries(typed)) {
      const column = columns.get(title);
      if (column === undefined) throw new Error(`no ${title} in ${[...columns.keys()]}`);
      sheet.getRow(row).getCell(column).value = value;
    }
  }
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

interface Checked {
  readonly inputs: readonly { readonly payouts: number; readonly rejected: number }[];
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly message: string }[];
  readonly departments: readonly { readonly name: string; readonly amount: string | null }[];
}

async function readBack(...files: readonly string[]): Promise<Checked & { readonly stdout: string }> {
  const { stdout } = await relief(['dedupe', campaign, ...files, '-f', 'json']);
  return { ...JSON.parse(stdout), stdout };
}

it('makes a form for each department, and for a street that collects for all', () => {
  expect(readdirSync(forms).sort()).toEqual(
    ['团区委.xlsx', '晴川街道.xlsx', '残联.xlsx', '民政局.xlsx', '老年基金会.xlsx'].sort(),
  );
});

const person = (nth: number, more: Typed = {}): Typed => ({
  姓名: ['张三', '李四', '王五', '赵六', '孙七', '周八', '吴九', '郑十'][nth % 8] ?? '',
  身份证号: idOf(nth),
  帮困项目: '特困人员补助',
  '金额（元）': 1200,
  银行账号: `99990000000000${10 + nth}`,
  ...more,
});

/** What people type, and a form with texts, drop-downs and marks leaves readable. */
const SLOPPY: readonly (readonly [string, Typed])[] = [
  ['as it should be', {}],
  ['blanks before and behind a name', { 姓名: ' 王小明 ' }],
  ['a wide blank within a name', { 姓名: '王　五' }],
  ['a dot of another kind in a name', { 姓名: '阿依•古丽' }],
  ['blanks in an ID number', { 身份证号: `${idOf(4).slice(0, 6)} ${idOf(4).slice(6, 14)} ${idOf(4).slice(14)}` }],
  ['an apostrophe before it', { 身份证号: `'${idOf(5)}` }],
  ['full-width digits', { 身份证号: idOf(6).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))) }],
  ['a small x, or none', { 身份证号: idOf(7).toLowerCase() }],
  ['hyphens', { 身份证号: `${idOf(8).slice(0, 6)}-${idOf(8).slice(6, 14)}-${idOf(8).slice(14)}` }],
  ['a line break behind it', { 身份证号: `${idOf(9)}\n` }],
  ['a measure with a blank behind it', { 帮困项目: '特困人员补助 ' }],
  ['the people for whom it is', { 帮困项目: '特困人员' }],
  ['元 behind an amount', { '金额（元）': '1200元' }],
  ['commas in an amount', { '金额（元）': '1,200.00' }],
  ['full-width digits in an amount', { '金额（元）': '１２００' }],
  ['a sign before an amount', { '金额（元）': '￥1200' }],
  ['an amount in words', { '金额（元）': '壹仟贰佰元整' }],
  ['an account in groups', { 银行账号: '9999 0000 0000 0025' }],
  ['a telephone with hyphens', { 联系电话: '142-0000-0000' }],
  ['two telephones', { 联系电话: '14200000001/14200000002' }],
  ['a remark of several lines', { 备注: '行动不便\n由女儿代办' }],
];

it('reads back what was typed sloppily in twenty ways, without an error, and knows the department under any name', async () => {
  const rows = new Map(SLOPPY.map(([, typed], nth) => [6 + nth, person(nth, typed)]));
  // Blank rows between, below all that is printed, and a sum that nobody asked for.
  rows.set(40, person(30));
  rows.set(400, person(31));
  rows.set(401, { 姓名: '合计', '金额（元）': 1200 * (SLOPPY.length + 2) });
  const { inputs, findings, stdout } = await readBack(await filled('民政局', rows, '副本新建(2).xlsx'));
  expect(inputs.map(({ payouts, rejected }) => [payouts, rejected])).toEqual([[SLOPPY.length + 2, 0]]);
  expect(
    findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule} ${message}`),
  ).toEqual([]);
  expect(JSON.parse(stdout).byDepartment).toMatchObject([{ department: '民政局', amount: '27600.00' }]);
});

it('knows a form that came back as .xls, and reads goods, visits and a street’s list of all departments', async () => {
  const goods = await filled(
    '老年基金会',
    new Map([[6, { 姓名: '张三', 身份证号: idOf(1), 慰问品: '新春大礼包', 份数: 1 }]]),
    'a.xlsx',
  );
  const visit = await filled('残联', new Map([[6, { 姓名: '李四', 身份证号: idOf(2), '金额（元）': 1000 }]]), 'b.xlsx');
  const street = await filled(
    '晴川街道',
    new Map([
      [
        6,
        {
          姓名: '王五',
          身份证号: idOf(3),
          部门: '民政局',
          帮困项目: '特困人员补助',
          '金额（元）': 1200,
          银行账号: '9999000000000001',
        },
      ],
    ]),
    'c.xlsx',
  );
  const old = join(folder, '旧版.xls');
  writeFileSync(
    old,
    xlsx.write(xlsx.read(readFileSync(visit), { cellStyles: true }), { type: 'buffer', bookType: 'biff8' }),
  );
  const { findings, stdout } = await readBack(goods, old, street);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const amounts = JSON.parse(stdout).byDepartment.map((each: { department: string; amount: string | null }) => [
    each.department,
    each.amount,
  ]);
  expect(amounts).toEqual([
    ['民政局', '1200.00'],
    ['残联', '1000.00'],
    ['老年基金会', '0.00'],
  ]);
});

it('asks for a guardian where children are helped, and for a signature where nothing goes through a bank', async () => {
  const titlesOf = async (unit: string, sheet: string, row: number) => {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(forms, `${unit}.xlsx`));
    return (book.getWorksheet(sheet)?.getRow(row).values ?? []) as readonly string[];
  };
  expect(await titlesOf('团区委', '花名册', 5)).toEqual(
    expect.arrayContaining(['帮困项目', '监护人', '监护人电话', '银行账号']),
  );
  const visited = await titlesOf('残联', '花名册', 5);
  expect(visited).not.toEqual(expect.arrayContaining(['银行账号']));
  expect(visited).not.toEqual(expect.arrayContaining(['帮困项目']));
  expect(await titlesOf('残联', '签领表', 4)).toEqual(expect.arrayContaining(['领取人签字', '代领人', '领取日期']));
  expect(await titlesOf('晴川街道', '花名册', 5)).toEqual(expect.arrayContaining(['部门', '帮困项目']));
});

describe('a form as other programs take it', () => {
  /** The order of elements that Excel insists on (CT_Worksheet, ECMA-376 part 1, 18.3.1.99; CT_Stylesheet, 18.8.39; CT_Workbook, 18.2.27). */
  const ORDER = {
    worksheet:
      'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks',
    styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles',
    workbook: 'fileVersion workbookPr bookViews sheets definedNames calcPr',
  };

  it.each(['民政局', '残联', '晴川街道'])(
    '%s has the elements of its parts in their order, and no rule too long for Excel',
    async (unit) => {
      const { openPromise } = await import('yauzl');
      const zip = await openPromise(join(forms, `${unit}.xlsx`), { autoClose: false });
      let rules = 0;
      for await (const entry of zip.eachEntry()) {
        let xml = '';
        for await (const piece of await zip.openReadStreamPromise(entry)) xml += piece;
        const root = /<(worksheet|styleSheet|workbook) /.exec(xml)?.[1] as keyof typeof ORDER | undefined;
        if (!root) continue;
        const order = ORDER[root].split(' ');
        const children = topLevel(xml, root).map((name) => order.indexOf(name));
        expect(children).not.toContain(-1);
        expect(children).toEqual(children.toSorted((one, other) => one - other));
        for (const [, formula = ''] of xml.matchAll(/<formula1?>([^<]*)<\/formula1?>/g)) {
          rules += 1;
          const plain = formula
            .replace(/&quot;/g, '"')
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&amp;/g, '&');
          expect(plain.length).toBeLessThanOrEqual(255);
          expect(plain).not.toMatch(/[{}]/);
          expect(plain).not.toMatch(/\b(?:COUNTIF\(\$?C|IFERROR|XLOOKUP|LET|FILTER|UNIQUE|TEXTJOIN|IFS)\b/);
        }
      }
      zip.close();
      expect(rules).toBeGreaterThan(10);
    },
  );

  it('has numbers of people as text, in all rows', async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(forms, '民政局.xlsx'));
    const sheet = book.getWorksheet('花名册') as exceljs.Worksheet;
    for (const title of ['身份证号', '银行账号', '联系电话']) {
      const at = (sheet.getRow(5).values as string[]).indexOf(title);
      expect(sheet.getRow(6).getCell(at).numFmt).toBe('@');
      expect(sheet.getColumn(at).numFmt).toBe('@');
    }
  });
});

/** The names of a root's own elements, in their order, each run of one name once. */
function topLevel(xml: string, root: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name = '', self] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close) depth -= 1;
    else {
      if (depth === 1 && names.at(-1) !== name) names.push(name);
      if (!self) depth += 1;
    }
  }
  expect(depth).toBe(0);
  expect(xml).toContain(`</${root}>`);
  return names;
}

it.each([
  [['forms', campaign]],
  [['forms', campaign, '--rows', '0', '-o', 'x/']],
  [['forms', campaign, '--due', '2026-13-01', '-o', 'x/']],
])('is wrong usage: %j', async (argv) => {
  expect((await relief(argv)).code).toBe(2);
});

it('never writes over a form that is an input', async () => {
  copyFileSync(campaign, join(folder, 'campaign.yaml'));
  const { code } = await relief(['forms', join(folder, 'campaign.yaml'), '-o', join(folder, 'campaign.yaml')]);
  expect(code).toBe(2);
});
