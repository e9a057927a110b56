import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { CompareWords } from '../../text/zh/compare.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import type { Comparison, DepartmentComparison, MeasureComparison } from '../../totals/compare/compare.ts';
import type { FigureChange } from '../../totals/compare/figure-change.ts';
import { type Cell, type Column, type Row, type Sheet, type Style, text } from '../sheet.ts';
import {
  amountCell,
  CHANGE_STYLE,
  isHistory,
  type Labels,
  measureName,
  moneyCells,
  nameOf,
  percentCell,
  statedCell,
  sumCell,
} from './compare-cells.ts';
import { countCell, reachText } from './compare-reach-sheet.ts';
import { standardCell, standardText } from './compare-standards-sheet.ts';
import { notesBelow, verdict } from './compare-verdict.ts';

/** Standards and reach have sheets of their own where people read; a csv holds this sheet alone, with all of it. */
export function measuresSheet(
  comparison: Comparison,
  labels: Labels,
  catalogue: Catalogue,
  words: CompareWords,
  hasPeople: boolean,
): Sheet {
  const { columns } = words;
  const own = catalogue.budget.columns;
  return {
    name: words.sheet,
    above: [...verdict(comparison, words), catalogue.budget.unit],
    columns: [
      { title: own.department, kind: 'text', use: 'group' },
      { title: own.measure, kind: 'text' },
      { title: columns.change, kind: 'text' },
      { title: columns.standard(labels.from), kind: 'text', use: 'data' },
      { title: columns.standard(labels.to), kind: 'text', use: 'data' },
      { title: columns.standardChange, kind: 'text', use: 'data' },
      { title: columns.reach(labels.from), kind: 'text', use: 'data' },
      { title: columns.reach(labels.to), kind: 'text', use: 'data' },
      { title: columns.reachDifference, kind: 'count', use: 'data' },
      { title: columns.reachPercent(labels.rate), kind: 'text', use: 'data' },
      { title: columns.amount(labels.from), kind: 'money' },
      { title: columns.amount(labels.to), kind: 'money' },
      { title: columns.lowerBound(labels.from), kind: 'text', use: 'data' },
      { title: columns.lowerBound(labels.to), kind: 'text', use: 'data' },
      { title: columns.difference, kind: 'money' },
      { title: labels.rate, kind: 'text', whole: true },
      { title: columns.note, kind: 'text', use: 'wide' },
    ] satisfies Column[],
    rows: [
      ...comparison.departments.flatMap((department) => departmentRows(department, catalogue, words)),
      ...totalRows(comparison, catalogue, words),
    ],
    below: notesBelow(comparison, labels, catalogue, words, hasPeople),
  };
}

/** A row of sums: no standard, and reach in a sheet of its own. */
function sums(
  change: FigureChange,
  sides: readonly Cell[],
  catalogue: Catalogue,
  words: CompareWords,
  style: Style,
): Cell[] {
  return [
    ...Array.from({ length: 5 }, () => text('')),
    { kind: 'count', value: null },
    text(''),
    ...moneyCells(change, sides, catalogue, words, style),
  ];
}

function departmentRows(department: DepartmentComparison, catalogue: Catalogue, words: CompareWords): Row[] {
  const { name, change, from, amount, measures, movedAway } = department;
  const away = movedAway.map((each) => words.movedAway(measureName(each, words), each.moved?.to ?? ''));
  return [
    {
      level: 'subtotal',
      cells: [
        text(nameOf(name, from?.name, words), 'strong'),
        text(catalogue.budget.subtotal, 'strong'),
        text(words.change[change], CHANGE_STYLE[change]),
        ...sums(amount, sumCells(amount, 'strong'), catalogue, words, 'strong'),
        text(away.join('；')),
      ],
    },
    ...measures.map((each) => measureRow(name, each, catalogue, words)),
  ];
}

function measureRow(department: string, found: MeasureComparison, catalogue: Catalogue, words: CompareWords): Row {
  const { from, to, reach, amount } = found;
  return {
    level: 'item',
    cells: [
      text(department),
      text(measureName(found, words)),
      changeCell(found, catalogue, words),
      text(standardText(from, catalogue)),
      text(standardText(to, catalogue)),
      standardCell(found, words),
      text(reachText(from)),
      text(reachText(to)),
      countCell(reach),
      percentCell(reach, words),
      ...moneyCells(amount, [amountCell(from, catalogue), amountCell(to, catalogue)], catalogue, words, 'plain'),
      text(remarks(found, catalogue, words)),
    ],
  };
}

/** What became of a measure; nothing is said to become of figures of former years. */
function changeCell(found: MeasureComparison, { check }: Catalogue, words: CompareWords): Cell {
  const { by, change, moved } = found;
  if (isHistory(found)) return text(check.history, 'muted');
  if (moved) return text(words.moved(moved.from), 'hint');
  return by === 'category' ? text(words.byCategory, 'hint') : text(words.change[change], CHANGE_STYLE[change]);
}

function remarks({ from, to, by }: MeasureComparison, { budget }: Catalogue, words: CompareWords): string {
  const either = [from, to].flatMap((found) => found?.measure ?? []);
  return [
    ...(by === 'category' ? [words.forCategory(to?.measure.to[0] ?? '')] : []),
    ...(isHistory({ from, to }) ? [budget.history] : []),
    ...(either.some(({ overlaps }) => overlaps) ? [budget.overlapping] : []),
  ].join('；');
}

function totalRows({ from, to, total }: Comparison, catalogue: Catalogue, words: CompareWords): Row[] {
  const { amount, common, stated } = total;
  const sides = [
    { budget: from, sum: amount.from },
    { budget: to, sum: amount.to },
  ];
  const row = (level: Row['level'], names: readonly string[], change: FigureChange, cells: readonly Cell[]): Row => {
    const style = level === 'total' ? 'strong' : 'plain';
    const named = names.map((name) => text(name, style));
    return { level, cells: [...named, text(''), ...sums(change, cells, catalogue, words, style), text('')] };
  };
  const statedIn = ({ campaign }: Budget, style: Style) => statedCell(campaign.stated?.amount, catalogue, style);
  const whole = sides.map(({ budget, sum }) =>
    budget.basis === 'stated' ? statedIn(budget, 'strong') : sumCell(sum, 'strong'),
  );
  const known = stated.amount.from.value !== null || stated.amount.to.value !== null;
  return [
    row('total', [catalogue.budget.total, ''], amount, whole),
    ...(common.measures > 0 && !amount.comparable
      ? [row('item', ['', words.common(common.measures)], common.amount, sumCells(common.amount, 'plain'))]
      : []),
    ...(known
      ? [row('item', ['', words.statedTotal], stated.amount, [statedIn(from, 'plain'), statedIn(to, 'plain')])]
      : []),
  ];
}

const sumCells = ({ from, to }: FigureChange, style: Style): Cell[] => [sumCell(from, style), sumCell(to, style)];
