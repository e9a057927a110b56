import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import type { CheckedGroups } from './check-groups.ts';
import {
  type Candidate,
  comesFirst,
  groupsOf,
  type HasLeft,
  keyOf,
  REMOVING,
  type RemovedRow,
  type Removing,
} from './removed-rows.ts';

/** A row that may be one with another, and the one that is paid instead until somebody has looked. */
export interface HeldDouble extends RemovedRow {
  readonly instead: { readonly list: number; readonly row: number };
}

/**
 * Of rows that are confirmed, and not certain, to be one person's or of one household, and that may not all be paid, those that wait:
 * all but the one that would survive if it were certain. What is removed already does not count, nor what waits for another of these
 * reasons; where something was taken back, nobody can say what is left, and whoever asks holds all of it.
 */
export async function heldDoubles(
  lists: ResolvedLists,
  { ran }: CheckedGroups,
  removed: readonly RemovedRow[],
  hasLeft: HasLeft,
): Promise<HeldDouble[]> {
  const gone = new Set(removed.map(keyOf));
  const held: HeldDouble[] = [];
  for (const removing of REMOVING) {
    if (removing.keeps === 'nothing') continue;
    for await (const group of groupsOf(lists, ran, removing, hasLeft, true)) {
      const left = group.filter((each) => !gone.has(keyOf(each)));
      if (left.some(({ amount }) => amount !== null && amount < 0n)) continue;
      const [survivor] = left.toSorted(comesFirst);
      if (!survivor) continue;
      for (const each of left.filter((one) => waits(one, survivor, removing))) {
        gone.add(keyOf(each));
        held.push({ list: each.list, row: each.row, rule: removing.rule, instead: survivor });
      }
    }
  }
  return held;
}

function waits(one: Candidate, survivor: Candidate, { keeps }: Removing): boolean {
  if (one === survivor || one.isPaid) return false;
  return keeps === 'row' || one.measure !== survivor.measure;
}
