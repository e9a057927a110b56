import { isAmong } from './among.ts';
import type { Assignments } from './assignments.ts';
import type { Database, Row } from './database.ts';
import type { LoadedList } from './load.ts';

const ASSIGNED = ['department', 'measure'] as const;

/**
 * Lists of payouts, with whose they are and what for among what is known of each row, where the campaign knows that of every one without a
 * column: a measure of that name is one department's, a department has a single measure.
 */
export async function withKnownAssignments(
  database: Database,
  lists: readonly LoadedList[],
  { departments, measures }: Assignments,
): Promise<LoadedList[]> {
  const lacking = lists.flatMap(({ fields, payouts }, list) =>
    payouts > 0 && !ASSIGNED.every((field) => fields.has(field)) ? [list] : [],
  );
  if (lacking.length === 0) return [...lists];
  const rows = await database.all<Row & { list: number; department: number; measure: number }>(
    `select distinct list, department, measure from any_payout p where ${isAmong('list', lacking)}`,
  );
  const isUnknown = {
    department: new Set(rows.flatMap(({ list, department }) => (departments[department]?.is ? [] : [list]))),
    measure: new Set(rows.flatMap(({ list, measure }) => (measures[measure]?.measure.is ? [] : [list]))),
  };
  const isLacking = new Set(lacking);
  return lists.map((list, index) => {
    const known = isLacking.has(index) ? ASSIGNED.filter((field) => !isUnknown[field].has(index)) : [];
    return known.length > 0 ? { ...list, fields: new Set([...list.fields, ...known]) } : list;
  });
}
