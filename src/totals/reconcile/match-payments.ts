import { settle } from '../../domain/settlement.ts';
import type { Database } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { type Key, outcome, slotState } from './match-key.ts';
import { matchOther } from './match-other.ts';
import { type PoolRow, poolsOf, Results } from './payment-pools.ts';
import { rowState } from './payments.ts';
import type { Run } from './return-scope.ts';
import { ANY_FILE, countVotes, forgetVotes, HAS_VOTES } from './votes.ts';

const PERSON: Key = { ofPayment: 'payee', ofSlot: 'identity' };
/** Whoever is confirmed to be the payee: only what is left of those who certainly are. */
const CONFIRMED: Key = {
  ofPayment: '(select any_value(c.confirmed) from slot c where c.identity = payee)',
  ofSlot: 'confirmed',
};
const ACCOUNT: Key = { ofPayment: 'account', ofSlot: 'account' };
const NAME: Key = { ofPayment: 'hash(name)', ofSlot: 'hash(name)' };

/** Payouts that failed or were taken back, of somebody whose name nobody else among them has. */
const UNPAID = `state in (${slotState('failed')}, ${slotState('reversed')})`;
const UNPAID_ALONE = `s.${UNPAID} and s.name in (select name from slot where ${UNPAID} group by name having min(identity) = max(identity))`;

/**
 * Finds the payout of every payment, among those that its return is of, surest first: the same person and amount, the same account and amount, somebody who is
 * confirmed to be the same person and the amount; then what pays a
 * payout again; then another amount to the same person, or account, or one transfer for all of them; then a failed payment
 * issued again under the same name to another account. What is left is on no list.
 */
export async function matchPayments({ database }: Lists, runs: readonly Run[]): Promise<void> {
  const hasConfirmed = await someConfirmed(database);
  const equal = [PERSON, ACCOUNT, ...(hasConfirmed ? [CONFIRMED] : [])];
  const steps: readonly ((run: Run) => Promise<void>)[] = [
    ...equal.map((key) => (run: Run) => matchEqual(database, key, run)),
    (run) => nameRepeated(database, run),
    ...[PERSON, ACCOUNT].flatMap((key) => [
      (run: Run) => matchOther(database, key, run, true),
      async (run: Run) => {
        await matchOther(database, key, { ...run, slots: `${run.slots} and ${HAS_VOTES}` });
        await matchOther(database, key, run);
      },
    ]),
    (run) => settlePools(database, NAME, run, UNPAID_ALONE),
  ];
  await forgetVotes(database);
  for (const step of steps) {
    if (!(await someLeft(database))) return;
    for (const run of runs) await step(run);
  }
  await database.run(`update payment set state =
    case when outcome = ${outcome('paid')} then ${rowState('not-listed')} else ${rowState('unpaid-not-listed')} end where state is null`);
}

/** Are there payments whose payouts are not found yet? Each step looks for those alone. */
async function someLeft(database: Database): Promise<boolean> {
  const { some } = await database.one<{ some: boolean }>('select exists (from payment where state is null) as some');
  return some;
}

/** Are there people who are only confirmed to be one? */
async function someConfirmed(database: Database): Promise<boolean> {
  const { some } = await database.one<{ some: boolean }>(
    'select exists (select 1 from slot group by confirmed having min(identity) <> max(identity)) as some',
  );
  return some;
}

