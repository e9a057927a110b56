import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Desk, idNumber } from './people.ts';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-added-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Two departments: one with a single measure, one with two. */
const CAMPAIGN = `relief: 1
id: two-batches
title: 两批
issued: 2026-01-07
departments:
  - name: 民政局
    measures:
      - {id: winter, name: 冬令补助, standard: 600元/人}
  - name: 残联
    measures:
      - {id: visit, name: 走访慰问, standard: 600元/人}
      - {id: aid, name: 生活补助, standard: 600元/人}
`;
const TITLES = ['姓名', '身份证号', '金额'];
const row = (name: string, serial: number, amount = '600') => [name, idNumber(serial), amount];

let desk: Desk;
let tried = 0;
beforeEach(() => {
  tried += 1;
  const path = join(folder, String(tried));
  mkdirSync(join(path, 'own'), { recursive: true });
  mkdirSync(join(path, 'new'));
  desk = new Desk(path);
  desk.list('own/一月.csv', [row('张三', 1), row('李四', 2)], TITLES);
  desk.list('new/二月.csv', [row('李四', 2), row('王五', 3)], TITLES);
});

const campaign = (...lists: string[]) =>
  desk.write('campaign.yaml', `${CAMPAIGN}lists:\n${lists.map((each) => `  - ${each}\n`).join('')}`);
const WINTER = '{file: own/一月.csv, department: 民政局}';

