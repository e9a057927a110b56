import type { Fund } from '../domain/campaign.ts';
import type { Fen } from '../domain/money.ts';
import { type Budget, counted, type MeasureBudget } from './budget.ts';

/** What a fund is planned to pay. */
export interface FundPlan {
  readonly fund: Fund;
  readonly index: number;
  readonly measures: readonly MeasureBudget[];
  /** What is known to be its own: measures it pays alone, and stated parts of joint ones. In fen. */
  readonly known: Fen;
  /** It pays part of a measure whose split, or all of one whose amount, is not stated: `known` is a lower bound. */
  readonly complete: boolean;
}

/** What each fund is planned to pay, in the order of the file. */
export function fundPlans({ campaign, departments }: Budget): FundPlan[] {
  const all = counted(departments.flatMap(({ measures }) => measures));
  return campaign.funds.map((fund, index) => {
    const measures = all.filter(({ measure }) => measure.funds.some((share) => share.fund === fund.id));
    const parts = measures.map((measure) => partOf(measure, fund.id));
    return {
      fund,
      index,
      measures,
      known: parts.reduce<Fen>((sum, part) => sum + (part ?? 0n), 0n),
      complete: parts.every((part) => part !== null),
    };
  });
}

function partOf({ measure, adopted }: MeasureBudget, fund: string): Fen | null {
  const own = measure.funds.find((share) => share.fund === fund);
  return own?.amount?.value ?? (measure.funds.length === 1 ? adopted : null);
}