/** Payments of the same amount. Where all of a payee's arrived and there is room for them, SQL pairs them; else they are followed one by one. */
async function matchEqual(database: Database, key: Key, run: Run): Promise<void> {
  const payments = `select id, ${key.ofPayment} as who, amount, outcome, list from payment
    where state is null and ${key.ofPayment} is not null and ${run.payments}`;
  const slots = `select id, ${key.ofSlot} as who, amount, state, turn, measure, batch from slot
    where through_bank and ${key.ofSlot} is not null and ${run.slots}`;
  const simple = await database.made(`create or replace temp table simple as
    with p as (${payments}), s as (${slots})
    select who, amount, slots, payment, file, files, slot from
      (select who, amount, count(*) as payments, min(id) as payment, min(list) as file, count(distinct list) as files from p group by all
        having bool_and(outcome = ${outcome('paid')}))
      join (select who, amount, count(*) as slots, min(id) as slot from s group by all having max(state) = ${slotState('open')})
      using (who, amount) where payments <= slots`);
  const paid = simple > 0 ? await pay(database, 'select payment, file, slot from simple where slots = 1') : 0;
  // A return is about the measures of which it pays those who have only one to be paid: so it is about those of the others.
  await countVotes(database);
  if (simple > paid) {
    await pay(
      database,
      `with p as (${payments}), s as (${slots}), several as (select * from simple where slots > 1)
      select a.id as payment, a.list as file, b.id as slot from
        (select p.*, row_number() over (partition by who, amount order by id) as n from p semi join several using (who, amount)) a
        join (select s.id, s.who, s.amount,
            row_number() over (partition by s.who, s.amount order by coalesce(v.votes, 0) desc, s.turn, s.id) as n
          from s join several o on o.who = s.who and o.amount = s.amount
          left join vote v on v.measure = s.measure and v.batch = s.batch and v.file = case when o.files = 1 then o.file else ${ANY_FILE} end) b
        on b.who = a.who and b.amount = a.amount and b.n = a.n`,
    );
  }
  await settlePools(database, key, run, 'true');
}

/**
 * Payments that arrived: SQL gives the payment, its file and the payout that it is for.
 * @returns how many they are.
 */
async function pay(database: Database, pairs: string): Promise<number> {
  const count = await database.made(`create or replace temp table pair as ${pairs}`);
  if (count === 0) return 0;
  await database.run(
    `update payment as p set state = ${rowState('paid')}, slot = m.slot from pair m where m.payment = p.id`,
  );
  await database.run(`update slot as s set state = ${slotState('paid')}, payment = m.payment, file = m.file, paid = s.amount
    from pair m where m.slot = s.id`);
  return count;
}

/** Follows the payments of one amount to one payee to their payouts. `where` says which of those, as `s`, they may be for. */
async function settlePools(database: Database, { ofPayment, ofSlot }: Key, run: Run, where: string): Promise<void> {
  const stored = database.stream<PoolRow>(
    `with p as (select id, ${ofPayment} as who, amount, outcome, list from payment where state is null and ${ofPayment} is not null and ${run.payments}),
      s as (select s.id, ${ofSlot} as who, s.amount, s.state, s.payment, s.file, s.turn, s.measure, s.batch from slot s
        where s.through_bank and ${ofSlot} is not null and ${run.slots} and ${where}),
      pool as (select who, amount from p intersect select who, amount from s)
    select who, amount, true as is_slot, id, state::integer as state, payment, s.file, turn, coalesce(v.votes, 0) as votes
      from s semi join pool using (who, amount)
      left join vote v on v.measure = s.measure and v.batch = s.batch and v.file = ${ANY_FILE}
    union all select who, amount, false, id, outcome::integer, null, list::integer, 0, 0 from p semi join pool using (who, amount)
    order by who, amount, is_slot desc, votes desc, turn, id`,
  );
  const results = new Results(database);
  for await (const pool of poolsOf(stored, ({ who, amount }) => `${who} ${amount}`)) {
    const { slots, payments } = settle(pool.slots, pool.payments);
    for (const [index, { id, state, payment, file }] of slots.entries()) {
      if (payment === pool.slots[index]?.payment) continue;
      results.slot(id, slotState(state), payment, file, state === 'paid' ? pool.amount : null);
    }
    for (const [id, { state, slot }] of payments) results.payment(id, rowState(state), slot);
  }
  await results.take();
}

/** What pays the same amount to the same person or account once more; a further attempt that failed changes nothing. */
async function nameRepeated(database: Database, run: Run): Promise<void> {
  for (const { ofPayment, ofSlot } of [PERSON, ACCOUNT]) {
    await database.run(`update payment as p set slot = s.slot, state =
        case p.outcome when ${outcome('paid')} then ${rowState('repeated')} else ${rowState('replaced')} end
      from (select ${ofSlot} as who, amount, first(id order by turn, id) as slot from slot
        where through_bank and state <> ${slotState('open')} and ${run.slots}
        and (${ofSlot}, amount) in (select (${ofPayment}, amount) from payment where state is null and ${run.payments}) group by all) s
      where p.state is null and ${run.payments} and s.who = p.${ofPayment} and s.amount = p.amount`);
  }
}
