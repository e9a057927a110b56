import type { BarItem, ChartData } from '../../../report/page/page.ts';
import { COLOURS, Drawing } from './fluid.ts';
import { scaleEnd } from './scale.ts';

type Bars = Extract<ChartData, { readonly kind: 'bars' }>;

/** Bars take so much of the width at most, in per cent; the rest is for their figures. */
const REACH = 62;
const HEIGHT = 13;
const STEP = 18;
const INDENT = 5;
/** So many items are one drawing, which no page breaks. */
const TOGETHER = 4;

const endOf = ({ items, whole }: Bars) =>
  whole ?? scaleEnd(items.flatMap(({ bars }) => bars.map(({ value }) => value)));

/** Whether some bar goes beyond the scale. */
export function barsAreBroken(data: Bars): boolean {
  const end = endOf(data);
  return data.items.some(({ bars }) => bars.some(({ value }) => value > end));
}

/** Bars under the names of what they stand for, what goes beyond the scale broken; in drawings that each fit a page. */
export function barsHtml(data: Bars, alt: string): string {
  const { items, whole } = data;
  const end = endOf(data);
  const parts = Array.from({ length: Math.ceil(items.length / TOGETHER) }, (_, index) =>
    items.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
  return parts.map((part, index) => drawing(part, whole, end, index === 0 ? alt : null)).join('');
}

function drawing(items: readonly BarItem[], whole: number | null, end: number, alt: string | null): string {
  const drawing = new Drawing();
  for (const { name, isPart, bars } of items) {
    const from = isPart ? INDENT : 0;
    drawing.words(name, isPart ? 'remark' : 'name', from);
    for (const { value, label, series } of bars) {
      const length = end === 0 ? 0 : (REACH - from) * Math.max(0, Math.min(1, value / end));
      if (whole !== null) drawing.bar(from, REACH - from, HEIGHT, 'class="rest"');
      drawing.bar(from, length, HEIGHT, `fill="${COLOURS[series]}"`);
      if (value > end) drawing.broken(from + length * 0.85, HEIGHT);
      drawing.label(whole === null ? from + length : REACH, label, 'value', 11);
      drawing.space(STEP);
    }
    drawing.space(4);
  }
  return drawing.svg(alt);
}
