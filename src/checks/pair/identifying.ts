import type { LoadedField } from '../../engine/loaded-field.ts';

/** Without any of these nobody on a list is known to be the same person as somebody else. */
export const IDENTIFYING: readonly LoadedField[] = ['id_number', 'account', 'phone'];

/** Without any of these nobody there is known to be probably the same person either, but by the name alone. */
export const TELLING: readonly LoadedField[] = [
  ...IDENTIFYING,
  'other_phone',
  'other_id',
  'birth',
  'age',
  'spouse',
  'wife',
  'guardian',
  'head',
  'head_id',
  'household_id',
  'address',
  'committee',
  'workplace',
];
