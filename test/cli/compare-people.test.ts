import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { random as randomFrom } from '../random.ts';
import { Desk, idNumber } from './people.ts';
import { relief } from './run.ts';

const TITLES = ['姓名', '身份证号', '部门', '项目', '金额', '街道', '居委', '电话'];
const row = (serial: number, others: Readonly<Record<string, string>> = {}): string[] => {
  const plain: Record<string, string> = {
    姓名: `张${'一二三四五六七八九十'[serial % 10]}${'甲乙丙丁戊己庚辛壬癸'[Math.floor(serial / 10) % 10]}`,
    身份证号: idNumber(serial),
    部门: '民政局',
    项目: '春节慰问',
    金额: '500',
    街道: '长风街道',
    居委: '一居委',
    电话: '',
  };
  return TITLES.map((title) => others[title] ?? plain[title] ?? '');
};

interface Movement {
  readonly persons: Readonly<Record<'before' | 'now' | 'added' | 'left' | 'changed' | 'same', number>>;
  readonly amount: Readonly<Record<'before' | 'now' | 'added' | 'left' | 'changed', string>>;
}
interface Told {
  readonly people: Movement & {
    readonly reasons: readonly { change: string; reason: string; persons: number; amount: string }[];
    readonly byDepartment: readonly (Movement & { department: string | null })[];
    readonly byMeasure: readonly (Movement & { measure: string | null })[];
    readonly byCommittee: readonly (Movement & { committee: string | null })[];
    readonly perhaps: number;
  };
  readonly changes: readonly {
    readonly change: string;
    readonly reason: string | null;
    readonly differences: readonly string[];
    readonly before: { readonly name: string; readonly amount: string } | null;
    readonly now: { readonly name: string; readonly amount: string; readonly measures: readonly string[] } | null;
  }[];
}

let desk: Desk;
beforeEach(() => {
  desk = new Desk(mkdtempSync(join(tmpdir(), 'compare-')));
});
const list = (name: string, rows: readonly (readonly string[])[]) => desk.list(name, rows, TITLES);
const compared = async (...args: readonly string[]): Promise<Told> =>
  JSON.parse((await relief(['compare', ...args, '-f', 'json'])).stdout) as Told;

/** Do people and money close, to the fen? */
function closes({ persons, amount }: Movement): void {
  const fen = (yuan: string) => BigInt(yuan.replace('.', ''));
  expect(persons.left + persons.changed + persons.same).toBe(persons.before);
  expect(persons.added + persons.changed + persons.same).toBe(persons.now);
  expect(fen(amount.before) - fen(amount.left) + fen(amount.added) + fen(amount.changed)).toBe(fen(amount.now));
}

