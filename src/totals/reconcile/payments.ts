import { OUTCOMES, type OutcomeWords, readOutcome } from '../../domain/row/bank-outcome.ts';
import { throughBank } from '../../domain/row/through-bank.ts';
import { ROW_STATES, type RowState } from '../../domain/settlement.ts';
import { isAmong } from '../../engine/among.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { position } from '../../engine/position.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { batchSql } from '../lists/batches.ts';
import type { ReturnScope } from './return-scope.ts';

/** SQL: the number of a state. */
export const rowState = (name: RowState): number => ROW_STATES.indexOf(name);

/** How bank returns were told to be read, and what they are of: by their entry. */
export interface ReturnEntry extends ReturnScope {
  readonly cumulative: boolean;
  /** Whether they are all there are. */
  readonly complete: boolean;
}

/** What `resolveIdentities` has to keep of the payouts. */
export const KEPT_FOR_PAYMENTS = ['name', 'id', 'has_account'] as const;

/** A number that a bank counts from 1 in every file says nothing across files; one so long does. */
const SHORTEST_SERIAL = 8;

/**
 * Makes the tables `slot`, of the payouts that a bank is to pay, and `payment`, of the rows of its returns:
 *
 * - `slot`: `id` (its place as one number), `list`, `row`, `identity` (who certainly), `confirmed` (who, as far as that is confirmed), `home`, `department`, `measure`, `batch`, `account`, `amount`,
 *   `name`, `through_bank`, `turn` (which of several of one amount comes first), `state` (of `SLOT_STATES`), `payment`, `file`,
 *   `paid` (what arrived, in fen);
 * - `payment`: `id`, `list`, `row`, `account`, `amount`, `name`, `payee` (an identity of a slot, where it is known), `outcome`, `state` (of
 *   `ROW_STATES`; null: not yet known), `slot`.
 */
export async function createPayments(
  lists: ResolvedLists,
  entries: readonly ReturnEntry[],
  words: OutcomeWords,
): Promise<void> {
  const { database } = lists;
  await database.run(`create temp table slot as
    select ${position('r')} as id, r.list, r.row, r.certain as identity, r.identity as confirmed, r.home,
      r.department, r.measure, ${batchSql(lists)}::usmallint as batch, r.account, r.amount, r.name, ${viaBank(lists)} as through_bank, ${turn(lists)} as turn, 0::utinyint as state, null::bigint as payment,
      null::integer as file, null::bigint as paid
    from resolved r where not r.earlier`);
  await outcomes(lists, words);
  const first = lists.lists.length + lists.earlier.length + lists.rosters.length;
  await database.run(`create temp table payment as
    with by_person as (select person, min(certain) as identity from resolved where person is not null group by person)
    select ${position('t')} as id, t.list, t.row, t.serial, t.batch, t.account, abs(t.amount) as amount, t.name,
      a.identity as payee,
      case when t.amount < 0 and o.outcome = ${OUTCOMES.indexOf('paid')} then ${OUTCOMES.indexOf('reversed')} else o.outcome end as outcome,
      case when o.outcome is null or coalesce(t.amount, 0) = 0 then ${rowState('unclear')} end::utinyint as state, null::bigint as slot
    from any_row t
    left join outcome_of o on o.list = t.list and o.result is not distinct from t.result and o.reason is not distinct from t.reason
    left join by_person a on a.person = t.person
    where t.list >= ${first}`);
  await findPayeesByAccount(lists);
  await findPayeesOfMasked(lists, first);
  await setTwiceToldAside(lists, entries, first);
}

/** Where a return says no ID number, or one that nobody on the lists has: whose account it is, of a shared one with the name. */
async function findPayeesByAccount({ database }: Lists): Promise<void> {
  await database.run(`update payment as p set payee = m.identity from (
      with by_account as (select account, min(identity) as identity, min(identity) = max(identity) as is_own
          from slot where account in (select account from payment where payee is null) group by account),
        by_name as (select account, name, min(identity) as identity from slot
          where name is not null and account in (select account from by_account where not is_own)
          group by account, name having min(identity) = max(identity))
      select t.id, case when c.is_own then c.identity else b.identity end as identity
      from payment t join by_account c on c.account = t.account left join by_name b on b.account = t.account and b.name = t.name
      where t.payee is null) m
    where m.id = p.id and m.identity is not null`);
}

