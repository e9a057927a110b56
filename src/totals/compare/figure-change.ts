import type { Count } from '../../domain/campaign/measure.ts';
import type { Qualifier } from '../../domain/figure-words.ts';
import { percentChange } from '../../domain/percent-change.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { ReachUnit } from '../../domain/unit.ts';
import { subtotal, sumOf } from '../budget/budget.ts';
import { isAdded, type MeasureBudget } from '../budget/measure-budget.ts';

/** How a figure may be taken, from best to worst: as it stands, as about that, as at least that (≥), as a part of a whole. */
const FIRMNESS = ['exact', 'about', 'atLeast', 'partial'] as const;
type Firmness = (typeof FIRMNESS)[number];

/** A figure that a document gives or that its figures give; null where it is not known. */
export interface Figure {
  readonly value: bigint | null;
  readonly firmness: Firmness;
}

/** A figure in two documents, and what became of it. */
export interface FigureChange {
  readonly from: Figure;
  readonly to: Figure;
  /** Null where either side is unknown, or they can't be compared. */
  readonly difference: bigint | null;
  /** In tenths of a per cent; null, too, where there was nothing before. */
  readonly percent: bigint | null;
  /** Both are wholes, so that the difference is one of wholes; not where either is a lower bound or a part. */
  readonly comparable: boolean;
}

const UNKNOWN: Figure = { value: null, firmness: 'exact' };

const FIRMNESS_OF: Readonly<Record<Qualifier, Firmness>> = {
  exact: 'exact',
  about: 'about',
  over: 'about',
  nearly: 'about',
  atLeast: 'atLeast',
  atMost: 'partial',
};

export function figureChange(from: Figure, to: Figure, alike = true): FigureChange {
  const known = alike && from.value !== null && to.value !== null;
  return {
    from,
    to,
    difference: known && from.value !== null && to.value !== null ? to.value - from.value : null,
    percent: known && from.value !== null && to.value !== null ? percentChange(from.value, to.value) : null,
    comparable: known && [from, to].every(({ firmness }) => firmness === 'exact' || firmness === 'about'),
  };
}

export function statedFigure(stated: Quantity | undefined): Figure {
  return stated ? { value: stated.value, firmness: FIRMNESS_OF[stated.qualifier] } : UNKNOWN;
}

export function amountOf(found: MeasureBudget | null): Figure {
  if (!found) return UNKNOWN;
  if (found.stated) return statedFigure(found.stated);
  return { value: found.adopted, firmness: sumOf([found]).approximate ? 'about' : 'exact' };
}

export function reachOf(found: MeasureBudget | null): Figure {
  return found ? { value: found.count, firmness: worst(found.reach.map(firmnessOf)) } : UNKNOWN;
}

/** What measures cost together, said as the budget says it. */
export function amountOfAll(measures: readonly MeasureBudget[]): Figure {
  const { amount, complete, lowerBound } = subtotal(measures);
  const known = measures.filter((each) => isAdded(each) && each.adopted !== null);
  return {
    value: amount,
    firmness: worst([
      ...known.map((each) => amountOf(each).firmness),
      complete ? 'exact' : lowerBound ? 'atLeast' : 'partial',
      overlapping(measures),
    ]),
  };
}

/** How many measures reach in one unit, or in all of them together as 人次. */
export function reachOfAll(measures: readonly MeasureBudget[], unit: ReachUnit | 'all'): Figure {
  const { reach } = subtotal(measures);
  const added = measures.filter(isAdded);
  const counts = added.flatMap((each) => each.reach);
  const said = counts.filter((each) => unit === 'all' || each.unit === unit).map(firmnessOf);
  const mayBeLess = counts.some(({ qualifier }) => qualifier === 'nearly' || qualifier === 'atMost');
  const complete = added.every((each) => each.reach.length > 0);
  return {
    value: reach[unit],
    firmness: worst([...said, complete ? 'exact' : mayBeLess ? 'partial' : 'atLeast', overlapping(measures)]),
  };
}

/** Beside figures that overlap others, the rest is not all. */
function overlapping(measures: readonly MeasureBudget[]): Firmness {
  return measures.some(({ measure }) => measure.counts && measure.overlaps) ? 'partial' : 'exact';
}

const firmnessOf = ({ qualifier }: Count) => FIRMNESS_OF[qualifier];

function worst(all: readonly Firmness[]): Firmness {
  return FIRMNESS[Math.max(0, ...all.map((each) => FIRMNESS.indexOf(each)))] ?? 'exact';
}
