import { printStandard } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { CompareWords } from '../../text/zh/compare.ts';
import type { Comparison, MeasureComparison } from '../../totals/compare/compare.ts';
import { type Cell, type Row, type Sheet, text } from '../sheet.ts';
import { CHANGE_STYLE, type Labels, measureName } from './compare-cells.ts';

/** The standards of both, measure by measure, where either document says one. */
export function standardsSheet(
  { departments }: Comparison,
  labels: Labels,
  catalogue: Catalogue,
  words: CompareWords,
): Sheet {
  const rows = departments.flatMap(({ name, measures }): Row[] => {
    const said = measures.filter(({ from, to }) => from?.measure.standard || to?.measure.standard);
    if (said.length === 0) return [];
    return [
      { level: 'band', cells: [text(name, 'strong'), ...Array.from({ length: 4 }, () => text(''))] },
      ...said.map(
        (each): Row => ({
          level: 'item',
          cells: [
            text(name),
            text(measureName(each, words)),
            text(standardText(each.from, catalogue)),
            text(standardText(each.to, catalogue)),
            each.change === 'kept'
              ? standardCell(each, words)
              : text(words.change[each.change], CHANGE_STYLE[each.change]),
          ],
        }),
      ),
    ];
  });
  return {
    name: words.standards.sheet,
    above: [],
    columns: [
      { title: catalogue.budget.columns.department, kind: 'text', use: 'group' },
      { title: catalogue.budget.columns.measure, kind: 'text' },
      { title: words.columns.standard(labels.from), kind: 'text' },
      { title: words.columns.standard(labels.to), kind: 'text' },
      { title: words.columns.standardChange, kind: 'text' },
    ],
    rows,
    below: [],
  };
}

export function standardText(found: MeasureComparison['from'], { language }: Catalogue): string {
  const standard = found?.measure.standard;
  return (standard && printStandard(standard, language)) || '—';
}

const STYLE = { raised: 'good', lowered: 'warning', changed: 'hint', same: 'muted', unknown: 'muted' } as const;

/** What became of the standard of a measure that both have; nothing where neither says one. */
export function standardCell({ from, to, standard }: MeasureComparison, words: CompareWords): Cell {
  const said = from && to && (from.measure.standard || to.measure.standard);
  return text(said ? words.standards[standard] : '', STYLE[standard]);
}
