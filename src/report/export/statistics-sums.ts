import type { Fen } from '../../domain/money.ts';
import type { ExportWords } from '../../text/zh/export.ts';
import type { MeasureBudget } from '../../totals/budget/measure-budget.ts';
import type { Listed } from '../../totals/lists/listed.ts';

/** What lists pay; how many people, where that is known. */
export type ListedFigures = Omit<Listed, 'persons'> & { readonly persons: number | null };

/** People and households may be the same ones. */
export const addedUp = (listed: readonly ListedFigures[]): ListedFigures => ({
  payouts: listed.reduce((all, { payouts }) => all + payouts, 0),
  amount: listed.reduce<Fen>((all, { amount }) => all + amount, 0n),
  withoutAmount: listed.reduce((all, { withoutAmount }) => all + withoutAmount, 0),
  outliers: {
    rows: listed.reduce((all, { outliers }) => all + outliers.rows, 0),
    amount: listed.reduce<Fen>((all, { outliers }) => all + outliers.amount, 0n),
  },
  persons: null,
  households: null,
});

export const summed = (rows: readonly number[]) => (rows.length > 0 ? { sums: rows } : {});

export function kindOf(plan: MeasureBudget | null): keyof ExportWords['statistics']['ofWhich'] {
  const form = plan?.measure.form ?? [];
  const [only] = form;
  if (form.length === 0) return 'open';
  if (form.length === 1 && only) return only;
  return 'both';
}
