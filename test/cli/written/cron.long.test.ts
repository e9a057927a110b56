import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import zh from '../../../src/text/zh/catalogue.ts';
import { Desk, payout } from '../people.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-cron-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));
const temporary = desk.at('temporary');
mkdirSync(temporary);
const campaign = desk.campaign('campaign.yaml', '  - file: list.csv\n');
const list = desk.list('list.csv', [payout(1), payout(1), payout(2)]);

/** As cron runs it: no terminal, no input, hardly any environment. */
const ENV = { PATH: '/usr/bin:/bin', LANG: 'C', HOME: '/', TMPDIR: temporary };

/** The superuser is kept from writing by a folder's mode only without the capability to pass over it. */
const BOUND: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--inh-caps=-dac_override', '--bounding-set=-dac_override'] : [];

function cron(args: readonly string[], env: Record<string, string> = {}, before: readonly string[] = []) {
  const [program = '', ...words] = [...before, process.execPath, 'bin/relief.js', ...args];
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...ENV, ...env },
  });
  return { status, stdout, stderr };
}

describe('under cron', () => {
  const commands: readonly (readonly string[])[] = [
    ['budget', campaign, '-o', desk.at('budget.xlsx')],
    ['check', campaign, '-o', desk.at('check.csv')],
    ['dedupe', campaign, '-o', desk.at('dedupe.xlsx'), '--clean', desk.at('clean'), '--removed', desk.at('removed')],
    ['dedupe', list, '--identities', desk.at('who.csv'), '--pairs', desk.at('pairs.csv'), '-o', desk.at('d.json')],
    ['cover', campaign, '--roster', list, '-o', desk.at('cover/')],
    ['reconcile', campaign, '--returns', list, '-o', desk.at('reconcile.md')],
    ['export', campaign, '-o', desk.at('tables/')],
    ['report', campaign, '-o', desk.at('page.html')],
    ['status', campaign, '-o', desk.at('status.txt')],
    ['compare', campaign, campaign, '-o', desk.at('compare.csv')],
    ['schema', '-o', desk.at('schema.json')],
  ];

  it.each(commands.map((args) => [args[0], args] as const))(
    '%s with -o and --quiet says nothing where all goes well',
    (_, args) => {
      const ran = cron([
        ...args,
        '--quiet',
        ...(args[0] === 'schema' || args[0] === 'compare' ? [] : ['--fail-on', 'never']),
      ]);
      expect(ran).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  it('names and messages are right without a locale', () => {
    const out = desk.at('慰问.csv');
    const { status, stderr } = cron(['dedupe', list, '-o', out, '--fail-on', 'never']);
    expect([status, stderr.split('\n')[0]]).toEqual([0, zh.cli.written(out)]);
    expect(readFileSync(out, 'utf8')).toContain('张三');
  });

  it('a folder that can’t be written to is told at once, before a list is read', () => {
    const folder = desk.at('read-only');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    const out = join(folder, 'found.csv');
    const { status, stdout, stderr } = cron(['dedupe', desk.at('no-list.csv'), '-o', out], {}, BOUND);
    expect([status, stdout, stderr]).toEqual([2, '', `${zh.cli.writeFailed(out, 'EACCES')}\n`]);
    expect(cron(['dedupe', list, '--clean', folder], {}, BOUND).stderr).toBe(
      `${zh.cli.writeFailed(folder, 'EACCES')}\n`,
    );
    chmodSync(folder, 0o700);
  });

  it('a place that can’t be is told, whoever asks', () => {
    const through = join(list, 'found.csv');
    expect(cron(['dedupe', list, '-o', through])).toEqual({
      status: 2,
      stdout: '',
      stderr: `${zh.cli.writeFailed(through, 'ENOTDIR')}\n`,
    });
    expect(cron(['dedupe', list, '--clean', campaign]).stderr).toBe(`${zh.cli.writeFailed(campaign, 'ENOTDIR')}\n`);
  });

  it('an output that another program holds open is replaced, and that program keeps what it reads', () => {
    const out = desk.write('held.csv', 'old');
    const reader = openSync(out, 'r');
    expect(cron(['dedupe', list, '-o', out, '--fail-on', 'never']).status).toBe(0);
    const bytes = Buffer.alloc(10);
    expect(bytes.toString('utf8', 0, readSync(reader, bytes, 0, 10, 0))).toBe('old');
    closeSync(reader);
    expect(readFileSync(out, 'utf8')).toContain('张三');
  });
});

describe('signals', () => {
  const long = desk.list(
    'long.csv',
    Array.from({ length: 30_000 }, (_, at) => payout(at % 900, { 姓名: `张${at % 7}`, 金额: '待定' })),
  );

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s leaves nothing behind', async (signal) => {
    const folder = desk.at(signal);
    mkdirSync(folder);
    for (const wait of [150, 600, 1200, 2000]) {
      const files = ['--clean', join(folder, 'c'), '--identities', join(folder, 'who.csv')];
      const running = spawn(
        process.execPath,
        ['bin/relief.js', 'dedupe', long, ...files, '-o', join(folder, 'd.csv')],
        {
          stdio: 'ignore',
          env: ENV,
        },
      );
      const ended = new Promise((resolve) => running.once('exit', resolve));
      await new Promise((resolve) => setTimeout(resolve, wait));
      running.kill(signal);
      await ended;
      const left = [...readdirSync(folder), ...readdirSync(temporary)].filter((name) => /relief-/.test(name));
      expect(left).toEqual([]);
    }
  });

  it('what a killed run leaves, the next one sweeps, in the folder of its output and among temporary files', async () => {
    const out = desk.at('swept/found.csv');
    mkdirSync(desk.at('swept'));
    const running = spawn(process.execPath, ['bin/relief.js', 'dedupe', long, '-o', out], {
      stdio: 'ignore',
      env: ENV,
    });
    const ended = new Promise((resolve) => running.once('exit', resolve));
    while (readdirSync(temporary).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    running.kill('SIGKILL');
    await ended;
    expect(readdirSync(temporary)).toHaveLength(1);
    const [name = ''] = readdirSync(temporary);
    const another = name.replace(/^relief-[0-9a-f]{8}/, 'relief-00000000'); // of another machine, where it may run yet
    mkdirSync(join(temporary, another));
    desk.write(`swept/.${name}`, 'half');
    desk.write(`swept/.${another}`, 'half');
    desk.write('swept/relief-notes.txt', 'mine');
    expect(cron(['budget', campaign, '--no-lists', '-o', out, '--quiet']).status).toBe(0);
    expect(readdirSync(temporary)).toEqual([another]);
    expect(readdirSync(desk.at('swept')).sort()).toEqual([`.${another}`, 'found.csv', 'relief-notes.txt']);
    rmSync(join(temporary, another), { recursive: true });
    // Killed while it put files into folders that it had just made: they were written above those.
    desk.write(`.${name}`, 'half');
    expect(cron(['budget', campaign, '--no-lists', '-o', desk.at('swept/a/b/'), '--quiet']).status).toBe(0);
    expect(readdirSync(desk.folder).filter((each) => each.startsWith('.relief-'))).toEqual([]);
  });
});
