import { EXCUSES } from '../../domain/row/roster-excuse.ts';
import { type Sheet, text } from '../sheet.ts';
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
    columns: [
      { title: cover.coverage.columns.what, kind: 'text' },
      ...kinds.map((kind) => ({ title: columns[kind], kind: 'count' as const })),
    ],
    rows: rows.map((roster) => ({
      level: 'item',
      cells: [text(roster.name), ...kinds.map((kind) => ({ kind: 'count' as const, value: BigInt(roster[kind]) }))],
    })),
    below: [note],
  };
}
