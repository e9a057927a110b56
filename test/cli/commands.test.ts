import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { RULES } from '../../src/checks/index.ts';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('help', () => {
  it.each(['zh', 'en'])('in %s fits 80 columns, for every command', async (lang) => {
    const names = (await relief(['complete', '--', ''])).stdout.split('\n').filter(Boolean);
    for (const command of [[], ...names.map((name) => [name]), ['cases', 'send'], ['cases', 'read']]) {
      const { code, stdout, stderr } = await relief([...command, '--help', '--lang', lang]);
      expect([code, stderr]).toEqual([0, '']);
      for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    }
  });

  it('without a command is shown, with exit code 2', async () => {
    const { code, stdout } = await relief([]);
    expect(code).toBe(2);
    expect(stdout).toContain('relief budget campaigns/putuo-2017.yaml');
  });
});

describe('wrong usage is told in the user’s language, with the nearest word, and exits with 2', () => {
  it.each([
    [['bugdet', 'x.yaml'], '没有“bugdet”这个命令，是不是“budget”？', 'no command “bugdet”; did you mean “budget”?'],
    [
      ['campaign.yaml'],
      '没有“campaign.yaml”这个命令，是不是“budget campaign.yaml”？',
      'did you mean “budget campaign.yaml”?',
    ],
    [
      ['budget', 'x.yaml', '--formt', 'csv'],
      '没有“--formt”这个选项，是不是“--format”？',
      'no option “--formt”; did you mean “--format”?',
    ],
    [['budget'], '缺少参数：files', 'missing argument: files'],
    [['budget', 'x.yaml', '-o'], '-o 后面要有内容', '-o needs a value'],
    [
      ['budget', 'x.yaml', '-f', 'pdf'],
      '--format 不能是“pdf”；可选：table, json, jsonl, csv, md, xlsx',
      "--format can't be “pdf”",
    ],
    [['budget', 'x.yaml', '--fail-on', 'eror'], '--fail-on 不能是“eror”', "--fail-on can't be “eror”"],
    [['budget', 'x.yaml', '--width', 'wide'], '--width 要 40 以上的整数', '--width needs a whole number from 40'],
    [
      ['status', 'x.yaml', '--as-of', '2024-1-15'],
      '--as-of 要写成 2024-01-15 这样的日期，不能是“2024-1-15”',
      '--as-of needs a day like 2024-01-15, not “2024-1-15”',
    ],
    [['status', 'x.yaml', '--as-of', '2023-02-29'], '不能是“2023-02-29”', 'not “2023-02-29”'],
    [['status', 'list.csv'], '缺少活动文件', 'a campaign file is missing'],
    [['budget', 'x.yaml', '-o', 'x.doc'], '看不出 x.doc 是什么格式', "can't tell the format of x.doc"],
    [
      ['budget', 'a.yaml', 'b.yaml', '-o', 'x.xlsx'],
      '几份活动要写到文件夹',
      'several campaigns are written to a folder',
    ],
    [
      ['explain', 'amount-contradict-standard'],
      '是不是“amount-contradicts-standard”？',
      'did you mean “amount-contradicts-standard”?',
    ],
    [['explain', 'a', 'b'], '参数多了', 'too many arguments'],
    [['completion', 'constructor'], '不能是“constructor”', "can't be “constructor”"],
    [['explain', 'constructor'], '没有“constructor”这条规则', 'no rule “constructor”'],
    [['completion', 'tcsh'], '不能是“tcsh”', "can't be “tcsh”"],
    [['--lang', 'fr', 'schema'], '--lang 不能是“fr”', "--lang can't be “fr”"],
  ])('%j', async (args, chinese, english) => {
    const zh = await relief(args);
    expect(zh.code).toBe(2);
    expect(zh.stderr).toContain(chinese);
    expect(zh.stdout).toBe('');
    const en = await relief(args, { env: { LANG: 'en_GB.UTF-8' } });
    expect(en.code).toBe(2);
    expect(en.stderr).toContain(english);
  });
});

