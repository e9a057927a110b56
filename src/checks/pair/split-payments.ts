import type { Fen } from '../../domain/money.ts';
import { judgeAmount } from '../../domain/row/payout-standard.ts';
import { isAmong } from '../../engine/among.ts';
import type { Row } from '../../engine/database.ts';
import { standardsOf } from '../row/judged-standards.ts';
import { PAYS } from './paid.ts';
import type { PairSearch } from './pair-rule.ts';
import { firstOfSame } from './same-measure.ts';

/** SQL on `repeated`, as `r`: is a row part of a payment that was split? */
export const IS_SPLIT_PAYMENT =
  'exists (select 1 from split_payment s where s.identity = r.identity and s.measure = r.measure)';

/** SQL on `repeated`, as `r`: is it so of what certainly is one person's, though more is confirmed to be theirs? */
const IS_SPLIT_PART = '(r.certain, r.measure) in (select (certain, measure) from split_part)';

/** SQL in aggregates over what certainly is one person's: is that no part of one? */
export const NO_SPLIT_PART = `not bool_or(${IS_SPLIT_PART})`;

interface Parts extends Row {
  readonly who: bigint;
  readonly measure: number;
  readonly amounts: readonly Fen[];
  /** The indexes of the measure under which their rows stand. */
  readonly own: readonly number[];
  readonly size: number | null;
}

/**
 * Makes the tables `split_payment` of people (`identity`) and measures of which no single row is what the standard allows, and all
 * together are; and `split_part` of those of whom that is true of what certainly is theirs (`certain`), and more is confirmed to be.
 */
export async function splitPayments({ lists }: PairSearch): Promise<void> {
  const { database, assignments } = lists;
  await database.run('create or replace temp table split_payment (identity bigint, measure integer)');
  await database.run('create or replace temp table split_part (certain bigint, measure integer)');
  const standards = standardsOf(assignments);
  if (standards.size === 0) return;
  const first = firstOfSame(assignments, 'r.measure');
  const isSplit = ({ measure, amounts, size }: Parts): boolean => {
    const standard = standards.get(measure);
    const fits = (amount: Fen) =>
      standard && judgeAmount(standard, { amount, householdSize: size, quantity: null, age: null }) === 'fits';
    return fits(amounts.reduce((sum, amount) => sum + amount, 0n)) === true && !amounts.some(fits);
  };
  const find = async (table: string, by: 'identity' | 'certain', which: string, having: string) => {
    const groups = await database.all<Parts>(
      `select r.${by} as who, ${first} as measure, list(r.amount order by r.amount) as amounts, list(distinct r.measure) as own, max(p.household_size) as size
      from repeated r join any_payout p on p.list = r.list and p.row = r.row
      where ${isAmong('r.measure', [...standards.keys()])} and ${PAYS} and ${which}
      group by r.${by}, ${first} having count(*) > 1 and count(*) = count(r.amount) and min(r.amount) > 0 and ${having}`,
    );
    await database.append(
      table,
      groups.filter(isSplit).flatMap(({ who, own }) => own.map((measure) => [who, measure])),
    );
  };
  await find('split_part', 'certain', 'r.identity in (select identity from confirmed_person)', 'true');
  // Who certainly got parts of one payment, or only one of them each: what is confirmed makes no others of what is certain.
  await find('split_payment', 'identity', 'true', 'count(distinct r.certain) in (1, count(*))');
}
