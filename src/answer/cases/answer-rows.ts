import { readSheetNumber } from '../../domain/cases/case-number.ts';
import { SHEET_COLUMNS, type SheetColumn, sheetColumn } from '../../domain/cases/sheet-columns.ts';
import { readState } from '../../domain/cases/words.ts';
import { compactCell } from '../../domain/cell-text.ts';
import { printPlace } from '../../domain/place.ts';
import type { AnswerSheet } from '../../read/answers/answer-sheets.ts';

/** A row of a sheet that came back: what stands in each of our columns. */
export interface AnswerRow {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly cells: Readonly<Record<SheetColumn, string>>;
  /** Columns in which it is merged with other rows, so that nobody can say whose an amount is. */
  readonly merged: ReadonlySet<SheetColumn>;
  /** Columns that are there twice and say two things. */
  readonly twice: ReadonlySet<SheetColumn>;
  readonly all: readonly string[];
}

export interface AnswerTable {
  readonly rows: readonly AnswerRow[];
  /** Whether there is a column that says what was found; without one, nothing in it is an answer. */
  readonly hasState: boolean;
}

/** What may be said once for several rows; an amount never is. */
const SAID_ONCE: ReadonlySet<SheetColumn> = new Set<SheetColumn>(['state', 'action', 'note', 'by']);
/** Where headings are looked for. */
const MOST_ABOVE = 50;

type Columns = Readonly<Partial<Record<SheetColumn, readonly number[]>>>;

/** The rows of a sheet that may hold answers; null where nothing in it looks like one of ours. */
export function answerTable({ file, sheet, rows, merges }: AnswerSheet): AnswerTable | null {
  const head = rows.slice(0, MOST_ABOVE).findIndex(({ cells }) => titlesIn(cells) >= 2);
  const body = head < 0 ? rows : rows.slice(head + 1);
  const titled: Partial<Record<SheetColumn, number[]>> = {};
  for (const [at, title] of (head < 0 ? [] : (rows[head]?.cells ?? [])).entries()) {
    const column = sheetColumn(title);
    if (column) titled[column] = [...(titled[column] ?? []), at];
  }
  const columns = withUntitled(titled, body);
  if (!columns.id) return null;
  const texts = new Map(rows.map(({ row, cells }) => [row, cells]));
  const reaching = merges.filter(({ top, bottom }) => bottom > top);
  const found = body
    .filter(({ cells }) => titlesIn(cells) < 3) // headings again
    .map(({ row, cells }): AnswerRow => {
      const own: Record<string, string> = {};
      const merged = new Set<SheetColumn>();
      const twice = new Set<SheetColumn>();
      for (const column of Object.keys(SHEET_COLUMNS) as SheetColumn[]) {
        const said = (columns[column] ?? []).map((at) => {
          const over = reaching.find(
            ({ top, bottom, left, right }) => row >= top && row <= bottom && at >= left && at <= right,
          );
          if (!over) return cells[at] ?? '';
          const text = texts.get(over.top)?.[over.left] ?? '';
          if (text !== '' && !SAID_ONCE.has(column)) merged.add(column);
          return SAID_ONCE.has(column) ? text : (cells[at] ?? '');
        });
        const different = new Set(said.map(compactCell).filter((text) => text !== ''));
        if (different.size > 1) twice.add(column);
        own[column] = said.find((text) => compactCell(text) !== '') ?? '';
      }
      return { file, sheet, row, cells: own as AnswerRow['cells'], merged, twice, all: cells };
    });
  return { rows: found, hasState: columns.state !== undefined };
}

const titlesIn = (cells: readonly string[]): number =>
  new Set(cells.flatMap((cell) => (cell.length > 30 ? [] : (sheetColumn(cell) ?? [])))).size;

/** Headings may be renamed or gone: numbers of cases, and words that only answers have, are known all the same. */
function withUntitled(titled: Columns, body: AnswerSheet['rows']): Columns {
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const taken = new Set(Object.values(titled).flat());
  const columnOf = (isMeant: (cell: string) => boolean, most: 'any' | 'all') => {
    for (let at = 0; at < width; at += 1) {
      if (taken.has(at)) continue;
      const said = body.flatMap(({ cells }) => (compactCell(cells[at] ?? '') === '' ? [] : [cells[at] ?? '']));
      if (said.length > 0 && (most === 'any' ? said.some(isMeant) : said.every(isMeant))) return [at];
    }
    return undefined;
  };
  const isNumber = (cell: string) => readSheetNumber(cell) !== null;
  const hasNumbers = titled.id?.some((at) => body.some(({ cells }) => isNumber(cells[at] ?? ''))) ?? false;
  const id = hasNumbers ? titled.id : (columnOf(isNumber, 'any') ?? titled.id);
  const state = titled.state ?? columnOf((cell) => readState(cell) !== null, 'all');
  return { ...titled, ...(id ? { id } : {}), ...(state ? { state } : {}) };
}

export const placeOf = ({ file, sheet, row }: AnswerRow): string => printPlace({ file, sheet, row, column: null });
export const isBlank = (text: string): boolean => compactCell(text) === '';
export const AMOUNTS = ['confirmed', 'recovered', 'irrecoverable'] as const;