describe('language', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, '用法：'],
    [{ LANG: 'en_US.UTF-8' }, 'Usage:'],
    [{ LANG: 'de_DE.UTF-8' }, 'Usage:'],
    [{ LANG: 'C.UTF-8' }, '用法：'],
    [{ LANG: '' }, '用法：'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, '用法：'],
  ])('%j', async (env, usage) => {
    expect((await relief(['--help'], { env })).stdout).toContain(usage);
  });

  it('--lang decides over the locale, before and after the command', async () => {
    const english = { env: { LANG: 'en_US.UTF-8' } };
    expect((await relief(['--lang=zh', 'check', '--help'], english)).stdout).toContain('用法：');
    expect((await relief(['check', '--help', '--lang', 'zh'], english)).stdout).toContain('用法：');
  });
});

describe('colour', () => {
  const args = ['budget', 'campaigns/putuo-2017.yaml'];
  it.each([
    [{ tty: false }, [], false],
    [{ tty: true, columns: 80 }, [], true],
    [{ tty: true, columns: 80, env: { NO_COLOR: '1' } }, [], false],
    [{ tty: true, columns: 80, env: { TERM: 'dumb' } }, [], false],
    [{ tty: false, env: { FORCE_COLOR: '1' } }, [], true],
    [{ tty: false, env: { NO_COLOR: '1' } }, ['--color'], true],
    [{ tty: true, columns: 80 }, ['--no-color'], false],
  ])('%j %j: %s', async (circumstances, flags, coloured) => {
    const { stdout } = await relief([...args, ...flags], circumstances);
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });
});

