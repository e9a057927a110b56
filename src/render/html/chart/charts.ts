import { COLOURS, drawChart, LINE, TEXT_STYLE } from './draw.ts';

const WIDTH = 980;
const BAR = 34;
const FEN_PER_WAN = 1_000_000;

/** Fen as 万元, for the length of a bar; whoever wants the figure reads the label or the table. */
const wan = (fen: bigint) => Number(fen) / FEN_PER_WAN;

interface Series {
  readonly name: string;
  /** In the order of the names; null where nothing is known. */
  readonly values: readonly (bigint | null)[];
  readonly labels: readonly string[];
}

const axisText = { axisLabel: TEXT_STYLE, axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false } };
const grid = { left: 8, right: 130, top: 40, bottom: 8, containLabel: true };

/** Bars of money by name, one under the other. */
export function moneyBars(names: readonly string[], series: readonly Series[]): string {
  const data = ({ values, labels }: Series) =>
    values.map((value, index) => ({
      value: value === null ? 0 : wan(value),
      label: { show: value !== null, formatter: labels[index] ?? '', position: 'right', ...TEXT_STYLE, fontSize: 12 },
    }));
  return drawChart(WIDTH, 60 + names.length * BAR * series.length, {
    legend: { show: series.length > 1, top: 0, textStyle: TEXT_STYLE, data: series.map(({ name }) => name) },
    grid,
    yAxis: { type: 'category', data: [...names], inverse: true, ...axisText },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    series: series.map((each) => ({ type: 'bar', name: each.name, data: data(each), barMaxWidth: 18 })),
  });
}

/** Bars of per cent by name: what was reached, and the rest up to a hundred. */
export function rateBars(names: readonly string[], rates: readonly number[], labels: readonly string[]): string {
  return drawChart(WIDTH, 40 + names.length * BAR, {
    grid: { ...grid, top: 8 },
    yAxis: { type: 'category', data: [...names], inverse: true, ...axisText },
    xAxis: { type: 'value', max: 100, axisLabel: { show: false }, splitLine: { show: false } },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        showBackground: true,
        backgroundStyle: { color: LINE, opacity: 0.25 },
        data: rates.map((value, index) => ({
          value,
          itemStyle: { color: value === 100 ? COLOURS[2] : COLOURS[1] },
          label: { show: true, formatter: labels[index] ?? '', position: 'right', ...TEXT_STYLE, fontSize: 12 },
        })),
      },
    ],
  });
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly fen: bigint;
}

/** Where money comes from and goes to. The names of both sides are told apart, even where they are the same. */
export function flows(all: readonly Flow[]): string {
  const [from, to] = [all.map((flow) => flow.from), all.map((flow) => flow.to)].map((names) => [...new Set(names)]) as [
    string[],
    string[],
  ];
  const [source, target] = [(name: string) => `> ${name}`, (name: string) => `< ${name}`];
  return drawChart(WIDTH, Math.max(240, 40 * Math.max(from.length, to.length)), {
    series: [
      {
        type: 'sankey',
        left: 8,
        right: 190,
        top: 8,
        bottom: 8,
        nodeGap: 14,
        layoutIterations: 0,
        data: [...from.map(source), ...to.map(target)].map((name) => ({ name })),
        links: all.map((flow) => ({ source: source(flow.from), target: target(flow.to), value: wan(flow.fen) })),
        label: { ...TEXT_STYLE, formatter: ({ name }: { readonly name: string }) => name.slice(2) },
        lineStyle: { color: 'source', opacity: 0.35 },
      },
    ],
  });
}

/** How many people two departments have in common, the darker the more. */
export function overlapMatrix(names: readonly string[], counts: readonly (readonly (number | null)[])[]): string {
  const cells = counts.flatMap((row, y) => row.flatMap((count, x) => (count === null ? [] : [[x, y, count]])));
  const most = Math.max(1, ...cells.map(([, , count]) => count ?? 0));
  return drawChart(WIDTH, 40 + names.length * 36, {
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...names],
      position: 'top',
      ...axisText,
      axisLabel: { ...TEXT_STYLE, rotate: 45, interval: 0 },
    },
    yAxis: { type: 'category', data: [...names], inverse: true, ...axisText },
    visualMap: {
      show: false,
      min: 0,
      max: most,
      inRange: { color: ['rgba(47,127,193,0.08)', 'rgba(47,127,193,0.75)'] },
    },
    series: [
      {
        type: 'heatmap',
        data: cells,
        label: { show: true, ...TEXT_STYLE },
        itemStyle: { borderColor: LINE, borderWidth: 0.5 },
      },
    ],
  });
}

export interface Span {
  readonly name: string;
  /** Days from the first of all to where it starts, and how many it has. */
  readonly start: number;
  readonly days: number;
  readonly label: string;
}

/** Stages one under the other, each from its first day to its last; `today` as a line where it is among them. */
export function timeline(spans: readonly Span[]): string {
  return drawChart(WIDTH, 30 + spans.length * BAR, {
    grid: { ...grid, top: 8, right: 180 },
    yAxis: {
      type: 'category',
      data: spans.map(({ name }) => name),
      inverse: true,
      ...axisText,
      axisLabel: { ...TEXT_STYLE, width: 260, overflow: 'break' },
    },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    series: [
      {
        type: 'bar',
        stack: 'span',
        data: spans.map(({ start }) => start),
        itemStyle: { color: 'transparent' },
        silent: true,
      },
      {
        type: 'bar',
        stack: 'span',
        barMaxWidth: 16,
        data: spans.map(({ days, label }) => ({
          value: Math.max(days, 1),
          label: { show: true, formatter: label, position: 'right', ...TEXT_STYLE, fontSize: 12 },
        })),
      },
    ],
  });
}
