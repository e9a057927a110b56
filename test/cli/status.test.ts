import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import stringWidth from 'fast-string-width';
import { afterAll, describe, expect, it } from 'vitest';
import { expectGolden } from '../golden.ts';
import { Desk } from './people.ts';
import { relief } from './run.ts';

const CAMPAIGNS = ['putuo-2017', 'qingpu-2025', 'putuo-2008', 'ganquan-2024', 'pudong-2024'];
const file = (campaign: string) => `campaigns/${campaign}.yaml`;
const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-status-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const TITLES = ['姓名', '部门', '项目', '金额', '发放日期'];
const all = ['民政局', '残联'].map((department) => ['王秀英', department, '春节慰问', '500', '2026-02-10']);
const campaignOf = (name: string, binding: string) =>
  desk.write(
    name,
    `relief: 1
id: desk-2026
title: 2026年元旦春节帮困送温暖活动
issued: 2025-12-20
deadlines:
  - { name: 全部发放到位, until: 2026-02-13, kind: payout, binding: ${binding} }
departments:
  - { name: 民政局, measures: [{ id: a, name: 春节慰问, form: cash, amount: 1000元 }] }
  - { name: 残联, measures: [{ id: b, name: 春节慰问, form: cash, amount: 1000元 }] }
`,
  );
const hard = campaignOf('hard.yaml', '必须');
const soft = campaignOf('soft.yaml', '原则上');
const lists = {
  good: desk.list('good.csv', all, TITLES),
  late: desk.list('late.csv', [...all, ['李强', '残联', '春节慰问', '500', '2026-02-14']], TITLES),
  missing: desk.list('missing.csv', all.slice(0, 1), TITLES),
};

describe('status of the shipped campaigns', () => {
  it('ganquan-2024 in January: its four stages, whose task is what, and what is due next', async () => {
    const { code, stdout } = await relief(['status', file('ganquan-2024'), '--as-of', '2024-01-15', '-f', 'json']);
    expect(code).toBe(0);
    const { schema, asOf, next, schedule, departments } = JSON.parse(stdout);
    expect([schema, asOf, departments]).toEqual(['relief/status@1', '2024-01-15', null]);
    expect(next).toEqual({ until: '2024-01-20', days: 5, ends: [{ what: 'stage', name: '调查摸底阶段' }] });
    type Each = { what: string; name: string; state: string; days: number; owners: string[] };
    const stages = schedule.filter(({ what }: Each) => what === 'stage');
    expect(stages.map(({ name, state, days }: Each) => [name, state, days])).toEqual([
      ['宣传发动阶段', 'over', 15],
      ['调查摸底阶段', 'under-way', 5],
      ['募捐、走访慰问阶段', 'due', 22],
      ['总结归档阶段', 'due', 45],
    ]);
    expect(schedule.find(({ name }: Each) => name === '一日捐活动')).toMatchObject({
      what: 'task',
      state: 'over',
      owners: ['机关党总支'],
      from: '2024-01-02',
      text: '2024年1月2日',
      source: '二、（三）',
    });
  });

  it.each(CAMPAIGNS)('%s needs nothing but its file on any day, whatever --fail-on says', async (campaign) => {
    for (const day of ['2007-12-01', '2017-01-20', '2024-01-16', '2025-01-28', '2099-12-31']) {
      const { code, stderr } = await relief(['status', file(campaign), '--as-of', day, '--fail-on', 'hint']);
      expect([code, stderr]).toEqual([0, '']);
    }
  });

  it.each(CAMPAIGNS.flatMap((campaign) => [60, 80, 120, 200].map((width) => [campaign, width] as const)))(
    '%s: no line of the table is wider than %i columns',
    async (campaign, width) => {
      for (const lang of ['zh', 'en']) {
        const args = ['status', file(campaign), '--as-of', '2024-01-16', '--lang', lang, '--width', String(width)];
        const { stdout } = await relief(args);
        expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      }
    },
  );

  const SHOWN = [
    ['80.zh.txt', ['--width', '80']],
    ['120.en.txt', ['--width', '120', '--lang', 'en']],
    ['json', ['--format', 'json', '--lang', 'en']],
    ['csv', ['--format', 'csv']],
    ['md', ['--format', 'md']],
  ] as const;
  const DAYS = { 'ganquan-2024': '2024-01-15', 'putuo-2017': '2017-01-28' } as const;
  it.each(
    Object.entries(DAYS).flatMap(([campaign, day]) =>
      SHOWN.map(([name, args]) => [`status-${campaign}.${name}`, campaign, day, args] as const),
    ),
  )('%s looks as it did', async (name, campaign, day, args) => {
    const { stdout } = await relief(['status', file(campaign), '--as-of', day, ...args]);
    expectGolden(`test/golden/${name}`, stdout);
  });

  it('the sample’s lists stand against its plan as they did', async () => {
    const { code, stdout } = await relief(['status', 'samples/district/campaign.yaml', '--as-of', '2026-02-14']);
    expect(code).toBe(1);
    expectGolden('test/golden/status-district.80.zh.txt', stdout);
  });
});

