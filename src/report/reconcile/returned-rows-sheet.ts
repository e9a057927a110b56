import { printPlace } from '../../domain/place.ts';
import { ROW_STATES } from '../../domain/settlement.ts';
import { type Row, type Sheet, text } from '../sheet.ts';
import type { ExaminedReconciliation } from './examined-reconciliation.ts';

/** The equation of the returns: every row ends in exactly one state. */
export function returnedRowsSheet({ lists, reconciliation, reconcile }: ExaminedReconciliation): Sheet {
  const { columns, state: words, ...say } = reconcile.rows;
  const files = lists.returns.map(({ source }) =>
    printPlace({ file: source.origin.file, sheet: source.sheet, row: null, column: null }),
  );
  const { returns } = reconciliation;
  const sum = (of: (one: (typeof returns)[number]) => { count: number; amount: bigint }) =>
    returns.reduce((all, one) => ({ count: all.count + of(one).count, amount: all.amount + of(one).amount }), {
      count: 0,
      amount: 0n,
    });
  const row = (level: Row['level'], name: string, of: { count: number; amount: bigint }, where: string): Row => ({
    level,
    cells: [
      text(name, level === 'total' ? 'strong' : 'plain'),
      { kind: 'count', value: BigInt(of.count) },
      { kind: 'money', value: of.amount, in: 'yuan' },
      text(where, 'muted'),
    ],
  });
  const states = ROW_STATES.filter((state) => sum(({ rows }) => rows[state]).count > 0);
  const all = ROW_STATES.map((state) => sum(({ rows }) => rows[state]));
  return {
    name: say.sheet,
    above: [],
    columns: [
      { title: columns.state, kind: 'text', width: 40 },
      { title: columns.count, kind: 'count' },
      { title: columns.amount, kind: 'money' },
      { title: columns.files, kind: 'text', use: 'wide' },
    ],
    rows: [
      ...states.map((state) => {
        const where = returns.filter(({ rows }) => rows[state].count > 0);
        return row(
          'item',
          words[state],
          sum(({ rows }) => rows[state]),
          where.map(({ index, rows }) => `${files[index]} ${rows[state].count}`).join('、'),
        );
      }),
      row(
        'total',
        say.total,
        { count: all.reduce((n, { count }) => n + count, 0), amount: all.reduce((n, { amount }) => n + amount, 0n) },
        '',
      ),
    ],
    below: [
      say.equation,
      ...lists.returns.flatMap(({ source, fields }, index) => {
        const same = lists.returns.findIndex(
          (other) => other.source.origin.sha256 === source.origin.sha256 && other.source.sheet === source.sheet,
        );
        return [
          ...(same < index ? [say.sameFile(files[index] ?? '', files[same] ?? '')] : []),
          ...(fields.has('result') || fields.has('reason') ? [] : [say.noStatus(files[index] ?? '')]),
        ];
      }),
    ],
  };
}
