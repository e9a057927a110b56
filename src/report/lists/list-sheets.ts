import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import { listedMoney } from '../../totals/budget/listed-money.ts';
import type { ListSheets } from '../budget/budget-report.ts';
import { rowFindingsSheet } from '../findings/row-findings-sheet.ts';
import { actualSheet, subdistrictsSheet } from './actual-sheet.ts';
import { batchesSheet } from './batches-sheet.ts';
import type { ExaminedLists } from './examined-lists.ts';
import { inputsSheet } from './inputs-sheet.ts';
import { scorecardSheet } from './scorecard.ts';

/** All that is shown of lists, with a campaign's plan or without. */
export function listSheets(budget: Budget | null, examined: ExaminedLists, catalogue: Catalogue): ListSheets {
  const subdistricts = subdistrictsSheet(examined);
  const { scored, totals, words } = examined;
  const score = budget
    ? [scorecardSheet(scored ?? { budget, listed: totals.total, hasLists: true }, words.scorecard)]
    : [];
  return {
    first: [actualSheet(budget, examined), ...batchesSheet(examined), ...(subdistricts ? [subdistricts] : [])],
    last: [inputsSheet(examined), rowFindingsSheet(examined, catalogue), ...score],
    money: listedMoney(examined),
  };
}
