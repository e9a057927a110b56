import { maskText } from '../../domain/shown/masking.ts';
import { type Cell, type Sheet, text } from '../sheet.ts';
import type { ExaminedLists } from './examined-lists.ts';

/** What each batch pays; nothing where no list says of which it is. */
export function batchesSheet({ totals, words }: Pick<ExaminedLists, 'totals' | 'words'>): Sheet[] {
  const { columns, sheet, none, note } = words.batches;
  if (totals.batches.length === 0) return [];
  const count = (value: number): Cell => ({ kind: 'count', value: BigInt(value) });
  return [
    {
      name: sheet,
      above: [],
      columns: [
        { title: columns.batch, kind: 'text' },
        { title: columns.payouts, kind: 'count' },
        { title: columns.persons, kind: 'count' },
        { title: columns.amount, kind: 'money' },
      ],
      rows: totals.batches.map(({ batch, payouts, persons, amount, withoutAmount }) => ({
        level: 'item',
        cells: [
          text(batch === null ? none : maskText(batch)),
          count(payouts),
          count(persons),
          { kind: 'money', value: amount, ...(withoutAmount > 0 ? { mark: '≥' } : {}) },
        ],
      })),
      below: [note],
    },
  ];
}
