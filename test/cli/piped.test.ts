import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, payout, TITLES } from './people.ts';
import { process_, relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-piped-'));
const at = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  writeFileSync(at('list.csv'), csv([TITLES, payout(1), payout(1), payout(2)]));
  writeFileSync(
    at('campaign.yaml'),
    'relief: 1\nid: piped\ntitle: 春节慰问\ndepartments: [{name: 民政局, measures: [{id: a, name: 春节慰问, form: cash}]}]\nlists: [{file: list.csv}]\n',
  );
  await relief(['seal', '--new-key', at('key')]);
  await relief(['seal', at('list.csv'), '--key-file', at('key'), '-o', at('sealed'), '--fail-on', 'never']);
  await relief(['cases', 'send', at('campaign.yaml'), '-o', at('sent/')]);
  writeFileSync(at('cut.xlsx'), readFileSync(at('sent', '民政局.xlsx')).subarray(0, 900));
});

/** A command line that is given a pipe for a file, `PIPE` among its words, which says its bytes but once; null where it never ends. */
function piped(file: string, args: readonly string[]) {
  const words = args.map((arg) => (arg === 'PIPE' ? `<(cat '${file}')` : `'${arg}'`)).join(' ');
  const command = `'${process.execPath}' bin/relief.js ${words}`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', command], {
    encoding: 'utf8',
    timeout: 120_000,
    env: { PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8' },
  });
  return { status, said: stdout + stderr };
}

/** What is read more than once, for whatever reason, is read from what was kept of it. */
describe.skipIf(process.platform === 'win32')('a pipe in the place of a file', () => {
  const [list, key, sealed] = ['list.csv', 'key', 'sealed/list.csv'].map((name) => at(name)) as [
    string,
    string,
    string,
  ];

  it.each<[string, string, readonly string[], string]>([
    ['a key that seals', key, ['seal', list, '--key-file', 'PIPE', '-o', at('again'), '--fail-on', 'never'], '已密封'],
    ['a key that proves', key, ['seal', sealed, sealed, '--key-file', 'PIPE', '--verify'], '与密封时一样'],
    ['a sealed list', sealed, ['seal', 'PIPE', '--key-file', key, '--verify'], '与密封时一样'],
    ['a sheet that came back', at('sent', '民政局.xlsx'), ['cases', 'read', at('campaign.yaml'), 'PIPE'], '反馈登记'],
  ])('%s', (_, file, args, says) => {
    const { status, said } = piped(file, args);
    expect([status, said]).toEqual([0, expect.stringContaining(says)]);
    expect(said).not.toContain('chmod');
  });

  it('a form is read twice', () => {
    const args = ['export', at('campaign.yaml'), '--template', 'PIPE', '-o', at('filled.xlsx')];
    expect(piped(at('sent', '民政局.xlsx'), args).said).toContain('没有 {{占位}}'); // and not that it is damaged
  });

  it('is called as it was given where something is wrong with it', () => {
    for (const args of [
      ['dedupe', 'PIPE'],
      ['cases', 'read', at('campaign.yaml'), 'PIPE'],
    ]) {
      const { status, said } = piped(at('cut.xlsx'), args);
      expect([status, said]).toEqual([2, expect.stringMatching(/\/dev\/fd\/\d+：工作簿已损坏/)]);
    }
  });

  it('standard input is one of those', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['bin/relief.js', 'seal', sealed, '--verify', '--key-file', '-'],
      { input: readFileSync(key), encoding: 'utf8', env: { PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8' } },
    );
    expect([status, stderr]).toEqual([0, expect.stringContaining('与密封时一样')]);
    expect(process_(['seal', '-', '--key-file', '-', '--verify']).code).toBe(2);
  });
});
