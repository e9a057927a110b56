import { grouped, yuan } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { Reconciled, Sum } from '../../totals/reconcile/reconciled.ts';
import type { ReconciledMeasure } from '../../totals/reconcile/reconciliation.ts';
import { outlierWords } from '../lists/outlier-words.ts';
import { type Cell, type Column, type Row, type Sheet, type Style, text, type VerdictLine } from '../sheet.ts';
import { band } from '../table.ts';
import type { ExaminedReconciliation } from './examined-reconciliation.ts';

const KINDS = ['failed', 'reversed', 'open', 'byHand'] as const;

/** 三方对账: what was planned, listed and paid of each measure, by department; where nothing stands before the sheet, what it comes to is its first rows. */
export function reconciledSheet(examined: ExaminedReconciliation, verdict: readonly VerdictLine[] = []): Sheet {
  const { reconciliation, reconcile, words } = examined;
  const far = outlierWords({ ...reconciliation.total.listed, outliers: reconciliation.outliers.listed }, words);
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
  const figures = (one: Reconciled): Cell[] => [
    ...sum(one.listed),
    ...sum(one.paid),
    ...kinds.flatMap((kind) => sum(one[kind], kind === 'failed' && one.failed.count > 0 ? 'error' : 'plain')),
  ];
  const row = (measure: ReconciledMeasure, before: readonly string[] = []): Row => ({
    level: 'item',
    cells: [
      text([...before, maskText(measure.measure) || say.unnamed].join(' ')),
      ...planned(measure),
      ...figures(measure),
    ],
  });
  const [unlisted, listed] = [true, false].map((isEmpty) =>
    reconciliation.measures.filter((measure) => (measure.listed.count === 0) === isEmpty),
  ) as [ReconciledMeasure[], ReconciledMeasure[]];
  const departments = [...new Set(listed.map(({ department }) => department))];
  return {
    name: say.sheet,
    above: [],
    columns,
    rows: [
      ...verdict.map(([style, words]) => band(columns.length, words, style)),
      ...departments.flatMap((department) => [
        band(columns.length, maskText(department) || say.noDepartment),
        ...listed.filter((measure) => measure.department === department).map((measure) => row(measure)),
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
      // What nobody has listed yet stands below what matters.
      ...(unlisted.length > 0 ? [band(columns.length, say.notListed, 'muted')] : []),
      ...unlisted.map((measure) => row(measure, [maskText(measure.department)])),
    ],
    below: [...(far === null ? [] : [far]), say.equation(grouped(yuan(reconciliation.total.difference)))],
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
