import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'dist/licences';
const licences = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const [title = '', licence = ''] = text.split('\n');
  return { name: title.replace(/ .*/, ''), licence, words: text.split('\n\n').slice(1).join('\n\n') };
});
/** What may be handed on with a program under MIT, whoever uses it. */
const FREE = ['MIT', 'ISC', 'BSD-2-Clause', 'Apache-2.0', 'MIT AND Apache-2.0'];
/** Their packages say which licence they have and bring no text of it. */
const WITHOUT_TEXT = ['nzh', 'saxes'];

/** The packages that modules of the program name. */
function imported(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const names = files.flatMap((file) => {
    const text = readFileSync(join('src', file), 'utf8').replaceAll(/import type [^;]*;/g, '');
    return [...text.matchAll(/(?:from |import\()'((?:@[\w-]+\/)?[a-z][\w.-]*)/g)].map(([, name = '']) => name);
  });
  return [...new Set(names)].filter((name) => name !== 'node');
}

describe('other people’s code', () => {
  it('comes with its licence, each package of it', () => {
    const installed = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies);
    const known = [...licences.map(({ name }) => name), ...installed];
    const named = imported().filter((name) => name !== 'chalk/ansi');
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(licences)('$name, under $licence, may be handed on', ({ name, licence, words }) => {
    expect(FREE).toContain(licence);
    expect(words.length > 400).toBe(!WITHOUT_TEXT.includes(name));
  });

  it('that is installed beside the program is of one version, which was tested', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });
});
