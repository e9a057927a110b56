import { grouped, wanYuan } from '../domain/money.ts';
import type { Catalogue } from '../text/zh.ts';
import { usualAmount } from '../totals/usual-amount.ts';
import type { ExaminedLists } from './examined-lists.ts';
import { listSheets } from './list-sheets.ts';
import { outlierAside } from './outlier-words.ts';
import type { Report } from './sheet.ts';

/** Lists by themselves: what was read, what they add up to, what was found. */
export function listsReport(examined: ExaminedLists, catalogue: Catalogue): Report {
  const { lists, totals, words } = examined;
  const { payouts, persons } = totals.total;
  const figure = (count: number) => grouped(String(count));
  const { first, last } = listSheets(null, examined, catalogue);
  return {
    title:
      words.check.valid(lists.lists.length, figure(payouts), figure(persons), wanYuan(usualAmount(totals.total))) +
      outlierAside(totals.total, words),
    sheets: [...first, ...last],
  };
}
