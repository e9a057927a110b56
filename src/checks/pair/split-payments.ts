import type { Fen } from '../../domain/money.ts';
import { judgeAmount } from '../../domain/payout-standard.ts';
import type { Standard } from '../../domain/standard.ts';
import type { Row } from '../../engine/database.ts';
import { PAYS } from './paid.ts';
import type { PairSearch } from './pair-rule.ts';
import { sameMeasures } from './same-measure.ts';

/** SQL on `repeated`, as `r`: is a row part of a payment that was split? */
export const IS_SPLIT_PAYMENT =
  'exists (select 1 from split_payment s where s.identity = r.identity and s.measure = r.measure)';

/** SQL: is a row no such part? */
export async function notSplit(search: PairSearch): Promise<string> {
  return (await splitPayments(search)) ? `not ${IS_SPLIT_PAYMENT}` : 'true';
}

interface Parts extends Row {
  readonly identity: bigint;
  readonly measure: number;
  readonly amounts: readonly Fen[];
  readonly size: number | null;
}

/**
 * Makes the table `split_payment` of people and measures of which no single row is what the standard allows, and all together
 * are; what is certainly one person's is no part of what is only confirmed to be. Null where no standard is known.
 * @returns how many there are.
 */
export async function splitPayments({ lists }: PairSearch): Promise<number | null> {
  const { database, assignments } = lists;
  const standards = new Map<number, Standard>();
  for (const [index, { measure }] of assignments.measures.entries()) {
    if (measure.is?.standard) standards.set(index, measure.is.standard);
  }
  if (standards.size === 0) return null;
  const several = sameMeasures(assignments);
  const others = several.flatMap(([first = 0, ...same]) => same.map((index) => `when ${index} then ${first}`));
  const first = others.length > 0 ? `case r.measure ${others.join(' ')} else r.measure end` : 'r.measure';
  const groups = await database.all<Parts>(
    `select r.identity, ${first} as measure, list(r.amount order by r.amount) as amounts, max(p.household_size) as size
    from repeated r join any_payout p on p.list = r.list and p.row = r.row
    where r.measure in (${[...standards.keys()].join(', ')}) and ${PAYS}
    group by r.identity, ${first} having count(*) > 1 and count(*) = count(r.amount) and min(r.amount) > 0
      and count(distinct r.certain) in (1, count(*))`,
  );
  const split = groups.filter(({ measure, amounts, size }) => {
    const standard = standards.get(measure);
    const fits = (amount: Fen) =>
      standard && judgeAmount(standard, { amount, householdSize: size, quantity: null, age: null }) === 'fits';
    return fits(amounts.reduce((sum, amount) => sum + amount, 0n)) && !amounts.some(fits);
  });
  await database.run('create or replace temp table split_payment (identity bigint, measure integer)');
  await database.append(
    'split_payment',
    split.flatMap(({ identity, measure }) =>
      (several.find(([first]) => first === measure) ?? [measure]).map((index) => [identity, index]),
    ),
  );
  return split.length;
}
