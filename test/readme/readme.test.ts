import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { relief } from '../cli/run.ts';
import { expectGolden } from '../golden.ts';
import { terminalPicture } from './picture.ts';

const READMES = ['README.md', 'README.zh-CN.md'];
/** Runs in CI as they stand, from a clean checkout; here they would install and test within the test. */
const SET_UP = [
  'npm ci && node bin/relief.js budget campaigns/putuo-2017.yaml',
  'npm ci && npm test',
  'npm install --global .',
];

const folder = mkdtempSync(join(tmpdir(), 'relief-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'path');
mkdirSync(path);
writeFileSync(join(path, 'relief'), `#!/bin/sh\nexec "${process.execPath}" "${resolve('bin/relief.js')}" "$@"\n`);
chmodSync(join(path, 'relief'), 0o755);

/** The lines of a README's `sh` blocks that are commands. */
function commands(readme: string): string[] {
  const blocks = readFileSync(readme, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g);
  return [...blocks].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
}

describe.each(READMES)('%s', (readme) => {
  it('gives the two commands that set up', () => {
    expect(commands(readme)).toEqual(expect.arrayContaining(SET_UP));
  });

  it('points at files that exist', () => {
    const links = readFileSync(readme, 'utf8').matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g);
    for (const [, link = ''] of links) expect(existsSync(link), link).toBe(true);
  });
});

it('the two READMEs show the same commands in the same order', () => {
  const [english, chinese] = READMES.map(commands);
  expect(chinese).toEqual(english);
});

describe('what the READMEs show, which is the same', () => {
  const home = join(folder, 'home');
  for (const part of ['campaigns', 'samples', 'schema', 'package.json'])
    cpSync(part, join(home, part), { recursive: true });

  const shown = new Set(READMES.flatMap(commands));
  it.each([...shown].filter((command) => !SET_UP.includes(command)))('%s', (command) => {
    const { status, stderr } = spawnSync('/bin/sh', ['-c', command], {
      cwd: home,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${path}:${process.env.PATH}`, HOME: home, LANG: 'zh_CN.UTF-8' },
    });
    expect(stderr).not.toContain('    at ');
    expect([0, 1], stderr).toContain(status);
  });
});

it('the picture in the README is what the command prints', async () => {
  const args = ['budget', 'campaigns/putuo-2017.yaml', '--width', '110', '--color'];
  const { stdout } = await relief(args);
  const main = stdout.split('\n\n').slice(0, 4).join('\n\n');
  expectGolden('test/golden/readme-budget.svg', terminalPicture('relief budget campaigns/putuo-2017.yaml', main));
});
