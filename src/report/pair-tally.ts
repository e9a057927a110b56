import type { AnyExamined } from './examined-pairs.ts';

/** How many rows findings have, a row counting in each of its findings. */
export interface Tally {
  readonly rows: number;
  /** By a department’s name: the rows, its own and others’, of the findings that touch it. */
  readonly ofDepartment: ReadonlyMap<string, number>;
}

/** Counts beforehand: a sheet has to say above its rows that not all of them are there. */
export async function tallyOf(examined: AnyExamined): Promise<Tally> {
  const ofDepartment = new Map<string, number>();
  let all = 0;
  const add = (departments: Iterable<string>, rows: number) => {
    all += rows;
    for (const name of new Set(departments)) ofDepartment.set(name, (ofDepartment.get(name) ?? 0) + rows);
  };
  for await (const { rows } of examined.pairs.stream()) {
    add(
      rows.map(({ payout }) => payout.department),
      rows.length,
    );
  }
  if ('checked' in examined) {
    for await (const { payout } of examined.checked.stream()) add([payout.department], 1);
  }
  return { rows: all, ofDepartment };
}
