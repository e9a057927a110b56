import { printStandard } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { CompareWords } from '../../text/zh/compare.ts';
import type { Comparison, MeasureComparison } from '../../totals/compare/compare.ts';
import { type Cell, type Sheet, text } from '../sheet.ts';
import { tableOf } from '../table.ts';
import { CHANGE_STYLE, type Labels, measureName } from './compare-cells.ts';

/** The standards of both, measure by measure, where either document says one. */
export function standardsSheet(
  { departments }: Comparison,
  labels: Labels,
  catalogue: Catalogue,
  words: CompareWords,
): Sheet {
  type Said = MeasureComparison & { readonly department: Comparison['departments'][number] };
  const said = departments.flatMap((department) =>
    department.measures.flatMap((each): Said[] =>
      each.from?.measure.standard || each.to?.measure.standard ? [{ ...each, department }] : [],
    ),
  );
  return {
    name: words.standards.sheet,
    above: [],
    ...tableOf<Said>(
      said,
      [
        [catalogue.budget.columns.department, { kind: 'text', use: 'group' }, ({ department }) => department.name],
        [catalogue.budget.columns.measure, 'text', (each) => measureName(each, words)],
        [words.columns.standard(labels.from), 'text', ({ from }) => standardText(from, catalogue)],
        [words.columns.standard(labels.to), 'text', ({ to }) => standardText(to, catalogue)],
        [
          words.columns.standardChange,
          'text',
          (each) =>
            each.change === 'kept'
              ? standardCell(each, words)
              : text(words.change[each.change], CHANGE_STYLE[each.change]),
        ],
      ],
      { under: { key: ({ department }) => department, heading: ({ department }) => department.name } },
    ),
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
