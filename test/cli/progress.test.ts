import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { Progress } from '../../src/cli/progress.ts';

/** What takes back the line before. */
const ANEW = '\r\u001b[2K';
let written = '';
const io = (isTTY: boolean): Io => ({
  env: {},
  stdout: { write: () => {}, columns: 40 },
  stderr: { write: (text) => (written += text), isTTY },
  today: () => '2026-01-01',
});
const words = { rows: (count: string) => `${count}行`, step: (percent: string) => `本步${percent}` };

beforeEach(() => {
  written = '';
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => vi.useRealTimers());

it('says stage, rows and per cent after a second, anew as they change, and nothing is left of it', () => {
  const progress = new Progress(io(true), false, words);
  let done = 0;
  progress.stage('读取 1/2：名单.csv', () => ({ rows: done * 1000, percent: done }));
  vi.advanceTimersByTime(800);
  expect(written).toBe('');
  done = 45.9;
  vi.advanceTimersByTime(400);
  expect(written).toBe(`${ANEW}读取 1/2：名单.csv  45,900行  45%`);
  progress.stage('比对', () => ({ rows: 90_000, percent: 61, isOfStep: true }));
  expect(written.endsWith(`${ANEW}比对  90,000行  本步61%`)).toBe(true);
  progress.end();
  expect(written.endsWith(ANEW)).toBe(true);
});

it('keeps to one line', () => {
  const progress = new Progress(io(true), false, words);
  progress.stage(`读取：${'很长的名字'.repeat(20)}.csv`, () => ({ rows: 5, percent: 1 }));
  vi.advanceTimersByTime(1200);
  expect(written.replaceAll(ANEW, '').length).toBeLessThan(40);
  expect(written).toMatch(/5行 {2}1%$/);
  progress.end();
});

it.each([
  ['where nobody is looking', false, false],
  ['with --quiet', true, true],
])('says nothing %s', (_, isTTY, quiet) => {
  const progress = new Progress(io(isTTY), quiet, words);
  progress.stage('读取', () => ({ rows: 1, percent: 1 }));
  vi.advanceTimersByTime(5000);
  progress.end();
  expect([progress.isSeen, written]).toEqual([false, '']);
});
