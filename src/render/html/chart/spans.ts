import type { ChartData } from '../../../report/page/page.ts';
import { COLOURS, Drawing } from './fluid.ts';

const TRACK = 8;
/** A single day among months is still seen, in per cent of the width. */
const LEAST = 1;

type Spans = Extract<ChartData, { readonly kind: 'spans' }>;

/** Stages one under the other, each from its first day to its last on the same days across, with the months at the top. */
export function spans({ spans: items, ticks, days }: Spans, alt: string): string {
  const drawing = new Drawing();
  const across = (day: number) => (100 * day) / days;
  for (const { label, day } of ticks) drawing.label(across(day), label, 'remark', 12);
  if (ticks.length > 0) drawing.space(22);
  for (const { name, label, start, days: length } of items) {
    drawing.words(name, 'name');
    drawing.words(label, 'remark');
    drawing.bar(0, 100, TRACK, 'class="rest"');
    for (const { day } of ticks) drawing.bar(across(day), 0.2, TRACK, 'class="tick"');
    const width = Math.max(LEAST, across(length));
    drawing.bar(Math.min(across(start), 100 - width), width, TRACK, `fill="${COLOURS[0]}"`);
    drawing.space(TRACK + 12);
  }
  return drawing.svg(alt);
}
