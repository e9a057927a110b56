import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, truncateSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { someOf } from '../draws.ts';
import { csv, Desk, payout, TITLES } from './people.ts';
import { relief } from './run.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-faults-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const rows = (count: number) => Array.from({ length: count }, (_, index) => payout(index + 1));
const list = desk.write('名单.csv', csv([TITLES, ...rows(40)]));
const roster = desk.write(
  '名册.csv',
  csv([
    ['姓名', '身份证号', '居委'],
    ['王伟', payout(3)[1] ?? '', '一居'],
  ]),
);

/** Ways in which a statement is given to DuckDB, each counted and, from the `failing`th on, refused for want of memory. */
function shortFrom(failing: number): { readonly asked: () => number } {
  let asked = 0;
  const refuse = () => Promise.reject(new Error('Out of Memory Error: failed to allocate data of size 16.0 MiB'));
  for (const way of ['run', 'runAndReadAll', 'stream', 'createAppender'] as const) {
    const whole = DuckDBConnection.prototype[way] as (...args: unknown[]) => Promise<unknown>;
    vi.spyOn(DuckDBConnection.prototype, way).mockImplementation(function (this: DuckDBConnection, ...args: unknown[]) {
      asked += 1;
      return asked >= failing ? refuse() : whole.apply(this, args);
    } as never);
  }
  return { asked: () => asked };
}

describe('too little memory', () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  afterAll(() => void process.off('unhandledRejection', note));

  it.each([
    ['check', ['check', list, '--roster', roster, '--certain']],
    ['dedupe', ['dedupe', list, '--certain']],
    ['cover', ['cover', list, '--roster', roster, '--certain']],
  ])('at every statement of %s is said with the setting to raise', async (_, args) => {
    const counted = shortFrom(Number.POSITIVE_INFINITY);
    expect((await relief(args)).code).toBeLessThan(2);
    const statements = counted.asked();
    expect(statements).toBeGreaterThan(20);
    for (const failing of someOf(Array.from({ length: statements }, (_, at) => at + 1))) {
      vi.restoreAllMocks();
      shortFrom(failing);
      const { code, stderr } = await relief(args);
      expect([failing, code, stderr]).toEqual([failing, 2, expect.stringContaining('--memory-limit')]);
      expect(stderr).not.toContain('程序出错');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(unhandled).toEqual([]);
  });

  it('when the database is opened, too', async () => {
    vi.spyOn(DuckDBInstance, 'create').mockRejectedValue(new Error('Out of Memory Error: could not allocate block'));
    const { code, stderr } = await relief(['dedupe', list]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--memory-limit')]);
  });

  it.each(['1KB', '100KB', '1MB', '3MB', '8MB'])('of a process with %s never shows what is inside', (limit) => {
    const large = desk.write('大名单.csv', csv([TITLES, ...rows(3000)]));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['bin/relief.js', 'dedupe', large, '--memory-limit', limit],
      { encoding: 'utf8' },
    );
    expect([0, 1, 2]).toContain(status);
    if (status === 2) expect(stderr).toContain('--memory-limit');
    if (status === 2) expect(stdout).toBe('');
    expect(stderr.length).toBeLessThan(500);
  });
});

describe('what nobody waited for', () => {
  /** Does something in the process as soon as it listens for what nobody waits for. */
  const early = (code: string) =>
    `data:text/javascript,${encodeURIComponent(`const wait = setInterval(() => {
      if (process.listenerCount('unhandledRejection') === 0) return;
      clearInterval(wait);
      ${code}
    }, 1)`)}`;
  it.each([
    ['a rejection', 'Promise.reject(new Error("unexpected 13812345678"))'],
    ['an exception', 'throw new Error("unexpected 13812345678")'],
  ])('%s is a bug in one line, exit 70', (_, code) => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', early(code), 'bin/relief.js', 'dedupe', list], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8' },
    });
    expect([status, stderr]).toEqual([70, expect.stringContaining('程序出错了，不是您的问题：unexpected 13*******78')]);
    expect(stderr.split('\n')).toHaveLength(3);
  });
});

/** Does something to a file as soon as so many statements were asked for. */
function after(statements: number, what: () => void): void {
  let asked = 0;
  for (const way of ['run', 'runAndReadAll'] as const) {
    const whole = DuckDBConnection.prototype[way] as (...args: unknown[]) => Promise<unknown>;
    vi.spyOn(DuckDBConnection.prototype, way).mockImplementation(function (this: DuckDBConnection, ...args: unknown[]) {
      asked += 1;
      if (asked === statements) what();
      return whole.apply(this, args);
    } as never);
  }
}

