import type { ListField } from '../domain/list-field.ts';
import type { ListSource } from '../read/list/list-source.ts';

/** The fields that are loaded. The others (序号, 开户行, 备注 …) decide nothing here. */
export const LOADED_FIELDS = [
  'name',
  'head_id',
  'id_number',
  'sex',
  'birth',
  'age',
  'department',
  'measure',
  'amount',
  'quantity',
  'household_id',
  'household_size',
  'subdistrict',
  'address',
  'phone',
  'account',
  'holder',
  'paid_on',
  'sign',
  'agent',
] as const satisfies readonly ListField[];
export type LoadedField = (typeof LOADED_FIELDS)[number];

/** The fields that a source has columns for, but for those that nobody asks for. */
export function fieldsOf({ head }: ListSource, leaveOut: readonly LoadedField[]): LoadedField[] {
  return LOADED_FIELDS.filter(
    (field) => !leaveOut.includes(field) && head.columns.some((column) => column.field === field),
  );
}
