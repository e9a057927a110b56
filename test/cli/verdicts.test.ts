import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber } from './people.ts';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-verdicts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const desk = new Desk(folder);

const NAMES = [...'甲乙丙丁戊己庚辛壬癸'].map((name) => `孙${name}`);
const wrongId = (serial: number) => idNumber(serial).replace(/.$/, (digit) => (digit === '1' ? '2' : '1'));
const account = (serial: number) => `99280000000000${String(serial).padStart(2, '0')}`;
const LISTED = ['姓名', '身份证号', '金额', '银行账号'];
const listed = (serial: number, id = idNumber(serial)) => [NAMES[serial] ?? '', id, '500', account(serial)];
const ENROLLED = ['姓名', '身份证号', '街道', '人员状态'];
const enrolled = (serial: number, id = idNumber(serial)) => [NAMES[serial] ?? '', id, '长风街道', '正常'];
const RETURNED = ['账号', '户名', '金额', '交易结果', '失败原因'];
const returned = (serial: number, result = '成功') => [account(serial), NAMES[serial] ?? '', '500', result, ''];

const campaign = (name: string, measures: string) =>
  desk.write(
    `${name}.yaml`,
    `relief: 1
id: ${name}
title: 结论
issued: 2026-01-07
deadlines:
  - {name: 发放到位, until: 2026-01-20, kind: payout}
departments:
  - name: 民政局
    measures:
      - {id: winter, name: 冬令补助, form: cash, standard: 500元/人}
      - {id: spring, name: 春节补助, form: cash, standard: 500元/人}
      - {id: gift, name: 大礼包, form: goods}
lists:
  - {file: ${name}-winter.csv, department: 民政局, measure: winter}
  - {file: ${name}-spring.csv, department: 民政局, measure: spring}
rosters:
  - {id: poor, file: ${name}-roster.csv, measures: [${measures}]}
returns:
  - {file: ${name}-bank.csv}
`,
  );
const run = (...args: readonly string[]) => relief([...args, '--width', '200'], { today: '2026-01-15' });
// biome-ignore lint/suspicious/noExplicitAny: what commands print as JSON
const json = async (...args: readonly string[]): Promise<any> =>
  JSON.parse((await run(...args, '--format', 'json', '--fail-on', 'never')).stdout);
const lines = (stdout: string) => stdout.trimEnd().split('\n');

/** Two lists that pay the same people, of measures that no file says the departments of. */
async function unplaced(more: string) {
  const named = 'unplaced';
  const path = desk.write(
    `${named}.yaml`,
    `relief: 1
id: ${named}
title: 部门没有写
issued: 2026-01-07
departments:
  - {name: 民政局, measures: [{id: one, name: 冬令补助, form: cash, standard: 500元/人}]}
  - {name: 残联, measures: [{id: other, name: 春节补助, form: cash, standard: 500元/人}]}
lists: [{file: ${named}-a.csv${more}}, {file: ${named}-b.csv${more}}]
`,
  );
  for (const list of ['a', 'b']) {
    const rows = [1, 2].map((serial) => [...listed(serial), list === 'a' ? '甲项' : '乙项']);
    desk.list(`${named}-${list}.csv`, rows, [...LISTED, '项目']);
  }
  return run('dedupe', path);
}

/** Everybody gets what is due, and nothing is wrong. */
function good(name: string): string {
  desk.list(
    `${name}-winter.csv`,
    [1, 2].map((serial) => listed(serial)),
    LISTED,
  );
  desk.list(
    `${name}-spring.csv`,
    [3, 4].map((serial) => listed(serial)),
    LISTED,
  );
  desk.list(
    `${name}-roster.csv`,
    [1, 2].map((serial) => enrolled(serial)),
    ENROLLED,
  );
  desk.list(
    `${name}-bank.csv`,
    [1, 2, 3, 4].map((serial) => returned(serial)),
    RETURNED,
  );
  return campaign(name, 'winter');
}

describe('the verdict', () => {
  const path = good('good');

  it.each([
    ['check', '没有发现错误和警告'],
    ['dedupe', '可以发放'],
    ['cover', '没有遗漏'],
    ['reconcile', '账都对上了'],
  ])('of %s is the first line, with what was read, and the last', async (command, verdict) => {
    const { code, stdout } = await run(command, path);
    const all = lines(stdout);
    expect(code).toBe(0);
    expect(all[0]).toMatch(new RegExp(`^${verdict}.*（读了活动自己的名单2份、名册1份`));
    expect(all.at(-1)).toMatch(new RegExp(`^${verdict}`));
  });

  it.each(['check', 'dedupe', 'cover', 'reconcile'])(
    'of %s is said, with its counts, where a file is written',
    async (command) => {
      const { stdout, stderr } = await run(command, path, '-o', desk.at(`${command}.json`));
      expect(stdout).toBe('');
      expect(stderr).toMatch(/；错误 0，警告 \d+，提示 \d+\n$/);
      expect((await run(command, path, '-o', desk.at(`${command}.json`), '--quiet')).stderr).toBe('');
    },
  );
});

