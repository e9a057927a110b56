import type { Wanting } from '../../domain/row/wanting.ts';
import { isAmong } from '../../engine/among.ts';
import type { LoadedList } from '../../engine/load.ts';
import type { LoadedField } from '../../engine/loaded-field.ts';
import type { PassedOver } from './row-rule.ts';

/** SQL: is it a payout of a list that says a field of each of its rows? */
export const saidBy = (lists: readonly LoadedList[], field: LoadedField): string =>
  isAmong(
    'p.list',
    lists.flatMap(({ fields }, list) => (fields.has(field) ? [list] : [])),
  );

/** Payouts of measures (indexes) that the campaign does not have: nothing that it says of measures can be asked of them. */
export const unplaced = (why: Wanting, measures: readonly number[]): PassedOver[] =>
  measures.length > 0
    ? [{ why, where: isAmong('p.measure', measures), toldBy: ['unknown-department', 'unknown-measure'] }]
    : [];
