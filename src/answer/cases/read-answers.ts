import { readSheetNumber } from '../../domain/cases/case-number.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { isDecided } from '../../domain/cases/event.ts';
import { readPairState, readState } from '../../domain/cases/words.ts';
import { compactCell, foldCell } from '../../domain/cell-text.ts';
import { printPlace } from '../../domain/place.ts';
import type { AnswerSheet } from '../../read/answers/answer-sheets.ts';
import { AMOUNTS, type AnswerRow, answerTable, isBlank } from './answer-rows.ts';
import { Attribution } from './attribution.ts';
import { type CaseBook, PAIR_RULE } from './case-book.ts';
import { type Refusal, refusal, refuse } from './refusal.ts';
import { saidOf } from './said-of-case.ts';
import { type Candidate, type How, settled, type Unfinished } from './settled-answers.ts';

/** What came of sheets: `rows` that name a case or hold an answer = taken + already + blank + refused. */
export interface ReadAnswers {
  readonly taken: readonly CaseEvent[];
  readonly refused: readonly Refusal[];
  readonly already: number;
  readonly blank: number;
  readonly rows: number;
  /** Files in which nothing looks like a sheet of ours. */
  readonly strange: readonly string[];
}

/** Reads the answers on sheets that came back: each is of exactly one case, or refused by name. */
export function readAnswers(
  sheets: readonly AnswerSheet[],
  book: CaseBook,
  events: readonly CaseEvent[],
  how: How,
): ReadAnswers {
  const reading = new Reading(book, events);
  const tables = sheets.map((sheet) => ({ sheet, table: answerTable(sheet) }));
  for (const file of new Set(sheets.map((sheet) => sheet.file))) {
    const own = tables.filter(({ sheet }) => sheet.file === file);
    const rows = own.flatMap(({ table }) => table?.rows ?? []);
    const unit = letterUnit(own.map(({ sheet }) => sheet)) ?? reading.unitOf(rows);
    for (const { sheet, table } of own) {
      if (table && !table.hasState) reading.refuseSheet(sheet);
      else for (const row of table?.rows ?? []) reading.take(row, unit);
    }
  }
  const isOurs = (file: string) => tables.some(({ sheet, table }) => sheet.file === file && table !== null);
  const strange = [...new Set(sheets.map(({ file }) => file))].filter((file) => !isOurs(file));
  return { ...reading.done(how), strange };
}

/** The unit that a letter names, where the sheet with it is still there. */
function letterUnit(sheets: readonly AnswerSheet[]): string | null {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const row = rows.find(({ cells }) => compactCell(cells[0] ?? '') === '主送' && compactCell(cells[1] ?? '') !== '');
  const unit = row ? foldCell(row.cells[1] ?? '').trim() : null;
  return unit === '主办单位' ? '' : unit;
}

/** Takes rows one after the other, and counts what came of each. */
class Reading {
  readonly #attribution: Attribution;
  readonly #events: readonly CaseEvent[];
  readonly #refused: Refusal[] = [];
  readonly #candidates: Candidate[] = [];
  readonly #unfinished: Unfinished[] = [];
  #rows = 0;
  #blank = 0;

  constructor(book: CaseBook, events: readonly CaseEvent[]) {
    this.#attribution = new Attribution(book, events);
    this.#events = events;
  }

  unitOf(rows: readonly AnswerRow[]): string | null {
    return this.#attribution.unitOf(rows);
  }

  refuseSheet({ file, sheet }: AnswerSheet): void {
    this.#rows += 1;
    this.#refused.push({
      reason: 'no-state-column',
      place: printPlace({ file, sheet, row: null, column: null }),
      cell: '',
      id: null,
      other: '',
    });
  }

  /** Takes a row for an answer, finds it blank, or refuses it. */
  take(row: AnswerRow, unit: string | null): void {
    const { cells } = row;
    const answered = [cells.state, cells.action, cells.confirmed, cells.recovered, cells.irrecoverable];
    const isSilent = answered.every(isBlank);
    const number = readSheetNumber(cells.id);
    if (isSilent && (number === null || isBlank(cells.note))) {
      if (number === null) return; // a title, a total, who filled it in
      this.#rows += 1;
      this.#blank += 1;
      return;
    }
    this.#rows += 1;
    if (number === null) {
      this.#refused.push(refusal(row, refuse(isBlank(cells.id) ? 'no-number' : 'altered-number', cells.id), null));
      return;
    }
    const pending = readState(cells.state) === 'unchecked';
    if (pending && AMOUNTS.every((amount) => isBlank(cells[amount]))) {
      this.#blank += 1;
      return;
    }
    const known = this.#attribution.attributed(row, number.id, unit);
    const said = 'refused' in known ? known : saidOf(row, known.case);
    if ('refused' in said) this.#refused.push(refusal(row, said, number.id));
    if ('refused' in known) return;
    if (!('refused' in said)) {
      this.#candidates.push({ ...said, row, case: known.case, unit: known.unit });
      return;
    }
    const state = (known.case.rule === PAIR_RULE ? readPairState : readState)(cells.state);
    if (state !== null && isDecided(state)) this.#unfinished.push({ state, row, case: known.case });
  }

  done(how: How): Omit<ReadAnswers, 'strange'> {
    const { taken, refused, already } = settled(this.#candidates, this.#unfinished, this.#events, how);
    return { taken, refused: [...this.#refused, ...refused], already, blank: this.#blank, rows: this.#rows };
  }
}
