import type { Checked } from '../../checks/campaign/check-campaign.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { share } from '../../domain/campaign/share.ts';
import type { Interval } from '../../domain/interval.ts';
import { wanYuan } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { UNIT_WORD } from '../../domain/unit.ts';
import { printGoods, printReach, printStandard } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import {
  type Budget,
  type DepartmentBudget,
  isAdded,
  type MeasureBudget,
  type ReadInputs,
  type Subtotal,
  unreadInputs,
} from '../../totals/budget/budget.ts';
import type { ListedMoney } from '../../totals/budget/fund-spending.ts';
import { barsSheet } from '../bars.ts';
import { findingsSheet } from '../findings/findings-sheet.ts';
import { type Cell, type Column, IN_BRACKETS, type Report, type Row, type Sheet, type Style, text } from '../sheet.ts';
import { planSheets } from './plan-sheets.ts';
import { totalsSheet } from './totals-sheet.ts';

/** What lists add to a budget: plan against lists before it, what was read and found in them after it, and their money. */
export interface ListSheets {
  readonly first: readonly Sheet[];
  readonly last: readonly Sheet[];
  readonly money: ListedMoney;
}

/** What a report adds to the plan itself. */
export interface Additions {
  readonly listed?: ListSheets | null;
  /** What parts share and do on their own. */
  readonly parts?: readonly Sheet[] | null;
}

/** A campaign's budget as people read it: the measures, the totals, the rest of the plan, and what was found. */
export function budgetReport(
  budget: Budget,
  checked: Checked,
  catalogue: Catalogue,
  { listed = null, parts = null }: Additions = {},
): Report {
  const { title, issuer, document, region, issued } = budget.campaign;
  const sheets = [
    ...(listed?.first ?? []),
    measuresSheet(
      budget,
      catalogue,
      [issuer ?? region, document, issued].filter((part) => part !== undefined),
      { listed: listed !== null, parts: parts !== null },
    ),
    ...(spendingBars(budget, catalogue) ?? []),
    totalsSheet(budget, catalogue),
    ...(parts ?? []),
    ...planSheets(budget, catalogue, listed?.money ?? null),
    findingsSheet(checked, catalogue),
    ...(listed?.last ?? []),
  ];
  return { title, sheets };
}

/** What each department gives, as bars. */
function spendingBars({ departments }: Budget, { budget: { columns }, pictures }: Catalogue): Sheet[] | null {
  const known = departments.flatMap(({ department, amount, lowerBound }) =>
    amount === null ? [] : [{ name: department.name, amount, mark: lowerBound ? '≥' : '' }],
  );
  const most = known.reduce((largest, { amount }) => (amount > largest ? amount : largest), 0n);
  const bars = known.map(({ name, amount, mark }) => ({
    name,
    figure: { kind: 'money' as const, value: amount, mark },
    length: amount,
  }));
  const sheet = barsSheet(pictures.spending, [columns.department, columns.adopted], bars, most);
  return sheet && [sheet];
}

function measuresSheet(budget: Budget, catalogue: Catalogue, origin: readonly string[], read: ReadInputs): Sheet {
  const { columns, unit } = catalogue.budget;
  return {
    name: catalogue.budget.sheet,
    above: [[...origin, unit].join('  ')],
    columns: [
      { title: columns.department, kind: 'text', use: 'group' },
      { title: columns.measure, kind: 'text' },
      { title: columns.to, kind: 'text', use: 'wide' },
      { title: columns.form, kind: 'text', use: 'wide' },
      { title: columns.reach, kind: 'text' },
      { title: columns.count, kind: 'count', use: 'data' },
      { title: columns.unit, kind: 'text', use: 'data' },
      { title: columns.standard, kind: 'text' },
      { title: columns.stated, kind: 'money' },
      { title: columns.statedText, kind: 'text', use: 'data' },
      { title: columns.computed, kind: 'range' },
      { title: columns.adopted, kind: 'money' },
      { title: columns.lowerBound, kind: 'text', use: 'data' },
      { title: columns.basis, kind: 'text', use: 'data' },
      { title: columns.check, kind: 'text' },
      { title: columns.funds, kind: 'text', use: 'wide' },
      { title: columns.source, kind: 'text', use: 'wide' },
      { title: columns.note, kind: 'text', use: 'wide' },
    ] satisfies Column[],
    rows: [
      ...budget.departments.flatMap((department) => departmentRows(department, budget, catalogue)),
      totalRow(budget, catalogue),
    ],
    below: notRead(budget.campaign, catalogue, read),
  };
}

