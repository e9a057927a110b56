import { createHash, createHmac } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { SEALED_COLUMNS } from '../../src/read/sealed/sealed-columns.ts';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-seal-'));
const at = (...names: string[]) => join(folder, ...names);
const whole = (first17: string) => first17 + checkDigit(first17);
const [ANYI, BAIER, CHENGSAN] = ['99000119500315101', '99000119610421308', '99000119720530207'].map(whole) as [
  string,
  string,
  string,
];
const ACCOUNT = '6228480000000000011';
const PHONE = '13912345678';

const CIVIL = `姓名,身份证号,项目,金额,联系电话,银行账号
安一,${ANYI},慰问,500,,${ACCOUNT}
白二,${BAIER},慰问,300,${PHONE},
程三,${CHENGSAN.slice(0, 6)}********${CHENGSAN.slice(14)},慰问,200,,
`;
const DISABLED = `姓名,身份证号,项目,金额,联系电话
安一,${ANYI},助残,500,
白二,,助残,400,${PHONE}
程三,${CHENGSAN},助残,200,
`;

/** The cells of a sealed list's rows, by column. */
function rowsOf(path: string): Record<string, string>[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(2, -1);
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, column) => [SEALED_COLUMNS[column], cell])));
}

/** Columns that say something of a row and nothing of anybody. */
const SAYING_NOTHING = ['row', 'class', 'tells', 'pattern', 'bearers', 'department', 'measure', 'amount', 'date'];

const tokensOf = (path: string): string[] =>
  rowsOf(path).flatMap((row) =>
    Object.entries(row).flatMap(([column, cell]) =>
      SAYING_NOTHING.includes(column) ? [] : cell.split(' ').filter(Boolean),
    ),
  );

const seal = (into: string, key = 'one.key', ...more: string[]) =>
  relief([
    'seal',
    at('民政局.csv'),
    at('残联.csv'),
    '--key-file',
    at(key),
    '-o',
    at(into),
    '--fail-on',
    'never',
    ...more,
  ]);

/** A sealed list with something changed, under another name. */
function changed(name: string, change: (text: string) => string): string {
  mkdirSync(at('changed'), { recursive: true });
  const path = at('changed', `${name}.csv`);
  writeFileSync(path, change(readFileSync(at('sealed', '民政局.csv'), 'utf8')));
  return path;
}

beforeAll(async () => {
  writeFileSync(at('民政局.csv'), CIVIL);
  writeFileSync(at('残联.csv'), DISABLED);
  for (const key of ['one.key', 'other.key']) await relief(['seal', '--new-key', at(key)]);
  await seal('sealed');
  await seal('otherwise', 'other.key');
  await seal('sm3', 'one.key', '--sm3');
});

describe('a key', () => {
  it('is made for its owner alone, is never shown, and takes no other’s place', async () => {
    const { code, stdout, stderr } = await relief(['seal', '--new-key', at('new.key')]);
    const key = readFileSync(at('new.key'), 'utf8');
    expect(code).toBe(0);
    expect(key).toMatch(/^relief-seal-key-1:[0-9a-f]{64}\n$/);
    expect(stdout + stderr).not.toContain(key.slice(20, 40));
    if (process.platform !== 'win32') expect(statSync(at('new.key')).mode & 0o777).toBe(0o600);
    const again = await relief(['seal', '--new-key', at('new.key')]);
    expect(again.code).toBe(2);
    expect(readFileSync(at('new.key'), 'utf8')).toBe(key);
    expect(key).not.toBe(readFileSync(at('one.key'), 'utf8'));
  });

  it('of several that are made at once under one name is one, and nobody is told that another was made', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => relief(['seal', '--new-key', at('raced.key')])));
    expect(all.map(({ code }) => code).sort()).toEqual([0, 2, 2, 2]);
    expect(readdirSync(folder).filter((name) => name.startsWith('.relief'))).toEqual([]);
  });

  it.each([
    ['a password', '民政2026'],
    ['a long password', 'a'.repeat(80)],
    ['another program’s key', `${'0123456789abcdef'.repeat(4)}\n`],
    ['a pattern', `relief-seal-key-1:${'0123456789abcdef'.repeat(4)}\n`],
    ['nothing', ''],
  ])('that is %s is refused', async (_what, text) => {
    writeFileSync(at('bad.key'), text);
    const { code, stderr } = await seal('bad', 'bad.key');
    expect(code).toBe(2);
    expect(stderr).toContain('relief seal --new-key');
    expect(existsSync(at('bad'))).toBe(false);
  });
});

