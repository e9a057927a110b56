import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { csv, Desk, payout, TITLES } from './people.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-list-process-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const temporary = desk.at('temporary');
mkdirSync(temporary);
const env = { PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8', TMPDIR: temporary };

function piped(args: readonly string[], input: string | Uint8Array, more: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/relief.js', ...args], {
    input,
    encoding: 'utf8',
    env: { ...env, ...more },
  });
  expect(readdirSync(temporary)).toEqual([]);
  return { status, stdout, stderr };
}

describe('standard input', () => {
  it('is a list for check', () => {
    const { status, stdout, stderr } = piped(['check', '-'], csv([TITLES, payout(1)]));
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1份名单：1人次');
  });

  it('may be a workbook, and have a campaign beside it', async () => {
    const workbook = readFileSync(await desk.workbook('list.xlsx', { 一: [TITLES, payout(2)] }));
    const { status, stdout } = piped(['budget', desk.campaign('campaign.yaml'), '-', '-f', 'json'], workbook);
    expect(status).toBe(0);
    const { inputs, total } = JSON.parse(stdout);
    expect(inputs[1]).toMatchObject({ file: '-', encoding: 'xlsx', rows: 2, payouts: 1 });
    expect(total.actual).toMatchObject({ payouts: 1, amount: '500.00' });
  });

  it('that is empty is told', () => {
    const { status, stdout, stderr } = piped(['check', '-'], '');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('-：文件是空的');
  });
});

describe('a long list', () => {
  const doubtful = payout(3, { 金额: '待定' });
  const long = desk.list('long.csv', Array(20_000).fill(doubtful));

  it('ends quietly when its output is closed early', async () => {
    const child = spawn(process.execPath, ['bin/relief.js', 'check', long, '-f', 'csv'], { env });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind when %s ends it', async (signal) => {
    const child = spawn(process.execPath, ['bin/relief.js', 'check', '-'], { env });
    child.stdin.on('error', () => {}); // it goes away while it is written to
    child.stdin.write(readFileSync(long)); // and never ended: it is still reading
    while (readdirSync(temporary).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill(signal);
    const ended = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
    expect(ended).toBe(signal);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

it('a temporary folder that is not there is told, and no bug', () => {
  const { status, stdout, stderr } = piped(['check', '-'], csv([TITLES, payout(4)]), { TMPDIR: desk.at('nowhere') });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`临时文件夹 ${desk.at('nowhere')} 不能用（ENOENT）`);
});