describe('a list that changes while it is read', () => {
  // Short lists are read before the first statement: of these, several read each.
  const before = csv([TITLES, ...rows(3000)]);
  const other = csv([TITLES, ...rows(3001).slice(1)]);
  const changes: Readonly<Record<string, (path: string) => void>> = {
    'other bytes of the same length at the same time': (path) => {
      const { atime, mtime } = statSync(path);
      writeFileSync(path, other.slice(0, before.length).padEnd(before.length, '\n'));
      utimesSync(path, atime, mtime);
    },
    'a row more': (path) => writeFileSync(path, `${before}${payout(99).join(',')}\r\n`),
    'cut short': (path) => truncateSync(path, 200),
    emptied: (path) => truncateSync(path, 0),
    replaced: (path) => {
      unlinkSync(path);
      writeFileSync(path, before);
    },
    'taken away': (path) => unlinkSync(path),
  };
  for (const [what, change] of Object.entries(changes)) {
    it.each(['check', 'dedupe'])(`${what}: %s says so, and gives no result`, async (command) => {
      let reached = 0;
      for (const statements of [1, 2, 3, 4, 5, 6, 8, 10]) {
        const path = desk.write('动.csv', before);
        let isDone = false;
        after(statements, () => {
          change(path);
          isDone = true;
        });
        const { code, stdout, stderr } = await relief(
          [command, path, '--certain'].slice(0, command === 'check' ? 2 : 3),
        );
        vi.restoreAllMocks();
        if (!isDone) continue;
        if (code === 2) reached += 1;
        else expect([code, stderr]).toEqual([expect.toBeOneOf([0, 1]), '']); // it had been read by then
        if (code !== 2) continue;
        expect([statements, stdout]).toEqual([statements, '']);
        expect(stderr).toMatch(/改动了|找不到这个文件|文件是空的/);
        expect(stderr).toContain('动.csv');
      }
      expect(reached).toBeGreaterThanOrEqual(2);
    });
  }

  it('at any moment, by another process: what is said is of one of the two, whole', async () => {
    const few = csv([TITLES, ...rows(40)]);
    const path = desk.write('写.csv', few);
    const script = `const fs = require('fs'); const [a, b] = [${JSON.stringify(few)}, ${JSON.stringify(`${few}${payout(98).join(',')}\r\n`)}];
      for (let n = 0; ; n += 1) { fs.writeFileSync(${JSON.stringify(path)}, n % 2 ? a : b); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 + n % 40); }`;
    const writer = spawn(process.execPath, ['-e', script]);
    try {
      for (let run = 0; run < 20; run += 1) {
        const { code, stdout, stderr } = await relief(['check', path, '-f', 'json']);
        if (code === 2) expect(stderr).not.toContain('程序出错');
        else expect([40, 41]).toContain(JSON.parse(stdout).inputs[0].payouts);
        expect(code).not.toBe(70);
      }
    } finally {
      writer.kill('SIGKILL');
    }
  });
});

describe('what the system refuses after a file was opened', () => {
  it('too many open files are no bug', () => {
    for (let most = 20; most <= 44; most += 2) {
      const { status, stderr } = spawnSync(
        'bash',
        ['-c', `ulimit -n ${most}; exec "$0" bin/relief.js dedupe "$1"`, process.execPath, list],
        {
          encoding: 'utf8',
          env: { PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8' },
        },
      );
      if (status === null || !stderr.includes('relief')) continue;
      expect([most, status, stderr]).not.toEqual([most, 70, expect.anything()]);
    }
  });

  it.each([
    ['IO Error: Cannot open file "/tmp/x.csv": Too many open files', 'ulimit -n'],
    ['IO Error: Cannot open file "/tmp/x.csv": No such file or directory', 'ENOENT（/tmp/x.csv）'],
    ['IO Error: Could not read from file "/tmp/x.csv": Input/output error', 'EIO（/tmp/x.csv）'],
    ['IO Error: Could not write file "/tmp/x": No space left on device', 'TMPDIR'],
  ])('%s', async (message, said) => {
    vi.spyOn(DuckDBConnection.prototype, 'run').mockRejectedValue(new Error(message));
    const { code, stderr } = await relief(['dedupe', list]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
