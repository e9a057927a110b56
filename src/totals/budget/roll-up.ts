import { foldedName } from '../../domain/folded-name.ts';
import type { Fen } from '../../domain/money.ts';
import type { Budget } from './budget.ts';
import { counted, type MeasureBudget } from './measure-budget.ts';
import type { PartLists } from './part-lists.ts';
import { reachOf } from './reach.ts';

/** Some measures of a part, added up. */
export interface Share {
  readonly measures: number;
  /** Σ adopted; null when none is known. */
  readonly amount: Fen | null;
  /** Some amount is not known: the sum is at least this. */
  readonly lowerBound: boolean;
  /** All counts together, as 人次; null where none is known. */
  readonly reach: bigint | null;
}

/** 块 of a campaign: a street's file. What it shares with the district's measures counts there already; its own comes on top. */
interface PartRollUp {
  readonly title: string;
  readonly budget: Budget;
  readonly shared: Share;
  readonly own: Share;
  /** By department of the part. */
  readonly departments: readonly { readonly name: string; readonly shared: Share; readonly own: Share }[];
}

/** A measure of the campaign that parts have a share in. */
interface SharedMeasure {
  readonly measure: MeasureBudget;
  readonly department: string;
  readonly parts: Share;
}

/** 一口上下: a campaign with its parts. */
export interface RollUp {
  readonly parts: readonly PartRollUp[];
  readonly shared: readonly SharedMeasure[];
  /** What the parts do on their own, on top of the campaign's amount. */
  readonly own: Share;
  /** The lists of the parts beside the campaign's, where they were read. */
  readonly listed?: PartLists;
}

/**
 * Rolls parts up into their campaign. A part's measure is a share of the campaign's measure with the same id or name, and is
 * never added to it; any other is the part's own.
 */
export function rollUp({ departments }: Budget, parts: readonly Budget[]): RollUp {
  const all = departments.flatMap(({ department, measures }) =>
    counted(measures).map((measure) => ({ measure, department: department.name })),
  );
  const parentOf = ({ measure }: MeasureBudget) =>
    all.find((each) => each.measure.measure.id === measure.id) ??
    all.find((each) => foldedName(each.measure.measure.name) === foldedName(measure.name));
  const measuresOf = (part: Budget) => part.departments.flatMap(({ measures }) => counted(measures));
  return {
    parts: parts.map((budget) => ({
      title: budget.campaign.title,
      budget,
      ...split(measuresOf(budget), parentOf),
      departments: budget.departments
        .filter(({ measures }) => measures.length > 0)
        .map(({ department, measures }) => ({ name: department.name, ...split(counted(measures), parentOf) })),
    })),
    shared: all.flatMap(({ measure, department }) => {
      const own = parts.flatMap((part) => measuresOf(part).filter((each) => parentOf(each)?.measure === measure));
      return own.length > 0 ? [{ measure, department, parts: shareOf(own) }] : [];
    }),
    own: shareOf(parts.flatMap((part) => measuresOf(part).filter((each) => !parentOf(each)))),
  };
}

function split(measures: readonly MeasureBudget[], parentOf: (measure: MeasureBudget) => object | undefined) {
  return {
    shared: shareOf(measures.filter((measure) => parentOf(measure))),
    own: shareOf(measures.filter((measure) => !parentOf(measure))),
  };
}

/** Figures that overlap others are never added up. */
function shareOf(all: readonly MeasureBudget[]): Share {
  const measures = all.filter(({ measure }) => !measure.overlaps && measure.of === undefined);
  const known = measures.filter(({ adopted }) => adopted !== null);
  return {
    measures: all.length,
    amount: known.length > 0 ? known.reduce((sum, { adopted }) => sum + (adopted ?? 0n), 0n) : null,
    lowerBound: known.length > 0 && known.length < all.length,
    reach: reachOf(measures.flatMap(({ reach }) => reach)).all,
  };
}
