import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { relief } from '../cli/run.ts';
import { expectGolden } from '../golden.ts';
import { terminalPicture } from './picture.ts';
import { commands, DOCS, READMES, SET_UP } from './shown-commands.ts';

const GUIDES = ['docs/guide.md', 'docs/guide.zh-CN.md'];
const PAGES = [...READMES, ...DOCS, 'CONTRIBUTING.md'];
/** The longest that somebody who is new reads. */
const MOST_LINES = 150;
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

it('the picture in the README is what the command prints', async () => {
  const args = ['budget', 'campaigns/putuo-2017.yaml', '--width', '110', '--color'];
  const { stdout } = await relief(args);
  const main = stdout.split('\n\n').slice(0, 4).join('\n\n');
  expectGolden('test/golden/readme-budget.svg', terminalPicture('relief budget campaigns/putuo-2017.yaml', main));
});
