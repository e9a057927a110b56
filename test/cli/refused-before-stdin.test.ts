import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const program = join(process.cwd(), 'bin/relief.js');

/** How a command line ends whose standard input is never closed; killed, and null, where it waits for it. */
function ended(args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'ignore', 'pipe'], timeout: 120_000 });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

describe('a command that will be refused', () => {
  it.each([
    ['two outputs in one place', ['dedupe', '-', '-o', 'x.csv', '--identities', 'x.csv']],
    ['an unknown ending', ['dedupe', '-', '-o', 'x.unknown']],
    ['the same of check', ['check', '-', '-o', 'x.unknown']],
    ['flags that go together', ['dedupe', '-', '--strict']],
    ['flags that do not', ['dedupe', '-', '--rule', 'paid-twice', '--clean', 'x']],
    ['a file that is not there', ['dedupe', 'nowhere.yaml', '-']],
    ['standard input twice', ['dedupe', '-', '--against', '-']],
  ])('does not wait for standard input first: %s', async (_, args) => {
    const { code, stderr } = await ended([...args, '--lang', 'en']);
    expect(code).toBe(2);
    expect(stderr).not.toBe('');
  });
});