describe('check', () => {
  it('accepts the campaigns of the repository', async () => {
    const campaigns = ['putuo-2017', 'qingpu-2025', 'putuo-2008', 'ganquan-2024', 'pudong-2024'];
    const { code, stdout } = await relief(['check', ...campaigns.map((name) => `campaigns/${name}.yaml`)]);
    expect(code).toBe(0);
    for (const name of campaigns) expect(stdout).toContain(`campaigns/${name}.yaml：有效`);
  });

  it('tells everything that is wrong with every file', async () => {
    const path = join(folder, 'wrong.yaml');
    writeFileSync(path, 'relief: 1\nid: Wrong Id\ntitle: 试\ndepartments:\n  - name: 民政\n    measure: []\n');
    const { code, stderr } = await relief(['check', path, join(folder, 'none.yaml')]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${path}:2:5：“Wrong Id”不能作编号`);
    expect(stderr).toContain(`${path}:6:5：不认识“measure”，是不是“measures”？`);
    expect(stderr).toContain('none.yaml：找不到这个文件');
    expect(stderr).toContain('共 3 处');
  });

  it('gives findings as json', async () => {
    const { stdout } = await relief(['check', 'campaigns/putuo-2017.yaml', '-f', 'json']);
    const record = JSON.parse(stdout);
    expect(record).toMatchObject({ schema: 'relief/check@1', campaign: { id: 'putuo-2017' } });
    expect(record.findings.length).toBeGreaterThan(5);
    expect(record.inputs[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('explain', () => {
  it.each(RULES.map(({ id }) => id))('%s, in both languages', async (id) => {
    for (const lang of ['zh', 'en'] as const) {
      const { code, stdout } = await relief(['explain', id, '--lang', lang]);
      expect(code).toBe(0);
      const documentation = RULES.find((rule) => rule.id === id)?.documentation[lang];
      const bare = (text: string) => text.replaceAll(/\s/g, ''); // lines end where the terminal does
      for (const words of Object.values(documentation ?? {})) expect(bare(stdout)).toContain(bare(words));
      for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    }
  });

  it('alone lists every rule', async () => {
    const { stdout } = await relief(['explain']);
    for (const { id } of RULES) expect(stdout).toContain(id);
  });
});

describe('init', () => {
  it.each(['zh', 'en'])('writes a campaign in %s that check accepts without an error or warning', async (lang) => {
    const target = join(folder, `new-${lang}`);
    const { code, stderr } = await relief(['init', target, '--lang', lang]);
    expect(code).toBe(0);
    const file = join(target, 'campaign.yaml');
    expect(stderr).toContain(`relief budget ${file}`);
    expect((await relief(['check', file, '--fail-on', 'warning'])).code).toBe(0);
    const written = readFileSync(file, 'utf8');
    const marker = written.indexOf('# ──');
    const whole =
      written.slice(0, marker) +
      written
        .slice(marker)
        .replace(/^# ?/gm, '')
        .replace(/^──.*$/m, '');
    const all = join(target, 'all.yaml');
    writeFileSync(all, whole);
    const checked = await relief(['check', all, '--no-lists']);
    expect([checked.code, checked.stderr]).toEqual([0, '']);
    const keys = Object.keys(JSON.parse(readFileSync('schema/campaign.schema.json', 'utf8')).properties);
    const shown = Object.keys(parse(whole));
    expect(keys.filter((key) => !shown.includes(key))).toEqual(['year']); // issued says it
    const again = await relief(['init', target, '--lang', lang]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain(file);
  });
});

describe('schema', () => {
  it('is the one that is committed', async () => {
    expect((await relief(['schema'])).stdout).toBe(readFileSync('schema/campaign.schema.json', 'utf8'));
  });

  it('can be written to a file', async () => {
    const path = join(folder, 'schema.json');
    expect((await relief(['schema', '-o', path])).code).toBe(0);
    expect(JSON.parse(readFileSync(path, 'utf8')).properties).toHaveProperty('departments');
  });
});

describe('completion', () => {
  it.each([
    [
      [''],
      [
        'run',
        'budget',
        'check',
        'dedupe',
        'cover',
        'reconcile',
        'pay',
        'cases',
        'review',
        'forms',
        'publish',
        'seal',
        'export',
        'report',
        'status',
        'compare',
        'draft',
        'explain',
        'init',
        'audit',
        'schema',
        'completion',
      ],
    ],
    [['bu'], ['budget']],
    [['budget', '--fo'], ['--format']],
    [
      ['budget', '--format', ''],
      ['table', 'json', 'jsonl', 'csv', 'md', 'xlsx'],
    ],
    [['budget', '--format', 'c'], ['csv']],
    [['budget', '-f', 'x'], ['xlsx']],
    [['budget', ''], []],
    [['explain', 'earmark'], ['earmark-broken']],
    [['explain', 'id-check'], ['id-checksum']],
    [['explain', 'late'], ['late-payout']],
    [['budget', '--by', ''], ['subdistrict']],
    [
      ['budget', '--no-'],
      ['--no-lists', '--no-color'],
    ],
    [
      ['check', '--col'],
      ['--column', '--columns', '--color'],
    ],
    [['check', '--sh'], ['--sheet']],
    [['status', '--as-'], ['--as-of']],
    [['st'], ['status']],
    [['comp'], ['compare', 'completion']],
    [['check', '--th'], ['--threads']],
    [['budget', '--mem'], ['--memory-limit']],
    [['check', '--b'], ['--bom']],
    [
      ['check', '--format', ''],
      ['table', 'json', 'jsonl', 'csv'],
    ],
    [['check', '--sheet', ''], []],
    [
      ['cases', ''],
      ['send', 'read'],
    ],
    [
      ['dedupe', 'list.csv', '--rule', 'paid-'],
      ['paid-twice', 'paid-not-listed', 'paid-amount-differs', 'paid-repeatedly'],
    ],
    [['dedupe', 'samples/district/campaign.yaml', '--department', '人'], ['人社局']],
    [['dedupe', 'nowhere.yaml', '--department', ''], []],
    [['check', 'list.csv', '--column', '卡号=acc'], ['卡号=account']],
    [['check', 'list.csv', '--column', '卡号', '=', 'acc'], ['account']],
    [['check', 'list.csv', '--sheet', '一=acc'], []],
    [['completion', 'f'], ['fish']],
    [
      ['--lang', ''],
      ['zh', 'en'],
    ],
  ])('%j', async (words, expected) => {
    const { code, stdout } = await relief(['complete', '--', ...words]);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter(Boolean)).toEqual(expected);
  });

  it.each(['bash', 'zsh', 'fish', 'powershell'])('prints a script for %s that asks relief', async (shell) => {
    const { code, stdout } = await relief(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('relief complete -- ');
  });
});
