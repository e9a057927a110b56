import { batchStandings, type FateSum } from '../../answer/pay/payment-sums.ts';
import type { PayWords } from '../../text/zh/pay.ts';
import type { Sum } from '../../totals/reconcile/reconciled.ts';
import { type Cell, number, type Sheet, type Style, text } from '../sheet.ts';
import { tableOf } from '../table.ts';
import type { ExaminedPayments } from './examined-payments.ts';

const count = (value: number): Cell => ({ kind: 'count', value: BigInt(value), style: 'plain' });
/** What a bank is to be told is exact to the fen, in yuan. */
const money = (value: bigint): Cell => ({ kind: 'money', value, in: 'yuan', style: 'plain' });

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
    ...tableOf<FateSum | null>(
      [...sums.fates, null],
      [
        [columns.fate, 'text', (one) => (one ? text(say.equation[one.kind], STYLES[one.kind]) : text(total, 'strong'))],
        [columns.why, { kind: 'text', width: 36 }, (one) => (one ? whyWords(one, say) : '')],
        [columns.count, 'count', (one) => count((one ?? sums.total).count)],
        [columns.amount, 'money', (one) => money((one ?? sums.total).amount)],
      ],
      { level: (one) => (one ? 'item' : 'total') },
    ),
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

/** A file, or all of them. */
interface Line extends Sum {
  readonly bank: Cell;
  readonly file: string | null;
}

/** The files of the batch with their control figures. */
export function filesSheet({ plan: { files }, names, withoutReferences, sums, say }: ExaminedPayments): Sheet {
  const { columns, sheet, below, noReferences } = say.files;
  return {
    name: sheet,
    above: [],
    ...tableOf<Line>(
      [
        ...files.map(({ bank, payments, total: amount }, index) => ({
          bank: text(bank.name),
          file: names[index] ?? '',
          count: payments.length,
          amount,
        })),
        { bank: text(say.equation.now, 'strong'), file: null, ...sums.byKind.now },
      ],
      [
        [columns.bank, 'text', ({ bank }) => bank],
        [columns.file, { kind: 'text', width: 36 }, ({ file }) => file ?? ''],
        [columns.count, 'count', (line) => count(line.count)],
        [columns.amount, 'money', ({ amount }) => money(amount)],
      ],
      { level: ({ file }) => (file === null ? 'total' : 'item') },
    ),
    below: withoutReferences.length > 0 ? [noReferences(withoutReferences.join('、'))] : [below],
  };
}

/** The batches that were made before, and what became of them. */
export function batchesSheet({ plan, say }: ExaminedPayments): Sheet | null {
  const { columns, sheet, state } = say.batches;
  const batches = batchStandings(plan);
  if (batches.length === 0) return null;
  return {
    name: sheet,
    above: [],
    ...tableOf(batches, [
      [columns.number, 'text', (batch) => number(String(batch.number))],
      [columns.time, { kind: 'text', use: 'wide' }, ({ time }) => time],
      [columns.count, 'count', (batch) => count(batch.count)],
      [columns.amount, 'money', ({ amount }) => money(amount)],
      [columns.paid, 'count', ({ isWithdrawn, paid }) => count(isWithdrawn ? 0 : paid.count)],
      [columns.failed, 'count', ({ isWithdrawn, failed }) => count(isWithdrawn ? 0 : failed.count)],
      [columns.open, 'count', ({ isWithdrawn, open }) => count(isWithdrawn ? 0 : open.count)],
      [
        columns.state,
        'text',
        ({ isWithdrawn, isWhole, open }) => {
          if (isWithdrawn) return text(state.withdrawn, 'muted');
          return isWhole ? state[open.count > 0 ? 'open' : 'done'] : text(state.broken, 'error');
        },
      ],
    ]),
    below: [],
  };
}
