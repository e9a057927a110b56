import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CellValue, Worksheet } from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { budgetOf } from '../../src/totals/budget/budget.ts';
import { expectGolden } from '../golden.ts';
import { zipped } from '../workbook/read/parts.ts';
import { relief } from './run.ts';
import { cellsOf, sheetsOf } from './workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const PUTUO = 'campaigns/putuo-2017.yaml';
const DISTRICT = 'samples/district/campaign.yaml';

interface Sum {
  readonly formula: string;
  readonly result: number;
}
const isSum = (value: CellValue): value is CellValue & Sum =>
  typeof value === 'object' && value !== null && 'formula' in value;

/** What a formula of sums comes to, cell by cell, as a spreadsheet would calculate it again. */
function calculated(sheet: Worksheet, formula: string): number {
  const [, inner = ''] = /^SUM\((.*)\)$/.exec(formula) ?? expect.fail(formula);
  let sum = 0;
  for (const range of inner.split(',')) {
    const [, column = '', from = '', to = from] = /^([A-Z]+)(\d+)(?::[A-Z]+(\d+))?$/.exec(range) ?? expect.fail(range);
    for (let row = Number(from); row <= Number(to); row += 1) {
      const { value } = sheet.getCell(`${column}${row}`);
      sum += isSum(value) ? calculated(sheet, value.formula) : typeof value === 'number' ? value : 0;
    }
  }
  return sum;
}

function sumsOf(sheet: Worksheet): [string, Sum][] {
  const sums: [string, Sum][] = [];
  sheet.eachRow((row) => row.eachCell(({ value, address }) => isSum(value) && sums.push([address, value])));
  return sums;
}

/** The row of the form whose cell under 部门 or 帮困项目 says this. */
function rowOf(sheet: Worksheet, text: string): Record<string, CellValue> {
  const titles: string[] = [];
  sheet.getRow(5).eachCell(({ value }, column) => {
    titles[column] = String(value);
  });
  let found: Record<string, CellValue> | undefined;
  sheet.eachRow((row) => {
    if (row.getCell(2).value !== text && row.getCell(3).value !== text) return;
    found ??= Object.fromEntries(
      [...titles.entries()].map(([column, title]) => [title ?? '', row.getCell(Math.max(column, 1)).value]),
    );
  });
  return found ?? expect.fail(`no row ${text}`);
}

const resultOf = (value: CellValue | undefined) => (value !== undefined && isSum(value) ? value.result : value);

