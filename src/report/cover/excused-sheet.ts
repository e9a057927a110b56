import { EXCUSES } from '../../domain/row/roster-excuse.ts';
import type { Sheet } from '../sheet.ts';
import { type ItemColumn, tableOf } from '../table.ts';
import type { ExaminedCover } from './examined-cover.ts';

/** Why people on rosters are not to be reached; null where everybody is. */
export function excusedSheet({ coverage, cover }: ExaminedCover): Sheet | null {
  const { columns, sheet, note } = cover.excused;
  const kinds = [...EXCUSES, 'lifted'] as const;
  const rows = coverage.rosters.filter(({ onRoster, eligible }) => onRoster > eligible);
  if (rows.length === 0) return null;
  return {
    name: sheet,
    above: [],
    ...tableOf(rows, [
      [cover.coverage.columns.what, 'text', ({ name }) => name],
      ...kinds.map(
        (kind): ItemColumn<(typeof rows)[number]> => [
          columns[kind],
          'count',
          (roster) => ({ kind: 'count', value: BigInt(roster[kind]) }),
        ],
      ),
    ]),
    below: [note],
  };
}
