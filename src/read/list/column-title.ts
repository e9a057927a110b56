import { bareTitle, foldTitle } from '../../domain/row/list-title.ts';

/** The printed titles of one column: the upper header row's and the lower one's, each perhaps ''. */
export interface ColumnTitle {
  readonly upper: string;
  readonly lower: string;
}

/** Both titles of a column as one, each once. */
export function printedTitle({ upper, lower }: ColumnTitle): string {
  const parts = foldTitle(upper) === foldTitle(lower) ? [upper] : [upper, lower];
  return parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** Does a column bear this title: the whole of it, one of its rows, or at least what is left without brackets? */
export function columnsTitled(wanted: string, titles: readonly ColumnTitle[]): number[] {
  const key = foldTitle(wanted);
  const tests: ReadonlyArray<(title: ColumnTitle) => boolean> = [
    (title) => foldTitle(printedTitle(title)) === key,
    ({ upper, lower }) => (foldTitle(lower) || foldTitle(upper)) === key,
    ({ upper, lower }) => bareTitle(foldTitle(lower) || foldTitle(upper)) === key,
  ];
  for (const test of tests) {
    const found = titles.flatMap((title, index) => (test(title) ? [index] : []));
    if (found.length > 0) return found;
  }
  return [];
}
