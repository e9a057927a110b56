import type { Count } from '../../domain/campaign/measure.ts';
import { REACH_UNITS, REACHED_UNITS, type ReachUnit } from '../../domain/unit.ts';

/** Counts by what they count; null where no figure is known (unknown is never 0). */
export type Reach = Readonly<Record<ReachUnit, bigint | null>> & {
  /**
   * All people reached, as 人次: each person, household or package at least once, two counts of one fact (1355户9980人) once,
   * pieces and institutions not at all. Null when none is known.
   */
  readonly all: bigint | null;
  /** Those of which a part is 余, 多 or 以上, and none 近 or 不超过: they are at least so many (≥). */
  readonly atLeast: readonly (ReachUnit | 'all')[];
};

/** Adds up counts by what they count. */
export function reachOf(counts: readonly Count[]): Reach {
  const every = counts.flatMap((count): Count[] => (isCount(count.also) ? [count, count.also] : [count]));
  const inAll = counts.map((count) => (isCount(count.also) && countsPeople(count.also) ? count.also : count));
  const ofUnit = (unit: ReachUnit) => every.filter((count) => count.unit === unit);
  const reached = inAll.filter(({ unit }) => REACHED_UNITS.some((known) => known === unit));
  return {
    ...(Object.fromEntries(REACH_UNITS.map((unit) => [unit, added(ofUnit(unit))])) as Record<ReachUnit, bigint | null>),
    all: added(reached),
    atLeast: [
      ...REACH_UNITS.filter((unit) => isAtLeast(ofUnit(unit))),
      ...(isAtLeast(reached) ? (['all'] as const) : []),
    ],
  };
}

const isCount = (count: Count['also']): count is Count =>
  count !== undefined && count.unit !== 'money' && count.unit !== 'none';
const countsPeople = ({ unit }: Count) => unit === 'persons' || unit === 'personTimes';

function added(counts: readonly Count[]): bigint | null {
  return counts.length > 0 ? counts.reduce((sum, { value }) => sum + value, 0n) : null;
}

function isAtLeast(counts: readonly Count[]): boolean {
  return (
    counts.some(({ qualifier }) => qualifier === 'over' || qualifier === 'atLeast') &&
    !counts.some(({ qualifier }) => qualifier === 'nearly' || qualifier === 'atMost')
  );
}