describe('of payouts that belong to nothing in the campaign', () => {
  const path = desk.write(
    'nowhere.yaml',
    `relief: 1
id: nowhere
title: 没有写部门和项目
issued: 2026-01-07
departments:
  - {name: 民政局, measures: [{id: one, name: 冬令补助, form: cash, standard: 500元/人}]}
  - {name: 残联, measures: [{id: other, name: 春节补助, form: cash, standard: 500元/人}]}
lists: [{file: nowhere-*.csv}]
`,
  );
  desk.list(
    'nowhere-a.csv',
    [1, 2].map((serial) => listed(serial)),
    LISTED,
  );
  const LINE = /nowhere-a\.csv：2行（1,000\.00元）对不上活动文件的部门和项目，标准.*没有查：用 --as 部门\/项目/;

  it.each(['check', 'dedupe', 'status', 'budget'])('%s never says that all is well', async (command) => {
    const { stdout } = await run(command, path);
    expect(lines(stdout)[0]).toMatch(LINE);
    expect(stdout).not.toMatch(/可以发放|^没有发现错误和警告[^，]/m);
  });

  it('says so where only sums are written, and where money is to leave', async () => {
    const { stderr } = await run('export', path, '-o', desk.at('nowhere.xlsx'));
    expect(stderr).toMatch(LINE);
    const paid = await relief(['pay', path], { today: '2026-01-15' });
    expect(paid.stdout.replaceAll('\n', '')).toMatch(/2行（1,000\.00元）对不上活动文件的部门和项目/);
  });

  it('is said where rosters and the plan ask for measures', async () => {
    desk.list(
      'nowhere-roster.csv',
      [1, 2].map((serial) => enrolled(serial)),
      ENROLLED,
    );
    const due = desk.write(
      'nowhere-due.yaml',
      `relief: 1
id: nowhere-due
title: 没有写部门和项目
issued: 2026-01-07
departments:
  - {name: 民政局, measures: [{id: one, name: 冬令补助, form: cash, standard: 500元/人}, {id: two, name: 春节补助, form: cash}]}
lists: [{file: nowhere-a.csv}]
rosters: [{id: poor, file: nowhere-roster.csv, measures: [one]}]
`,
    );
    const cause = 'nowhere-a.csv：2行（1,000.00元）有部门，对不上活动文件的项目';
    expect((await run('cover', due)).stdout).toContain(`${cause}，领的是不是名册该得的项目，看不出来`);
    expect((await run('reconcile', due)).stdout).toContain(`${cause}，没有算进任何项目，与计划对不上`);
  });

  it('has nothing to say once it is said whose the list is', async () => {
    const { stdout } = await run('dedupe', path, '--only', desk.at('nowhere-a.csv'), '--as', '民政局/冬令补助');
    expect(lines(stdout)[0]).toMatch(/^可以发放/);
  });
});

describe('of a campaign with others below it', () => {
  it('says that their lists were not read', async () => {
    desk.write('below.yaml', 'relief: 1\nid: below\ntitle: 街道\nissued: 2026-01-07\nlists: [{file: below.csv}]\n');
    desk.list('below.csv', [listed(1)], LISTED);
    desk.list('above.csv', [listed(1)], LISTED);
    const path = desk.write(
      'above.yaml',
      `relief: 1
id: above
title: 区里
issued: 2026-01-07
parts: [below.yaml]
departments:
  - {name: 民政局, measures: [{id: one, name: 冬令补助, form: cash, delivery: bank, standard: 500元/人}]}
lists: [{file: above.csv}]
`,
    );
    expect(lines((await run('dedupe', path)).stdout)[0]).toMatch(/^没有错误和警告，但本命令没有读：下级活动（1）/);
  });
});

describe('check of a campaign', () => {
  desk.list('bad-winter.csv', [listed(1, wrongId(1)), listed(2)], LISTED);
  desk.list('bad-spring.csv', [listed(3)], LISTED);
  desk.list('bad-roster.csv', [enrolled(2, wrongId(2)), enrolled(3)], ENROLLED);
  desk.list('bad-bank.csv', [returned(1, '他行'), returned(2)], RETURNED);
  const path = campaign('bad', 'winter');

  it('finds what is wrong with rows of its lists, rosters and bank returns', async () => {
    const { findings, summary, returns, rosters } = await json('check', path);
    const told = findings.map(({ rule, places: [{ file, row }] }: (typeof findings)[number]) => [rule, file, row]);
    expect(told).toEqual([
      ['unquantified-measure', path, 12],
      ['payment-unclear', desk.at('bad-bank.csv'), 2],
      ['id-checksum', desk.at('bad-winter.csv'), 2],
      ['id-checksum', desk.at('bad-roster.csv'), 2],
    ]);
    expect(summary.bySeverity).toEqual({ error: 2, warning: 1, hint: 0 });
    expect([returns, rosters]).toMatchObject([[{ payouts: 2 }], [{ payouts: 2 }]]);
    expect((await run('check', path)).code).toBe(1);
  });

  it('says in its first line what it did not read, with --no-lists', async () => {
    const { code, stdout } = await run('check', path, '--no-lists');
    expect(code).toBe(0);
    expect(lines(stdout)[0]).toContain('没有读发放名单（2）、名册（1）、银行回盘（1）（--no-lists）');
  });

  it('never says more than was asked', async () => {
    const { stdout } = await run('check', good('more'));
    expect(stdout).not.toContain('可以发放');
    expect(lines(stdout).at(-1)).toContain('谁领了几次没有查（relief dedupe）');
  });
});

