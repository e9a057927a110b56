import { grouped } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { StatusWords } from '../../text/zh/status.ts';
import type { Reconciled } from '../../totals/reconcile/reconciled.ts';
import { type CampaignProgress, type Progress, shareListed } from '../../totals/status/progress.ts';
import type { Status } from '../../totals/status/status.ts';
import type { ExaminedLists } from '../lists/examined-lists.ts';
import { inputsSheet } from '../lists/inputs-sheet.ts';
import { type Cell, type Column, type Row, type Sheet, type Style, text } from '../sheet.ts';

/** How much of each department's plan is on lists, and what of that is late; then how the lists were read. */
export function progressSheets(status: Status, listed: ExaminedLists, words: StatusWords): Sheet[] {
  const { progress } = status;
  return [...(progress ? [progressSheet(progress, status, words)] : []), inputsSheet(listed)];
}

function progressSheet(
  progress: CampaignProgress,
  { deadline, overdue }: Status,
  { progress: say }: StatusWords,
): Sheet {
  const { columns } = say;
  const settled = settledColumns(progress.total, say);
  const row = (level: Row['level'], name: Cell, each: Progress, remark: Cell): Row => ({
    level,
    cells: [name, ...figures(each, settled, say), remark],
  });
  return {
    name: say.sheet,
    above: [
      deadline ? say.deadline(deadline.until, deadline.name) : say.noDeadline,
      say.unit,
      ...(settled.length > 0 ? [say.settled] : []),
    ],
    columns: [
      { title: columns.department, kind: 'text' },
      { title: columns.planCount, kind: 'count' },
      { title: columns.planAmount, kind: 'money' },
      { title: columns.payouts, kind: 'count' },
      { title: columns.amount, kind: 'money' },
      { title: columns.share, kind: 'text', whole: true },
      ...settled.map(({ column }) => column),
      { title: columns.late, kind: 'count' },
      { title: columns.remark, kind: 'text' },
    ],
    rows: [
      ...progress.departments.map((each) => {
        const name = each.planned ? text(each.name) : text(maskText(each.name) || say.noDepartment, 'error');
        const first = each.missing ? [say.missing] : each.planned ? [] : [say.unplanned];
        const style = each.missing ? (overdue?.severity ?? 'warning') : each.planned ? 'muted' : 'error';
        return row('item', name, each, text([...first, ...remarks(each, say)].join(say.separator), style));
      }),
      row(
        'total',
        text(say.total, 'strong'),
        progress.total,
        text(remarks(progress.total, say).join(say.separator), 'muted'),
      ),
    ],
    below: [],
  };
}

/** A column on what the bank did. */
interface SettledColumn {
  readonly column: Column;
  readonly cell: (reconciled: Reconciled | null) => Cell;
}

/** What came of what is listed; none where no bank returns were read. A column in which nothing stands says nothing. */
function settledColumns({ reconciled }: Progress, { columns }: StatusWords['progress']): SettledColumn[] {
  if (!reconciled) return [];
  const count = (kind: Settled, use?: Column['use']): SettledColumn => ({
    column: { title: columns[`${kind}Count`], kind: 'count', ...(use ? { use } : {}) },
    cell: (one) => ({
      kind: 'count',
      value: one && BigInt(one[kind].count),
      style: kind === 'failed' && one?.failed.count ? 'error' : 'plain',
    }),
  });
  const money = (kind: 'paid' | 'open'): SettledColumn => ({
    column: { title: columns[kind], kind: 'money', use: 'wide' },
    cell: (one) => ({ kind: 'money', value: one?.[kind].amount ?? null }),
  });
  const some = (kind: Settled, use?: Column['use']) => (reconciled[kind].count > 0 ? [count(kind, use)] : []);
  return [
    ...[count('paid'), money('paid')],
    ...[...some('failed'), ...some('reversed', 'wide')],
    ...[count('open'), money('open')],
    ...some('byHand', 'wide'),
  ];
}

type Settled = 'paid' | 'failed' | 'reversed' | 'open' | 'byHand';

function figures(progress: Progress, settled: readonly SettledColumn[], say: StatusWords['progress']): Cell[] {
  const { planned, listed, late } = progress;
  const count = (value: number | null | undefined, style: Style = 'plain'): Cell => ({
    kind: 'count',
    value: value === null || value === undefined ? null : BigInt(value),
    style,
  });
  return [
    { kind: 'count', value: planned?.count ?? null },
    { kind: 'money', value: planned?.amount ?? null, mark: planned?.lowerBound ? '≥' : '' },
    count(listed?.payouts),
    { kind: 'money', value: listed?.amount ?? null, mark: listed?.withoutAmount ? '≥' : '' },
    text(ofPlan(progress, say)),
    ...settled.map(({ cell }) => cell(progress.reconciled)),
    count(late?.payouts, late?.payouts ? 'error' : 'plain'),
  ];
}

function ofPlan(progress: Progress, say: StatusWords['progress']): string {
  const share = shareListed(progress);
  if (!share) return '—';
  return share.of === 'payouts' ? say.byCount(share.percent) : `${share.lowerBound ? '≥' : ''}${share.percent}`;
}

function remarks({ listed, late }: Progress, say: StatusWords['progress']): string[] {
  return [
    ...(listed && listed.outliers.rows > 0 ? [say.outliers(grouped(String(listed.outliers.rows)))] : []),
    ...(listed?.withoutAmount ? [say.withoutAmount(listed.withoutAmount)] : []),
    ...(late?.undated ? [say.undated(late.undated)] : []),
  ];
}
