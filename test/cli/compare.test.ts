import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import stringWidth from 'fast-string-width';
import { afterAll, describe, expect, it } from 'vitest';
import { expectGolden } from '../golden.ts';
import { Desk } from './people.ts';
import { relief } from './run.ts';

const CAMPAIGNS = ['putuo-2008', 'putuo-2017', 'qingpu-2025', 'ganquan-2024', 'pudong-2024'];
const file = (campaign: string) => `campaigns/${campaign}.yaml`;
const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-compare-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const SAMPLE = 'samples/district/campaign.yaml';

/** A campaign file with some of its words replaced, each of which must stand in it. */
function edited(name: string, path: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  return desk.write(
    name,
    changes.reduce(
      (text, [from, to]) => {
        expect(text).toContain(from);
        return text.replaceAll(from, to);
      },
      readFileSync(path, 'utf8'),
    ),
  );
}

/** The 2017 notice as it might have been a year later. */
const next = edited(
  'putuo-2018.yaml',
  file('putuo-2017'),
  ['id: putuo-2017', 'id: putuo-2018'],
  ['title: 2017年', 'title: 2018年'],
  ['issued: 2016-12-28', 'issued: 2017-12-20'],
  ['2016年', '2017年'],
  ['2017年1月', '2018年1月'],
  ['2017年2月', '2018年2月'],
  ['约3302.03万元', '约3400万元'],
  [
    'reach: 约600人\n        standard: 每人550元\n        amount: 33万元',
    'reach: 580人\n        standard: 每人600元\n        amount: 34.8万元',
  ],
  ['reach: 5412人\n        amount: 100余万元', 'reach: 5000户\n        amount: 120万元'],
  ['amount: 240万元', 'amount: 至少250万元'],
  ['每户200-500元不等', '每户200-400元不等'],
  ['name: 区妇联', 'name: 妇女联合会\n    aliases: [区妇联]'],
  ['id: donated-goods\n        name: 提供御寒衣被和其他日常生活物资', 'id: quilts\n        name: 棉被'],
  ['name: 走访慰问特殊困难老人', 'name: 走访特殊困难老人'],
);

describe('the shipped campaigns, two by two', () => {
  const pairs = CAMPAIGNS.flatMap((from) => CAMPAIGNS.map((to) => [from, to] as const));

  it.each(pairs)('%s against %s: exit code 0, nothing on stderr, no line too wide', async (from, to) => {
    for (const lang of ['zh', 'en']) {
      for (const width of [60, 80, 120]) {
        const args = ['compare', file(from), file(to), '--lang', lang, '--width', String(width)];
        const { code, stdout, stderr } = await relief(args);
        expect([code, stderr]).toEqual([0, '']);
        expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      }
    }
  });

  it.each(pairs)('%s against %s: every measure once, and the totals of the budgets', async (from, to) => {
    const record = JSON.parse((await relief(['compare', file(from), file(to), '-f', 'json'])).stdout);
    for (const [side, campaign] of [
      ['from', from],
      ['to', to],
    ] as const) {
      const budget = JSON.parse((await relief(['budget', file(campaign), '-f', 'json'])).stdout);
      type Each = { id: string; measures: Each[] } & Record<string, { id: string } | null>;
      const planned = budget.departments.flatMap(({ measures }: Each) => measures.map(({ id }) => id));
      const found = record.departments.flatMap(({ measures }: Each) =>
        measures.flatMap((each) => each[side]?.id ?? []),
      );
      expect(found.sort()).toEqual(planned.sort());
      const { amount, stated, reach } = budget.total;
      const isStated = record.total.amount.basis[side] === 'stated';
      expect([record.total.amount[side], record.total.reach.all[side]]).toEqual([
        amount,
        (isStated && stated.reach) || reach.all,
      ]);
    }
  });

  const SHOWN = [
    ['80.zh.txt', ['--width', '80']],
    ['120.en.txt', ['--width', '120', '--lang', 'en']],
    ['json', ['--format', 'json']],
    ['csv', ['--format', 'csv']],
    ['md', ['--format', 'md']],
  ] as const;
  it.each(SHOWN)('putuo-2008 against putuo-2017 looks as it did: %s', async (ending, args) => {
    const { stdout } = await relief(['compare', file('putuo-2008'), file('putuo-2017'), ...args]);
    expectGolden(`test/golden/compare-putuo.${ending}`, stdout);
  });

  it.each(SHOWN.filter(([ending]) => ending !== 'json'))(
    'the 2017 notice against one a year later: %s',
    async (ending, args) => {
      const { stdout } = await relief(['compare', file('putuo-2017'), next, ...args]);
      expectGolden(`test/golden/compare-next-year.${ending}`, stdout);
    },
  );
});