describe('the day', () => {
  it('is today, unless --as-of says another', async () => {
    const today = await relief(['status', file('putuo-2017')], { today: '2017-01-27' });
    expect(today.stdout).toContain('2017-01-27，');
    expect(today.stdout).toBe((await relief(['status', file('putuo-2017'), '--as-of', '2017-01-27'])).stdout);
  });
});

describe('the verdict', () => {
  it.each([
    ['2023-12-01', '没有写明正在进行的阶段', 'no stage is under way by its dates'],
    ['2024-01-15', '进行中：调查摸底阶段（还有5天）', 'under way: 调查摸底阶段 (due in 5 days)'],
    ['2024-01-15', '下一个到期：2024-01-20（还有5天）调查摸底阶段', 'next: 2024-01-20 (due in 5 days) 调查摸底阶段'],
    ['2024-01-20', '调查摸底阶段（今天截止）', '调查摸底阶段 (due today)'],
    ['2024-02-07', '期限已过：完成走访慰问工作（1天前）', 'deadline passed: 完成走访慰问工作 (1 day ago)'],
    [
      '2024-03-01',
      '各项日期都已过，最后一项到2024-02-29（1天前）',
      'every date has passed, the last of them 2024-02-29 (1 day ago)',
    ],
  ])('of ganquan-2024 on %s: %s', async (day, chinese, english) => {
    for (const [lang, words] of [
      ['zh', chinese],
      ['en', english],
    ]) {
      const { stdout } = await relief([
        'status',
        file('ganquan-2024'),
        '--as-of',
        day,
        '--lang',
        lang ?? '',
        '-f',
        'json',
      ]);
      expect(JSON.parse(stdout).verdict).toContain(words);
    }
  });

  it('of a document without dates says so, without a table', async () => {
    const { stdout } = await relief(['status', file('putuo-2008'), '--as-of', '2008-01-01']);
    expect(stdout).toContain('2008-01-01，文件没有写日期');
    expect(stdout).not.toContain('状态');
  });
});

describe('the exit code', () => {
  it.each([
    ['a date alone', [hard], '2026-03-01', 'hint', 0],
    ['lists in order', [hard, lists.good], '2026-03-01', 'hint', 0],
    ['late payouts, hard deadline', [hard, lists.late], '2026-02-14', 'error', 1],
    ['late payouts before it is past', [hard, lists.late], '2026-02-13', 'hint', 0],
    ['late payouts, soft deadline', [soft, lists.late], '2026-02-14', 'error', 0],
    ['late payouts, soft deadline, on warnings', [soft, lists.late], '2026-02-14', 'warning', 1],
    ['a department on no list', [hard, lists.missing], '2026-02-14', 'error', 1],
    ['the same, never', [hard, lists.missing], '2026-02-14', 'never', 0],
  ])('%s', async (_, files, day, severity, expected) => {
    const { code, stderr } = await relief(['status', ...files, '--as-of', day, '--fail-on', severity]);
    expect([code, stderr]).toEqual([expected, '']);
  });

  it('says why in the verdict', async () => {
    const { stdout } = await relief(['status', hard, lists.missing, '--as-of', '2026-02-14', '-f', 'json']);
    const { verdict, overdue, departments, total } = JSON.parse(stdout);
    expect(verdict).toContain('逾期1天：全部发放到位（名单上没有残联）');
    expect(overdue).toEqual({
      name: '全部发放到位',
      days: 1,
      severity: 'error',
      late: 0,
      unpaid: null,
      missing: ['残联'],
    });
    expect(departments).toMatchObject([
      { name: '民政局', missing: false, ofPlan: { of: 'amount', percent: '50.0', lowerBound: false }, late: 0 },
      { name: '残联', missing: true, planned: { amount: '1000.00' }, listed: null, ofPlan: null, late: null },
    ]);
    expect(total).toMatchObject({ planned: { amount: '2000.00' }, listed: { payouts: 1, amount: '500.00' } });
  });
});

