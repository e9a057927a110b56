import type { Fund } from '../domain/campaign.ts';
import { wanYuan } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Catalogue } from '../text/zh.ts';
import type { Budget } from '../totals/budget.ts';
import {
  exceeds,
  type ListedMoney,
  leftOf,
  listedOutsideFunds,
  listedSpending,
  plannedSpending,
  type Spending,
} from '../totals/fund-spending.ts';
import { earmarkNames, type FundPlan, fundedMeasures, fundPlans, unsplitOf } from '../totals/funds.ts';
import { type Cell, type Sheet, text } from './sheet.ts';

/** What each fund may pay, what it is planned to pay and pays by the lists, and what that leaves of it. */
export function fundsSheet(budget: Budget, money: ListedMoney | null, catalogue: Catalogue): Sheet {
  const { sheet, columns, ...say } = catalogue.funds;
  const unsplit = fundedMeasures(budget).reduce((sum, measure) => sum + unsplitOf(measure), 0n);
  const outside = money ? listedOutsideFunds(budget, money) : 0n;
  return saying({
    name: sheet,
    above: [],
    columns: [
      { title: columns.fund, kind: 'text' },
      { title: columns.measures, kind: 'count' },
      { title: columns.ceiling, kind: 'text' },
      { title: columns.income, kind: 'text' },
      { title: columns.planned, kind: 'money' },
      { title: columns.listed, kind: 'range' },
      { title: columns.leftOfPlan, kind: 'range' },
      { title: columns.leftOfLists, kind: 'range' },
      { title: columns.earmark, kind: 'text', use: 'wide' },
      { title: columns.note, kind: 'text' },
      { title: columns.source, kind: 'text', use: 'wide' },
    ],
    rows: fundPlans(budget).map((plan) => ({ level: 'item', cells: fundCells(plan, budget, money, catalogue) })),
    below: [
      ...(unsplit > 0n ? [say.unsplitInAll(wanYuan(unsplit))] : []),
      ...(outside > 0n ? [say.outside(wanYuan(outside))] : []),
    ],
  });
}

function fundCells(plan: FundPlan, budget: Budget, money: ListedMoney | null, catalogue: Catalogue): Cell[] {
  const { fund, measures, known, complete, unsplit, bounded } = plan;
  const say = catalogue.funds;
  const planned = plannedSpending(plan);
  const listed = money && listedSpending(plan, money);
  // More may come in than has, which a plan may count on; what is paid is paid out of what there is.
  const [ofPlan, ofLists] = [fund.ceiling ?? fund.income, least(fund)];
  const over = (limit: Quantity | undefined, spent: Spending | null) =>
    limit && spent && exceeds(spent.low, limit) ? wanYuan(spent.low - limit.value) : null;
  const [planOver, listsOver] = [over(ofPlan, planned), over(ofLists, listed)];
  const remarks = [
    planOver && say.planOver(planOver),
    listsOver && say.listsOver(listsOver),
    unsplit > 0n && say.unsplit(wanYuan(unsplit)),
    known !== null && !bounded && say.partly,
    fund.note,
  ];
  return [
    text(fund.name),
    { kind: 'count', value: BigInt(measures.length) },
    text(fund.ceiling?.text ?? ''),
    text(fund.income?.text ?? ''),
    { kind: 'money', value: known, mark: complete ? '' : '≥' },
    { kind: 'range', value: listed },
    { kind: 'range', value: leftOf(ofPlan, planned), style: planOver ? 'error' : 'plain' },
    { kind: 'range', value: leftOf(ofLists, listed), style: listsOver ? 'error' : 'plain' },
    text(fund.earmark === true ? say.thisCampaign : catalogue.list(earmarkNames(fund, budget.campaign))),
    text(remarks.filter(Boolean).join('；')),
    text(fund.source ?? ''),
  ];
}

/** The lower of what a fund may pay and what it got. */
function least({ ceiling, income }: Fund): Quantity | undefined {
  return ceiling && income && income.value < ceiling.value ? income : (ceiling ?? income);
}

/** A sheet without columns in which nothing is said of any row. */
function saying({ columns, rows, ...sheet }: Sheet): Sheet {
  const silent = (cell: Cell | undefined) =>
    (cell?.kind === 'text' && cell.text === '') || (cell?.kind === 'range' && cell.value === null);
  const says = columns.map((_, index) => !rows.every(({ cells }) => silent(cells[index])));
  return {
    ...sheet,
    columns: columns.filter((_, index) => says[index]),
    rows: rows.map(({ level, cells }) => ({ level, cells: cells.filter((_, index) => says[index]) })),
  };
}