describe('the statistics table of putuo-2017', () => {
  let sheet: Worksheet;
  beforeAll(async () => {
    await relief(['export', PUTUO, '-o', at('putuo.xlsx')]);
    [sheet] = (await sheetsOf(at('putuo.xlsx'))) as [Worksheet];
  });

  it('totals 3302.03万元 by formula', () => {
    const amount = rowOf(sheet, '合计').金额 as Sum | undefined;
    expect(amount?.formula).toMatch(/^SUM\(/);
    expect(amount?.result).toBeCloseTo(3302.03, 9);
    expect(rowOf(sheet, '其中：现金').金额).toMatchObject({ formula: expect.stringMatching(/^SUM\(/) });
  });

  it('has in every sum what the cells come to again', () => {
    const sums = sumsOf(sheet);
    expect(sums.length).toBeGreaterThan(30);
    for (const [address, { formula, result }] of sums) {
      expect(calculated(sheet, formula), address).toBeCloseTo(result, 6);
    }
  });

  it('has every department’s 小计 as in the budget', () => {
    const budget = budgetOf(readCampaign(PUTUO).campaign);
    const subtotals: Record<string, unknown> = {};
    sheet.eachRow((row) => {
      if (row.getCell(3).value !== '小计') return;
      const amount = resultOf(row.getCell(11).value);
      subtotals[String(row.getCell(2).value)] = typeof amount === 'number' ? amount.toFixed(4) : amount;
    });
    expect(subtotals).toEqual(
      Object.fromEntries(
        budget.departments.map(({ department, amount }) => [
          department.name,
          amount === null ? '—' : (Number(amount) / 1e6).toFixed(4),
        ]),
      ),
    );
  });

  it('is a form: 附件, title, unit, headings that repeat on every page of A4 landscape, and who signs', () => {
    const texts: string[] = [];
    sheet.eachRow((row) => row.eachCell(({ value }) => texts.push(String(value))));
    expect(texts).toEqual(
      expect.arrayContaining([
        '附件',
        '2017年元旦春节期间帮困送温暖工作统计表',
        '填报单位：普陀区民政局',
        '单位：万元',
        '单位负责人：',
        '审核人：',
        '填表人：',
        '联系电话：',
      ]),
    );
    const { pageSetup, views } = sheet;
    expect(pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(pageSetup.printTitlesRow).toBe('4:5');
    expect(views).toMatchObject([{ state: 'frozen', ySplit: 5 }]);
  });

  it('says “—” where the document says nothing, never 0', () => {
    expect(rowOf(sheet, '冬令御寒补助（其他补助）').金额).toBe('—');
    expect(rowOf(sheet, '教育部门').金额).toBe('—');
  });

  it('has the same bytes again, and says what it was made from', async () => {
    await relief(['export', PUTUO, '-o', at('again.xlsx')]);
    expect(readFileSync(at('again.xlsx')).equals(readFileSync(at('putuo.xlsx')))).toBe(true);
    const texts = await cellsOf(at('putuo.xlsx'));
    expect(texts).toEqual(expect.arrayContaining(['统计表', '疑点', '说明']));
    expect(texts.join('\n')).toMatch(/SHA-256 [0-9a-f]{64}/);
  });
});

// pudong-2024 has measures that overlap others, which its subtotals hold all the same.
it.each(['putuo-2008', 'qingpu-2025', 'ganquan-2024', 'pudong-2024'])(
  'the statistics table of %s adds up again',
  async (campaign) => {
    const path = at(`${campaign}.xlsx`);
    await relief(['export', `campaigns/${campaign}.yaml`, '-o', path]);
    for (const sheet of await sheetsOf(path)) {
      for (const [address, { formula, result }] of sumsOf(sheet))
        expect(calculated(sheet, formula), address).toBeCloseTo(result, 6);
    }
  },
);

describe('the statistics table with lists', () => {
  let sheets: Worksheet[];
  beforeAll(async () => {
    await relief(['export', DISTRICT, '-o', at('district.xlsx')]);
    sheets = await sheetsOf(at('district.xlsx'));
  });

  it('has the actual figures beside the plan, which add up again', () => {
    const [form, matrix] = sheets as [Worksheet, Worksheet];
    for (const sheet of [form, matrix]) {
      for (const [address, { formula, result }] of sumsOf(sheet)) {
        expect(calculated(sheet, formula), `${sheet.name} ${address}`).toBeCloseTo(result, 4);
      }
    }
    expect(sumsOf(form).length).toBeGreaterThan(20);
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['统计表', '条×块', '疑点', '说明']));
  });

  it('says what the lists pay and the document does not have', () => {
    const texts: string[] = [];
    sheets[0]?.eachRow((row) => row.eachCell(({ value }) => texts.push(String(value))));
    expect(texts).toContain('文件没有这个项目');
  });

  it('shows nobody’s number', async () => {
    expect((await cellsOf(at('district.xlsx'))).join('\n')).not.toMatch(/(?<![0-9a-f])\d{15,}(?![0-9a-f])/);
  });
});

describe('other formats of the same table', () => {
  it.each([
    ['80.zh.txt', ['--width', '80']],
    ['200.en.txt', ['--width', '200', '--lang', 'en']],
    ['csv', ['-f', 'csv']],
    ['md', ['-f', 'md']],
    ['json', ['-f', 'json']],
    ['html', ['-f', 'html']],
  ])('%s', async (ending, options) => {
    const { stdout, code } = await relief(['export', PUTUO, ...options]);
    expect(code).toBe(0);
    expectGolden(`test/golden/export-putuo-2017.${ending}`, stdout);
  });

  it('go to a folder, one file for each campaign', async () => {
    const { stderr } = await relief(['export', PUTUO, 'campaigns/putuo-2008.yaml', '-o', `${folder}/out/`]);
    expect(stderr).toMatch(/putuo-2017\.xlsx/);
    expect((await sheetsOf(join(folder, 'out', 'putuo-2008.xlsx'))).length).toBeGreaterThan(1);
  });
});

describe('hostile text', () => {
  it('is text in every format', async () => {
    const evil = '=cmd|calc <script>alert(1)</script> & "';
    const campaign = at('evil.yaml');
    writeFileSync(
      campaign,
      `relief: 1\nid: evil\ntitle: ${JSON.stringify(evil)}\nissuer: ${JSON.stringify(`@${'长'.repeat(40_000)}`)}\ndepartments:\n  - name: ${JSON.stringify(evil)}\n    measures:\n      - {id: a, name: ${JSON.stringify('+1\u0007\u202e')}, form: cash, amount: 1万元, note: ${JSON.stringify('x'.repeat(33_000))}}\n`,
    );
    const { stdout: html } = await relief(['export', campaign, '-f', 'html']);
    expect(html).not.toMatch(/<script/);
    expect(html).toContain('&#60;script&#62;');
    const { code } = await relief(['export', campaign, '-o', at('evil.xlsx')]);
    expect(code).toBe(0);
    const cells = await cellsOf(at('evil.xlsx'));
    expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    expect(Math.max(...cells.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
    expect(cells.join('')).not.toContain('\u0007');
  });
});

describe('a form of one’s own', () => {
  async function template(cells: Record<string, string>, names: Record<string, string> = {}): Promise<string> {
    const { default: excel } = await import('exceljs');
    const workbook = new excel.Workbook();
    const sheet = workbook.addWorksheet('表');
    for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
    for (const [name, address] of Object.entries(names))
      workbook.definedNames.add(`表!$${address[0]}$${address.slice(1)}`, name);
    const path = at(`template-${Object.keys(cells).length}-${Object.keys(names).length}.xlsx`);
    await workbook.xlsx.writeFile(path);
    return path;
  }

  it('is filled at its placeholders and named cells, numbers as numbers', async () => {
    const own = await template(
      { A1: '{{campaign.title}}', B2: '{{total.amount}}', C3: '共{{total.amount}}万元，{{entitled.reach}}', D4: '' },
      { total_yuan: 'D4' },
    );
    await relief(['export', PUTUO, '--template', own, '-o', at('filled.xlsx')]);
    const [sheet] = await sheetsOf(at('filled.xlsx'));
    expect(sheet?.getCell('A1').value).toBe('2017年元旦春节期间帮困送温暖活动');
    expect(sheet?.getCell('B2').value).toBe(3302.03);
    expect(sheet?.getCell('C3').value).toBe('共3,302.03万元，约600人');
    expect(sheet?.getCell('D4').value).toBe(33020300);
  });

  it.each([
    ['a placeholder that names nothing', { A1: '{{total.amuont}}' }, /\{\{total\.amuont\}\}.*total\.amount/],
    ['nothing to fill', { A1: '合计', B1: '', C1: '' }, /没有 \{\{占位\}\}/],
  ])('with %s is refused', async (_, cells, message) => {
    const { code, stderr } = await relief(['export', PUTUO, '--template', await template(cells), '-o', at('no.xlsx')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('that is no workbook is refused, and it only goes with xlsx', async () => {
    writeFileSync(at('no-workbook.xlsx'), 'x');
    const unreadable = await relief(['export', PUTUO, '--template', at('no-workbook.xlsx'), '-o', at('no.xlsx')]);
    expect(unreadable).toMatchObject({ code: 2, stderr: expect.stringContaining('不是 xlsx') });
    for (const [name, bytes, why] of [
      ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '不是 xlsx'],
      ['cut-off.xlsx', Buffer.from('PK\x03\x04 and no more'), '读不了（工作簿已损坏'],
      ['form.docx', zipped([{ name: 'word/document.xml', content: '<x/>' }]), '不是 xlsx'],
    ] as const) {
      writeFileSync(at(name), bytes);
      const refused = await relief(['export', PUTUO, '--template', at(name), '-o', at('no.xlsx')]);
      expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(why) });
    }
    const missing = await relief(['export', PUTUO, '--template', at('nowhere.xlsx'), '-o', at('no.xlsx')]);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('读不了') });
    const csv = await relief(['export', PUTUO, '--template', at('no-workbook.xlsx'), '-f', 'csv']);
    expect(csv).toMatchObject({ code: 2, stderr: expect.stringContaining('--template') });
  });
});