describe('check of a file by itself', () => {
  it('knows a roster by its columns, and says so', async () => {
    const roster = desk.list('名册.csv', [enrolled(1, wrongId(1)), enrolled(2)], ENROLLED);
    for (const args of [[roster], ['--roster', roster]]) {
      const { code, stdout } = await run('check', ...args);
      expect(code).toBe(1);
      expect(lines(stdout)[0]).toContain('读了名册1份');
      expect(stdout).toContain('id-checksum');
    }
    expect((await run('check', roster)).stdout).toContain('按名册查的');
  });

  it('knows a bank return by its columns', async () => {
    const bank = desk.list('回盘.csv', [returned(1, '他行'), returned(2)], RETURNED);
    for (const args of [[bank], ['--returns', bank]]) {
      const { stdout } = await run('check', ...args);
      expect(lines(stdout)[0]).toContain('读了银行回盘1份');
      expect(stdout).toContain('payment-unclear');
    }
  });

  it('takes a list that only forgot its amounts for no roster', async () => {
    const list = desk.list(
      '忘了.csv',
      [['孙甲', idNumber(1), '民政局', '长风街道']],
      ['姓名', '身份证号', '部门', '街道'],
    );
    const { code, stderr } = await run('check', list);
    expect([code, stderr]).toEqual([2, expect.stringContaining('金额')]);
  });
});

describe('nobody is said to be left out', () => {
  const cover = async (name: string, measures: string) => {
    const path = campaign(name, measures);
    const { stdout } = await run('cover', path);
    const promise = lines(stdout).find((line) => line.startsWith('不遗漏')) ?? '';
    return { record: await json('cover', path), first: lines(stdout)[0] ?? '', promise, stdout };
  };

  it('while somebody lacks one of two measures that are due', async () => {
    good('lack');
    desk.list(
      'lack-roster.csv',
      [1, 2].map((serial) => enrolled(serial)),
      ENROLLED,
    );
    desk.list(
      'lack-spring.csv',
      [2, 4].map((serial) => listed(serial)),
      LISTED,
    );
    const { record, first, promise, stdout } = await cover('lack', 'winter, spring');
    expect(record.total).toMatchObject({
      omitted: 0,
      lacking: { people: 1, measures: [{ measure: '春节补助', people: 1 }] },
    });
    expect(first).toContain('1人在名单上，但没有应得的项目：春节补助（1人）');
    expect(promise).toBe('不遗漏  1人没有应得的项目');
    expect(stdout).not.toContain('没有遗漏');
  });

  it('while somebody is on no list and another lacks a measure: both are counted', async () => {
    good('both');
    desk.list(
      'both-roster.csv',
      [1, 3, 9].map((serial) => enrolled(serial)),
      ENROLLED,
    );
    const { promise, stdout } = await cover('both', 'winter');
    expect(promise).toBe('不遗漏  遗漏1人：在名册上，不在任何名单上；1人没有应得的项目');
    expect(stdout).toContain('1人在名单上，但没有应得的项目：冬令补助（1人）');
  });

  it('while a measure that is due has no list yet', async () => {
    good('unlisted');
    const { record, first, promise } = await cover('unlisted', 'winter, gift');
    expect(record.total.lacking).toEqual({ people: 0, measures: [], unlisted: [{ measure: '大礼包', people: 2 }] });
    expect(first).toContain('还没有名单，没有查：大礼包（2人）');
    expect(promise).toBe('不遗漏  1个项目还没有名单，没有查');
  });
});

it('nobody is said to get from one department alone where lists do not say of which they are', async () => {
  const { stdout } = await unplaced('');
  expect(stdout).toContain('2人在几份名单上领取，其中4笔没有写部门，是不是几个部门都发了没有查');
  expect(stdout).toContain('2人在几份名单上领取，有的没有写部门');
  expect(stdout).not.toContain('没有人从两个以上的部门领取');
  const said = await unplaced(', department: 民政局');
  expect(said.stdout).not.toContain('没有写部门');
  expect(said.stdout).toContain('没有人从两个以上的部门领取');
});
