import { isPerHousehold } from '../../domain/campaign/standard.ts';
import { isAmong } from '../../engine/among.ts';
import type { Database } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { idClass } from '../../engine/payout-sql.ts';

/** People, and so many of their payouts that say too little. */
interface Silent {
  readonly people: number;
  readonly payouts: number;
}

/** Payouts of which nobody can say whether they repeat others, or to whom they go. */
export interface Uncompared {
  /** Without any number of whoever is paid, known to be nobody else's, under a name that another row has too. */
  readonly namesakes: number;
  /** People with several payouts of which some say no measure, and those: nobody knows whether they are paid twice for one. */
  readonly unnamed: Silent;
  /** People with payouts on several lists of which some say no department, and those: nobody knows whether several departments pay them. */
  readonly unplaced: Silent;
  /** Payouts of measures for a household each that do not say of which they are. */
  readonly homeless: number;
}

/** What lists that were resolved to people say too little for. */
export async function uncomparedOf(lists: Lists): Promise<Uncompared> {
  return {
    namesakes: await namesakesOf(lists),
    unnamed: await unnamedOf(lists),
    unplaced: await unplacedOf(lists),
    homeless: await homelessOf(lists),
  };
}

const NO_NUMBER = [idClass('missing'), idClass('placeholder')].join(', ');

/** Few rows have no number where most have one: only their names are looked for. */
async function namesakesOf({ database }: Lists): Promise<number> {
  await database.run(`create or replace temp table nameless_number as
    select p.list, p.row, p.name from any_payout p
      join (select list, row from resolved where person is null and not earlier
        and identity not in (select identity from repeated)) r on r.list = p.list and r.row = p.row
    where p.id_class in (${NO_NUMBER}) and p.name is not null`);
  const { rows } = await database.one<{ rows: bigint }>(`with named as (
      select name from any_payout where name in (select name from nameless_number) group by name having count(*) > 1)
    select count(*) as rows from nameless_number where name in (from named)`);
  return Number(rows);
}

async function unnamedOf({ database, assignments }: Lists): Promise<Silent> {
  const unnamed = assignments.measures.flatMap(({ measure }, index) => (measure.name === '' ? [index] : []));
  return silentOf(database, 'measure', unnamed, 'true');
}

async function unplacedOf({ database, assignments }: Lists): Promise<Silent> {
  const unplaced = assignments.departments.flatMap(({ name }, index) => (name === '' ? [index] : []));
  const ofNamed = (aggregate: string) => `${aggregate}(department) filter (not ${isAmong('department', unplaced)})`;
  // A list is mostly one department's own; and of whom two departments are known to pay that is told.
  const isOpen = `min(list) <> max(list) and not coalesce(${ofNamed('min')} <> ${ofNamed('max')}, false)`;
  return silentOf(database, 'department', unplaced, isOpen);
}

/** People with several payouts of which some are of a blank (an index of `column`), where that is `open`, and those. */
async function silentOf(
  database: Database,
  column: 'measure' | 'department',
  blank: readonly number[],
  open: string,
): Promise<Silent> {
  if (blank.length === 0) return { people: 0, payouts: 0 };
  const { people, payouts } = await database.one<{ people: bigint; payouts: bigint }>(
    `with several as (select identity, count(*) filter (${isAmong(column, blank)}) as blank from repeated
      where coalesce(amount, 1) > 0 group by identity having count(*) > 1 and not bool_and(earlier) and ${open})
    select count(*) as people, coalesce(sum(blank), 0)::bigint as payouts from several where blank > 0`,
  );
  return { people: Number(people), payouts: Number(payouts) };
}

/** Whoever is alone by their name is of a household all the same, but of which nobody knows. */
async function homelessOf({ database, assignments }: Lists): Promise<number> {
  const perHousehold = assignments.measures.flatMap(({ measure: { is } }, index) =>
    is?.standard && isPerHousehold(is.standard) ? [index] : [],
  );
  if (perHousehold.length === 0) return 0;
  const { rows } = await database.one<{ rows: bigint }>(`select count(*) as rows from resolved
    where ${isAmong('measure', perHousehold)} and household is null and not earlier and coalesce(amount, 1) > 0`);
  return Number(rows);
}