// biome-ignore lint/suspicious/noExplicitAny: what commands print as JSON
type Json = any;
async function json(...args: readonly string[]): Promise<Json> {
  const { stdout, stderr } = await relief([...args, '--format', 'json', '--fail-on', 'never'], { today: '2026-01-10' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
const dedupe = (...args: readonly string[]) => json('dedupe', ...args);
const kindsOf = ({ read }: Json) => read.notes.map(({ kind }: Json) => kind);

describe('lists that are given beside a campaign', () => {
  it('are added to its own, and compared with them', async () => {
    const path = campaign(WINTER);
    const second = await dedupe(path, desk.at('new/二月.csv'), '--as', '民政局/冬令补助');
    expect(second.totals.payouts).toBe(4);
    expect(second.summary.byRule).toEqual({ 'paid-twice': 1 });
    expect(second.read).toMatchObject({ own: 1, given: 1, leftOut: 0, notes: [] });
  });

  it('are read alone with --only', async () => {
    const only = await dedupe(campaign(WINTER), desk.at('new/二月.csv'), '--only', '--as', '民政局');
    expect(only.totals.payouts).toBe(2);
    expect(only.summary.byRule).toEqual({});
    expect(only.read).toMatchObject({ own: 0, given: 1, leftOut: 1 });
  });

  it.each(['check', 'budget', 'status', 'reconcile'])('are added for %s too', async (command) => {
    const { read, inputs } = await json(command, campaign(WINTER), desk.at('new/二月.csv'));
    expect(read).toMatchObject({ own: 1, given: 1 });
    expect(inputs.filter(({ payouts }: Json) => payouts !== undefined)).toHaveLength(2);
  });

  it('are of the department’s only measure where they say no more', async () => {
    const { byDepartment } = await dedupe(campaign(WINTER), desk.at('new/二月.csv'), '--as', '民政局');
    expect(byDepartment).toMatchObject([{ department: '民政局', measures: [{ id: 'winter', payouts: 4 }] }]);
  });

  it('are each what is said of them by name', async () => {
    const other = desk.list('new/三月.csv', [row('赵六', 4)], TITLES);
    const as = ['--as', '残联/aid', '--as', '三月.csv：走访慰问'].map((each) => each.replace('：走访', '：/走访'));
    const { byDepartment } = await dedupe(campaign(WINTER), desk.at('new/二月.csv'), other, ...as);
    expect(byDepartment[1].measures).toMatchObject([
      { id: 'visit', payouts: 1 },
      { id: 'aid', payouts: 2 },
    ]);
  });

  it('have a measure that the campaign has, or none is read', async () => {
    for (const [as, said] of [
      ['民证局', '是不是“民政局”'],
      ['残联/走仿慰问', '是不是“走访慰问”'],
      ['别的.csv:残联', '没有给这份名单'],
      ['/', '部门/项目'],
    ] as const) {
      const { code, stderr } = await relief(['dedupe', campaign(WINTER), desk.at('new/二月.csv'), '--as', as]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
    }
    for (const flag of [['--as', '民政局'], ['--only']]) {
      expect((await relief(['dedupe', campaign(WINTER), ...flag])).code).toBe(2);
    }
  });
});

describe('a list that is named twice', () => {
  it.each([
    ['by its path', () => desk.at('own/../own/一月.csv'), 'same-path'],
    [
      'by its bytes',
      () => {
        copyFileSync(desk.at('own/一月.csv'), desk.at('new/副本.csv'));
        return desk.at('new/副本.csv');
      },
      'same-bytes',
    ],
  ])('%s is read once, as the campaign says, and that is said', async (_, other, kind) => {
    const found = await dedupe(campaign(WINTER), other(), '--as', '残联/aid');
    expect(found.totals.payouts).toBe(2);
    expect(found.byDepartment).toMatchObject([{ department: '民政局' }]);
    expect(kindsOf(found)).toEqual([kind]);
  });

  it('by a pattern and by itself is read once, as the entry that says more', async () => {
    const found = await dedupe(campaign('{file: own/*.csv}', '{file: own/一月.csv, department: 残联, measure: aid}'));
    expect(found.byDepartment).toMatchObject([{ measures: [{ id: 'aid', payouts: 2 }] }]);
    expect(kindsOf(found)).toEqual(['same-path']);
  });

  it('as two measures is refused; a copy as another is read, and doubted', async () => {
    const twice = campaign(
      '{file: own/一月.csv, department: 民政局}',
      '{file: own/一月.csv, department: 残联, measure: aid}',
    );
    expect((await relief(['dedupe', twice])).code).toBe(2);
    copyFileSync(desk.at('own/一月.csv'), desk.at('own/副本.csv'));
    const copy = campaign(WINTER, '{file: own/副本.csv, department: 残联, measure: aid}');
    const found = await dedupe(copy);
    expect(found.totals.payouts).toBe(4);
    expect(kindsOf(found)).toEqual(['other-measure']);
  });

  it('as a workbook and as one of its sheets has each sheet once', async () => {
    const sheet = (name: string, serial: number) => [TITLES, row(name, serial)];
    await desk.workbook('own/册.xlsx', { 一: sheet('张三', 1), 二: sheet('李四', 2) });
    const found = await dedupe(
      campaign(
        '{file: own/册.xlsx, department: 民政局}',
        '{file: own/册.xlsx, sheet: 二, department: 残联, measure: aid}',
      ),
    );
    expect(found.totals.payouts).toBe(2);
    expect(found.byDepartment.map(({ payouts }: Json) => payouts)).toEqual([1, 1]);
  });

  it('of which a workbook has one that nobody names is told of it, and nothing else on its sheets', async () => {
    const sheet = (name: string, serial: number) => [TITLES, row(name, serial)];
    const sheets = { 一: sheet('张三', 1), 二: sheet('李四', 2), 三: sheet('王五', 3), 说明: [['填表说明']] };
    await desk.workbook('own/多.xlsx', sheets);
    const of = (name: string) => `{file: own/多.xlsx, sheet: ${name}, department: 民政局}`;
    const path = campaign(of('一'), of('二'));
    const skipped = [{ file: desk.at('own/多.xlsx'), sheet: '三', why: 'not-named' }];
    expect((await dedupe(path)).skippedSheets).toEqual(skipped);
    expect((await relief(['check', path, '--width', '400'])).stdout).toContain('的工作表“三”像是名单，没有读');
    expect((await dedupe(campaign(of('一'), of('二'), '{file: own/多.xlsx}'))).skippedSheets).toMatchObject([
      { sheet: '说明' },
    ]);
  });

  it('as new and as paid earlier was paid earlier, with what the campaign says of it', async () => {
    const against = ['--against', desk.at('own/一月.csv')];
    const found = await dedupe(campaign(WINTER), desk.at('new/二月.csv'), '--as', '民政局', ...against);
    expect(found.totals.payouts).toBe(2);
    expect(found.summary.byRule).toEqual({ 'paid-twice': 1 });
    expect(kindsOf(found)).toEqual(['paid-earlier']);
  });

  it('and is another under the same name is a warning', async () => {
    writeFileSync(desk.at('new/一月.csv'), readFileSync(desk.at('new/二月.csv')));
    const args = ['dedupe', campaign(WINTER), desk.at('new/一月.csv'), '--as', '民政局', '--rule', 'shared-phone'];
    const { code, stdout } = await relief([...args, '--fail-on', 'warning', '--width', '400']);
    expect(code).toBe(1);
    expect(stdout).toContain('同名而内容不同');
    expect((await relief([...args, '--only', '--fail-on', 'warning'])).code).toBe(0);
  });
});

describe('a list whose money has left (paid:)', () => {
  const PAID = '{file: own/一月.csv, department: 民政局, paid: 2026年1月5日, batch: 第一批}';

  it('counts, keeps its rows, and the other of a repetition is taken out', async () => {
    const path = campaign(PAID, '{file: new/二月.csv, department: 民政局, batch: 第二批}');
    const [clean, removed] = [desk.at('clean'), desk.at('removed')];
    const found = await dedupe(path, '--clean', clean, '--removed', removed);
    expect(found.totals.payouts).toBe(4);
    expect(found.inputs).toMatchObject([{ paid: '2026年1月5日', batch: '第一批' }, { batch: '第二批' }]);
    expect(readFileSync(join(clean, '二月.csv'), 'utf8')).not.toContain(idNumber(2));
    expect(readFileSync(join(removed, '二月.csv'), 'utf8')).toContain(idNumber(2));
  });

  it.each([
    ['2026年1月5日', ['late-payout', 'blocked-payee']],
    ['2026-01-03', ['late-payout']],
    ['2026年1月', ['blocked-payee']],
    ['2025年12月', []],
    ['2026年1月1日', []],
    ['true', ['blocked-payee']],
  ])('was paid when its entry says: %s', async (paid, rules) => {
    desk.list('dead.csv', [['李四', idNumber(2), '2026-01-04']], ['姓名', '身份证号', '死亡日期']);
    const path = campaign(`{file: own/一月.csv, department: 民政局, paid: ${paid}}`);
    const dated = readFileSync(path, 'utf8');
    const more = 'deadlines: [{name: 发放到位, until: 2026-01-02, kind: payout}]\n';
    const dead = 'rosters: [{id: dead, file: dead.csv, blocked: 死亡}]\n';
    const whole = desk.write('paid-when.yaml', `${dated}${more}${dead}`);
    const { summary } = await dedupe(whole);
    const asked = ['late-payout', 'blocked-payee'].filter((rule) => summary.byRule[rule] > 0);
    expect(asked).toEqual(rules);
  });

  it('has its batch’s totals beside those of others', async () => {
    const { byBatch } = await dedupe(campaign(PAID, '{file: new/二月.csv, department: 民政局}'));
    expect(byBatch).toEqual([
      { batch: '第一批', payouts: 2, persons: 2, amount: '1200.00', withoutAmount: 0 },
      { batch: null, payouts: 2, persons: 2, amount: '1200.00', withoutAmount: 0 },
    ]);
    const { stdout } = await relief(['budget', campaign(PAID, '{file: new/二月.csv, department: 民政局}')]);
    expect(stdout).toMatch(/各批次[\s\S]*第一批 +2 +2 +0\.12\n（没有写批次） +2 +2 +0\.12/);
  });

  it('is not written again to what may be paid', async () => {
    const { stderr } = await relief(['dedupe', campaign(PAID), '--clean', desk.at('clean')]);
    expect(stderr).toContain('没有写出');
    expect(stderr).not.toContain('已写入');
  });
});
