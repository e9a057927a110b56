import type { Campaign, Fund } from '../../domain/campaign/campaign.ts';
import type { Fen } from '../../domain/money.ts';
import type { Budget } from './budget.ts';
import { counted, type MeasureBudget } from './measure-budget.ts';

/** What a fund is planned to pay. */
export interface FundPlan {
  readonly fund: Fund;
  readonly index: number;
  readonly measures: readonly MeasureBudget[];
  /** What is known to be its own: measures it pays alone, and known parts of joint ones. In fen; null if none is. */
  readonly known: Fen | null;
  /** Every part is known. If not, because a split or an amount is not stated, `known` is a lower bound. */
  readonly complete: boolean;
  /** What is shared with other funds without a stated split, of which its own part is anything; null if unknown. */
  readonly unsplit: Fen | null;
  /** It pays no more than `known` and `unsplit`: something names it, all amounts are known, and none overlaps another. */
  readonly bounded: boolean;
}

/** What each fund is planned to pay, in the order of the file. */
export function fundPlans(budget: Budget): FundPlan[] {
  const all = fundedMeasures(budget);
  return budget.campaign.funds.map((fund, index) => {
    const measures = all.filter(({ measure }) => measure.funds.some((share) => share.fund === fund.id));
    // Figures that overlap are never added up; one alone still says what its fund pays.
    const addable = (found: MeasureBudget) => measures.length === 1 || !found.measure.overlaps;
    const parts = measures.map((measure) => (addable(measure) ? partOf(measure, fund.id) : null));
    const unknown = measures.filter((_, position) => parts[position] === null);
    const joint = unknown.filter((measure) => addable(measure) && measure.adopted !== null);
    const bounded = measures.length > 0 && joint.length === unknown.length;
    return {
      fund,
      index,
      measures,
      known: parts.some((part) => part !== null) ? total(parts) : null,
      complete: parts.length > 0 && unknown.length === 0,
      unsplit: joint.length > 0 || bounded ? total(joint.map(unsplitOf)) : null,
      bounded,
    };
  });
}

/** The measures that say which funds pay them. */
export function fundedMeasures({ departments }: Budget): MeasureBudget[] {
  return counted(departments.flatMap(({ measures }) => measures)).filter(({ measure }) => measure.funds.length > 0);
}

/** What a fund pays of a measure, in fen: its stated part, else what the others leave; null where neither is known. */
export function partOf({ measure: { funds }, adopted }: MeasureBudget, fund: string): Fen | null {
  const own = funds.filter((share) => share.fund === fund);
  if (own.every(({ amount }) => amount)) return total(own.map(({ amount }) => amount?.value));
  const others = funds.filter((share) => share.fund !== fund);
  if (adopted === null || !others.every(({ amount }) => amount)) return null;
  const rest = adopted - total(others.map(({ amount }) => amount?.value));
  return rest < 0n ? null : rest;
}

/** What a measure's split assigns to funds. */
export function assignedOf(measure: MeasureBudget): Fen {
  const funds = new Set(measure.measure.funds.map(({ fund }) => fund));
  return total([...funds].map((fund) => partOf(measure, fund)));
}

/** What a measure's split assigns to no fund, as far as its amount is known. */
function unsplitOf(measure: MeasureBudget): Fen {
  const left = (measure.adopted ?? 0n) - assignedOf(measure);
  return left > 0n ? left : 0n;
}

/** All that no split assigns; figures that overlap are left out, since they are never added up. */
export function unsplitInAll(budget: Budget): Fen {
  return total(fundedMeasures(budget).flatMap((each) => (each.measure.overlaps ? [] : unsplitOf(each))));
}

function total(amounts: readonly (Fen | null | undefined)[]): Fen {
  return amounts.reduce<Fen>((sum, amount) => sum + (amount ?? 0n), 0n);
}

/** What a fund is earmarked for as people know it: measures by name, categories as they are. */
export function earmarkNames({ earmark }: Fund, { departments }: Campaign): string[] {
  const measures = departments.flatMap((department) => department.measures);
  return Array.isArray(earmark) ? earmark.map((word) => measures.find(({ id }) => id === word)?.name ?? word) : [];
}
