import type { Lists } from '../engine/lists.ts';
import { identifies } from '../engine/payout-sql.ts';

/** How many distinct people, households … there are on all lists, by department and by measure (indexes). */
export interface Distinct {
  readonly total: number;
  readonly ofDepartment: readonly number[];
  readonly ofMeasure: readonly number[];
}

/** SQL on `payout`, as `p`: who is the same person; null for somebody of whom nothing is known, who is nobody else. */
export const PERSON = 'person';
/** SQL on `payout`, as `p`: what is the same household: by its number, else by its head's ID number; null where no row says. */
export const HOUSEHOLD = `coalesce(household_id, head::varchar, case when ${identifies('head_id')} then head_id end)`;

/** Bits of a mask in SQL, which are handed over in two halves: numbers of JavaScript have room for one in their bits. */
const BITS = 62;
const HALF = BITS / 2;

/**
 * Counts what an expression distinguishes in one pass: for each value a mask of the measures it stands in, then each
 * mask once. Six distinct counts of their own would take three times as long.
 */
export async function distinct({ database, assignments }: Lists, key: string): Promise<Distinct> {
  const { departments, measures } = assignments;
  const words = Array.from({ length: Math.max(1, Math.ceil(measures.length / BITS)) }, (_, word) => `m${word}`);
  const masks = words.map((name, word) => {
    const first = word * BITS;
    const bit = `1::bigint << (measure - ${first})`;
    const mine = `case when measure between ${first} and ${first + BITS - 1} then ${bit} else 0 end`;
    return `bit_or(${words.length === 1 ? bit : mine}) as ${name}`;
  });
  const halves = words.flatMap((name) => [`(${name} % ${2 ** HALF})::integer`, `(${name} // ${2 ** HALF})::integer`]);
  const columns = await database.columns(
    `select count(*) as count, ${halves.join(', ')} from
      (select ${masks.join(', ')} from payout p where ${key} is not null group by ${key})
    group by ${words.join(', ')}`,
  );
  const [counts = [], ...found] = columns as [readonly bigint[], ...(readonly number[])[]];
  let total = 0;
  const ofDepartment = departments.map(() => 0);
  const ofMeasure = measures.map(() => 0);
  for (const [row, counted] of counts.entries()) {
    const count = Number(counted);
    const its = measuresIn(found, row);
    const theirs = new Set(its.map((measure) => measures[measure]?.department ?? 0));
    total += count;
    for (const measure of its) ofMeasure[measure] = (ofMeasure[measure] ?? 0) + count;
    for (const department of theirs) ofDepartment[department] = (ofDepartment[department] ?? 0) + count;
  }
  return { total, ofDepartment, ofMeasure };
}

function measuresIn(halves: readonly (readonly number[])[], row: number): number[] {
  const measures: number[] = [];
  for (const [half, masks] of halves.entries()) {
    for (let rest = masks[row] ?? 0; rest !== 0; rest &= rest - 1)
      measures.push(half * HALF + 31 - Math.clz32(rest & -rest));
  }
  return measures;
}
