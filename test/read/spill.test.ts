import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Spill } from '../../src/read/spill.ts';

const parent = mkdtempSync(join(tmpdir(), 'spill-test-'));
afterAll(() => rmSync(parent, { recursive: true }));

/** What a process of its own can import. */
const built = join(parent, 'spill.mjs');
beforeAll(() => build({ input: 'src/read/spill.ts', platform: 'node', output: { file: built }, logLevel: 'silent' }));

const listeners = () => ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'].map((event) => process.listenerCount(event));

describe('a private temporary folder', () => {
  it('is nobody else’s, gives a new file each time, and goes with what is in it', () => {
    const before = listeners();
    const [one, other] = [new Spill(parent), new Spill(parent)];
    expect(statSync(one.folder).mode & 0o777).toBe(0o700);
    expect(dirname(one.folder)).toBe(parent);
    const [first, second] = [one.file('.csv'), one.file('.csv')];
    expect(first).not.toBe(second);
    expect(dirname(first)).toBe(one.folder);
    writeFileSync(first, '王秀英');
    one.close();
    expect([existsSync(one.folder), existsSync(other.folder)]).toEqual([false, true]);
    other.close();
    expect(existsSync(other.folder)).toBe(false);
    expect(listeners()).toEqual(before);
  });

  const child = (then: string) =>
    spawn(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { writeFileSync } from 'node:fs';
        import { Spill } from ${JSON.stringify(pathToFileURL(built).href)};
        const spill = new Spill(${JSON.stringify(parent)});
        writeFileSync(spill.file('.csv'), 'x');
        process.stdout.write(spill.folder);
        ${then}`,
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'is gone after %s, which ends the process as it would have',
    async (signal) => {
      const waiting = child('setInterval(() => {}, 1000);');
      const [folder] = (await once(waiting.stdout, 'data')) as [Buffer];
      expect(existsSync(folder.toString())).toBe(true);
      waiting.kill(signal);
      expect(await once(waiting, 'exit')).toEqual([null, signal]);
      expect(existsSync(folder.toString())).toBe(false);
    },
  );

  it.each([
    ['at the end', '', 0],
    ['at an error that nobody catches', "throw new Error('x');", 1],
    ['when the process is left', 'process.exit(3);', 3],
  ])('is gone %s', async (_, then, code) => {
    const process = child(then);
    const exit = once(process, 'exit');
    const [folder] = (await once(process.stdout, 'data')) as [Buffer];
    expect(await exit).toEqual([code, null]);
    expect(existsSync(folder.toString())).toBe(false);
  });
});
