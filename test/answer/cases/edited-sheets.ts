import type { CaseBook } from '../../../src/answer/cases/case-book.ts';
import { type Sending, sendings } from '../../../src/answer/cases/sending.ts';
import { SHEET_COLUMNS } from '../../../src/domain/cases/sheet-columns.ts';
import { yuan } from '../../../src/domain/money.ts';
import type { AnswerSheet } from '../../../src/read/answers/answer-sheets.ts';
import { type Letter, unitWorkbook } from '../../../src/report/cases/case-sheets.ts';
import type { LongSheet, Row, Sheet } from '../../../src/report/sheet.ts';

/** A row of a sheet as people have it before them: which case it is about, and its cells. */
interface EditedRow {
  readonly id: string;
  readonly unit: string;
  cells: string[];
  /** Whether an answer was filled in. */
  answered: boolean;
}

export interface EditedSheet {
  readonly unit: string;
  letter: (readonly string[])[] | null;
  titles: string[];
  rows: EditedRow[];
  /** Ranges of rows (indexes among `rows`) that are merged, by column. */
  merged: { readonly from: number; readonly to: number; readonly column: number }[];
}

const LETTER = {
  campaign: { id: 'year', title: '活动', issuer: '民政局', departments: [] },
  nth: 1,
  day: '2026-01-05',
  due: '2026-01-12',
  contact: '',
  isReminder: false,
} as unknown as Letter;

const cellText = (cell: Row['cells'][number]): string => {
  if (cell.kind === 'text') return cell.text;
  return cell.kind === 'money' && cell.value !== null ? yuan(cell.value) : '';
};

/** The sheets of what goes out, one for each unit. */
export async function sheetsOf(book: CaseBook): Promise<EditedSheet[]> {
  return Promise.all(sendings(book, 'open').map(sheetOf));
}

async function sheetOf(sending: Sending): Promise<EditedSheet> {
  const { sheets } = unitWorkbook(sending, LETTER, { showIds: false });
  const [letter, doubts] = sheets;
  const rows: EditedRow[] = [];
  let at = 0;
  for await (const { cells } of (doubts as LongSheet).rows) {
    rows.push({
      id: sending.items[at]?.case.id ?? '',
      unit: sending.unit.name,
      cells: cells.map(cellText),
      answered: false,
    });
    at += 1;
  }
  return {
    unit: sending.unit.name,
    letter: ((letter as Sheet).rows as readonly Row[]).map(({ cells }) => cells.map(cellText)),
    titles: Object.values(SHEET_COLUMNS),
    rows,
    merged: [],
  };
}

/** As it is read back; the first row of doubts is the third of its sheet. */
export function readBack(sheet: EditedSheet, file: string): AnswerSheet[] {
  const letter = sheet.letter
    ? [{ file, sheet: '函', merges: [], rows: sheet.letter.map((cells, at) => ({ row: at + 3, cells })) }]
    : [];
  const rows = [
    { row: 1, cells: ['反馈表'] },
    { row: 2, cells: sheet.titles },
  ].concat(sheet.rows.map(({ cells }, at) => ({ row: at + 3, cells })));
  const merges = sheet.merged.map(({ from, to, column }) => ({
    top: from + 3,
    bottom: to + 3,
    left: column,
    right: column,
  }));
  for (const { from, to, column } of sheet.merged) {
    for (let row = from + 1; row <= to; row += 1) {
      const cells = rows[row + 2]?.cells;
      if (cells) cells[column] = '';
    }
  }
  return [...letter, { file, sheet: '疑点', rows, merges }];
}