/** Files that the campaign names and this report knows nothing of: silence must not look like a pass. */
export function notRead(campaign: Campaign, catalogue: Catalogue, read: ReadInputs): string[] {
  const named = namedUnread(unreadInputs(campaign, read), catalogue);
  return named.length > 0 ? [catalogue.findings.notRead(catalogue.list(named))] : [];
}

/** Kinds of files of which some were not read, and how many. */
export function namedUnread(unread: ReturnType<typeof unreadInputs>, { inputs, parenthesised }: Catalogue): string[] {
  const kinds = (Object.keys(unread) as (keyof typeof unread)[]).filter((kind) => unread[kind] > 0);
  return kinds.map((kind) => inputs[kind] + parenthesised(String(unread[kind])));
}

function departmentRows(department: DepartmentBudget, budget: Budget, catalogue: Catalogue): Row[] {
  const { name, stated, source, note } = department.department;
  const check = department.amountCheck === 'unknown' ? '' : catalogue.check[department.amountCheck];
  const summary: Cell[] = [
    text(name, 'strong'),
    text(catalogue.budget.subtotal, 'strong'),
    ...[text(''), text('')],
    text(stated?.reach ? catalogue.budget.stated(stated.reach.text) : ''),
    { kind: 'count', value: null },
    ...[text(''), text('')],
    stated?.amount ? statedCell(stated.amount, catalogue, 'strong') : text(''),
    text(stated?.amount?.text ?? ''),
    text(''),
    moneyCell(department, 'strong'),
    lowerBoundCell(department, catalogue),
    ...[text(''), text(check), text(''), text(source ?? ''), text(note ?? '')],
  ];
  return [
    { level: 'subtotal', cells: summary },
    ...partsBelow(department.measures).map((measure) => measureRow(name, measure, budget, catalogue)),
  ];
}

/** The measures in their order, each part (其中) below what it is a part of. */
function partsBelow(measures: readonly MeasureBudget[]): MeasureBudget[] {
  const isHere = (id: string | undefined) => measures.some(({ measure }) => measure.id === id);
  const below = (whole: MeasureBudget): MeasureBudget[] => [
    whole,
    ...measures.filter(({ measure }) => measure.of === whole.measure.id && measure.id !== measure.of),
  ];
  return measures.filter(({ measure }) => !isHere(measure.of) || measure.of === measure.id).flatMap(below);
}

function measureRow(department: string, found: MeasureBudget, budget: Budget, catalogue: Catalogue): Row {
  const { measure, reach, unit, count, stated, computed, adopted, basis } = found;
  return {
    level: 'item',
    cells: [
      text(department),
      text(measure.of === undefined ? measure.name : catalogue.budget.partName(measure.name)),
      text(catalogue.list(measure.to)),
      text(catalogue.list(measure.form.map((form) => catalogue.form[form]))),
      text(
        printReach(reach) || printGoods(measure.goods) || '—',
        reach.length + measure.goods.length > 0 ? 'plain' : 'muted',
      ),
      { kind: 'count', value: count },
      text(unit === null ? '' : UNIT_WORD[unit]),
      text(
        measure.standard ? printStandard(measure.standard, catalogue.language) : '—',
        measure.standard ? 'plain' : 'muted',
      ),
      statedCell(stated, catalogue),
      text(stated?.text ?? ''),
      { kind: 'range', value: computed satisfies Interval | null },
      {
        kind: 'money',
        value: adopted,
        style: isAdded(found) ? 'plain' : 'muted',
        ...(measure.counts && !isAdded(found) ? IN_BRACKETS : {}),
      },
      text(''),
      text(catalogue.basis[basis]),
      checkCell(found, catalogue),
      text(
        catalogue.list(
          measure.funds.map(({ fund }) => budget.campaign.funds.find(({ id }) => id === fund)?.name ?? fund),
        ),
      ),
      text(measure.source ?? ''),
      text(remarks(found, budget, catalogue)),
    ],
  };
}

