import { maskText } from '../../domain/shown/masking.ts';
import type { FailureWords } from '../../text/zh/failures.ts';
import type { FailureSum } from '../../totals/reconcile/failures.ts';
import { type Row, type Sheet, text } from '../sheet.ts';

/** What the bank did not pay, and who does what about it; null where it paid everything. */
export function failuresSheet(failures: readonly FailureSum[], { sheet, columns, kinds }: FailureWords): Sheet | null {
  if (failures.length === 0) return null;
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.reason, kind: 'text' },
      { title: columns.what, kind: 'text' },
      { title: columns.who, kind: 'text', width: 40 },
      { title: columns.count, kind: 'count' },
      { title: columns.amount, kind: 'money' },
    ],
    rows: failures.map(({ failure, reason, count, amount }): Row => {
      const { what, who } = kinds[failure];
      return {
        level: 'item',
        cells: [
          text(reason === '' ? '' : `“${maskText(reason)}”`), // a bank's words are never the beginning of a formula
          text(what),
          text(who),
          { kind: 'count', value: BigInt(count) },
          { kind: 'money', value: amount, in: 'yuan' },
        ],
      };
    }),
    below: [],
  };
}
