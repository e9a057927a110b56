import { share } from '../../domain/campaign/share.ts';
import type { Interval } from '../../domain/interval.ts';
import { wanYuan } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { UNIT_WORD } from '../../domain/unit.ts';
import { printGoods, printReach, printStandard } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Budget, DepartmentBudget, Subtotal } from '../../totals/budget/budget.ts';
import { isAdded, type MeasureBudget } from '../../totals/budget/measure-budget.ts';
import { type Cell, IN_BRACKETS, type Row, type Style, text } from '../sheet.ts';

/** A department's own row, and one for each of its measures. */
export function departmentRows(department: DepartmentBudget, budget: Budget, catalogue: Catalogue): Row[] {
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

/** What ≥ says to people, for machines: the figure is a lower bound. */
export function lowerBoundCell({ lowerBound }: Subtotal, { budget }: Catalogue): Cell {
  return text(lowerBound ? budget.lowerBound : '');
}

export function moneyCell({ amount, lowerBound }: Subtotal, style: Style): Cell {
  return { kind: 'money', value: amount, style, ...(lowerBound ? { mark: '≥' } : {}) };
}

export function statedCell(stated: Quantity | null, { mark }: Catalogue, style: Style = 'plain'): Cell {
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
