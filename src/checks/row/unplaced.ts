import type { NOWHERE } from '../../domain/row/wanting.ts';
import { isAmong } from '../../engine/among.ts';
import type { Assignments } from '../../engine/assignments.ts';
import type { LoadedList } from '../../engine/load.ts';
import type { LoadedField } from '../../engine/loaded-field.ts';
import { nowhereMeasures } from '../../totals/lists/nowhere.ts';
import type { PassedOver } from './row-rule.ts';

/** SQL: is it a payout of a list that says a field of each of its rows? */
export const saidBy = (lists: readonly LoadedList[], field: LoadedField): string =>
  isAmong(
    'p.list',
    lists.flatMap(({ fields }, list) => (fields.has(field) ? [list] : [])),
  );

/** Payouts of measures that the campaign does not have, if nobody says so: nothing that it says of measures can be asked of them. */
export function unplaced(why: (typeof NOWHERE)[number], assignments: Assignments): PassedOver[] {
  const { [why]: measures } = nowhereMeasures(assignments);
  return measures.length > 0
    ? [{ why, where: isAmong('p.measure', measures), toldBy: ['unknown-department', 'unknown-measure'] }]
    : [];
}
