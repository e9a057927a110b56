import type { Lists } from '../engine/lists.ts';
import { identifies } from '../engine/payout-sql.ts';

/** How many distinct people, households … there are on all lists, by department and by measure (indexes). */
export interface Distinct {
  readonly total: number;
  readonly ofDepartment: readonly number[];
  readonly ofMeasure: readonly number[];
}

/** SQL for what is counted, as `p`: the relation, who is the same person, and what is the same household. */
export interface Counted {
  readonly from: string;
  readonly person: string;
  /** The relation of those rows whose person may have others; every other row is somebody of its own. */
  readonly repeated: string;
  readonly household: string;
}

/** Payouts as they are written: the same number is the same person; a household goes by its number, else by its head's ID number. */
export const AS_WRITTEN: Counted = {
  from: 'payout',
  person: 'person',
  repeated: '(select * from payout where person is not null)',
  household: `coalesce(household_id, head::varchar, case when ${identifies('head_id')} then head_id end)`,
};

/** Payouts that were resolved to identities, without those that were paid earlier. */
export const AS_RESOLVED: Counted = {
  from: '(select * from resolved where not earlier)',
  person: 'identity',
  repeated: '(select * from repeated where not earlier)',
  household: 'household',
};

/** Bits of a mask in SQL, which are handed over in two halves: numbers of JavaScript have room for one in their bits. */
const BITS = 62;
const HALF = BITS / 2;

/**
 * Counts what an expression distinguishes in one pass: for each value a mask of the measures it stands in, then each
 * mask once. Six distinct counts of their own would take three times as long.
 */
export async function distinct({ database, assignments }: Lists, key: string, from: string): Promise<Distinct> {
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
      (select ${masks.join(', ')} from ${from} p where ${key} is not null group by ${key})
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
