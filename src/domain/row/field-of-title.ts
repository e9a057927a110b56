import { TITLES } from './field-titles.ts';
import { LIST_FIELDS, type ListField } from './list-field.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Every whole title, and the field that it means. */
export const FIELD_OF_TITLE: ReadonlyMap<string, ListField> = new Map(
  LIST_FIELDS.flatMap((field) => words(TITLES[field].replace('|', ' ')).map((title) => [title, field] as const)),
);

/** The titles that mean their field inside longer ones too (2016年补助金额). */
export const FIELD_OF_PART: ReadonlyMap<string, ListField> = new Map(
  LIST_FIELDS.flatMap((field) => words(TITLES[field].split('|')[0] ?? '').map((title) => [title, field] as const)),
);

/** The titles of one field, for suggesting the nearest. */
export function titlesOf(field: ListField): string[] {
  return [...FIELD_OF_TITLE].filter(([, meant]) => meant === field).map(([title]) => title);
}
