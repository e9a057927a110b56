import type { Fund } from '../../domain/campaign/campaign.ts';
import type { Interval } from '../../domain/interval.ts';
import { wanYuan } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import {
  exceeds,
  type ListedMoney,
  leftOf,
  listedOutsideFunds,
  listedSpending,
  plannedSpending,
  type Spending,
} from '../../totals/budget/fund-spending.ts';
import { earmarkNames, type FundPlan, fundPlans, unsplitInAll } from '../../totals/budget/funds.ts';
import { type Cell, type Sheet, type Style, text } from '../sheet.ts';

/** What each fund may pay, what it is planned to pay and pays by the lists, and what that leaves of it. */
export function fundsSheet(budget: Budget, money: ListedMoney | null, catalogue: Catalogue): Sheet {
  const { sheet, columns, ...say } = catalogue.funds;
  const unsplit = unsplitInAll(budget);
  const outside = money && listedOutsideFunds(budget, money);
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
      { title: columns.note, kind: 'text', ...(money ? { use: 'wide' } : {}) },
      { title: columns.source, kind: 'text', use: 'wide' },
    ],
    rows: fundPlans(budget).map((plan) => ({ level: 'item', cells: fundCells(plan, budget, money, catalogue) })),
    below: [
      ...(unsplit > 0n ? [say.unsplitInAll(wanYuan(unsplit))] : []),
      ...(outside && outside.amount > 0n ? [say.outside(wanYuan(outside.amount), outside.withoutAmount > 0)] : []),
    ],
  });
}

function fundCells(plan: FundPlan, budget: Budget, money: ListedMoney | null, catalogue: Catalogue): Cell[] {
  const { fund, measures, known, complete, unsplit, bounded } = plan;
  const say = catalogue.funds;
  const limit = least(fund);
  const planned = plannedSpending(plan);
  const listed = money && listedSpending(plan, money);
  const over = (most: Quantity | undefined, spent: Spending | null) => most && spent && exceeds(spent.low, most);
  // More may come in than has: a plan that its ceiling allows is not wrong because of it.
  const short = over(limit, planned) && fund.ceiling && !over(fund.ceiling, planned);
  const planStyle = short ? 'warning' : over(limit, planned) ? 'error' : 'plain';
  const listsStyle = over(limit, listed) ? 'error' : 'plain';
  const remarks = [
    planStyle === 'warning' && say.planShort,
    planStyle === 'error' && say.planOver,
    listsStyle === 'error' && say.listsOver,
    unsplit && say.unsplit(wanYuan(unsplit)),
    known !== null && !bounded && say.partly,
    fund.note,
  ];
  return [
    text(fund.name),
    { kind: 'count', value: BigInt(measures.length) },
    text(fund.ceiling?.text ?? ''),
    text(fund.income?.text ?? ''),
    { kind: 'money', value: known, mark: complete ? '' : '≥' },
    listed?.high === null ? { kind: 'money', value: listed.low, mark: '≥' } : figure(listed),
    leftCell(limit, planned, planStyle, catalogue),
    leftCell(limit, listed, listsStyle, catalogue),
    text(fund.earmark === true ? say.thisCampaign : catalogue.list(earmarkNames(fund, budget.campaign))),
    text(remarks.filter(Boolean).join('；')),
    text(fund.source ?? ''),
  ];
}

/** The lower of what a fund may pay and what it got. */
function least({ ceiling, income }: Fund): Quantity | undefined {
  return ceiling && income && income.value < ceiling.value ? income : (ceiling ?? income);
}

function leftCell(limit: Quantity | undefined, spent: Spending | null, style: Style, { mark }: Catalogue): Cell {
  const left = leftOf(limit, spent);
  // Where even the least that is spent is too much, that alone is said: two minus signs around a dash can't be read.
  if (left && left.low !== left.high && (left.low === null || left.high < 0n))
    return { kind: 'money', value: left.high, mark: '≤', style };
  const [before, after] = mark[limit?.qualifier === 'atMost' ? 'exact' : (limit?.qualifier ?? 'exact')];
  return { ...figure(left, before, after), style };
}

/** One figure as a number, which a workbook can add up, and a range as it is. */
function figure(interval: Interval | null, mark = '', after = ''): Cell {
  return interval && interval.low === interval.high
    ? { kind: 'money', value: interval.low, mark, after }
    : { kind: 'range', value: interval };
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
