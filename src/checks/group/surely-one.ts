import type { Lists } from '../../engine/lists.ts';
import { type GroupQuery, OF_PAYOUTS, type Taken } from './group-rule.ts';

/**
 * SQL on `resolved r`, by what rows are taken for: a number that those have in common which certainly are one person's, or of one
 * household. Who is of no household that is known stays alone, with a number below those of households.
 */
export const PART: Readonly<Record<Taken['as'], string>> = {
  person: 'r.certain',
  household: `case when r.household is not null and r.household_sure then r.household else -(hash(r.certain) >> 1)::bigint - 1 end`,
};

/** SQL in aggregates over rows that certainly are one: would the rule find them alone? */
export function isFoundAlone({ from, taken, having, sure = 'true' }: GroupQuery): string {
  const found = taken?.found ?? `(${having}) and (${sure})`;
  return OF_PAYOUTS.includes(from) ? `${found} and not bool_and(r.earlier)` : found;
}

/**
 * Makes the table `confirmed_person` of people (`identity`) whose rows are not certainly one person's.
 * @returns of what anybody has to doubt that it is one: mostly of nothing, and nothing has to be looked for.
 */
export async function doubts({ database, rosters }: Lists): Promise<ReadonlySet<Taken['as']>> {
  const rows = 'select identity, certain, household, household_sure from';
  const all = rosters.length > 0 ? `(${rows} resolved union all ${rows} enrolled)` : 'resolved';
  await database.run(`create or replace temp table confirmed_person as
    select identity from ${all} group by identity having min(certain) <> max(certain)`);
  const { persons, households } = await database.one<{ persons: boolean; households: boolean }>(
    `select (select count(*) > 0 from confirmed_person) as persons,
      (select coalesce(bool_or(household is not null and not household_sure), false) from ${all}) as households`,
  );
  // Of no household that is known, somebody is at home alone: with all that is confirmed to be theirs.
  return new Set([
    ...(persons ? (['person'] as const) : []),
    ...(persons || households ? (['household'] as const) : []),
  ]);
}
