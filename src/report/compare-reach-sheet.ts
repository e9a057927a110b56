import { REACH_UNITS, UNIT_WORD } from '../domain/unit.ts';
import type { CompareWords } from '../text/compare-zh.ts';
import { printReach } from '../text/figures.ts';
import type { Catalogue } from '../text/zh.ts';
import type { Comparison, MeasureComparison } from '../totals/compare.ts';
import type { FigureChange } from '../totals/figure-change.ts';
import { countText, isPartial, type Labels, measureName, percentCell } from './compare-cells.ts';
import { type Cell, type Row, type Sheet, text } from './sheet.ts';

/** Whom both reach, measure by measure as the documents say it, and in all. */
export function reachSheet(
  { from, to, departments, total }: Comparison,
  labels: Labels,
  catalogue: Catalogue,
  words: CompareWords,
): Sheet {
  const row = (level: Row['level'], name: readonly Cell[], texts: readonly string[], change: FigureChange): Row => ({
    level,
    cells: [...name, ...texts.map((each) => text(each)), countCell(change), percentCell(change, words)],
  });
  const sum = (level: Row['level'], name: string, change: FigureChange): Row[] =>
    change.from.value === null && change.to.value === null
      ? []
      : [
          row(
            level,
            level === 'total' ? [text(name, 'strong'), text('')] : [text(''), text(name)],
            [countText(change.from), countText(change.to)],
            change,
          ),
        ];
  const measures = departments.flatMap(({ name, measures }): Row[] => {
    const said = measures.filter(({ from, to }) => from?.reach.length || to?.reach.length);
    if (said.length === 0) return [];
    const band: Row = { level: 'band', cells: [text(name, 'strong'), ...Array.from({ length: 5 }, () => text(''))] };
    return [
      band,
      ...said.map((each): Row => {
        const texts = [reachText(each.from), reachText(each.to)];
        const { cells, level } = row('item', [text(name), text(measureName(each, words))], texts, each.reach);
        return { level, cells: otherUnit(each) ? [...cells.slice(0, -1), text(words.reach.otherUnit, 'hint')] : cells };
      }),
    ];
  });
  const stated = [from, to].map(({ campaign }) => campaign.stated?.reach?.text ?? '—');
  const rows = [
    ...measures,
    ...sum('total', words.reach.total, total.reach),
    ...REACH_UNITS.flatMap((unit) => sum('item', words.reach.unit(UNIT_WORD[unit]), total.byUnit[unit])),
    ...(stated.every((each) => each === '—')
      ? []
      : [row('item', [text(''), text(words.reach.stated)], stated, total.stated.reach)]),
  ];
  const partial = [
    ...departments.flatMap(({ measures }) => measures.map(({ reach }) => reach)),
    total.reach,
    ...Object.values(total.byUnit),
  ].some(isPartial);
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
    below: [...(partial ? [words.notes.partial] : []), ...(rows.length > 0 ? [catalogue.totals.distinct] : [])],
  };
}

export function reachText(found: MeasureComparison['from']): string {
  return (found && printReach(found.reach)) || '—';
}

export function countCell(change: FigureChange): Cell {
  return { kind: 'count', value: change.difference, style: isPartial(change) ? 'muted' : 'plain' };
}

/** Both say how many, of different things. */
function otherUnit({ from, to }: MeasureComparison): boolean {
  return Boolean(from?.measure.counts && from.reach.length && to?.reach.length) && from?.unit !== to?.unit;
}
