import { TITLES } from './field-titles.ts';

/** What a column of a recipient list can be, in the order in which a person would print it. */
export const LIST_FIELDS = [
  'ordinal',
  'name',
  'spouse',
  'husband',
  'wife',
  'guardian',
  'head',
  'head_id',
  'id_number',
  'card_number',
  'id_type',
  'other_id',
  'sex',
  'birth',
  'age',
  'department',
  'measure',
  'amount',
  'payable',
  'goods',
  'quantity',
  'household_id',
  'household_size',
  'subdistrict',
  'committee',
  'address',
  'workplace',
  'phone',
  'other_phone',
  'bank',
  'account',
  'holder',
  'serial',
  'batch',
  'paid_on',
  'died_on',
  'result',
  'reason',
  'sign',
  'agent',
  'remark',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

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