describe('a sealed list', () => {
  it('holds nothing of what it seals', () => {
    for (const file of readdirSync(at('sealed'))) {
      const text = readFileSync(at('sealed', file), 'utf8');
      for (const secret of [
        ANYI,
        BAIER,
        CHENGSAN,
        '安一',
        '白二',
        '程三',
        ACCOUNT,
        PHONE,
        '1950',
        '19610421',
        ANYI.slice(-4),
      ])
        expect(text.replace(/^.*\n.*\n/, '').replace(/\nend,.*\n$/, '')).not.toContain(secret);
    }
  });

  it('has no value in common with what another key makes, or another algorithm', () => {
    const own = new Set(['民政局.csv', '残联.csv'].flatMap((file) => tokensOf(at('sealed', file))));
    expect(own.size).toBeGreaterThan(40);
    for (const other of ['otherwise', 'sm3'])
      expect(
        ['民政局.csv', '残联.csv'].flatMap((file) => tokensOf(at(other, file))).filter((each) => own.has(each)),
      ).toEqual([]);
  });

  it('has none in common between kinds: a telephone is no account of the same digits', async () => {
    writeFileSync(at('同号.csv'), `姓名,工号,银行账号,联系电话,金额\n安一,${PHONE},${PHONE},${PHONE},500\n`);
    await relief(['seal', at('同号.csv'), '--key-file', at('one.key'), '-o', at('kinds'), '--fail-on', 'never']);
    const tokens = tokensOf(at('kinds', '同号.csv'));
    expect(tokens.length).toBeGreaterThan(4);
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('is the same each time, and shows what stands open', async () => {
    const before = readFileSync(at('sealed', '民政局.csv'), 'utf8');
    await seal('again');
    expect(readFileSync(at('again', '民政局.csv'), 'utf8')).toBe(before);
    expect(rowsOf(at('sealed', '民政局.csv'))[0]).toMatchObject({
      row: '2',
      department: '民政局',
      measure: '慰问',
      amount: '50000',
    });
    await seal('closed', 'one.key', '--open', 'none');
    const closed = rowsOf(at('closed', '民政局.csv'));
    expect(closed.map(({ department, measure, amount, date }) => [department, measure, amount, date].join(''))).toEqual(
      ['', '', ''],
    );
  });

  it('is made of a campaign with a standard, which is held against what somebody gets in all', async () => {
    writeFileSync(
      at('standard.yaml'),
      `relief: 1
id: standard
title: 春节帮困（虚构）
departments: [{name: 民政局, measures: [{id: visit, name: 慰问, form: cash, standard: 500元/人}]}]
lists: [{file: 民政局.csv}]
`,
    );
    const args = ['seal', at('standard.yaml'), '--key-file', at('one.key'), '-o', at('standard')];
    const { code, stderr } = await relief(args);
    expect([code, stderr]).toEqual([1, expect.stringContaining('查出错误2处')]);
  });

  it('can be proven by whoever has the key', async () => {
    const verify = (...files: string[]) => relief(['seal', ...files, '--key-file', at('one.key'), '--verify']);
    expect((await verify(at('sealed', '民政局.csv'), at('sealed', '残联.csv'))).code).toBe(0);
    expect(await verify(at('otherwise', '民政局.csv'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('另一把密钥'),
    });
    expect(await verify(at('没有.csv'))).toMatchObject({ code: 2, stderr: expect.stringContaining('找不到') });
    expect(await verify(at('民政局.csv'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('不是密封的名单'),
    });
    // Somebody without the key who changes a row can reckon the digest anew, and no more.
    const forged = changed('forged', (text) => {
      const lines = text.replace(',50000,', ',5000000,').split('\n');
      const body = `${lines.slice(0, -2).join('\n')}\n`;
      const [end, , seal, ...rest] = (lines.at(-2) ?? '').split(',');
      return `${body}${[end, createHash('sha256').update(body).digest('hex'), seal, ...rest].join(',')}\n`;
    });
    expect(await verify(forged)).toMatchObject({ code: 1, stderr: expect.stringContaining('有意改过') });
  });
});

describe('whoever compares sealed lists', () => {
  const dedupe = (...args: string[]) => relief(['dedupe', ...args]);

  it('learns whose rows are one person’s, and no name or number', async () => {
    const { code, stdout } = await dedupe(at('sealed', '民政局.csv'), at('sealed', '残联.csv'), '-f', 'json');
    const said = JSON.parse(stdout);
    expect(code).toBe(0); // warnings alone
    expect(said.repeated.severalDepartments).toEqual({ persons: 3, payouts: 6, amount: '2100.00' });
    expect(said.summary.byRule).toEqual({ 'several-departments': 3 });
    expect(said.sealed).toMatchObject({ algorithm: 'HMAC-SHA-256', silent: 0, partlyKnown: 0 });
    const prints = said.findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(3); // though all say the same
    const [first] = said.findings;
    expect(first.rows.map(({ row, name, id, amount }: Record<string, unknown>) => [row, name, id, amount])).toEqual([
      [2, null, null, '500.00'],
      [2, null, null, '500.00'],
    ]);
    expect(said.notChecked.find(({ rule }: { rule: string }) => rule === 'id-checksum').why).toBe('sealed');
  });

  it('is never told that all is well', async () => {
    writeFileSync(at('一.csv'), `姓名,身份证号,项目,金额,部门\n安一,${ANYI},慰问,500,民政局\n`);
    await relief(['seal', at('一.csv'), '--key-file', at('one.key'), '-o', at('single'), '--fail-on', 'never']);
    const { code, stdout } = await dedupe(at('single', '一.csv'));
    expect(code).toBe(0);
    expect(stdout.replaceAll('\n', '')).toContain('没有疑点不等于没有重复');
    expect(stdout).not.toContain('可以发放');
  });

  it.each<[string, () => string[], string]>([
    ['another key', () => [at('sealed', '民政局.csv'), at('otherwise', '残联.csv')], '不是同一把'],
    ['another algorithm', () => [at('sealed', '民政局.csv'), at('sm3', '残联.csv')], '算法'],
    ['an open list beside it', () => [at('sealed', '民政局.csv'), at('残联.csv')], '没有密封'],
    [
      'a later version',
      () => [changed('later', (text) => text.replace('relief-sealed,1', 'relief-sealed,2'))],
      '第2版',
    ],
    ['an end that is missing', () => [changed('cut', (text) => text.slice(0, -200))], '不完整'],
    ['rows that are missing', () => [changed('fewer', (text) => text.replace(/\n4,.*\n/, '\n'))], '不符'],
    ['a row that is changed', () => [changed('row', (text) => text.replace(',50000,', ',60000,'))], '不符'],
    ['lines that end otherwise', () => [changed('crlf', (text) => text.replaceAll('\n', '\r\n'))], '没有比对'],
    [
      'a head that is changed',
      () => [changed('head', (text) => text.replace('""payouts"":3', '""payouts"":4'))],
      '改过',
    ],
  ])('is told of %s, and not that nobody is on both', async (_what, files, words) => {
    const { code, stdout, stderr } = await dedupe(...files());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  it('is told of a want of memory, not that a list was changed', async () => {
    const [list = ''] = readdirSync(at('sealed')).filter((name) => name.endsWith('.csv'));
    const { code, stderr } = await relief(['dedupe', at('sealed', list), '--memory-limit', '1MB']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('内存不够')]);
  });

  it('is told that a list was given twice', async () => {
    cpSync(at('sealed', '民政局.csv'), at('sealed-copy.csv'));
    const { stdout } = await dedupe(at('sealed', '民政局.csv'), at('sealed-copy.csv'));
    expect(stdout).toContain('sealed-copy.csv');
    expect(stdout).toContain('内容完全相同');
  });

  it('has a campaign’s sealed lists compared by its measures, and not written again without some rows', async () => {
    writeFileSync(
      at('campaign.yaml'),
      `relief: 1
id: sealed-2026
title: 春节帮困（虚构）
year: 2026
departments:
  - name: 民政局
    measures: [{id: visit, name: 慰问, form: cash, excludes: help}]
  - name: 残联
    measures: [{id: help, name: 助残, form: cash}]
lists: [{file: sealed/*.csv}]
rosters: [{id: all, file: 残联.csv, measures: [visit]}]
`,
    );
    const { code, stdout } = await dedupe(at('campaign.yaml'), '-f', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).summary.byRule).toEqual({ 'excluded-combination': 3, 'several-departments': 3 });
    expect((await dedupe(at('campaign.yaml'))).stdout).toContain('名册没有密封');
    const written = await dedupe(at('campaign.yaml'), '--clean', at('ok'), '--removed', at('out'));
    expect(written).toMatchObject({ code: 2, stderr: expect.stringContaining('--clean') });
    expect(existsSync(at('ok'))).toBe(false);
    for (const command of ['publish', 'export', 'run']) {
      const refused = await relief([command, at('campaign.yaml'), '-o', at('refused/')]);
      expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('relief dedupe') });
    }
  });

  it.each([
    ['check', []],
    ['cover', ['--roster', '残联.csv']],
    ['compare', ['sealed/残联.csv']],
  ])('can’t have them read by relief %s', async (command, more) => {
    const { code, stderr } = await relief([
      command,
      at('sealed', '民政局.csv'),
      ...more.map((each) => (each.startsWith('--') ? each : at(each))),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('relief dedupe');
  });

  it.each([['--people'], ['--clean', 'clean'], ['--blocked', '残联.csv']])('can’t ask for %s', async (...flag) => {
    const { code, stderr } = await dedupe(
      at('sealed', '民政局.csv'),
      ...flag.map((each) => (each.startsWith('--') ? each : at(each))),
    );
    expect(code).toBe(2);
    expect(stderr).toContain(flag[0]);
  });
});

describe('whoever finds a sealed list', () => {
  it('finds none of 20,000 numbers by hashing them without the key', () => {
    const known = new Set(tokensOf(at('sealed', '民政局.csv')));
    expect(known.size).toBeGreaterThan(30);
    let found = 0;
    for (const number of numbersAround(ANYI, 20_000))
      for (const token of guesses(number)) found += Number(known.has(token));
    expect(found).toBe(0);
  });
});

/** The number itself, and others of the same area. */
function* numbersAround(id: string, count: number): Generator<string> {
  yield id;
  for (let at = 1; at < count; at += 1) yield whole(`9900011950${String(at).padStart(7, '0')}`);
}

/** What somebody would make of a number who knows how tokens are made, and has no key. */
function guesses(number: string): string[] {
  const token = (digest: Buffer) => digest.subarray(0, 12).toString('base64url');
  return [
    token(createHash('sha256').update(number).digest()),
    token(createHash('sha256').update(`whole\u001f${number}`).digest()),
    token(createHmac('sha256', '').update(`whole\u001f${number}`).digest()),
  ];
}
