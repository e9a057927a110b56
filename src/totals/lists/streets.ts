import type { Lists } from '../../engine/lists.ts';

/** A street and its committees. */
interface StreetOfLists {
  /** Empty where the lists name committees and no streets. */
  readonly name: string;
  readonly committees: readonly string[];
}

/** What stands on one row alone may be mistyped. */
const FEWEST_ROWS = 2;

/** The streets and committees that lists and rosters name, each on several rows, in the order of their names. */
export async function streetsIn({ database }: Pick<Lists, 'database'>): Promise<StreetOfLists[]> {
  const rows = await database.all<{ subdistrict: string; committee: string }>(
    `select coalesce(subdistrict, '') as subdistrict, coalesce(committee, '') as committee from any_person
      group by all having count(*) >= ${FEWEST_ROWS} and (subdistrict <> '' or committee <> '') order by 1, 2`,
  );
  const named = rows.filter(({ subdistrict }) => subdistrict !== '');
  const known = named.length > 0 ? named : rows;
  return [...new Set(known.map(({ subdistrict }) => subdistrict))].map((name) => ({
    name,
    committees: known.flatMap((row) => (row.subdistrict === name && row.committee !== '' ? [row.committee] : [])),
  }));
}