describe('what is said', () => {
  it('of the same file twice: nothing has changed', async () => {
    for (const campaign of [...CAMPAIGNS.map(file), SAMPLE]) {
      const { stdout } = await relief(['compare', campaign, campaign]);
      expect(stdout).toContain('两份文件的部门、项目、标准、覆盖、金额都一样。');
      expect(stdout).not.toMatch(/\u3000|新增[1-9]|取消[1-9]|提高|降低|有变化/);
    }
  });

  it('of the sample with other standards', async () => {
    const changed = edited(
      'sample.yaml',
      SAMPLE,
      ['rate: 1000元/户', 'rate: 1100元/户'],
      ['每人750元', '每人700元'],
      ['每人800-1500元', '每人900-1400元'],
      ['每户700元', '每人700元'],
    );
    const { departments, summary } = JSON.parse(
      (await relief(['compare', SAMPLE, changed, '--no-lists', '-f', 'json'])).stdout,
    );
    expect(summary.standards).toEqual({ raised: 1, lowered: 1, changed: 2, same: 15, unknown: 0 });
    type Each = { to: { id: string }; standard: { change: string }; measures: Each[] };
    const found = departments.flatMap(({ measures }: Each) =>
      measures.map(({ to, standard }) => [to.id, standard.change]),
    );
    expect(Object.fromEntries(found)).toMatchObject({
      'low-income': 'raised',
      unemployed: 'lowered',
      workers: 'changed',
      'red-cross': 'changed',
    });
  });

  it('of stated totals where one of them is not the sum of its items, and of lower bounds that they are', async () => {
    const { stdout } = await relief(['compare', file('putuo-2017'), next]);
    expect(stdout).toMatch(/合计 .*约3,302\.03 .*约3,400\.00 .*\+97\.97 .*增3\.0%/);
    expect(stdout).toContain('※ 至少一边不是全数');
    const { total } = JSON.parse((await relief(['compare', file('putuo-2017'), next, '-f', 'json'])).stdout);
    expect(total.amount).toEqual({
      from: '33020300.00',
      to: '34000000.00',
      difference: '979700.00',
      percent: '3.0',
      firmness: { from: 'about', to: 'about' },
      comparable: true,
      basis: { from: 'stated', to: 'stated' },
    });
    expect(total.stated.amount).toMatchObject({ difference: '979700.00', percent: '3.0', comparable: true });
  });

  it('同比 only of one year and the next', async () => {
    expect((await relief(['compare', file('putuo-2017'), next])).stdout).toMatch(/金额增减 +同比/);
    for (const args of [
      [file('putuo-2008'), file('putuo-2017')],
      [next, file('putuo-2017')],
    ])
      expect((await relief(['compare', ...args])).stdout).toMatch(/金额增减 +增减率/);
  });
});

describe('formats and usage', () => {
  it('csv has a row for each department and measure, with standards and reach', async () => {
    const { stdout } = await relief(['compare', file('putuo-2017'), next, '-f', 'csv']);
    const rows: Record<string, string>[] = parse(stdout, { columns: true });
    expect(rows.find((row) => row.帮困项目 === '重点优抚对象节日现金补助')).toEqual({
      部门: '民政部门',
      帮困项目: '重点优抚对象节日现金补助',
      变化: '保留',
      '2017年标准': '每人550元',
      '2018年标准': '每人600元',
      标准变化: '提高',
      '2017年覆盖': '约600人',
      '2018年覆盖': '580人',
      覆盖增减: '-20',
      覆盖同比: '约减3.3%',
      '2017年金额（元）': '330000.00',
      '2018年金额（元）': '348000.00',
      '2017年金额下限': '',
      '2018年金额下限': '',
      '金额增减（元）': '18000.00',
      同比: '增5.5%',
      备注: '',
    });
    expect(rows.find((row) => row.部门 === '合计')).toMatchObject({ '2017年金额下限': '', 同比: '约增3.0%' });
  });

  it('a workbook has the measures, the standards and the reach', async () => {
    const path = join(desk.folder, 'compare.xlsx');
    expect((await relief(['compare', file('putuo-2017'), next, '-o', path])).code).toBe(0);
    const { default: excel } = await import('exceljs');
    const workbook = await new excel.Workbook().xlsx.readFile(path);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['对比', '标准', '覆盖']);
  });

  it('into a folder it is named after both', async () => {
    const out = join(desk.folder, 'out/');
    expect((await relief(['compare', file('putuo-2008'), file('putuo-2017'), '-o', out, '-q'])).code).toBe(0);
    expect(existsSync(join(out, 'putuo-2008+putuo-2017.xlsx'))).toBe(true);
  });

  it('never overwrites a campaign', async () => {
    const { code, stderr } = await relief(['compare', file('putuo-2008'), next, '-f', 'csv', '-o', next]);
    expect([code, stderr.includes('不会覆盖')]).toEqual([2, true]);
  });

  it('tells what is wrong with either file', async () => {
    const broken = ['a.yaml', 'b.yaml'].map((name) => edited(name, SAMPLE, ['relief: 1', 'relief: 2']));
    const { code, stderr } = await relief(['compare', ...broken]);
    expect([code, ...broken.map((path) => stderr.includes(path))]).toEqual([2, true, true]);
  });

  it.each([
    [[], '要两份，先旧后新，现在是0份：relief compare 上年.yaml 今年.yaml'],
    [[SAMPLE], '现在是1份'],
    [[SAMPLE, SAMPLE, SAMPLE], '现在是3份'],
    [[SAMPLE, 'samples/district/recipients.csv'], 'samples/district/recipients.csv 是名单，另一份是活动文件'],
    [['a.csv', 'b.csv', '--only'], 'compare 比的是整份名单，不能用 --only'],
    [[SAMPLE, SAMPLE, '--fail-on', 'hint'], '没有“--fail-on”这个选项'],
  ])('%j is refused', async (args, told) => {
    const { code, stdout, stderr } = await relief(['compare', ...args]);
    expect([code, stdout, stderr.includes(told)]).toEqual([2, '', true]);
  });
});
