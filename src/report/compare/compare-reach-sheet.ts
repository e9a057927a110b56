import { REACH_UNITS, UNIT_WORD } from '../../domain/unit.ts';
import { printReach } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { CompareWords } from '../../text/zh/compare.ts';
import type { Comparison, DepartmentComparison, MeasureComparison } from '../../totals/compare/compare.ts';
import type { FigureChange } from '../../totals/compare/figure-change.ts';
import { type Cell, type Row, type Sheet, text } from '../sheet.ts';
import { band } from '../table.ts';
import { countText, isHistory, isPartial, type Labels, measureName, percentCell } from './compare-cells.ts';

/** Whom both reach, measure by measure as the documents say it, and in all. */
export function reachSheet(comparison: Comparison, labels: Labels, catalogue: Catalogue, words: CompareWords): Sheet {
  const { departments, total } = comparison;
  const sums = [total.reach, ...Object.values(total.byUnit)];
  const measures = departments.flatMap((each) => departmentRows(each, catalogue, words));
  const rows = [...measures, ...totalRows(comparison, words)];
  const atLeast = sums
    .flatMap(({ from, to }) => [from, to])
    .some(({ value, firmness }) => value !== null && firmness === 'atLeast');
  const partial = [...departments.flatMap((each) => each.measures.map(({ reach }) => reach)), ...sums].some(isPartial);
  return {
    name: words.reach.sheet,
    above: [],
    columns: [
      { title: catalogue.budget.columns.department, kind: 'text', use: 'group' },
      { title: catalogue.budget.columns.measure, kind: 'text' },
      { title: words.columns.reach(labels.from), kind: 'text' },
      { title: words.columns.reach(labels.to), kind: 'text' },
      { title: words.columns.count, kind: 'count' },
      { title: labels.rate, kind: 'text', whole: true },
    ],
    rows,
    below: [
      ...(atLeast ? [words.reach.atLeast] : []),
      ...(partial ? [words.notes.partial] : []),
      ...(measures.length > 0 ? [catalogue.totals.distinct] : []),
    ],
  };
}

function departmentRows({ name, measures }: DepartmentComparison, { check }: Catalogue, words: CompareWords): Row[] {
  const said = measures.filter(({ from, to }) => from?.reach.length || to?.reach.length);
  if (said.length === 0) return [];
  return [
    band(6, name),
    ...said.map((each): Row => {
      const instead = isHistory(each) ? check.history : otherUnit(each) ? words.reach.otherUnit : null;
      return {
        level: 'item',
        cells: [
          text(name),
          text(measureName(each, words)),
          text(reachText(each.from)),
          text(reachText(each.to)),
          countCell(each.reach),
          instead === null ? percentCell(each.reach, words) : text(instead, 'muted'),
        ],
      };
    }),
  ];
}

/** In all and by unit; a total that a document states is shown in its words. */
function totalRows({ from, to, total }: Comparison, words: CompareWords): Row[] {
  const stated = [from, to].map(({ campaign }) => campaign.stated?.reach?.text ?? '—');
  const whole = [from, to].map(({ basis }, side) =>
    basis === 'stated' ? (stated[side] ?? '—') : countText(side === 0 ? total.reach.from : total.reach.to),
  );
  const row = (level: Row['level'], names: [Cell, Cell], sides: readonly string[], change: FigureChange): Row[] =>
    sides.every((each) => each === '—')
      ? []
      : [
          {
            level,
            cells: [...names, ...sides.map((each) => text(each)), countCell(change), percentCell(change, words)],
          },
        ];
  return [
    ...row('total', [text(words.reach.total, 'strong'), text('')], whole, total.reach),
    ...REACH_UNITS.flatMap((unit) => {
      const change = total.byUnit[unit];
      const sides = [countText(change.from), countText(change.to)];
      return row('item', [text(''), text(words.reach.unit(UNIT_WORD[unit]))], sides, change);
    }),
    ...row('item', [text(''), text(words.statedTotal)], stated, total.stated.reach),
  ];
}

export function reachText(found: MeasureComparison['from']): string {
  return (found && printReach(found.reach)) || '—';
}

export function countCell(change: FigureChange): Cell {
  return { kind: 'count', value: change.difference, style: isPartial(change) ? 'muted' : 'plain' };
}

/** Both say how many, of different things. */
function otherUnit({ from, to }: MeasureComparison): boolean {
  return Boolean(from?.reach.length && to?.reach.length) && from?.unit !== to?.unit;
}
