import type { Lists } from '../../engine/lists.ts';

/** What people decided of two rows: whether they are one person's. */
export interface RowVerdict {
  readonly same: boolean;
  readonly one: { readonly list: number; readonly row: number };
  readonly other: { readonly list: number; readonly row: number };
}

/** Two records, and what was decided of them. */
interface RecordVerdict {
  readonly one: number;
  readonly other: number;
  readonly same: boolean;
}

/** SQL: the people of a verdict as they are by now, whoever has been joined since. */
const PEOPLE = `select a.person as one, b.person as other, v.same from verdict v
  join (select distinct certain, person from trait) a on a.certain = v.one
  join (select distinct certain, person from trait) b on b.certain = v.other where a.person <> b.person`;

/**
 * Makes the table `verdict` (`one`, `other`: certain people; `same`) of what was decided of rows. Whoever certainly is one, or certainly
 * not, stays so, whatever somebody decided.
 */
export async function gatherVerdicts({ database }: Lists, verdicts: readonly RowVerdict[]): Promise<void> {
  await database.run(`create temp table verdict_row
    (one_list usmallint, one_row uinteger, other_list usmallint, other_row uinteger, same boolean)`);
  await database.append(
    'verdict_row',
    verdicts.map(({ one, other, same }) => [one.list, one.row, other.list, other.row, same]),
  );
  await database.run(`create temp table verdict as select a.identity as one, b.identity as other, bool_and(v.same) as same
    from verdict_row v join resolved_row a on a.list = v.one_list and a.row = v.one_row
    join resolved_row b on b.list = v.other_list and b.row = v.other_row
    where a.identity <> b.identity group by all having min(v.same) = max(v.same)`);
}

/** Verdicts on the records that there are now. */
export async function recordVerdicts({ database }: Lists): Promise<RecordVerdict[]> {
  const [ones = [], others = [], sames = []] = (await database.columns(
    `select a.rec, b.rec, v.same from (${PEOPLE}) v join record_of a on a.certain = v.one join record_of b on b.certain = v.other
    order by least(a.rec, b.rec), greatest(a.rec, b.rec)`,
  )) as [number[], number[], boolean[]];
  return ones.map((one, at) => ({ one, other: others[at] as number, same: sames[at] as boolean }));
}

/** Forgets what was judged of people who were decided to be two. */
export async function forgetApart({ database }: Lists): Promise<void> {
  const { some } = await database.one<{ some: boolean }>('select count(*) filter (not same) > 0 as some from verdict');
  if (!some) return;
  const apart = `select one, other from (${PEOPLE}) where not same`;
  await database.run(`delete from judged where (one, other) in (select (one, other) from (${apart}))
    or (other, one) in (select (one, other) from (${apart}))`);
}
