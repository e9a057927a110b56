import { compactCell } from '../../domain/cell-text.ts';
import type { ListField } from '../../domain/row/list-field.ts';
import { readTitle } from '../../domain/row/list-title.ts';
import { isData, TELLING } from './head-header-rows.ts';
import type { ListHead } from './list-head.ts';

/**
 * Does a row of a body have the titles of another table, so that what is below it stands in other columns? It has nothing but
 * titles, and one that the header has not in that place. What a page repeats is no other table.
 */
export function hasOtherTitles(cells: readonly string[], { columns }: Pick<ListHead, 'columns'>): boolean {
  return (titlesIn(cells) ?? []).some(({ index, text, field }) => {
    const own = columns[index];
    const title = compactCell(own?.title ?? '');
    const isAgain = title !== '' && (title.startsWith(text) || title.endsWith(text));
    return !isAgain && field !== (own?.field ?? null);
  });
}

/** Does a row of a body have titles of any table, also of the same columns? */
export const hasTitles = (cells: readonly string[]): boolean => titlesIn(cells) !== null;

/**
 * The titles of a row that has nothing else, of which at least two are whole titles of fields and one tells who somebody is; null
 * of any other row.
 */
function titlesIn(cells: readonly string[]): { index: number; text: string; field: ListField | null }[] | null {
  const filled = cells.flatMap((cell, index) => {
    const text = cell.length > LONGEST ? cell : compactCell(cell);
    return text === '' ? [] : [{ index, text }];
  });
  if (filled.length < 2 || filled.some(({ text }) => text.length > LONGEST || isData(text))) return null;
  const titles = filled.map((cell) => ({ ...cell, ...readTitle(cell.text) }));
  const fields = titles.flatMap(({ field, how }) => (field !== null && how === 'exact' ? [field] : []));
  const tells = titles.some(({ field }) => field !== null && TELLING.has(field));
  const known = titles.filter(({ how }) => how !== 'unknown');
  return new Set(fields).size < 2 || !tells || known.length * 3 < titles.length * 2 ? null : titles;
}

/** The columns of a header whole: people who stand beside those of this list have the same titles. */
export function wholeHeader({ columns, part }: ListHead): Pick<ListHead, 'columns'> {
  if (!part?.beside) return { columns };
  const own = [...part.columns].sort(ascending);
  const titles = new Map(
    part.beside.flatMap((others) => [...others].sort(ascending).map((index, at) => [index, own[at] ?? index] as const)),
  );
  const titled = (index: number) => columns[titles.get(index) ?? index];
  return { columns: columns.map((column) => ({ ...(titled(column.index) ?? column), index: column.index })) };
}

const ascending = (a: number, b: number) => a - b;

/** No title is longer. */
const LONGEST = 40;
