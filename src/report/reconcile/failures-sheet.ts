import { maskText } from '../../domain/shown/masking.ts';
import type { FailureWords } from '../../text/zh/failures.ts';
import type { FailureSum } from '../../totals/reconcile/failures.ts';
import type { Sheet } from '../sheet.ts';
import { tableOf } from '../table.ts';

/** What the bank did not pay, and who does what about it; null where it paid everything. */
export function failuresSheet(failures: readonly FailureSum[], { sheet, columns, kinds }: FailureWords): Sheet | null {
  if (failures.length === 0) return null;
  return {
    name: sheet,
    above: [],
    ...tableOf(failures, [
      // A bank's words are never the beginning of a formula.
      [columns.reason, 'text', ({ reason }) => (reason === '' ? '' : `“${maskText(reason)}”`)],
      [columns.what, 'text', ({ failure }) => kinds[failure].what],
      [columns.who, { kind: 'text', width: 40 }, ({ failure }) => kinds[failure].who],
      [columns.count, 'count', ({ count }) => ({ kind: 'count', value: BigInt(count) })],
      [columns.amount, 'money', ({ amount }) => ({ kind: 'money', value: amount, in: 'yuan' })],
    ]),
    below: [],
  };
}
