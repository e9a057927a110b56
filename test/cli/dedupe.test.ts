import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber } from './people.ts';
import { relief } from './run.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-dedupe-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const TITLES = ['姓名', '身份证号', '部门', '项目', '金额', '发放日期', '联系电话'];
const row = (name: string, id: string, department: string, measure: string, day: string, phone = '') => [
  name,
  id,
  department,
  measure,
  '500',
  day,
  phone,
];

const twice = desk.list(
  'twice.csv',
  [
    row('甲一', idNumber(11), '民政局', '御寒', '2026-01-20'),
    row('乙二', idNumber(22), '民政局', '御寒', '2026-01-10'),
    row('甲一', idNumber(11), '民政局', '御寒', '2026-01-10'),
    row('乙二', idNumber(22), '残联', '慰问', '2026-01-10'),
    row('丙三', '', '残联', '慰问', '2026-01-10'),
  ],
  TITLES,
);
const earlier = desk.list('earlier.csv', [row('丁四', idNumber(44), '民政局', '御寒', '2026-01-01')], TITLES);
const later = desk.list(
  'later.csv',
  [
    row('丁四', idNumber(44), '民政局', '御寒', '2026-02-01'),
    row('戊五', idNumber(55), '民政局', '御寒', '2026-02-01'),
  ],
  TITLES,
);

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly places: readonly { readonly file: string; readonly row: number }[];
  readonly amount: string | null;
}

async function json(...args: readonly string[]) {
  const { code, stdout, stderr } = await relief(['dedupe', ...args, '--format', 'json']);
  const record = JSON.parse(stdout) as {
    findings: readonly Found[];
    totals: Record<string, unknown>;
    summary: { bySeverity: Record<string, number>; byRule: Record<string, number> };
  };
  const found = record.findings.map(
    ({ rule, places }) => `${rule} ${places.map((place) => `${basename(place.file)}:${place.row}`).join(' ')}`,
  );
  return { ...record, code, stderr, found };
}

const rowsIn = (path: string): string[][] => parse(readFileSync(path), { relax_column_count: true });

