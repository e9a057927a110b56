import { share } from '../../domain/campaign/share.ts';
import type { Standard } from '../../domain/campaign/standard.ts';
import type { Language } from '../../domain/language.ts';
import { wanYuan } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { UNIT_WORD } from '../../domain/unit.ts';
import { printGoods, printReach, printStandard } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Budget, DepartmentBudget, Subtotal } from '../../totals/budget/budget.ts';
import { isAdded, type MeasureBudget } from '../../totals/budget/measure-budget.ts';
import { type Cell, IN_BRACKETS, type Sheet, type Style, text } from '../sheet.ts';
import { columnsOf, Table, type TableColumn } from '../table.ts';

const WIDE = { kind: 'text', use: 'wide' } as const;
const DATA = { kind: 'text', use: 'data' } as const;
const GROUP = { kind: 'text', use: 'group' } as const;
const COUNT = { kind: 'count', use: 'data' } as const;

interface Kinds {
  department: DepartmentBudget;
  measure: { readonly department: string; readonly found: MeasureBudget };
  total: Budget;
}

const column = columnsOf<Kinds>();

/** The measures of each department below what it comes to, and the total. */
export function measuresTable(budget: Budget, catalogue: Catalogue): Pick<Sheet, 'columns' | 'rows'> {
  const table = new Table<Kinds>({ department: 'subtotal', measure: 'item', total: 'total' }, [
    ...measureColumns(catalogue),
    ...moneyColumns(catalogue),
    ...remarkColumns(budget, catalogue),
  ]);
  return {
    columns: table.columns,
    rows: [
      ...budget.departments.flatMap((each) => [
        table.row('department', each),
        ...partsBelow(each.measures).map((found) => table.row('measure', { department: each.department.name, found })),
      ]),
      table.row('total', budget),
    ],
  };
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

function measureColumns({ budget: words, list, form, language }: Catalogue): TableColumn<Kinds>[] {
  const { columns } = words;
  const unknown = (): Cell => ({ kind: 'count', value: null });
  return [
    column(columns.department, GROUP, {
      department: ({ department }) => text(department.name, 'strong'),
      measure: ({ department }) => text(department),
      total: () => text(words.total, 'strong'),
    }),
    column(columns.measure, 'text', {
      department: () => text(words.subtotal, 'strong'),
      measure: ({ found: { measure } }) => text(measure.of === undefined ? measure.name : words.partName(measure.name)),
      total: () => text('', 'strong'),
    }),
    column(columns.to, WIDE, { measure: ({ found }) => text(list(found.measure.to)) }),
    column(columns.form, WIDE, { measure: ({ found }) => text(list(found.measure.form.map((each) => form[each]))) }),
    column(columns.reach, 'text', {
      department: ({ department: { stated } }) => text(stated?.reach ? words.stated(stated.reach.text) : ''),
      measure: ({ found: { measure, reach } }) =>
        text(
          printReach(reach) || printGoods(measure.goods) || '—',
          reach.length + measure.goods.length > 0 ? 'plain' : 'muted',
        ),
    }),
    column(columns.count, COUNT, {
      department: unknown,
      measure: ({ found }) => ({ kind: 'count', value: found.count }),
      total: unknown,
    }),
    column(columns.unit, DATA, { measure: ({ found: { unit } }) => text(unit === null ? '' : UNIT_WORD[unit]) }),
    column(columns.standard, 'text', {
      measure: ({ found }) => standardCell(found.measure.standard, language),
    }),
  ];
}

const standardCell = (standard: Standard | undefined, language: Language) =>
  text(standard ? printStandard(standard, language) : '—', standard ? 'plain' : 'muted');

/** What is stated, computed and adopted. */
function moneyColumns(catalogue: Catalogue): TableColumn<Kinds>[] {
  const { columns } = catalogue.budget;
  return [
    column(columns.stated, 'money', {
      department: ({ department: { stated } }) =>
        stated?.amount ? statedCell(stated.amount, catalogue, 'strong') : text(''),
      measure: ({ found }) => statedCell(found.stated, catalogue),
      total: ({ campaign }) => statedCell(campaign.stated?.amount ?? null, catalogue, 'strong'),
    }),
    column(columns.statedText, DATA, {
      department: ({ department: { stated } }) => text(stated?.amount?.text ?? ''),
      measure: ({ found }) => text(found.stated?.text ?? ''),
      total: ({ campaign }) => text(campaign.stated?.amount?.text ?? ''),
    }),
    column(columns.computed, 'range', { measure: ({ found }) => ({ kind: 'range', value: found.computed }) }),
    column(columns.adopted, 'money', {
      department: (department) => moneyCell(department, 'strong'),
      measure: ({ found }) => ({
        kind: 'money',
        value: found.adopted,
        style: isAdded(found) ? 'plain' : 'muted',
        ...(found.measure.counts && !isAdded(found) ? IN_BRACKETS : {}),
      }),
      total: ({ amount, basis, itemised }) =>
        basis === 'itemised' ? moneyCell(itemised, 'strong') : { kind: 'money', value: amount, style: 'strong' },
    }),
    column(columns.lowerBound, DATA, {
      department: (department) => lowerBoundCell(department, catalogue),
      total: ({ basis, itemised }) => (basis === 'itemised' ? lowerBoundCell(itemised, catalogue) : text('')),
    }),
    column(columns.basis, DATA, {
      measure: ({ found }) => text(catalogue.basis[found.basis]),
      total: ({ basis }) => text(basis === 'itemised' ? '' : catalogue.basis[basis]),
    }),
  ];
}

function remarkColumns(budget: Budget, catalogue: Catalogue): TableColumn<Kinds>[] {
  const { columns } = catalogue.budget;
  const fundOf = (id: string) => budget.campaign.funds.find((fund) => fund.id === id)?.name ?? id;
  return [
    column(columns.check, 'text', {
      department: ({ amountCheck }) => text(amountCheck === 'unknown' ? '' : catalogue.check[amountCheck]),
      measure: ({ found }) => checkCell(found, catalogue),
      total: ({ campaign, amountCheck }) =>
        text(campaign.stated?.amount ? catalogue.check[amountCheck] : '', totalStyle(amountCheck)),
    }),
    column(columns.funds, WIDE, {
      measure: ({ found }) => text(catalogue.list(found.measure.funds.map(({ fund }) => fundOf(fund)))),
    }),
    column(columns.source, WIDE, {
      department: ({ department }) => text(department.source ?? ''),
      measure: ({ found }) => text(found.measure.source ?? ''),
    }),
    column(columns.note, WIDE, {
      department: ({ department }) => text(department.note ?? ''),
      measure: ({ found }) => text(remarks(found, budget, catalogue)),
    }),
  ];
}

const totalStyle = (check: Budget['amountCheck']): Style =>
  check === 'contradicted' ? 'error' : check === 'not-itemised' ? 'hint' : 'good';

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
