import type { ChalkInstance } from 'chalk';
import { printPlace } from '../domain/place.ts';
import type { Problem } from '../domain/problem.ts';
import { shownText, starredLine } from '../domain/shown/masking.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import type { ProblemWords } from '../text/zh/problems.ts';
import { width } from './width.ts';

const LONGEST_EXCERPT = 100;
/** More than anybody mends before running again. */
const MOST_SHOWN = 200;

/** Everything wrong with an input: place, what was found, the line with the part marked, how to mend it. */
export function renderProblems(
  problems: readonly Problem[],
  words: ProblemWords,
  { colon }: Catalogue,
  chalk: ChalkInstance,
): string {
  const blocks = problems.slice(0, MOST_SHOWN).map((problem) => {
    const describe = words.describe[problem.code] as (data: Problem['data']) => readonly [string, string];
    const [what, mend] = describe(problem.data);
    const place = chalk.bold(shownText(printPlace(problem.place)));
    return [
      `${place}${colon}${chalk.red(shownText(what))}`,
      ...excerpt(problem, chalk),
      `  ${words.mend}${colon}${shownText(mend)}`,
    ].join('\n');
  });
  return `${blocks.join('\n')}\n${problems.length > 1 ? `${words.count(problems.length, blocks.length)}\n` : ''}`;
}

function excerpt({ excerpt, place }: Problem, chalk: ChalkInstance): string[] {
  if (!excerpt || excerpt.line.trim() === '') return [];
  const start = Math.max(0, excerpt.from - LONGEST_EXCERPT / 2);
  const line = starredLine(excerpt.line).slice(start, start + LONGEST_EXCERPT);
  const before = width(line.slice(0, excerpt.from - start));
  const marked = Math.max(1, width(line.slice(excerpt.from - start, excerpt.to - start)));
  const gutter = `  ${place.row ?? ''} | `;
  return [chalk.dim(gutter) + line, ' '.repeat(gutter.length + before) + chalk.red('^'.repeat(marked))];
}