describe('bank returns that the campaign names', () => {
  const accounts = ['6228000000000017', '6228000000000025', '6228000000000033', '6228000000000041'];
  const list = desk.list(
    'accounts.csv',
    accounts.map((account, index) => [
      `王${'甲乙丙丁'[index]}`,
      index < 3 ? '民政局' : '残联',
      '春节慰问',
      '500',
      account,
    ]),
    ['姓名', '部门', '项目', '金额', '银行账号'],
  );
  const returned = (...rows: readonly [index: number, state: string, amount?: string][]) =>
    desk.list(
      'return.csv',
      rows.map(([index, state, amount = '500']) => [accounts[index] ?? '', `王${'甲乙丙丁'[index]}`, amount, state]),
      ['账号', '户名', '金额', '交易状态'],
    );
  const plan = (binding: string) =>
    desk.write(
      'returns.yaml',
      `${readFileSync(campaignOf('own.yaml', binding), 'utf8')}lists: [{ file: accounts.csv }]\nreturns: [{ file: return.csv }]\n`,
    );
  const status = async (binding: string, ...args: readonly string[]) => {
    const ran = await relief(['status', plan(binding), '--as-of', '2026-02-14', ...args]);
    return { ...ran, json: () => JSON.parse(ran.stdout) };
  };
  const sum = (count: number, amount: string) => ({ count, amount });

  it('tell what was paid, failed and is open, by department, as reconcile does', async () => {
    returned([0, '成功'], [1, '失败'], [3, '成功', '499.99']);
    const { departments, total, notRead, inputs, overdue, verdict } = (await status('必须', '-f', 'json')).json();
    expect(departments).toMatchObject([
      { name: '民政局', paid: sum(1, '500.00'), failed: sum(1, '500.00'), open: sum(1, '500.00'), difference: '0.00' },
      { name: '残联', paid: sum(1, '499.99'), failed: sum(0, '0.00'), open: sum(0, '0.00'), difference: '-0.01' },
    ]);
    const { stdout } = await relief(['reconcile', plan('必须'), '-f', 'json']);
    const { listed: _, outliers: _outliers, usual: _usual, ...reconciled } = JSON.parse(stdout).total;
    expect(total).toMatchObject(reconciled);
    expect(notRead.returns).toBe(0);
    expect(inputs.map(({ file }: { file: string }) => file)).toContain(desk.at('return.csv'));
    expect(overdue).toMatchObject({ late: 0, unpaid: 2, missing: [] });
    expect(verdict).toContain('2笔回盘没有到账');
    expect(list).toBe(inputs[1].file);
  });

  it.each([
    ['a hard deadline', '必须', 'error', 1],
    ['a soft one', '原则上', 'error', 0],
    ['a soft one, on warnings', '原则上', 'warning', 1],
  ])('that leave payouts unpaid are work undone after %s', async (_, binding, severity, expected) => {
    returned([0, '成功']);
    expect((await status(binding, '--fail-on', severity)).code).toBe(expected);
  });

  it('that pay everybody leave nothing undone', async () => {
    returned([0, '成功'], [1, '成功'], [2, '成功'], [3, '成功']);
    const { code, stdout } = await status('必须', '--fail-on', 'hint', '--width', '200');
    expect(code).toBe(0);
    expect(stdout).toMatch(/到账笔数\s+到账金额\s+未回盘笔数\s+未回盘金额/);
    expect(stdout).not.toContain('失败笔数');
    expect(stdout).not.toContain('没有读');
  });

  it('are nothing without lists, which --no-lists leaves out', async () => {
    const { stdout } = await status('必须', '--no-lists');
    expect(stdout).toContain('本命令没有读：发放名单（1）、银行回盘（1）');
  });
});

describe('formats and usage', () => {
  it('csv has one row for each appointment, of several campaigns too', async () => {
    const args = ['status', file('ganquan-2024'), file('qingpu-2025'), '--as-of', '2025-01-28', '-f', 'csv'];
    const rows: Record<string, string>[] = parse((await relief(args)).stdout, { columns: true });
    expect(new Set(rows.map((row) => row.活动)).size).toBe(2);
    expect(rows.at(-2)).toMatchObject({ 状态: '今天截止', 天数: '0', 截止: '2025-01-28', 期限: '原则上' });
  });

  it('writes a workbook for each campaign into a folder', async () => {
    const out = join(desk.folder, 'out/');
    expect((await relief(['status', ...CAMPAIGNS.map(file), '-o', out, '-q'])).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(CAMPAIGNS.map((campaign) => `${campaign}.xlsx`).sort());
  });

  it('a workbook has the schedule, the departments and the lists', async () => {
    const path = join(desk.folder, 'status.xlsx');
    expect((await relief(['status', hard, lists.good, '--as-of', '2026-02-10', '-o', path])).code).toBe(0);
    const { default: excel } = await import('exceljs');
    const workbook = await new excel.Workbook().xlsx.readFile(path);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['进度', '各部门进度', '名单']);
    expect(workbook.worksheets[1]?.getRow(4).getCell(2).value).toBe('计划数量');
  });

  it('never overwrites a list', async () => {
    const { code, stderr } = await relief(['status', hard, lists.good, '-f', 'csv', '-o', lists.good]);
    expect([code, stderr.includes('不会覆盖'), existsSync(lists.good)]).toEqual([2, true, true]);
  });

  it.each([
    [[hard, lists.good, '--no-lists'], '写了 --no-lists，就不要再给名单'],
    [[hard, soft, lists.good], '给了名单时，活动文件只能有一份'],
    [[hard, '--sheet', '名单'], '--sheet 只对名单有用'],
  ])('%j is refused', async (args, told) => {
    const { code, stdout, stderr } = await relief(['status', ...args]);
    expect([code, stdout, stderr.includes(told)]).toEqual([2, '', true]);
  });
});