describe('relief dedupe', () => {
  it('tells who is paid twice, and by whom, and counts people', async () => {
    const { code, found, totals, summary } = await json(twice);
    expect(found).toEqual([
      'paid-twice twice.csv:2 twice.csv:4',
      'several-departments twice.csv:3 twice.csv:5',
      'id-missing twice.csv:6',
    ]);
    expect(totals).toMatchObject({ payouts: 5, persons: 3, amount: '2500.00' });
    expect(summary.byRule).toEqual({ 'paid-twice': 1, 'several-departments': 1, 'id-missing': 1 });
    expect(code).toBe(1);
  });

  it('takes a list without departments for that of the one it is called after, and says so', async () => {
    const titles = ['姓名', '身份证号', '金额'];
    const somebody = ['甲一', idNumber(11), '500'];
    const [one, other] = ['民政局.csv', '残联.csv'].map((name) => desk.list(name, [somebody], titles)) as [
      string,
      string,
    ];
    const { found, findings } = await json(one, other);
    expect(found).toEqual(['several-departments 民政局.csv:2 残联.csv:2']);
    expect(findings[0]?.message).toBe('残联、民政局都发了，合计1,000.00元');
    const { stdout } = await relief(['dedupe', one, other]);
    expect(stdout.replace(/\s/g, '')).toContain(`没有部门列，以文件名为部门：${one}、${other}`.replace(/\s/g, ''));
    // With a campaign it would be a guess whose list that is.
    const { found: planned } = await json(desk.campaign('plan.yaml'), one, other);
    expect(planned.filter((each) => each.startsWith('several'))).toEqual([]);
  });

  it.each([
    ['error', 1],
    ['warning', 1],
    ['never', 0],
  ])('fails on %s with %i', async (failOn, expected) => {
    const { code } = await relief(['dedupe', twice, '--fail-on', failOn]);
    expect(code).toBe(expected);
  });

  it('tells only of the rules and departments that are asked for, and fails on those alone', async () => {
    const byRule = await json(twice, '--rule', 'several-departments', '--rule', 'id-missing');
    expect(byRule.found).toEqual(['several-departments twice.csv:3 twice.csv:5', 'id-missing twice.csv:6']);
    expect(byRule.code).toBe(0);
    const byDepartment = await json(twice, '--department', '残联');
    expect(byDepartment.found).toEqual(['several-departments twice.csv:3 twice.csv:5', 'id-missing twice.csv:6']);
    expect(byDepartment.totals).toMatchObject({ payouts: 5 });
  });

  it.each([
    [['--rule', 'paid-twise'], 'paid-twice'],
    [['--department', '民证局'], '民政局'],
    [['--limit', '-1'], '--limit'],
    [['--against', twice], 'twice.csv'],
    [['--clean', desk.at('part'), '--rule', 'paid-twice'], '--rule'],
    [['--removed', desk.at('part'), '--department', '残联'], '--department'],
    [['--clean', desk.at('same'), '--removed', desk.at('same')], 'same'],
  ])('refuses %j', async (flags, said) => {
    const { code, stdout, stderr } = await relief(['dedupe', twice, ...flags]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });

  it('says that there are no lists', async () => {
    const { code, stderr } = await relief(['dedupe', desk.campaign('empty.yaml')]);
    expect(code).toBe(2);
    expect(stderr).toContain('lists:');
  });

  it('compares with what was paid earlier, and tells only of what is new', async () => {
    const { found, totals } = await json(later, '--against', earlier);
    expect(found).toEqual(['paid-twice later.csv:2 earlier.csv:2']);
    expect(totals).toMatchObject({ payouts: 2, persons: 2 });
    expect((await json(later, '--against', twice)).found).toEqual([]);
  });

  it('writes who each row is', async () => {
    const path = desk.at('who.csv');
    const { stderr } = await relief(['dedupe', twice, '--identities', path]);
    expect(stderr).toContain(path);
    expect(rowsIn(path)).toEqual([
      ['file', 'row', 'identity', 'band', 'rule', 'certain', 'posterior', 'evidence', 'person'],
      [twice, '2', '1', 'certain', 'id', '1', '', '', '1'],
      [twice, '3', '2', 'certain', 'id', '2', '', '', '1'],
      [twice, '4', '1', 'certain', 'id', '1', '', '', '1'],
      [twice, '5', '2', 'certain', 'id', '2', '', '', '1'],
      [twice, '6', '3', 'certain', 'alone', '3', '', '', '1'],
    ]);
  });

  it('writes who may be one, where anybody may', async () => {
    const path = desk.at('pairs.csv');
    const { stderr } = await relief(['dedupe', twice, '--certain', '--pairs', path]);
    expect(stderr).toContain(path);
    expect(rowsIn(path)).toEqual([
      ['file', 'row', 'person', 'other_file', 'other_row', 'other_person', 'band', 'posterior', 'evidence'],
    ]);
  });

  it('writes the list without what is not to be paid, and that alone; every row is in one of them', async () => {
    const [clean, removed] = [desk.at('clean'), desk.at('removed')];
    const { code, stderr } = await relief(['dedupe', twice, '--clean', clean, '--removed', removed]);
    expect(code).toBe(1);
    expect(stderr).toContain('同一人同一项目领了几次（1行）');
    const lines = rowsIn(twice);
    expect(rowsIn(join(clean, 'twice.csv'))).toEqual(lines.filter((_, index) => index !== 1));
    expect(rowsIn(join(removed, 'twice.csv'))).toEqual([lines[0], lines[1]]);
    for (const folder of [clean, removed]) {
      expect(readdirSync(folder)).toEqual(['twice.csv']);
      expect(statSync(join(folder, 'twice.csv')).mode & 0o777).toBe(0o600);
    }
  });

  it('removes nothing from what was paid earlier, and all that is new', async () => {
    const [clean, removed] = [desk.at('clean-later'), desk.at('removed-later')];
    await relief(['dedupe', later, '--against', earlier, '--clean', clean, '--removed', removed]);
    const [head, again, other] = rowsIn(later);
    expect(rowsIn(join(clean, 'later.csv'))).toEqual([head, other]);
    expect(rowsIn(join(removed, 'later.csv'))).toEqual([head, again]);
    expect(existsSync(join(clean, 'earlier.csv'))).toBe(false);
  });

  it('leaves a list whole of which no rule takes anything, byte by byte', async () => {
    const [clean, removed] = [desk.at('whole'), desk.at('nothing')];
    await relief(['dedupe', later, '--clean', clean, '--removed', removed]);
    expect(readFileSync(join(clean, 'later.csv')).equals(readFileSync(later))).toBe(true);
    expect(rowsIn(join(removed, 'later.csv'))).toEqual([TITLES]);
  });
});

describe('relief dedupe with rosters of people who must not be paid', () => {
  const DIED = ['姓名', '身份证号', '死亡日期'];
  const dead = desk.list('死亡人员.csv', [['乙二', idNumber(22), '2026-01-05']], DIED);
  const cars = desk.list('cars.csv', [['甲一', idNumber(11)]], DIED.slice(0, 2));
  const low = desk.list('low.csv', [['甲一', idNumber(11)]], DIED.slice(0, 2));
  const plan = desk.write(
    'rosters.yaml',
    `${readFileSync(desk.campaign('none.yaml'), 'utf8')}rosters:
  - {id: low, file: low.csv, measures: [spring]}
  - {id: dead, file: 死亡人员.csv, blocked: 已死亡}
  - {id: cars, file: cars.csv, blocked: 名下有车}
`,
  );
  const split = async (...args: readonly string[]) => {
    const [clean, removed] = [desk.at('clean-dead'), desk.at('removed-dead')];
    const { stderr } = await relief(['dedupe', twice, ...args, '--clean', clean, '--removed', removed]);
    return { stderr, clean: rowsIn(join(clean, 'twice.csv')), removed: rowsIn(join(removed, 'twice.csv')) };
  };

  it('takes out whoever died before, all of their rows, and says so', async () => {
    const lines = rowsIn(twice);
    const { stderr, clean, removed } = await split('--blocked', dead);
    expect(stderr).toContain('移出3行：同一人同一项目领了几次（1行）、不得领取的人领了钱（2行）');
    expect(removed).toEqual([0, 1, 2, 4].map((index) => lines[index]));
    expect(clean).toEqual([0, 3, 5].map((index) => lines[index]));
    for (const path of [dead, cars]) expect(existsSync(desk.at(`clean-dead/${basename(path)}`))).toBe(false);
  });

  it('looks for nobody but them among all that a campaign names; a car takes nothing away', async () => {
    const { code, findings, found, ...record } = await json(twice, plan);
    const blocked = findings.filter(({ rule }) => rule === 'blocked-payee');
    expect(blocked.map(({ severity, amount }) => `${severity} ${amount}`)).toEqual(['error 1000.00', 'hint 1000.00']);
    expect(found).toContain('blocked-payee twice.csv:3 twice.csv:5 死亡人员.csv:2');
    expect(found).toContain('blocked-payee twice.csv:2 twice.csv:4 cars.csv:2');
    expect(record).toMatchObject({ rosters: [{ file: low }, { file: dead }, { file: cars }] });
    expect(code).toBe(1);
    expect((await split(plan)).stderr).toContain('移出3行：同一人同一项目领了几次（1行）、不得领取的人领了钱（2行）');
  });

  it('tells of whoever has died by a roster of people to be reached, and takes nothing out for it', async () => {
    const said = desk.list('said.csv', [['甲一', idNumber(11), '已死亡']], ['姓名', '身份证号', '备注']);
    const campaign = desk.write('said.yaml', readFileSync(plan, 'utf8').replace(basename(low), basename(said)));
    const { found, findings } = await json(twice, campaign);
    expect(found).toContain('blocked-payee twice.csv:2 twice.csv:4 said.csv:2 cars.csv:2');
    expect(findings.find(({ message }) => message === '已死亡，仍在发放')?.severity).toBe('error');
    expect((await split(campaign)).stderr).toContain(
      '移出3行：同一人同一项目领了几次（1行）、不得领取的人领了钱（2行）',
    );
  });

  it('tells of them alone where that is asked', async () => {
    const { found } = await json(twice, '--blocked', dead, '--rule', 'blocked-payee');
    expect(found).toEqual(['blocked-payee twice.csv:3 twice.csv:5 死亡人员.csv:2']);
  });

  it('shows nobody’s number', async () => {
    for (const format of ['table', 'json', 'jsonl', 'csv', 'md']) {
      const { stdout } = await relief(['dedupe', twice, '--blocked', dead, '-f', format]);
      expect(stdout).toContain('死亡人员.csv');
      expect(stdout).not.toMatch(/\d{15}/);
    }
  });

  it('never writes over a roster', async () => {
    const before = readFileSync(dead);
    const { code } = await relief(['dedupe', twice, '--blocked', dead, '-o', dead]);
    expect(code).toBe(2);
    expect(readFileSync(dead).equals(before)).toBe(true);
  });

  it('says nothing of rosters where there are none', async () => {
    const { stdout } = await relief(['dedupe', twice, '-f', 'json']);
    expect(stdout).not.toMatch(/roster|blocked/);
  });
});
