import { batchStandings, type FateSum } from '../../answer/pay/payment-sums.ts';
import type { PayWords } from '../../text/zh/pay.ts';
import type { Sum } from '../../totals/reconcile/reconciled.ts';
import { type Cell, number, type Row, type Sheet, type Style, text } from '../sheet.ts';
import type { ExaminedPayments } from './examined-payments.ts';

const count = (value: number, style: Style = 'plain'): Cell => ({ kind: 'count', value: BigInt(value), style });
/** What a bank is to be told is exact to the fen, in yuan. */
const money = (value: bigint | null, style: Style = 'plain'): Cell => ({ kind: 'money', value, in: 'yuan', style });
const sum = (of: Sum, style: Style = 'plain') => [count(of.count, style), money(of.amount, style)];

const STYLES: Readonly<Record<FateSum['kind'], Style>> = {
  now: 'good',
  settled: 'plain',
  held: 'warning',
  'not-for-bank': 'muted',
};

/** The equation: every payout once, by what becomes of it. */
export function fatesSheet({ sums, say }: ExaminedPayments): Sheet {
  const { columns, sheet, below, total } = say.equation;
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.fate, kind: 'text' },
      { title: columns.why, kind: 'text', width: 36 },
      { title: columns.count, kind: 'count' },
      { title: columns.amount, kind: 'money' },
    ],
    rows: [
      ...sums.fates.map(
        (each): Row => ({
          level: 'item',
          cells: [text(say.equation[each.kind], STYLES[each.kind]), text(whyWords(each, say)), ...sum(each)],
        }),
      ),
      { level: 'total', cells: [text(total, 'strong'), text(''), ...sum(sums.total)] },
    ],
    below: [below],
  };
}

function whyWords({ kind, why }: Pick<FateSum, 'kind' | 'why'>, say: PayWords): string {
  switch (kind) {
    case 'now':
      return '';
    case 'settled':
      return say.settled[why as keyof PayWords['settled']];
    case 'held':
      return say.hold[why as keyof PayWords['hold']];
    case 'not-for-bank':
      return say.notForBank[why as keyof PayWords['notForBank']];
  }
}

/** The files of the batch with their control figures. */
export function filesSheet({ plan: { files }, names, withoutReferences, sums, say }: ExaminedPayments): Sheet {
  const { columns, sheet, below, noReferences } = say.files;
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.bank, kind: 'text' },
      { title: columns.file, kind: 'text', width: 36 },
      { title: columns.count, kind: 'count' },
      { title: columns.amount, kind: 'money' },
    ],
    rows: [
      ...files.map(
        ({ bank, payments, total }, index): Row => ({
          level: 'item',
          cells: [text(bank.name), text(names[index] ?? ''), count(payments.length), money(total)],
        }),
      ),
      { level: 'total', cells: [text(say.equation.now, 'strong'), text(''), ...sum(sums.byKind.now)] },
    ],
    below: withoutReferences.length > 0 ? [noReferences(withoutReferences.join('、'))] : [below],
  };
}

/** The batches that were made before, and what became of them. */
export function batchesSheet({ plan, say }: ExaminedPayments): Sheet | null {
  const { columns, sheet, state } = say.batches;
  const rows = batchStandings(plan).map((batch): Row => {
    const { isWithdrawn, isWhole, open } = batch;
    const is = isWithdrawn ? 'withdrawn' : !isWhole ? 'broken' : open.count > 0 ? 'open' : 'done';
    const style = is === 'broken' ? 'error' : is === 'withdrawn' ? 'muted' : 'plain';
    const standing = isWithdrawn
      ? [count(0), count(0), count(0)]
      : [count(batch.paid.count), count(batch.failed.count), count(open.count)];
    return {
      level: 'item',
      cells: [number(String(batch.number)), text(batch.time), ...sum(batch), ...standing, text(state[is], style)],
    };
  });
  if (rows.length === 0) return null;
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.number, kind: 'text' },
      { title: columns.time, kind: 'text', use: 'wide' },
      { title: columns.count, kind: 'count' },
      { title: columns.amount, kind: 'money' },
      { title: columns.paid, kind: 'count' },
      { title: columns.failed, kind: 'count' },
      { title: columns.open, kind: 'count' },
      { title: columns.state, kind: 'text' },
    ],
    rows,
    below: [],
  };
}
