import { throughBank } from '../../domain/row/through-bank.ts';
import { isAmong } from '../../engine/among.ts';
import type { Lists } from '../../engine/lists.ts';
import { idClass } from '../../engine/payout-sql.ts';

/** Payouts of which nobody can say whether they repeat others, or to whom they go. */
export interface Uncompared {
  /** Without any number of whoever is paid, known to be nobody else's, under a name that another row has too. */
  readonly namesakes: number;
  /** People with several payouts of which some say no measure, and those: nobody knows whether they are paid twice for one. */
  readonly unnamed: { readonly people: number; readonly payouts: number };
  /** Lists (indexes) without accounts, of which some money may go through a bank. */
  readonly withoutAccounts: readonly number[];
}

/** What lists that were resolved to people say too little for. */
export async function uncomparedOf(lists: Lists): Promise<Uncompared> {
  return {
    namesakes: await namesakesOf(lists),
    unnamed: await unnamedOf(lists),
    withoutAccounts: await withoutAccounts(lists),
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

async function unnamedOf({ database, assignments }: Lists): Promise<Uncompared['unnamed']> {
  const unnamed = assignments.measures.flatMap(({ measure }, index) => (measure.name === '' ? [index] : []));
  if (unnamed.length === 0) return { people: 0, payouts: 0 };
  const { people, payouts } = await database.one<{ people: bigint; payouts: bigint }>(
    `with several as (select identity, count(*) filter (${isAmong('measure', unnamed)}) as unnamed from repeated
      where coalesce(amount, 1) > 0 group by identity having count(*) > 1 and not bool_and(earlier))
    select count(*) as people, coalesce(sum(unnamed), 0)::bigint as payouts from several where unnamed > 0`,
  );
  return { people: Number(people), payouts: Number(payouts) };
}

async function withoutAccounts({ database, lists, assignments, campaign }: Lists): Promise<number[]> {
  const lacking = lists.flatMap(({ fields }, index) => (fields.has('account') ? [] : [index]));
  if (lacking.length === 0 || !campaign) return [];
  const byHand = assignments.measures.flatMap(({ measure: { is } }, index) =>
    is && throughBank(is, campaign) === false ? [index] : [],
  );
  const rows = await database.all<{ list: number }>(
    `select distinct list from resolved where ${isAmong('list', lacking)} and amount > 0
      and not ${isAmong('measure', byHand)} order by list`,
  );
  return rows.map(({ list }) => list);
}
