import { maskText } from '../../domain/shown/masking.ts';
import type { ReportWords } from '../../text/zh/page.ts';
import { overlapSheet } from '../dedupe/overlap-sheet.ts';
import type { Overview } from './overview.ts';
import type { Chart } from './page.ts';

/** More than this beside each other can't be read. */
const WIDEST_MATRIX = 12;

export function overlapChart({ listed }: Overview, { charts: words }: ReportWords): Chart | null {
  if (!listed || listed.overlap.pairs.length === 0) return null;
  const { pairs } = listed.overlap;
  const inCommon = new Map<number, number>();
  for (const { departments, persons } of pairs)
    for (const each of departments) inCommon.set(each, (inCommon.get(each) ?? 0) + persons);
  const all = [...inCommon.keys()];
  const among = new Set(
    all.toSorted((one, other) => (inCommon.get(other) ?? 0) - (inCommon.get(one) ?? 0)).slice(0, WIDEST_MATRIX),
  );
  const indexes = all.filter((index) => among.has(index));
  const both = new Map<string, number>();
  for (const { departments, persons } of pairs) {
    const [one, other] = departments;
    if (!among.has(one) || !among.has(other)) continue;
    both.set(`${one} ${other}`, persons);
    both.set(`${other} ${one}`, persons);
  }
  const counts = indexes.map((one) => indexes.map((other) => both.get(`${one} ${other}`) ?? null));
  return {
    heading: words.overlap,
    alt: words.overlapAlt,
    notes: all.length > indexes.length ? [words.overlapFirst(indexes.length, all.length)] : [],
    data: {
      kind: 'matrix',
      names: indexes.map((index) => maskText(listed.lists.assignments.departments[index]?.name ?? '') || '—'),
      counts,
    },
    table: overlapSheet(listed, { showIds: false }),
  };
}
