import { recurs, type Standard } from '../../domain/campaign/standard.ts';
import type { Fen } from '../../domain/money.ts';
import { judgeAmount, type StandardVerdict } from '../../domain/row/payout-standard.ts';
import { isAmong } from '../../engine/among.ts';
import type { Database, Row } from '../../engine/database.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { standardsOf } from '../row/judged-standards.ts';
import type { GroupSearch } from './group-rule.ts';
import { PAYS } from './paid.ts';
import { firstOfSame } from './same-measure.ts';

/** SQL on `repeated`, as `r`: is a row part of a payment that was split, or one of several that the standard has time after time? */
export const IS_SPLIT_PAYMENT =
  'exists (select 1 from split_payment s where s.identity = r.identity and s.measure = r.measure)';

/** SQL on `repeated`, as `r`: is it the latter? */
export const IS_PAID_AGAIN =
  'exists (select 1 from split_payment s where s.identity = r.identity and s.measure = r.measure and s.again)';

/** SQL on `repeated`, as `r`: is it so of what certainly is one person's, though more is confirmed to be theirs? */
const IS_SPLIT_PART = '(r.certain, r.measure) in (select (certain, measure) from split_part)';

/** SQL in aggregates over what certainly is one person's: is that no part of one? */
export const NO_SPLIT_PART = `not bool_or(${IS_SPLIT_PART})`;

interface Parts extends Row {
  readonly who: bigint;
  readonly measure: number;
  readonly amounts: readonly Fen[];
  /** The batch and month of each; null where nothing says. */
  readonly occasions: readonly (string | null)[];
  /** The indexes of the measure under which their rows stand. */
  readonly own: readonly number[];
  readonly size: number | null;
}

/** What each database was told already: row rules ask for the same. */
const KNOWN = new WeakMap<Database, Promise<boolean>>();

/**
 * Makes, once, the tables `split_payment` of people (`identity`) and measures of which no single row is what the standard allows, and all
 * together are, or which the standard has time after time (`again`); and `split_part` of those of whom that is true of what certainly is
 * theirs (`certain`), and more is confirmed to be.
 * @returns whether any payment was split.
 */
export function splitPayments({ lists }: Pick<GroupSearch, 'lists'>): Promise<boolean> {
  const known = KNOWN.get(lists.database) ?? findSplit(lists);
  KNOWN.set(lists.database, known);
  return known;
}

async function findSplit(lists: ResolvedLists): Promise<boolean> {
  const { database, assignments } = lists;
  await database.run('create or replace temp table split_payment (identity bigint, measure integer, again boolean)');
  await database.run('create or replace temp table split_part (certain bigint, measure integer, again boolean)');
  const standards = standardsOf(assignments);
  if (standards.size === 0) return false;
  const first = firstOfSame(assignments, 'r.measure');
  const find = async (table: string, by: 'identity' | 'certain', which: string, having: string) => {
    const isJudged = `${isAmong('r.measure', [...standards.keys()])} and ${PAYS} and ${which}`;
    // Few groups are left of those that have several rows: their rows alone are looked up among all payouts, and put in order.
    const groups = await database.all<Parts>(
      `with several as materialized (
        select r.${by} as who, ${first} as measure from repeated r where ${isJudged}
        group by all having count(*) > 1 and count(*) = count(r.amount) and min(r.amount) > 0 and ${having})
      select s.who, s.measure, list(r.amount order by r.amount, r.list, r.row) as amounts,
        list(${occasionSql(lists)} order by r.amount, r.list, r.row) as occasions,
        list(distinct r.measure) as own, max(p.household_size) as size
      from several s join repeated r on r.${by} = s.who and ${first} = s.measure join any_payout p on p.list = r.list and p.row = r.row
      where ${isJudged}
      group by s.who, s.measure`,
    );
    const rows = groups.flatMap((parts) => {
      const kind = kindOf(parts, standards.get(parts.measure));
      return kind === null ? [] : parts.own.map((measure) => [parts.who, measure, kind === 'again'] as const);
    });
    await database.append(table, rows);
    return rows.some(([, , again]) => !again);
  };
  const confirmed = 'select identity from repeated group by identity having min(certain) <> max(certain)';
  await find('split_part', 'certain', `r.identity in (${confirmed})`, 'true');
  // Who certainly got parts of one payment, or only one of them each: what is confirmed makes no others of what is certain.
  return find('split_payment', 'identity', 'true', 'count(distinct r.certain) in (1, count(*))');
}

/**
 * Whether several payments are parts of one; or the same again, as a standard for each month has it: at most so often, and each in a batch
 * or month of its own, since a list that came twice would look alike.
 */
function kindOf({ amounts, occasions, size }: Parts, standard: Standard | undefined): 'parts' | 'again' | null {
  if (!standard) return null;
  const judge = (amount: Fen) => judgeAmount(standard, { amount, householdSize: size, quantity: null, age: null });
  const each = amounts.map(judge);
  const whole = judge(amounts.reduce((sum, amount) => sum + amount, 0n));
  if (whole === 'fits' && !each.includes('fits')) return 'parts';
  const areApart = !occasions.includes(null) && new Set(occasions).size === occasions.length;
  const isAllowed = (verdict: StandardVerdict | null) => verdict === null || verdict === 'fits';
  return recurs(standard) && areApart && [...each, whole].every(isAllowed) ? 'again' : null;
}

/** SQL: the batch and month of a row of `repeated r` that is the payout `p`. */
function occasionSql({ lists, earlier }: ResolvedLists): string {
  const labels = [...lists, ...earlier].map(({ source }) => source.input.batch);
  const known = [...new Set(labels.flatMap((label) => label ?? []))];
  const batches = labels.flatMap((label, list) =>
    label === undefined ? [] : [`when ${list} then '${known.indexOf(label)}'`],
  );
  const batch = batches.length > 0 ? `case r.list ${batches.join(' ')} end` : 'null';
  return `nullif(concat_ws(' ', ${batch}, strftime(p.paid_on, 'm%Y%m')), '')`;
}
