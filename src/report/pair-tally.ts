import type { Catalogue } from '../text/zh.ts';
import type { ExaminedPairs } from './examined-pairs.ts';
import { everyFinding } from './pair-finding.ts';
import type { Shown } from './pair-row.ts';

/** How many rows findings have, a row counting in each of its findings. */
export interface Tally {
  readonly rows: number;
  /** By what a department is shown as: the rows, its own and others’, of the findings that touch it. */
  readonly ofDepartment: ReadonlyMap<string, number>;
}

/** Counts beforehand: a sheet has to say above its rows that not all of them are there. */
export async function tallyOf(examined: ExaminedPairs, catalogue: Catalogue, shown: Shown): Promise<Tally> {
  const ofDepartment = new Map<string, number>();
  let all = 0;
  for await (const { rows } of everyFinding(examined, catalogue, shown)) {
    all += rows.length;
    for (const name of new Set(rows.map(({ department }) => department)))
      ofDepartment.set(name, (ofDepartment.get(name) ?? 0) + rows.length);
  }
  return { rows: all, ofDepartment };
}
