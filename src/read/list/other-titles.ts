import { compactCell } from '../../domain/cell-text.ts';
import { readTitle } from '../../domain/row/list-title.ts';
import { isData, TELLING } from './head-header-rows.ts';
import type { ListHead } from './list-head.ts';

/**
 * Does a row of a body have the titles of another table, so that what is below it stands in other columns? It has nothing but
 * titles, of which at least two are whole titles of fields and one tells who somebody is, and one that the header has not in that
 * place. What a page repeats is no other table.
 */
export function hasOtherTitles(cells: readonly string[], { columns }: Pick<ListHead, 'columns'>): boolean {
  const filled = cells.flatMap((cell, index) => {
    const text = cell.length > LONGEST ? cell : compactCell(cell);
    return text === '' ? [] : [{ index, text }];
  });
  if (filled.length < 2 || filled.some(({ text }) => text.length > LONGEST || isData(text))) return false;
  const titles = filled.map((cell) => ({ ...cell, reading: readTitle(cell.text) }));
  const fields = titles.flatMap(({ reading: { field, how } }) => (field !== null && how === 'exact' ? [field] : []));
  const tells = titles.some(({ reading: { field } }) => field !== null && TELLING.has(field));
  if (new Set(fields).size < 2 || !tells) return false;
  const known = titles.filter(({ reading }) => reading.how !== 'unknown');
  if (known.length * 3 < titles.length * 2) return false;
  return titles.some(({ index, text, reading }) => {
    const own = columns[index];
    const title = compactCell(own?.title ?? '');
    const isAgain = title !== '' && (title.startsWith(text) || title.endsWith(text));
    return !isAgain && reading.field !== (own?.field ?? null);
  });
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
