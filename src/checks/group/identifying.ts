import type { LoadedField } from '../../engine/loaded-field.ts';

/** Without any of these nobody on a list is known to be the same person as somebody else. */
export const IDENTIFYING: readonly LoadedField[] = ['id_number', 'other_id', 'account', 'phone'];

/** Without any of these nobody on a list is known to be of the same household as somebody else. */
export const OF_HOUSEHOLD: readonly LoadedField[] = ['household_id', 'head_id', 'address'];

/** Without any of these nobody there is known to be probably the same person either, but by the name alone. */
export const TELLING: readonly LoadedField[] = [
  ...IDENTIFYING,
  'other_phone',
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
