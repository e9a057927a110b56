import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { relief } from '../cli/run.ts';
import { expectGolden } from '../golden.ts';
import { terminalPicture } from './picture.ts';

const READMES = ['README.md', 'README.zh-CN.md'];
const GUIDES = ['docs/guide.md', 'docs/guide.zh-CN.md'];
const DOCS = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !file.includes('.changed.'))
  .map((file) => `docs/${file.replaceAll('\\', '/')}`)
  .toSorted();
const PAGES = [...READMES, ...DOCS, 'CONTRIBUTING.md'];
/** The longest that somebody who is new reads. */
const MOST_LINES = 150;
/** Runs in CI as they stand, from a clean checkout; here they would install and test within the test. */
const SET_UP = [
  'npm ci && node bin/relief.js budget campaigns/putuo-2017.yaml',
  'npm ci && npm test',
  'npm install --global .',
];
const IN_CI = [...SET_UP, 'npm ci', 'npm run bundle', 'npm run bundle -- win-x64'];

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

/** What a heading is called in a link, as GitHub names it. */
const anchor = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** Everything in a page that a link can lead to. */
function anchors(page: string): string[] {
  const text = readFileSync(page, 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading));
  const named = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, name = '']) => name);
  return [...headings, ...named];
}

describe.each(READMES)('%s', (readme) => {
  it('gives the two commands that set up', () => {
    expect(commands(readme)).toEqual(expect.arrayContaining(SET_UP));
  });

  it('is short', () => {
    expect(readFileSync(readme, 'utf8').split('\n').length - 1).toBeLessThanOrEqual(MOST_LINES);
  });
});

it.each(PAGES)('%s links to what is there', (page) => {
  const text = readFileSync(page, 'utf8').replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
  for (const [, link = ''] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
    const [file = '', place] = link.split('#');
    const target = file === '' ? page : join(dirname(page), file);
    expect(existsSync(target), `${page}: ${link}`).toBe(true);
    if (place !== undefined && target.endsWith('.md'))
      expect(anchors(target), `${page}: ${link}`).toContain(decodeURIComponent(place));
  }
});

it.each([READMES, GUIDES])('%s and %s show the same commands in the same order', (english, chinese) => {
  expect(commands(chinese)).toEqual(commands(english));
});

describe('what the pages show', () => {
  const home = join(folder, 'home');
  for (const part of ['campaigns', 'samples', 'schema', 'package.json'])
    cpSync(part, join(home, part), { recursive: true });

  const shown = new Set([...READMES, ...DOCS].flatMap(commands));
  it.each([...shown].filter((command) => !IN_CI.includes(command)))('%s', (command) => {
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