/** Of a masked account the digits that are shown and the name say whose it is, where they are only one person's. */
async function findPayeesOfMasked({ database }: Lists, first: number): Promise<void> {
  await database.run(`create temp table masked as
    select list, row, name, replace(account_text, '*', '%') as shown from any_row where list >= ${first} and contains(account_text, '*')`);
  const { found } = await database.one<Row & { found: boolean }>('select count(*) > 0 as found from masked');
  if (!found) return;
  await database.run(`update payment as p set payee = m.identity from
      (select t.list, t.row, min(s.identity) as identity from masked t join slot s on s.name = t.name
        join payout o on o.list = s.list and o.row = s.row and coalesce(o.account_text, o.account::varchar) like t.shown
      group by t.list, t.row having min(s.identity) = max(s.identity)) m
    where p.payee is null and p.list = m.list and p.row = m.row`);
}

/** SQL: is a bank to pay it? As the campaign rules; where it leaves that open, whatever has an account, or a list without any. */
function viaBank({ assignments: { measures }, campaign, lists }: Lists): string {
  const ruled = (wanted: boolean) =>
    measures.flatMap(({ measure: { is } }, index) =>
      campaign && is && throughBank(is, campaign) === wanted ? [index] : [],
    );
  const withoutAccounts = lists.flatMap(({ fields }, index) => (fields.has('account') ? [] : [index]));
  return `coalesce(r.amount > 0, false) and case when ${isAmong('r.measure', ruled(true))} then true
    when ${isAmong('r.measure', ruled(false))} then false else r.has_account or ${isAmong('r.list', withoutAccounts)} end`;
}

/**
 * SQL: of payouts of one amount to one person, which is paid first? No bank says; by the measure’s name and by what the row says,
 * so that another order of the rows changes nothing.
 */
function turn({ assignments: { measures } }: Lists): string {
  const names = [...new Set(measures.map(({ measure }) => measure.name))].sort();
  const places = new Map(names.map((name, place) => [name, place]));
  const place =
    measures.length > 0
      ? `('[${measures.map(({ measure }) => places.get(measure.name)).join(',')}]'::integer[])[r.measure + 1]`
      : '0';
  return `(coalesce(${place}, 0)::bigint * 4294967296 + (hash(r.name, r.person, r.id, r.account) >> 32)::bigint)`;
}

/** What the texts of results and reasons mean, each once: the domain decides, SQL only finds the rows. */
async function outcomes({ database, lists, earlier, rosters, returns }: Lists, words: OutcomeWords): Promise<void> {
  const first = lists.length + earlier.length + rosters.length;
  const said = await database.all<Row & { list: number; result: string | null; reason: string | null }>(
    `select distinct list, result, reason from any_row where list >= ${first}`,
  );
  await database.run('create temp table outcome_of (list usmallint, result varchar, reason varchar, outcome utinyint)');
  await database.append(
    'outcome_of',
    said.flatMap(({ list, result, reason }) => {
      const { fields } = returns[list - first] ?? { fields: new Set() };
      const outcome = fields.has('result')
        ? (readOutcome(result ?? '', words) ?? (reason === null ? null : readOutcome(reason, words)))
        : fields.has('reason')
          ? readOutcome(reason ?? '', words, true)
          : 'paid'; // a return without any such column lists what was paid; it is said
      return outcome === null ? [] : [[list, result, reason, OUTCOMES.indexOf(outcome)] as const];
    }),
  );
}

/** Rows that say nothing new: of a file that was there already, of a cumulative return before the last, of the same transaction. */
async function setTwiceToldAside(lists: Lists, entries: readonly ReturnEntry[], first: number): Promise<void> {
  const { database, returns } = lists;
  const keyOf = ({ source: { origin, sheet } }: (typeof returns)[number]) => `${origin.sha256} ${sheet}`;
  const again = returns.flatMap((list, index) =>
    returns.slice(0, index).some((other) => keyOf(other) === keyOf(list)) ? [first + index] : [],
  );
  const superseded = returns.flatMap(({ source: { input, origin } }, index) => {
    const isOld = returns.some(
      (other, later) =>
        later > index &&
        other.source.input.entry === input.entry &&
        other.source.origin.file !== origin.file &&
        !again.includes(first + later),
    );
    return entries[input.entry ?? 0]?.cumulative && isOld ? [first + index] : [];
  });
  const set = (state: RowState, numbers: readonly number[]) =>
    numbers.length === 0
      ? undefined
      : database.run(`update payment set state = ${rowState(state)} where list in (${numbers.join(', ')})`);
  await set('superseded', superseded);
  await set('same-file', again);
  const transaction = `serial, batch, account, amount, coalesce(name, ''), case when batch is null and length(serial) < ${SHORTEST_SERIAL} then list end`;
  await database.run(`update payment as p set state = ${rowState('superseded')} from (
    select id, row_number() over (partition by ${transaction} order by id desc) as told from payment
    where state is null and serial is not null and hash(serial) in
      (select hash(serial) from payment where state is null group by all having count(*) > 1)
  ) t where t.id = p.id and t.told > 1`);
}
