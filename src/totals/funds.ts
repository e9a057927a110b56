import type { Campaign, Fund } from '../domain/campaign.ts';
import type { Fen } from '../domain/money.ts';
import { type Budget, counted, type MeasureBudget } from './budget.ts';

/** What a fund is planned to pay. */
export interface FundPlan {
  readonly fund: Fund;
  readonly index: number;
  readonly measures: readonly MeasureBudget[];
  /** What is known to be its own: measures it pays alone, and stated parts of joint ones. In fen; null if none is. */
  readonly known: Fen | null;
  /** Every part is known. If not, because a split or an amount is not stated, `known` is a lower bound. */
  readonly complete: boolean;
}

/** What each fund is planned to pay, in the order of the file. */
export function fundPlans({ campaign, departments }: Budget): FundPlan[] {
  const all = counted(departments.flatMap(({ measures }) => measures));
  return campaign.funds.map((fund, index) => {
    const measures = all.filter(({ measure }) => measure.funds.some((share) => share.fund === fund.id));
    // Figures that overlap are never added up; one alone still says what its fund pays.
    const addable = (found: MeasureBudget) => measures.length === 1 || !found.measure.overlaps;
    const parts = measures.map((measure) => (addable(measure) ? partOf(measure, fund.id) : null));
    return {
      fund,
      index,
      measures,
      known: parts.some((part) => part !== null) ? parts.reduce<Fen>((sum, part) => sum + (part ?? 0n), 0n) : null,
      complete: parts.length > 0 && parts.every((part) => part !== null),
    };
  });
}

/** What a fund pays of a measure, in fen; null where that is not stated. */
export function partOf({ measure, adopted }: MeasureBudget, fund: string): Fen | null {
  const own = measure.funds.find((share) => share.fund === fund);
  return own?.amount?.value ?? (measure.funds.length === 1 ? adopted : null);
}

/** What a fund is earmarked for as people know it: measures by name, categories as they are. */
export function earmarkNames({ earmark }: Fund, { departments }: Campaign): string[] {
  const measures = departments.flatMap((department) => department.measures);
  return Array.isArray(earmark) ? earmark.map((word) => measures.find(({ id }) => id === word)?.name ?? word) : [];
}
