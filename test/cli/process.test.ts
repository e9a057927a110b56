import { spawn, spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { process_ } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-process-'));
afterAll(() => rmSync(folder, { recursive: true }));

const isDevice = (path: string) => statSync(path, { throwIfNoEntry: false })?.isCharacterDevice() ?? false;

describe('the built program', () => {
  it('prints its version', () => {
    expect(process_(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
  });

  it.each([[['help']], [['help', 'dedupe']], [['--help']], [['cases', '--help']]])(
    'shows the help that was asked for: %j',
    (args) => {
      const { code, stdout, stderr } = process_(args);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^用法：/);
    },
  );

  it('budgets, with the exit code of its findings', () => {
    const { code, stdout, stderr } = process_(['budget', 'campaigns/putuo-2017.yaml']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('≥3,302.03');
    expect(process_(['budget', 'campaigns/putuo-2017.yaml', '--fail-on', 'hint']).code).toBe(1);
  });

  const WHEN = ['--as-of', '2024-01-15'];
  it.each([
    [['budget', 'campaigns/putuo-2017.yaml'], /lists|duckdb|xlsx|csv|json|status|compare|en\b/],
    [['status', 'campaigns/ganquan-2024.yaml', ...WHEN], /lists|duckdb|xlsx|csv|json|en\b/],
    [['status', 'campaigns/ganquan-2024.yaml', '-f', 'json', ...WHEN], /lists|duckdb|xlsx|csv|en\b/],
    [['compare', 'campaigns/putuo-2008.yaml', 'campaigns/putuo-2017.yaml'], /lists|duckdb|xlsx|csv|json|status|en\b/],
  ])(
    'needs neither exceljs, nor DuckDB, nor the chunk for lists, nor anything outside its bundle: %j',
    (args, unused) => {
      const script = `
      const { load, scripts } = await import('./bin/load.js');
      const { main } = load('main.cjs');
      const none = { write() {} };
      await main(${JSON.stringify(args)}, { env: {}, stdout: none, stderr: none, today: () => '2017-01-01' });
      const { createRequire } = await import('node:module');
      const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) => file.includes('node_modules'));
      console.log(JSON.stringify({ loaded, chunks: [...scripts.keys()] }));`;
      const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      const { loaded, chunks } = JSON.parse(stdout);
      expect(loaded).toEqual([]);
      expect(chunks).toContain('campaign.cjs');
      expect(chunks.filter((name: string) => unused.test(name))).toEqual([]);
    },
  );

  it('works without the compiled code beside the bundle, or with that of another program', () => {
    const copy = join(folder, 'copy');
    const script = `
      const { cpSync, rmSync, writeFileSync } = await import('node:fs');
      for (const part of ['bin', 'dist', 'package.json']) cpSync(part, ${JSON.stringify(copy)} + '/' + part, { recursive: true });
      writeFileSync(${JSON.stringify(copy)} + '/dist/main.cjs.code', 'not code');
      rmSync(${JSON.stringify(copy)} + '/dist/campaign.cjs.code');`;
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', script]).status).toBe(0);
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(copy, 'bin/relief.js'), 'budget', 'campaigns/putuo-2017.yaml'],
      {
        encoding: 'utf8',
      },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('≥3,302.03');
  });

  it('reads a campaign from standard input', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/relief.js', 'budget', '-'], {
      input: 'relief: 1\nid: x\ntitle: 试\ndepartments: []\n',
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('合计');
  });

  it('ends quietly when its output is closed early', async () => {
    const child = spawn(
      process.execPath,
      ['bin/relief.js', 'budget', ...Array(60).fill('campaigns/pudong-2024.yaml')],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });

  it.runIf(isDevice('/dev/full'))('says so when there is no room for its output', () => {
    const { status, stderr } = spawnSync('/bin/sh', ['-c', `"${process.execPath}" bin/relief.js schema > /dev/full`], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('ENOSPC');
    const written = process_(['budget', 'campaigns/putuo-2017.yaml', '-o', '/dev/full/x.csv']);
    expect(written.code).toBe(2);
    expect(written.stderr).not.toContain('    at ');
    const device = process_(['budget', 'campaigns/putuo-2017.yaml', '-o', '/dev/full', '--format', 'csv']);
    expect([device.code, device.stderr.includes('ENOSPC'), isDevice('/dev/full')]).toEqual([2, true, true]);
  });

  it.runIf(process.platform !== 'win32')('writes through a link, and never replaces what is no file', () => {
    const [kept, link, pipe] = ['kept.csv', 'link.csv', 'pipe.csv'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(kept, 'before');
    symlinkSync(kept, link);
    const budget = ['budget', 'campaigns/putuo-2017.yaml', '-o'];
    expect(process_([...budget, link]).code).toBe(0);
    expect([lstatSync(link).isSymbolicLink(), readFileSync(kept, 'utf8').includes('民政部门')]).toEqual([true, true]);
    const shell = `mkfifo "$1" && { cat "$1" & "${process.execPath}" bin/relief.js ${budget.join(' ')} "$1" --quiet && wait; }`;
    const { stdout } = spawnSync('/bin/sh', ['-c', shell, 'sh', pipe], { encoding: 'utf8' });
    expect([stdout, lstatSync(pipe).isFIFO()]).toEqual([readFileSync(kept, 'utf8'), true]);
  });

  it('shows a bug as a bug, with a stack only for --debug', () => {
    const script = (flags: string) => `
      const { load } = await import('./bin/load.js');
      const { main } = load('main.cjs');
      const broken = { env: { LANG: 'en_US' }, stdout: { write() { throw new TypeError('boom'); } }, stderr: process.stderr, today: () => '' };
      process.exitCode = await main(['schema', ${flags}], broken);`;
    const run = (flags: string) =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script(flags)], { encoding: 'utf8' });
    const { status, stderr } = run('');
    expect(status).toBe(70);
    expect(stderr).toContain('this is a bug, not your mistake: boom');
    expect(stderr).not.toContain('    at ');
    expect(run("'--debug'").stderr).toContain('    at ');
  });

  it('never shows a stack for a file that is not a campaign', () => {
    for (const [name, content] of [
      ['empty.yaml', ''],
      ['list.yaml', '- 1\n- 2\n'],
      ['binary.yaml', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
      ['gbk.yaml', Buffer.from([0xc6, 0xd5, 0xcd, 0xd3, 0xc7, 0xf8, 0x3a, 0x20, 0x31])],
    ] as const) {
      const path = join(folder, name);
      writeFileSync(path, content);
      const { code, stderr } = process_(['budget', path]);
      expect(code).toBe(2);
      expect(stderr).not.toContain('    at ');
      expect(stderr.split('\n').length).toBeLessThan(6);
    }
  });
});
