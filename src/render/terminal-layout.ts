import type { Cell, Column, Row, Sheet, Style } from '../report/sheet.ts';
import { readingText } from './cell-text.ts';

/** Says any cell of a column something? */
export function hasContent({ rows }: Sheet, column: number): boolean {
  return rows.some(({ cells }) => {
    const cell = cells[column];
    return cell !== undefined && !['', '—'].includes(readingText(cell));
  });
}

/** The cells that will be drawn, as text, with their style. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly rows: ReadonlyArray<{ readonly level: Row['level']; readonly cells: readonly Drawn[] }>;
}
export interface Drawn {
  readonly text: string;
  readonly style: Style;
  readonly right: boolean;
}

/** Drops the columns that are not shown; a group's name takes the place of its heading row's first cell. */
export function layout({ columns, rows }: Sheet, shown: readonly number[], group: number): Layout {
  return {
    columns: shown.flatMap((index) => columns[index] ?? []),
    rows: rows.map(({ level, cells }) => ({
      level,
      cells: shown.map((index, position): Drawn => {
        const heading = group >= 0 && position === 0 && (level === 'subtotal' || level === 'total' || level === 'band');
        return drawn(
          cells[heading ? group : index],
          columns[index]?.kind ?? 'text',
          position === 0 ? indent(level, group >= 0) : '',
        );
      }),
    })),
  };
}

function indent(level: Row['level'], grouped: boolean): string {
  const depth = (grouped && (level === 'item' || level === 'detail') ? 1 : 0) + (level === 'detail' ? 1 : 0);
  return '  '.repeat(depth);
}

function drawn(cell: Cell | undefined, kind: Cell['kind'], indentation: string): Drawn {
  if (!cell) return { text: '', style: 'plain', right: false };
  return {
    text: indentation + readingText(cell),
    style: cell.style ?? 'plain',
    right: cell.kind !== 'text' && kind !== 'text',
  };
}

/** A heading over its whole row, when nothing else stands in it. */
export function spans({ cells }: Layout['rows'][number]): boolean {
  return cells.length > 1 && cells.slice(1).every(({ text }) => text === '');
}
