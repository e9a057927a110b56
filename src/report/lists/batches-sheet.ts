import { maskText } from '../../domain/shown/masking.ts';
import type { Sheet } from '../sheet.ts';
import { tableOf } from '../table.ts';
import type { ExaminedLists } from './examined-lists.ts';

/** What each batch pays; nothing where no list says of which it is. */
export function batchesSheet({ totals, words }: Pick<ExaminedLists, 'totals' | 'words'>): Sheet[] {
  const { columns, sheet, none, note } = words.batches;
  if (totals.batches.length === 0) return [];
  return [
    {
      name: sheet,
      above: [],
      ...tableOf(totals.batches, [
        [columns.batch, 'text', ({ batch }) => (batch === null ? none : maskText(batch))],
        [columns.payouts, 'count', ({ payouts }) => ({ kind: 'count', value: BigInt(payouts) })],
        [columns.persons, 'count', ({ persons }) => ({ kind: 'count', value: BigInt(persons) })],
        [
          columns.amount,
          'money',
          ({ amount, withoutAmount }) => ({
            kind: 'money',
            value: amount,
            ...(withoutAmount > 0 ? { mark: '≥' } : {}),
          }),
        ],
      ]),
      below: [note],
    },
  ];
}
