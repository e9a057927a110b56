import { maskText } from '../domain/masking.ts';
import { grouped, wanYuan, yuan } from '../domain/money.ts';
import type { Reconciled, ReconciledMeasure, Sum } from '../totals/reconciliation.ts';
import type { ExaminedReconciliation } from './examined-reconciliation.ts';
import { type Cell, type Column, type Row, type Sheet, type Style, text } from './sheet.ts';

const KINDS = ['failed', 'reversed', 'open', 'byHand'] as const;

/** 三方对账: what was planned, listed and paid of each measure, by department. */
export function reconciledSheet(examined: ExaminedReconciliation): Sheet {
  const { reconciliation, reconcile } = examined;
  const { columns: titles, ...say } = reconcile.measures;
  // A column in which nothing stands says nothing.
  const kinds = KINDS.filter((kind) => kind === 'open' || reconciliation.total[kind].count > 0);
  const columns: Column[] = [
    { title: titles.measure, kind: 'text', width: 30 },
    { title: titles.plannedCount, kind: 'count', use: 'wide' },
    { title: titles.planned, kind: 'money', use: 'wide' },
    { title: titles.listedCount, kind: 'count' },
    { title: titles.listed, kind: 'money' },
    { title: titles.paidCount, kind: 'count' },
    { title: titles.paid, kind: 'money' },
    ...kinds.flatMap((kind): Column[] => [
      { title: titles[`${kind}Count`], kind: 'count', ...(kind === 'byHand' ? { use: 'wide' as const } : {}) },
      { title: titles[kind], kind: 'money', use: 'wide' },
    ]),
  ];
  const rest = Array.from({ length: columns.length - 1 }, () => text(''));
  const band = (words: string, style: Style): Row => ({ level: 'band', cells: [text(words, style), ...rest] });
  const figures = (one: Reconciled): Cell[] => [
    ...sum(one.listed),
    ...sum(one.paid),
    ...kinds.flatMap((kind) => sum(one[kind], kind === 'failed' && one.failed.count > 0 ? 'error' : 'plain')),
  ];
  const row = (measure: ReconciledMeasure): Row => ({
    level: 'item',
    cells: [text(maskText(measure.measure) || say.unnamed), ...planned(measure), ...figures(measure)],
  });
  const departments = [...new Set(reconciliation.measures.map(({ department }) => department))];
  return {
    name: say.sheet,
    above: [],
    columns,
    rows: [
      ...verdict(examined).map(([style, words]) => band(words, style)),
      ...departments.flatMap((department) => [
        band(maskText(department) || say.noDepartment, 'strong'),
        ...reconciliation.measures.filter((measure) => measure.department === department).map(row),
      ]),
      {
        level: 'total',
        cells: [
          text(say.total, 'strong'),
          { kind: 'count', value: null },
          ...[text('')],
          ...figures(reconciliation.total),
        ],
      },
    ],
    below: [say.equation(grouped(yuan(reconciliation.total.difference)))],
  };
}

function sum({ count, amount }: Sum, style: Style = 'plain'): Cell[] {
  return [
    { kind: 'count', value: BigInt(count), style },
    { kind: 'money', value: amount, style },
  ];
}

function planned({ plan }: ReconciledMeasure): Cell[] {
  return [
    { kind: 'count', value: plan?.count ?? null },
    { kind: 'money', value: plan?.adopted ?? null },
  ];
}

/** What it comes to: silence never looks like agreement. */
function verdict({
  reconciliation,
  planned,
  pairs,
  lists,
  isDue,
  reconcile,
}: ExaminedReconciliation): [Style, string][] {
  const { verdict: say } = reconcile;
  const { failed, open, reversed, difference } = reconciliation.total;
  const figure = (count: number) => grouped(String(count));
  const errors = pairs.counts.error + planned.filter(({ severity }) => severity === 'error').length;
  if (lists.returns.length === 0) return [['warning', say.noReturns]];
  const lines: [Style, string][] = [
    ...(errors > 0 ? ([['error', say.wrong(figure(errors))]] as [Style, string][]) : []),
    ...(failed.count > 0
      ? ([['error', say.failed(figure(failed.count), wanYuan(failed.amount))]] as [Style, string][])
      : []),
    ...(open.count > 0
      ? ([[isDue ? 'error' : 'warning', (isDue ? say.unpaid : say.open)(figure(open.count), wanYuan(open.amount))]] as [
          Style,
          string,
        ][])
      : []),
  ];
  const agrees = lines.length === 0 && reversed.count === 0 && difference === 0n;
  return agrees ? [['good', say.reconciled]] : lines;
}
