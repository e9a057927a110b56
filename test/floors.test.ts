import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';

/**
 * The floors of the house, lowest first: a file imports from its own floor and from those before it.
 * Floors of one line stand side by side, and import nothing of each other.
 */
const FLOORS: ReadonlyArray<readonly string[]> = [
  ['domain'],
  ['contract', 'text'],
  ['file'],
  ['workbook'],
  ['read'],
  ['engine', 'write'],
  ['identity'],
  ['totals'],
  ['checks'],
  ['answer'],
  ['report'],
  ['render'],
  ['cli', 'library.ts'],
];

/** What stands below a floor, and is not for it all the same: the one that decides is at fault, not the one that is asked. */
const NOT_FOR: Readonly<Record<string, readonly RegExp[]>> = {
  // An answer has no words: they are chosen where it is shown.
  answer: [/^write\//, /^text\//],
  // A report knows no file.
  report: [/^write\//],
  // A renderer reads nothing.
  render: [/^engine\//, /^write\//, /^read\/(yaml-source|campaign-file)\.ts$/],
  checks: [/^write\//],
  totals: [/^write\//],
  identity: [/^write\//],
};

const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

const levelOf = (floor: string) => FLOORS.findIndex((names) => names.includes(floor));
const floorOf = (file: string) => file.split('/', 1)[0] ?? '';

/** What is wrong with the imports of a file of src, each by its place in src; none where all is well. */
function refused(file: string, source: string): string[] {
  const floor = floorOf(file);
  return [...source.matchAll(IMPORT)]
    .map(([, specifier = '']) => relative('src', join('src', dirname(file), specifier)))
    .filter((imported) => {
      const other = floorOf(imported);
      if (other === floor) return false;
      return levelOf(other) >= levelOf(floor) || (NOT_FOR[floor] ?? []).some((pattern) => pattern.test(imported));
    });
}

describe('the floors of the house', () => {
  const files = globSync('**/*.ts', { cwd: 'src' });

  it('has every file of src on a floor', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => levelOf(floorOf(file)) < 0)).toEqual([]);
  });

  it('imports downward only', () => {
    const wrong = files.flatMap((file) =>
      refused(file, readFileSync(join('src', file), 'utf8')).map((imported) => `${file} imports ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['domain/money.ts', "import { zh } from '../text/zh.ts';", true],
    ['domain/people/age.ts', "import type { Rows } from '../../engine/rows.ts';", true],
    ['text/zh.ts', "export { budget } from '../totals/budget.ts';", true],
    ['engine/lists.ts', "const { split } = await import('../write/split-list.ts');", true],
    ['write/split.ts', "import { lists } from '../engine/lists.ts';", true],
    ['checks/rule.ts', "import { sheet } from '../report/sheet.ts';", true],
    ['answer/dedupe.ts', "import { catalogues } from '../text/words.ts';", true],
    ['render/csv.ts', "import { database } from '../engine/database.ts';", true],
    ['render/csv.ts', "import { io } from '../cli/io.ts';", true],
    ['render/csv.ts', "import type { Sheet } from '../report/sheet.ts';", false],
    ['cli/main.ts', "const { split } = await import('../write/split-list.ts');", false],
    ['totals/budget/sum.ts', "import { fen } from '../../domain/money.ts';\nimport { tier } from './tier.ts';", false],
  ])('%s with %s is refused: %s', (file, source, isRefused) => {
    expect(refused(file, source).length > 0).toBe(isRefused);
  });
});
