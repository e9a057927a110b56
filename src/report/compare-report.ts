import type { CompareWords } from '../text/compare-zh.ts';
import type { Catalogue } from '../text/zh.ts';
import type { Comparison, DepartmentComparison, MeasureComparison } from '../totals/compare.ts';
import type { FigureChange } from '../totals/figure-change.ts';
import {
  amountCell,
  CHANGE_STYLE,
  isHistory,
  type Labels,
  labelsOf,
  measureName,
  moneyCells,
  nameOf,
  percentCell,
  statedCell,
  sumCell,
} from './compare-cells.ts';
import { countCell, reachSheet, reachText } from './compare-reach-sheet.ts';
import { standardCell, standardsSheet, standardText } from './compare-standards-sheet.ts';
import { notesBelow, verdict } from './compare-verdict.ts';
import { type Cell, type Column, type Report, type Row, type Sheet, type Style, text } from './sheet.ts';

/** Two campaigns side by side: what is added, dropped and kept, and its money; then the standards; then the reach. */
export function compareReport(comparison: Comparison, catalogue: Catalogue, words: CompareWords): Report {
  const { from, to } = comparison;
  const labels = labelsOf(comparison, words);
  return {
    title: words.title(from.campaign.title, to.campaign.title),
    sheets: [
      measuresSheet(comparison, labels, catalogue, words),
      ...[standardsSheet, reachSheet]
        .map((sheet) => sheet(comparison, labels, catalogue, words))
        .filter(({ rows }) => rows.length > 0),
    ],
  };
}

/** Standards and reach have sheets of their own where people read; a csv holds this sheet alone, with all of it. */
function measuresSheet(comparison: Comparison, labels: Labels, catalogue: Catalogue, words: CompareWords): Sheet {
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
    below: notesBelow(comparison, labels, catalogue, words),
  };
}

/** A row of sums: no standard, and reach in a sheet of its own. */
function sums(
  change: FigureChange,
  sides: readonly [Cell, Cell],
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
        ...sums(amount, [sumCell(amount.from, 'strong'), sumCell(amount.to, 'strong')], catalogue, words, 'strong'),
        text(away.join('；')),
      ],
    },
    ...measures.map((each) => measureRow(name, each, catalogue, words)),
  ];
}

function measureRow(department: string, found: MeasureComparison, catalogue: Catalogue, words: CompareWords): Row {
  const { from, to, change, reach, amount } = found;
  const named = change === 'kept' ? standardCell(found, words) : text('');
  return {
    level: 'item',
    cells: [
      text(department),
      text(measureName(found, words)),
      changeCell(found, catalogue, words),
      text(standardText(from, catalogue)),
      text(standardText(to, catalogue)),
      named,
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
  const statedCells = (style: Style): [Cell, Cell] => [
    statedCell(from.campaign.stated?.amount, catalogue, style),
    statedCell(to.campaign.stated?.amount, catalogue, style),
  ];
  const sumCells = ({ from, to }: FigureChange, style: Style): [Cell, Cell] => [
    sumCell(from, style),
    sumCell(to, style),
  ];
  const [statedFrom, statedTo] = statedCells('strong');
  const [sumFrom, sumTo] = sumCells(amount, 'strong');
  const whole: [Cell, Cell] = [
    from.basis === 'stated' ? statedFrom : sumFrom,
    to.basis === 'stated' ? statedTo : sumTo,
  ];
  const row = (level: Row['level'], names: [Cell, Cell], change: FigureChange, sides: [Cell, Cell]): Row => {
    const style = level === 'total' ? 'strong' : 'plain';
    return { level, cells: [...names, text(''), ...sums(change, sides, catalogue, words, style), text('')] };
  };
  const known = stated.amount.from.value !== null || stated.amount.to.value !== null;
  return [
    row('total', [text(catalogue.budget.total, 'strong'), text('')], amount, whole),
    ...(common.measures > 0 && !amount.comparable
      ? [row('item', [text(''), text(words.common(common.measures))], common.amount, sumCells(common.amount, 'plain'))]
      : []),
    ...(known ? [row('item', [text(''), text(words.statedTotal)], stated.amount, statedCells('plain'))] : []),
  ];
}
