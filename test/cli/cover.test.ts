import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber } from './people.ts';
import { relief } from './run.ts';
import { cellsOf } from './workbooks.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-cover-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const PAID = ['姓名', '身份证号', '部门', '项目', '金额', '发放日期', '户号', '银行账号'];
const ON = ['姓名', '身份证号', '街道', '居委会', '备注', '户号', '银行账号'];

/** 安一 is paid for 低保补助; others as they are given. */
const paid = (name: string, id: string, measure = '低保补助', more: readonly string[] = []) => [
  name,
  id,
  '民政局',
  measure,
  '500',
  ...(more.length > 0 ? more : ['2026-01-17', '', '']),
];
const on = (name: string, id: string, remark = '', more: readonly string[] = []) => [
  name,
  id,
  '石泉街道',
  '一居委',
  remark,
  ...(more.length > 0 ? more : ['', '']),
];

const [one, two, three, four] = [11, 22, 33, 44].map((serial) => idNumber(serial)) as [string, string, string, string];
/** The same number with one digit wrong: it fails its check digit. */
const mistyped = (id: string) => id.slice(0, 9) + String((Number(id[9]) + 1) % 10) + id.slice(10);

const CAMPAIGN = (rosters: string, measures = '') => `relief: 1
id: trial
title: 试
year: 2026
departments:
  - name: 民政局
    measures:
      - {id: low, name: 低保补助, form: cash, standard: 500元/人${measures}}
      - {id: home, name: 户补助, form: cash, standard: 500元/户}
      - {id: goods, name: 大礼包, form: goods}
rosters:
${rosters}`;
const LOW = '  - {id: low, file: roster.csv, measures: [low]}\n';

