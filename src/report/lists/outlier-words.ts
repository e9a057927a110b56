import { grouped, roundedMoney } from '../../domain/money.ts';
import type { ListWords } from '../../text/zh/lists.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import { usualAmount } from '../../totals/lists/usual-amount.ts';

/** What is out of all proportion in a sum, and what is left without it; null where nothing is. */
export function outlierWords(listed: Pick<Listed, 'amount' | 'outliers'>, words: ListWords): string | null {
  const { rows, amount } = listed.outliers;
  return rows === 0
    ? null
    : words.outliers(grouped(String(rows)), roundedMoney(amount), roundedMoney(usualAmount(listed)));
}

/** The same behind a figure that leaves it out. */
export function outlierAside({ outliers }: Pick<Listed, 'outliers'>, words: ListWords): string {
  return outliers.rows === 0 ? '' : words.outlierAside(grouped(String(outliers.rows)), roundedMoney(outliers.amount));
}