describe('two lists', () => {
  it('have the same people however they are written, and tell who came, went and changed, and why', async () => {
    const last = list('last.csv', [
      row(1, { 姓名: '王 五' }),
      row(2, { 身份证号: `${idNumber(2).slice(0, 6)} ${idNumber(2).slice(6)}` }),
      row(3),
      row(4),
      row(5),
      row(6),
    ]);
    const now = list('this.csv', [
      row(1, { 姓名: '王五' }),
      row(2),
      row(3, { 金额: '600' }),
      row(3, { 项目: '走访', 金额: '100' }),
      row(7),
    ]);
    const dead = desk.list(
      'dead.csv',
      [[row(4)[0] ?? '', idNumber(4), '2016-06-01']],
      ['姓名', '身份证号', '死亡日期'],
    );
    const roster = desk.list(
      'roster.csv',
      [
        [row(5)[0] ?? '', idNumber(5), ''],
        [row(6)[0] ?? '', idNumber(6), '迁出'],
      ],
      ['姓名', '身份证号', '备注'],
    );
    const { people, changes } = await compared(last, now, '--blocked', dead, '--roster', roster);
    expect(people.persons).toEqual({ before: 6, now: 4, added: 1, left: 3, changed: 1, same: 2 });
    closes(people);
    const left = changes.filter(({ change }) => change === 'left').map(({ reason }) => reason);
    expect(left.sort()).toEqual(['deceased', 'enrolled', 'moved']);
    const changed = changes.find(({ change }) => change === 'changed');
    expect(changed?.differences).toEqual(['amount', 'measures']);
    expect([changed?.before?.amount, changed?.now?.amount, changed?.now?.measures]).toEqual([
      '500.00',
      '700.00',
      ['春节慰问', '走访'],
    ]);
    const { stdout } = await relief(['compare', last, now, '--blocked', dead, '--roster', roster]);
    expect(stdout).toMatch(/^新增1人，退出3人，变更1人，不变2人\n退出的有1人还在名册上/);
    expect(stdout).not.toContain(idNumber(4));
  });

  it('of themselves have changed nothing', async () => {
    const last = list('last.csv', [row(1), row(2)]);
    const { stdout, code } = await relief(['compare', last, list('this.csv', [row(2), row(1)])]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^两边都是这2人/);
  });

  it('name who may be one person on both sides', async () => {
    const own = { 姓名: '欧阳明华', 电话: '13800001234', 居委: '五居委' };
    const others = Array.from({ length: 40 }, (_, index) => row(index + 10));
    const last = list('last.csv', [...others, row(1, { ...own, 身份证号: '' })]);
    const now = list('this.csv', [...others, row(1, { ...own, 姓名: '欧阳明花', 身份证号: '' })]);
    const { people, changes } = await compared(last, now);
    const isOne = people.persons.same + people.persons.changed === 41;
    expect(isOne || (people.perhaps === 1 && changes.every(({ reason }) => reason === 'perhaps'))).toBe(true);
  });

  it('say that amounts are lower bounds where some are not said, and in every format the same people', async () => {
    const last = list('last.csv', [row(1), row(2)]);
    const now = list('this.csv', [row(1, { 金额: '' }), row(3)]);
    const { stdout } = await relief(['compare', last, now]);
    expect(stdout).toContain('≥');
    const csv = await relief(['compare', last, now, '-f', 'csv']);
    expect(
      csv.stdout
        .trim()
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['变化', '退出', '新增', '变更']);
    expect((await relief(['compare', last, now, '-f', 'md'])).stdout).toContain('| 退出 |');
    const book = desk.at('who.xlsx');
    expect((await relief(['compare', last, now, '-o', book])).code).toBe(0);
    const { default: excel } = await import('exceljs');
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(readFileSync(book) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '人员',
      '原因',
      '按部门',
      '按项目',
      '按居委',
      '人员明细',
    ]);
  });

  it('close in all and in every part, whatever they are', async () => {
    const random = randomFrom(7);
    const draw = () =>
      Array.from({ length: 150 }, () =>
        row(Math.floor(random() * 80), {
          部门: ['民政局', '残联', '妇联'][Math.floor(random() * 3)] ?? '',
          项目: ['春节慰问', '走访'][Math.floor(random() * 2)] ?? '',
          居委: ['一居委', '二居委', ''][Math.floor(random() * 3)] ?? '',
          金额: String(Math.floor(random() * 100_000) / 100),
        }),
      );
    const [before, after] = [draw(), draw()];
    const { people, changes } = await compared(list('last.csv', before), list('this.csv', after));
    const ids = (rows: readonly (readonly string[])[]) => new Set(rows.map((each) => each[1]));
    const [was, is] = [ids(before), ids(after)];
    expect(people.persons.left).toBe([...was].filter((id) => !is.has(id)).length);
    expect(people.persons.added).toBe([...is].filter((id) => !was.has(id)).length);
    for (const each of [people, ...people.byDepartment, ...people.byMeasure, ...people.byCommittee]) closes(each);
    const { added, left, changed } = people.persons;
    expect(changes.length).toBe(added + left + changed);
    const ofReasons = (change: string) =>
      people.reasons.filter((each) => each.change === change).reduce((sum, { persons }) => sum + persons, 0);
    expect([ofReasons('added'), ofReasons('left')]).toEqual([added, left]);
  });
});

describe('two campaigns', () => {
  const campaign = (name: string, file: string, id: string) =>
    desk.write(
      name,
      `relief: 1\nid: y${name.slice(0, 4)}\ntitle: ${name}\nyear: 2017\ndepartments:\n  - name: 民政局\n    measures: [{id: ${id}, name: 春节慰问}]\nlists: [{file: ${file}, measure: ${id}}]\n`,
    );

  it('compare the people of their lists, whose measures may have other ids', async () => {
    const own = { 项目: '' };
    list('last.csv', [row(1, own), row(2, own)]);
    list('this.csv', [row(2, own), row(3, own)]);
    const files = [campaign('2016.yaml', 'last.csv', 'a1'), campaign('2017.yaml', 'this.csv', 'b7')];
    const told = await compared(...files);
    expect(told.people.persons).toEqual({ before: 2, now: 2, added: 1, left: 1, changed: 0, same: 1 });
    expect(told.people.byMeasure.map(({ measure }) => measure)).toEqual(['春节慰问']);
    const { stdout } = await relief(['compare', ...files]);
    expect(stdout).toContain('对比：2016.yaml → 2017.yaml');
    expect(stdout).toContain('人员对比：2016.yaml → 2017.yaml');
    expect((await relief(['compare', ...files, '--no-lists'])).stdout).not.toContain('人员对比');
  });

  it('compare plans alone where one has no lists, and say so', async () => {
    list('last.csv', [row(1)]);
    const files = [campaign('2016.yaml', 'last.csv', 'a1'), desk.campaign('2017.yaml')];
    const { stdout, stderr } = await relief(['compare', ...files]);
    expect(stdout).not.toContain('人员对比');
    expect(stderr).toContain('没有名单');
  });

  it('are not compared with a list', async () => {
    const { code, stderr } = await relief(['compare', desk.campaign('a.yaml'), list('b.csv', [row(1)])]);
    expect(code).toBe(2);
    expect(stderr).toContain('b.csv');
  });
});
