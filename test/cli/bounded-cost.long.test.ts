import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, Desk, idNumber, payout, TITLES } from './people.ts';
import { relief } from './run.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-bounded-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

/** What a command says, and the seconds of processor time that it took. */
async function costOf(args: readonly string[]) {
  const before = process.cpuUsage();
  const ran = await relief(args);
  const { user, system } = process.cpuUsage(before);
  return { ...ran, seconds: (user + system) / 1e6 };
}

describe('lists that are many', () => {
  const folder = desk.at('many');
  beforeAll(() => {
    mkdirSync(folder);
    for (let list = 0; list < 300; list += 1) {
      const rows = Array.from({ length: 5 }, (_, row) => payout((list * 5 + row) % 900, { 姓名: `王${list % 7}` }));
      desk.list(`many/${list}.csv`, rows);
    }
  });

  it('cost little more each than their rows', async () => {
    const { code, stdout, seconds } = await costOf(['check', folder, '-f', 'json']);
    const { totals, inputs } = JSON.parse(stdout)[0] ?? JSON.parse(stdout);
    expect([code, totals.payouts, inputs.length]).toEqual([0, 1500, 300]);
    expect(seconds).toBeLessThan(12); // a set of statements for each took 20; busy cores make 7 of the usual 5
  });
});

describe('one key on every row', () => {
  const rows = 60_000;
  const key = idNumber(1);
  const row = payout(1, { 身份证号: key });
  let list = '';
  beforeAll(() => {
    list = desk.list('one-key.csv', Array(rows).fill(row));
  });

  it('is one finding, which holds so many rows and says how many more there are', async () => {
    const { stdout, seconds } = await costOf(['dedupe', list, '-f', 'json']);
    const [found] = JSON.parse(stdout).findings;
    expect([found.rule, found.rows.length, found.places.length]).toEqual(['paid-twice', 1000, 1000]);
    expect(found.message).toContain(`${rows}次`);
    expect(found.message).toContain('只列出1000行，另有59,000行');
    expect(seconds).toBeLessThan(10); // the square of the rows took 25
  });

  it('says so on the screen and in English', async () => {
    const { stdout } = await relief(['dedupe', list, '--lang', 'en']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('1000 rows are listed, and there are 59,000 more');
    expect(stdout).toContain('59,996 more rows');
  });

  it('is taken out whole but for one, whatever the finding holds', async () => {
    const { stderr } = await relief(['dedupe', list, '--removed', desk.at('removed')]);
    expect(stderr).toContain(`移出${(rows - 1).toLocaleString('en')}行`);
  });
});

describe('a department for every row', () => {
  const departments = 125_000;
  let list = '';
  beforeAll(() => {
    const rows = Array.from({ length: departments }, (_, at) => payout(at % 900, { 部门: `部门${at}` }));
    list = desk.list('departments.csv', rows);
  });

  it.each([
    ['check', '部门124999'],
    ['dedupe', '900处要核实'],
  ])('%s adds each up, and shows them', async (command, said) => {
    const { code, stdout, seconds } = await costOf([command, list, '--fail-on', 'never']);
    expect(code).toBe(0);
    expect(stdout).toContain(said);
    expect(seconds).toBeLessThan(30); // the square of the departments took 40, and a call for all of them no stack holds
  });
});

describe('a person whom more than a hundred departments pay', () => {
  it('is paired with none, and that is said', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => payout(1, { 部门: `部门${at}` }));
    const others = [payout(2, { 部门: '民政局' }), payout(2, { 部门: '残联' })];
    const list = desk.list('everywhere.csv', [...rows, ...others]);
    const record = JSON.parse((await relief(['dedupe', list, '-f', 'json'])).stdout);
    expect(record.overlap).toEqual([
      { departments: expect.arrayContaining(['民政局', '残联']), persons: 1, amount: '1000.00' },
    ]);
    expect(record.overlapUnpaired).toBe(1);
    const { stdout } = await relief(['dedupe', list, '--width', '200']);
    expect(stdout).toContain('1人从100个以上的部门领取');
  });

  it('leaves nobody out where there is none', async () => {
    const list = desk.list('two.csv', [payout(2, { 部门: '民政局' }), payout(2, { 部门: '残联' })]);
    const record = JSON.parse((await relief(['dedupe', list, '-f', 'json'])).stdout);
    expect(record.overlap).toHaveLength(1);
    expect(record).not.toHaveProperty('overlapUnpaired');
  });
});

describe('a pattern that may be anywhere', () => {
  it('is refused when it has gone through more folders than anybody waits for, given or named by a campaign', async () => {
    for (let folder = 0; folder <= 20_000; folder += 1)
      mkdirSync(desk.at(`wide/${folder % 100}/${folder}`), { recursive: true });
    const pattern = desk.at('wide/**/*.csv');
    const campaign = desk.campaign('wide.yaml', `  - file: ${pattern}\n`);
    for (const args of [
      ['check', pattern],
      ['dedupe', campaign],
      ['budget', campaign],
    ]) {
      const { code, stderr } = await relief(args);
      expect([code, stderr.includes(`${pattern}：`), stderr.includes('20,000个以上的文件夹')]).toEqual([2, true, true]);
    }
  });
});

describe('--memory-limit 64MB', () => {
  const rows = Array.from({ length: 4400 }, (_, at) => payout(at % 900, { 姓名: `张${at % 50}` }));
  const text = csv([TITLES, ...rows]);
  const LIMIT = ['--memory-limit', '64MB', '--fail-on', 'never'];

  it('is enough for a list of 330 KB, in any encoding and in every command', async () => {
    expect(Buffer.byteLength(text)).toBeGreaterThan(330_000);
    const list = desk.write('list.csv', text);
    const campaign = desk.campaign('campaign.yaml', '  - file: list.csv\n');
    const lists = [
      list,
      desk.write('gbk.csv', iconv.encode(text, 'gb18030')),
      desk.write('utf-16.csv', `\ufeff${text}`),
    ];
    lists.push(await desk.workbook('list.xlsx', { 名单: [TITLES, ...rows] }));
    const commands = [
      ...lists.map((each) => ['check', each]),
      ['dedupe', campaign],
      ['cover', campaign, '--roster', list],
      ['reconcile', campaign, '--returns', list],
      ['budget', campaign],
      ['status', campaign],
      ['export', campaign, '-o', desk.at('table.xlsx')],
      ['report', campaign, '-o', desk.at('page.html')],
    ];
    for (const args of commands) {
      const { code, stderr } = await relief([...args, ...(args[0] === 'status' ? LIMIT.slice(0, 2) : LIMIT)]);
      expect([code, stderr.includes('内存')], args.join(' ')).toEqual([args[0] === 'status' ? code : 0, false]);
      expect(code, args.join(' ')).not.toBe(2);
    }
  });
});
