import { grouped } from '../../domain/money.ts';
import { printTenths } from '../../domain/percent-change.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { CompareWords } from '../../text/zh/compare.ts';
import type { Comparison, MeasureComparison } from '../../totals/compare/compare.ts';
import type { Figure, FigureChange } from '../../totals/compare/figure-change.ts';
import { type Cell, type Style, text } from '../sheet.ts';

/** What the two campaigns, and the rate of change, are called in headings. */
export interface Labels {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
}

export function labelsOf({ from, to }: Comparison, words: CompareWords): Labels {
  const [first, second] = [from.campaign.year, to.campaign.year];
  const apart = first !== null && second !== null && first !== second;
  return {
    ...(apart ? { from: words.year(first), to: words.year(second) } : words.sides),
    rate: words.columns.percent(apart && second === first + 1),
  };
}

export function nameOf(name: string, before: string | undefined, words: CompareWords): string {
  return before === undefined || before === name ? name : words.called(name, before);
}

export function measureName({ from, to }: MeasureComparison, words: CompareWords): string {
  return nameOf((to ?? from)?.measure.name ?? '', from?.measure.name, words);
}

/** A figure of former years, which the campaign does not count. */
export function isHistory({ from, to }: Pick<MeasureComparison, 'from' | 'to'>): boolean {
  return (to ?? from)?.measure.counts === false;
}

export const CHANGE_STYLE = { kept: 'muted', added: 'good', dropped: 'warning' } as const;

/** A difference of what is known of wholes, not of the wholes. */
export function isPartial({ difference, comparable }: FigureChange): boolean {
  return difference !== null && !comparable;
}

/** ※ or 约 before a difference that is not one of whole and firm figures. */
function mark(change: FigureChange, words: CompareWords): string {
  if (isPartial(change)) return '※';
  if (change.difference === 0n) return '';
  return change.from.firmness === 'about' || change.to.firmness === 'about' ? words.about : '';
}

/** In words, since a spreadsheet takes a text that starts with + or - for a formula. */
export function percentCell(change: FigureChange, words: CompareWords): Cell {
  const { difference, percent } = change;
  if (difference === null) return text('—', 'muted');
  const { up, down, level } = words.percent;
  const size = percent === null ? '' : printTenths(percent < 0n ? -percent : percent);
  const said = difference === 0n ? level : percent === null ? '' : difference > 0n ? up(size) : down(size);
  return text(mark(change, words) + said || '—', isPartial(change) ? 'muted' : 'plain');
}

/** Both sides as they are to be shown, whether they are lower bounds (for machines, which see no ≥), and what changed. */
export function moneyCells(
  change: FigureChange,
  sides: readonly Cell[],
  { budget }: Catalogue,
  words: CompareWords,
  style: Style,
): Cell[] {
  const { from, to, difference } = change;
  const lowerBound = ({ value, firmness }: Figure) =>
    text(value !== null && firmness === 'atLeast' ? budget.lowerBound : '');
  const sign = difference === null ? '' : mark(change, words) + (difference > 0n ? '+' : '');
  return [
    ...sides,
    lowerBound(from),
    lowerBound(to),
    { kind: 'money', value: difference, mark: sign, style: isPartial(change) ? 'muted' : style },
    percentCell(change, words),
  ];
}

/** A sum: at least that (≥) or as it stands, as a budget shows it. */
export function sumCell({ value, firmness }: Figure, style: Style): Cell {
  return { kind: 'money', value, mark: firmness === 'atLeast' ? '≥' : '', style };
}

export function countText({ value, firmness }: Figure): string {
  return value === null ? '—' : (firmness === 'atLeast' ? '≥' : '') + grouped(value.toString());
}

/** An amount as the document states it, with its qualifier. */
export function statedCell(stated: Quantity | null | undefined, { mark }: Catalogue, style: Style): Cell {
  const [before, after] = mark[stated?.qualifier ?? 'exact'];
  return { kind: 'money', value: stated?.value ?? null, mark: before, after, style };
}

export function amountCell(found: MeasureComparison['from'], catalogue: Catalogue): Cell {
  const style = found && (!found.measure.counts || found.measure.overlaps) ? 'muted' : 'plain';
  if (found?.stated) return statedCell(found.stated, catalogue, style);
  return { kind: 'money', value: found?.adopted ?? null, style };
}