interface Case {
  readonly what: string;
  readonly list: readonly (readonly string[])[];
  readonly roster: readonly (readonly string[])[];
  /** YAML below `rosters:`; without it the roster is given on the command line. */
  readonly rosters?: string;
  /** More of the first measure. */
  readonly measure?: string;
  readonly other?: readonly (readonly string[])[];
  readonly otherTitles?: readonly string[];
  readonly found: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

const CASES: readonly Case[] = [
  {
    what: 'everybody is reached',
    list: [paid('安一', one)],
    roster: [on('安一', one)],
    found: [],
    counts: { eligible: 1, reached: 1 },
  },
  {
    what: 'somebody is on no list',
    list: [paid('安一', one)],
    roster: [on('安一', one), on('白二', two)],
    found: ['error omitted roster:3'],
    counts: { eligible: 2, reached: 1, omitted: 1, onNoList: 1 },
  },
  {
    what: 'a mistyped number on the list is no omission, nor one on the roster',
    list: [paid('安一', mistyped(one)), paid('白二', two)],
    roster: [on('安一', one), on('白二', mistyped(two))],
    found: [],
    counts: { eligible: 2, reached: 2 },
  },
  {
    what: 'a masked number and one of 15 digits are no omissions',
    list: [
      paid('安一', `${one.slice(0, 6)}********${one.slice(14)}`),
      paid('白二', two.slice(0, 6) + two.slice(8, 17)),
    ],
    roster: [on('安一', one), on('白二', two)],
    found: [],
    counts: { eligible: 2, reached: 2 },
  },
  {
    what: 'the same account and name reaches, without any number',
    list: [paid('安一', '', '低保补助', ['2026-01-17', '', '6228000000000017'])],
    roster: [on('安一', one, '', ['', '6228000000000017'])],
    found: [],
    counts: { eligible: 1, reached: 1 },
  },
  {
    what: 'one of a household reaches all of it where the measure is per household, and not otherwise',
    list: [
      paid('安一', one, '户补助', ['2026-01-17', 'DB99001', '']),
      paid('程三', three, '低保补助', ['2026-01-17', 'DB99002', '']),
    ],
    roster: [on('白二', two, '', ['DB99001', '']), on('丁四', four, '', ['DB99002', ''])],
    rosters: '  - {id: low, file: roster.csv, measures: [low, home]}\n',
    found: ['error omitted roster:3', 'warning omitted-from-measure roster:2', 'warning not-on-roster list:3'],
    counts: { eligible: 2, reached: 1, omitted: 1 },
  },
  {
    what: 'who died, moved, refused or was taken off is not counted, and 丈夫已故 excuses nobody',
    list: [],
    roster: [
      on('安一', one, '已死亡'),
      on('白二', two, '户籍迁出'),
      on('程三', three, '本人放弃'),
      on('丁四', four, '丈夫已故'),
    ],
    found: ['error omitted roster:5'],
    counts: { onRoster: 4, eligible: 1, omitted: 1 },
  },
  {
    what: 'without a number only a name can be looked for: none is an omission, a namesake without one may be the person',
    list: [paid('安一', '')],
    roster: [on('安一', ''), on('白二', '')],
    found: ['error omitted roster:3', 'warning omitted list:2 roster:2'],
    counts: { eligible: 2, onNoList: 1, unclear: 1 },
  },
  {
    what: 'a namesake with another valid number is somebody else',
    list: [paid('安一', two)],
    roster: [on('安一', one)],
    found: ['error omitted roster:2'],
    counts: { eligible: 1, onNoList: 1, unclear: 0 },
  },
  {
    what: 'who is on a list, but not for what is due',
    list: [paid('安一', one, '大礼包'), paid('白二', two)],
    roster: [on('安一', one)],
    rosters: LOW,
    found: ['warning omitted-from-measure list:2 roster:2', 'warning not-on-roster list:3'],
    counts: { eligible: 1, reached: 0, onOtherLists: 1 },
  },
  {
    what: 'a measure that no list pays yet leaves nobody out of it',
    list: [paid('安一', one, '大礼包')],
    roster: [on('安一', one)],
    rosters: LOW,
    found: [],
    counts: { eligible: 1, onOtherLists: 1 },
  },
  {
    what: 'what excludes it stands for it',
    list: [paid('安一', one, '大礼包'), paid('白二', two)],
    roster: [on('安一', one), on('白二', two)],
    rosters: LOW,
    measure: ', excludes: [goods]',
    found: [],
    counts: { onRoster: 2, eligible: 1, reached: 1 },
  },
  {
    what: 'who is not of the age is not to be reached',
    list: [paid('白二', two)],
    roster: [on('安一', one), on('白二', two)],
    rosters: LOW,
    measure: ', eligible: {age: 80+}',
    found: [],
    counts: { onRoster: 2, eligible: 1, reached: 1 },
  },
  {
    what: 'paid, and not on the roster; without a number and with a namesake there, perhaps',
    list: [paid('白二', two), paid('安一', '')],
    roster: [on('安一', one)],
    rosters: LOW,
    found: ['warning not-on-roster list:2', 'warning omitted list:3 roster:2', 'hint not-on-roster list:3'],
    counts: { eligible: 1, unclear: 1 },
  },
  {
    what: 'paid after death is an error, before it is not, and the day as of which people had to be alive decides',
    list: [
      paid('安一', one, '低保补助', ['2026-01-17', '', '']),
      paid('白二', two, '低保补助', ['2026-01-17', '', '']),
      paid('程三', three, '大礼包', ['', '', '']),
    ],
    roster: [on('安一', one), on('白二', two), on('程三', three)],
    rosters: `${LOW.replace('[low]', '[low, goods]')}  - {id: dead, file: other.csv, blocked: 已死亡}\n`,
    other: [
      ['安一', one, '2026-01-05'],
      ['白二', two, '2026-01-20'],
      ['程三', three, '2026-01-05'],
    ],
    otherTitles: ['姓名', '身份证号', '死亡日期'],
    found: ['error blocked-payee list:2 roster:2 other:2', 'error blocked-payee list:4 roster:4 other:4'],
    counts: { onRoster: 3, eligible: 0 },
  },
  {
    what: 'car owners are a hint, and dead on one roster is dead on all',
    list: [paid('安一', one)],
    roster: [on('安一', one), on('白二', two)],
    rosters: `${LOW}  - {id: cars, file: other.csv, blocked: 名下有车}\n`,
    other: [['安一', one, '沪A00001']],
    otherTitles: ['姓名', '身份证号', '车牌'],
    found: ['error omitted roster:3', 'hint blocked-payee list:2 other:2'],
    counts: { eligible: 2, reached: 1 },
  },
];

async function run({ list, roster, rosters, measure, other, otherTitles }: Case, ...more: string[]) {
  const lists = desk.list('list.csv', list, PAID);
  desk.list('roster.csv', roster, ON);
  if (other) desk.list('other.csv', other, otherTitles);
  const args =
    rosters === undefined
      ? [lists, '--roster', desk.at('roster.csv')]
      : [desk.write('campaign.yaml', CAMPAIGN(rosters, measure)), lists];
  return relief(['cover', ...args, ...more], { today: '2026-03-01' });
}

interface Record_ {
  readonly total: Readonly<Record<string, number>>;
  readonly coverage: readonly Readonly<Record<string, unknown>>[];
  readonly findings: readonly {
    severity: string;
    rule: string;
    places: readonly { file: string; row: number }[];
    fingerprint: string;
  }[];
}

const told = ({ findings }: Record_) =>
  findings.map(
    ({ severity, rule, places }) =>
      `${severity} ${rule} ${places.map(({ file, row }) => `${basename(file, '.csv')}:${row}`).join(' ')}`,
  );

describe('who was left out', () => {
  it.each(CASES.map((each) => [each.what, each] as const))('%s', async (_, each) => {
    const { code, stdout, stderr } = await run(each, '-f', 'json');
    expect(stderr).toBe('');
    const record: Record_ = JSON.parse(stdout);
    expect(told(record).toSorted()).toEqual(each.found.toSorted());
    expect(record.total).toMatchObject(each.counts);
    expect(code).toBe(each.found.some((line) => line.startsWith('error')) ? 1 : 0);
    const { onRoster, eligible, reached, onNoList, onOtherLists, unclear, excused } = record.total as never as Record<
      string,
      number
    > & {
      excused: Record<string, number>;
    };
    expect(eligible).toBe((reached ?? 0) + (onNoList ?? 0) + (onOtherLists ?? 0) + (unclear ?? 0));
    expect(onRoster).toBe((eligible ?? 0) + Object.values(excused).reduce((sum, count) => sum + count, 0));
  });

  it.each(CASES.map((each) => [each.what, each] as const))('in any order of rows, where %s', async (_, each) => {
    const prints = async (one: Case) =>
      (JSON.parse((await run(one, '-f', 'json')).stdout) as Record_).findings
        .map(({ fingerprint, rule }) => `${rule} ${fingerprint}`)
        .toSorted();
    expect(await prints({ ...each, list: each.list.toReversed(), roster: each.roster.toReversed() })).toEqual(
      await prints(each),
    );
  });
});

describe('what goes out', () => {
  const left: Case = {
    what: '',
    list: [paid('安一', one)],
    roster: [
      on('安一', one),
      on('白二', two),
      ['程三', three, '../../x', 'a/b', '', '', ''],
      ['丁四', four, 'CON', '', '', '', ''],
      ['戊五', idNumber(55), '', '', '', '', ''],
    ],
    found: [],
    counts: {},
  };

  it('is a file for each committee, none outside the folder, to be filled in', async () => {
    const out = desk.at('out');
    const { code, stderr } = await run(left, '-o', `${out}/`);
    expect(code).toBe(1);
    expect(stderr).toContain('按居委4份');
    expect(readdirSync(out).toSorted()).toEqual(
      ['_.._xa_b.xlsx', '_CON.xlsx', '没有写街镇居委.xlsx', '石泉街道一居委.xlsx', '覆盖情况.xlsx'].toSorted(),
    );
    const cells = await cellsOf(join(out, '石泉街道一居委.xlsx'));
    expect(cells).toEqual(expect.arrayContaining(['白二', '核实结果', '不在任何名单']));
    expect(cells.join()).not.toContain('程三');
  });

  it.each(['table', 'json', 'jsonl', 'csv', 'md'])(
    'shows nobody’s number as %s, and all of them when that is asked',
    async (format) => {
      expect((await run(left, '-f', format)).stdout).not.toMatch(/\d{15}/);
      expect((await run(left, '-f', format, '--show-ids')).stdout).toContain(two);
    },
  );

  it('has every row that is no person, every sheet that was left out and the day of each roster as json', async () => {
    const roster = await desk.workbook('rosters.xlsx', {
      名册: [ON, on('安一', one), ['合计', '1人']],
      说明: [['填表说明']],
    });
    const campaign = desk.write(
      'as-of.yaml',
      CAMPAIGN(`  - {id: low, file: ${roster}, measures: [low], asOf: 2025-12-31}\n`),
    );
    const { stdout } = await relief([
      'cover',
      campaign,
      desk.list('as-of.csv', [paid('安一', one)], PAID),
      '-f',
      'json',
    ]);
    const record = JSON.parse(stdout);
    expect(record.coverage).toEqual([expect.objectContaining({ roster: 'low', asOf: '2025-12-31', reached: 1 })]);
    expect(record.setAside).toContainEqual({ file: roster, sheet: '名册', row: 3, reason: 'total' });
    expect(record.skippedSheets).toEqual([expect.objectContaining({ sheet: '说明' })]);
  });

  it('has everybody who was not reached as csv', async () => {
    const { stdout } = await run(left, '-f', 'csv');
    expect(stdout.split('\r\n').filter((line) => /白二|程三|丁四|戊五/.test(line))).toHaveLength(4);
    expect(stdout).not.toContain('安一');
  });

  it('is the same for any number of threads', async () => {
    const [alone, many] = [
      await run(left, '-f', 'json', '--threads', '1'),
      await run(left, '-f', 'json', '--threads', '4'),
    ];
    expect(many.stdout).toBe(alone.stdout);
  });

  it('fails the run as it is asked to', async () => {
    expect((await run(left, '--fail-on', 'never')).code).toBe(0);
    const warned: Case = { ...left, roster: [on('安一', '')], list: [paid('安一', '')] };
    expect((await run(warned)).code).toBe(0);
    expect((await run(warned, '--fail-on', 'warning')).code).toBe(1);
  });
});

describe('without what it needs', () => {
  it.each([
    ['no roster', ['cover', desk.list('alone.csv', [paid('安一', one)], PAID)], /没有名册/],
    [
      'a roster that names nobody',
      ['cover', desk.at('alone.csv'), '--roster', desk.write('nobody.csv', '街道,居委会\n石泉,一居委\n')],
      /没有认得的表头[\s\S]*名册不用金额/,
    ],
    ['an empty roster', ['cover', desk.at('alone.csv'), '--roster', desk.write('empty.csv', '')], /文件是空的/],
    ['standard input for two things', ['cover', '-', '--roster', '-'], /标准输入（-）只能读一次/],
    [
      'a roster of a measure that the campaign does not have',
      ['cover', desk.write('mistyped.yaml', CAMPAIGN(LOW.replace('[low]', '[loww]'))), desk.at('alone.csv')],
      /“loww”不在可选之列，是不是“low”/,
    ],
  ])('%s is told', async (_, args, message) => {
    const { code, stderr } = await relief(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('a roster with its header alone is said, and never looks like nobody omitted', async () => {
    const roster = desk.write('header.csv', '姓名,身份证号\n');
    const { stdout } = await relief(['cover', desk.at('alone.csv'), '--roster', roster]);
    expect(stdout).toMatch(/名册里没有一个人：/);
    expect(stdout).not.toContain('没有遗漏');
  });

  it('without any list everybody is omitted', async () => {
    desk.list('roster.csv', [on('安一', one), on('白二', two)], ON);
    const { code, stdout } = await relief(['cover', desk.write('no-lists.yaml', CAMPAIGN(LOW)), '-f', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).summary.byRule).toEqual({ omitted: 2 });
  });

  it('what was paid earlier is nobody’s fault now', async () => {
    const list = desk.list('now.csv', [paid('安一', one)], PAID);
    const earlier = desk.list('then.csv', [paid('白二', two), paid('程三', three)], PAID);
    desk.list('roster.csv', [on('安一', one)], ON);
    desk.list('other.csv', [['白二', two]], ['姓名', '身份证号']);
    const campaign = desk.write('then.yaml', CAMPAIGN(`${LOW}  - {id: dead, file: other.csv, blocked: 已死亡}\n`));
    const { stdout } = await relief(['cover', campaign, list, '--against', earlier, '-f', 'json']);
    expect(JSON.parse(stdout).findings).toEqual([]);
  });

  it('an earlier list reaches too', async () => {
    const list = desk.list('new.csv', [paid('安一', one)], PAID);
    const earlier = desk.list('earlier.csv', [paid('白二', two)], PAID);
    const roster = desk.list('both.csv', [on('安一', one), on('白二', two)], ON);
    const { stdout } = await relief(['cover', list, '--against', earlier, '--roster', roster, '-f', 'json']);
    expect(JSON.parse(stdout).total).toMatchObject({ eligible: 2, reached: 2 });
  });

  it('never writes over a roster', async () => {
    const before = readFileSync(desk.at('both.csv'), 'utf8');
    const { code } = await relief([
      'cover',
      desk.at('new.csv'),
      '--roster',
      desk.at('both.csv'),
      '-o',
      desk.at('both.csv'),
    ]);
    expect(code).toBe(2);
    expect(readFileSync(desk.at('both.csv'), 'utf8')).toBe(before);
  });
});
