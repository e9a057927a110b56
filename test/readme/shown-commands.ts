import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect } from 'vitest';

export const READMES = ['README.md', 'README.zh-CN.md'];
/** Every page of docs/. */
export const DOCS = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !file.includes('.changed.'))
  .map((file) => `docs/${file.replaceAll('\\', '/')}`)
  .toSorted();

/** Runs in CI as they stand, from a clean checkout; here they would install and test within the test. */
export const SET_UP = [
  'npm ci && node bin/relief.js budget campaigns/putuo-2017.yaml',
  'npm ci && npm test',
  'npm install --global .',
];
const IN_CI = [...SET_UP, 'npm ci', 'npm run bundle', 'npm run bundle -- win-x64'];

/** The lines of a page's `sh` blocks that are commands. */
export function commands(page: string): string[] {
  const blocks = readFileSync(page, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g);
  return [...blocks].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
}

/** What a command writes, and the command but for that name: 重复.xlsx of one language and duplicates.xlsx of another are one file. */
function withoutOutput(command: string): { readonly output: string | undefined; readonly rest: string } {
  const output = / -o (\S+)/.exec(command)?.[1];
  const kind = output?.replace(/^.*?(?=\.\w+$|\/$)/u, '');
  return { output, rest: command.replace(/ -o \S+/, ` -o ${kind}`) };
}

/**
 * The commands of pages that are run here, each once, in the order in which they are shown; instead of one that differs from one
 * before only in the name of its output, that output is given its name.
 */
export function runHere(pages: readonly string[]): string[] {
  const written = new Map<string, string>();
  return [...new Set(pages.flatMap(commands))].flatMap((command) => {
    if (IN_CI.includes(command)) return [];
    const { output, rest } = withoutOutput(command);
    const before = written.get(rest);
    if (output === undefined) return [command];
    if (before !== undefined) return before === output ? [] : [`cp -r ${before} ${output}`];
    written.set(rest, output);
    return [command];
  });
}

/** A reader's home with what the package brings, and `relief` on their path: runs what a page shows, which must end well or with findings. */
export function reader(): (command: string) => void {
  const folder = mkdtempSync(join(tmpdir(), 'relief-reader-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const [home, path] = [join(folder, 'home'), join(folder, 'path')];
  mkdirSync(path);
  writeFileSync(join(path, 'relief'), `#!/bin/sh\nexec "${process.execPath}" "${resolve('bin/relief.js')}" "$@"\n`);
  chmodSync(join(path, 'relief'), 0o755);
  for (const part of ['campaigns', 'samples', 'schema', 'package.json'])
    cpSync(part, join(home, part), { recursive: true });
  return (command) => {
    const { status, stderr } = spawnSync('/bin/sh', ['-c', command], {
      cwd: home,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${path}:${process.env.PATH}`, HOME: home, LANG: 'zh_CN.UTF-8' },
    });
    expect(stderr).not.toContain('    at ');
    expect([0, 1], stderr).toContain(status);
  };
}