function totalRow(budget: Budget, catalogue: Catalogue): Row {
  const { amount, basis, itemised } = budget;
  const stated = budget.campaign.stated?.amount;
  const total: Cell =
    basis === 'itemised' ? moneyCell(itemised, 'strong') : { kind: 'money', value: amount, style: 'strong' };
  return {
    level: 'total',
    cells: [
      text(catalogue.budget.total, 'strong'),
      text('', 'strong'),
      ...[text(''), text(''), text('')],
      { kind: 'count', value: null },
      ...[text(''), text('')],
      statedCell(stated ?? null, catalogue, 'strong'),
      text(stated?.text ?? ''),
      text(''),
      total,
      basis === 'itemised' ? lowerBoundCell(itemised, catalogue) : text(''),
      text(basis === 'itemised' ? '' : catalogue.basis[basis]),
      text(stated ? catalogue.check[budget.amountCheck] : '', totalStyle(budget)),
      ...[text(''), text(''), text('')],
    ],
  };
}

function totalStyle({ amountCheck }: Budget): Style {
  return amountCheck === 'contradicted' ? 'error' : amountCheck === 'not-itemised' ? 'hint' : 'good';
}

/** What ≥ says to people, for machines: the figure is a lower bound. */
function lowerBoundCell({ lowerBound }: Subtotal, { budget }: Catalogue): Cell {
  return text(lowerBound ? budget.lowerBound : '');
}

function moneyCell({ amount, lowerBound }: Subtotal, style: Style): Cell {
  return { kind: 'money', value: amount, style, ...(lowerBound ? { mark: '≥' } : {}) };
}

function statedCell(stated: Quantity | null, { mark }: Catalogue, style: Style = 'plain'): Cell {
  const [before, after] = mark[stated?.qualifier ?? 'exact'];
  return { kind: 'money', value: stated?.value ?? null, mark: before, after, style };
}

const CHECK_STYLE: Readonly<Record<MeasureBudget['check'], Style>> = {
  exact: 'good',
  rounded: 'good',
  'in-range': 'good',
  approximate: 'warning',
  contradicted: 'error',
  unknown: 'muted',
};

function checkCell({ measure, check }: MeasureBudget, catalogue: Catalogue): Cell {
  if (!measure.counts) return text(catalogue.check.history, 'muted');
  if (measure.overlaps && check === 'unknown') return text(catalogue.check.overlapping, 'muted');
  return text(catalogue.check[check], CHECK_STYLE[check]);
}

/** All that a measure says besides its figures. */
function remarks(
  { measure, difference, adopted }: MeasureBudget,
  { departments }: Budget,
  catalogue: Catalogue,
): string {
  const words = catalogue.budget;
  const nameOf = (id: string) =>
    departments.flatMap(({ department }) => department.measures).find((other) => other.id === id)?.name ?? id;
  const whole = departments.flatMap(({ measures }) => measures).find((other) => other.measure.id === measure.of);
  const { eligible, status, delivery, excludes, note, procurement } = measure;
  return [
    difference === null ? null : words.difference(wanYuan(difference)),
    status && words.status[status],
    measure.counts ? null : words.history,
    measure.overlaps ? words.overlapping : null,
    whole
      ? words.partOf(
          whole.measure.name,
          adopted !== null && whole.adopted
            ? catalogue.parenthesised(catalogue.totals.share(share(adopted, whole.adopted)))
            : '',
        )
      : null,
    excludes.length > 0 ? words.excludes(excludes.map(({ measure: id }) => nameOf(id)).join('”“')) : null,
    eligible?.asOf && words.asOf(eligible.asOf.text),
    eligible?.age !== undefined && words.age(eligible.age),
    eligible?.roster !== undefined && words.rosterOf(eligible.roster),
    eligible?.note,
    delivery && words.delivery[delivery],
    procurement,
    note,
  ]
    .filter((remark) => typeof remark === 'string' && remark !== '')
    .join('；');
}
