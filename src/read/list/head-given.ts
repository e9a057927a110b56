import { nearest } from '../../domain/nearest.ts';
import type { ProblemData } from '../../domain/problem.ts';
import { FIELD_OF_TITLE } from '../../domain/row/field-of-title.ts';
import { LIST_FIELDS, type ListField } from '../../domain/row/list-field.ts';
import { foldTitle } from '../../domain/row/list-title.ts';
import { type ColumnTitle, columnsTitled, printedTitle } from './column-title.ts';
import type { PlacedFields } from './head-columns.ts';

/** Words that say: read nothing from this column. */
const IGNORE: readonly string[] = ['忽略', 'ignore', '-'];

/** What a user said that the columns mean, by title; null for a column to be left alone. */
export type Given = ReadonlyMap<string, ListField | null>;

/** Reads the field names of `columns:` or --column: the English ones, or any title that is known to mean the field. */
export function readGiven(given: ReadonlyMap<string, string>): {
  fields: Given;
  unknown: ProblemData['list-given-field-unknown'][];
} {
  const fields = new Map<string, ListField | null>();
  const unknown: ProblemData['list-given-field-unknown'][] = [];
  for (const [title, word] of given) {
    const field = fieldNamed(word);
    if (field === undefined) unknown.push({ title, field: word, nearest: nearestField(word) });
    else fields.set(title, field);
  }
  return { fields, unknown };
}

function fieldNamed(word: string): ListField | null | undefined {
  const key = word.trim().toLowerCase();
  if (IGNORE.includes(key)) return null;
  return LIST_FIELDS.find((field) => field === key) ?? FIELD_OF_TITLE.get(foldTitle(word));
}

const nearestField = (word: string) => nearest(word, LIST_FIELDS) ?? nearest(word, FIELD_OF_TITLE.keys());

/** Finds the columns that the given titles name. A title that several columns bear gives its field to all of them. */
export function placeGiven(given: Given, titles: readonly ColumnTitle[]): PlacedFields {
  const byColumn = new Map<number, ListField | null>();
  const inOrder = new Map<ListField, number[]>();
  const unknown: ProblemData['list-given-column-unknown'][] = [];
  const printed = titles.map(printedTitle).filter((title) => title !== '');
  for (const [title, field] of given) {
    const found = columnsTitled(title, titles);
    if (found.length === 0) unknown.push({ title, nearest: nearest(title, printed), titles: printed, lists: 1 });
    for (const index of found) byColumn.set(index, field);
    if (field !== null && found.length === 1) inOrder.set(field, [...(inOrder.get(field) ?? []), ...found]);
  }
  return { byColumn, inOrder, unknown };
}
