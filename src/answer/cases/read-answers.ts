import { readSheetNumber } from '../../domain/cases/case-number.ts';
import { type CaseAction, type CaseEvent, type CaseState, isDecided } from '../../domain/cases/event.ts';
import { readAction, readPairState, readState } from '../../domain/cases/words.ts';
import { compactCell, foldCell } from '../../domain/cell-text.ts';
import { maskText } from '../../domain/masking.ts';
import type { Fen } from '../../domain/money.ts';
import { readAmount } from '../../domain/payout-amount.ts';
import { printPlace } from '../../domain/place.ts';
import type { AnswerSheet } from '../../read/answers/answer-sheets.ts';
import { type AnswerRow, answerTable } from './answer-rows.ts';
import { type Case, type CaseBook, PAIR_RULE } from './case-book.ts';
import { recordsIn } from './case-record.ts';
import { aboutNow, sheetCode } from './sending.ts';

/** Why an answer is not taken. */
const REFUSALS = [
  'no-number', // it names no case
  'unknown-number', // no case has that number
  'altered-number', // the number was changed, or is of another sheet
  'other-unit', // the case went to another unit than the sheet
  'other-case', // the row is about something else than the case that it names
  'changed-since', // what was found has changed since the sheet went out
  'merged', // an amount or a number is merged over several rows
  'twice', // a column is there twice and says two things
  'no-state', // it says what was done, and not what was found
  'state-unknown',
  'action-unknown',
  'amount-unreadable',
  'amount-missing', // partly true, and not how much
  'too-much', // more than is at risk, or more recovered and lost than confirmed
  'not-true-but-money', // not true, and money or something to be done
  'reason-missing', // why it can't be got back
  'conflict', // another answer to the case says something else
  'contradicts', // it was decided otherwise before
  'no-state-column', // the sheet has no column for what was found
] as const;
type RefusalReason = (typeof REFUSALS)[number];

export interface Refusal {
  readonly reason: RefusalReason;
  /** File, sheet and row. */
  readonly place: string;
  /** What stands there, masked. */
  readonly cell: string;
  /** The case, where that is known. */
  readonly id: string | null;
  /** Where the other answer stands, or what was decided. */
  readonly other: string;
}

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

interface Said {
  readonly state: CaseState;
  readonly action: CaseAction | null;
  readonly confirmed: Fen | null;
  readonly recovered: Fen | null;
  readonly irrecoverable: Fen | null;
}

interface Candidate extends Said {
  readonly row: AnswerRow;
  readonly case: Case;
  readonly unit: string;
}

/** A case as it went to a unit. */
interface Known {
  readonly case: Case;
  readonly unit: string;
  readonly shows: string;
}

interface How {
  readonly time: string;
  /** Whether answers that undo what was decided are taken. */
  readonly revise: boolean;
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
  return { ...reading.settle(how), strange };
}

/** The unit that a letter names, where the sheet with it is still there. */
function letterUnit(sheets: readonly AnswerSheet[]): string | null {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const row = rows.find(({ cells }) => compactCell(cells[0] ?? '') === '主送' && compactCell(cells[1] ?? '') !== '');
  const unit = row ? foldCell(row.cells[1] ?? '').trim() : null;
  return unit === '主办单位' ? '' : unit;
}

const placeOf = ({ file, sheet, row }: AnswerRow): string => printPlace({ file, sheet, row, column: null });
const isBlank = (text: string): boolean => compactCell(text) === '';
const plain = (text: string): string => compactCell(maskText(text));
const AMOUNTS = ['confirmed', 'recovered', 'irrecoverable'] as const;

class Reading {
  readonly #known = new Map<string, Known>();
  readonly #ids = new Map<string, Case>();
  readonly #says = new Map<string, number>();
  readonly #events: readonly CaseEvent[];
  readonly #refused: Refusal[] = [];
  readonly #candidates: Candidate[] = [];
  #rows = 0;
  #blank = 0;

  constructor({ cases }: CaseBook, events: readonly CaseEvent[]) {
    this.#events = events;
    for (const each of cases) {
      this.#ids.set(each.id, each);
      const own = each.finding;
      this.#says.set(plain(each.says), (this.#says.get(plain(each.says)) ?? 0) + 1);
      for (const { name } of own ? each.units : []) this.#know(each, name, own?.print ?? '');
    }
    for (const { kind, case: id, unit, shows } of events) {
      const each = this.#ids.get(id);
      if (each && (kind === 'sent' || kind === 'reminded')) this.#know(each, unit, shows);
    }
  }

  #know(each: Case, unit: string, shows: string): void {
    this.#known.set(`${each.id}/${sheetCode(each.id, unit, shows)}`, { case: each, unit, shows });
  }

  #knownIn({ cells }: AnswerRow): Known | null {
    const number = readSheetNumber(cells.id);
    return (number && this.#known.get(`${number.id}/${number.code}`)) ?? null;
  }

  /** The unit that most rows of a file went to. */
  unitOf(rows: readonly AnswerRow[]): string | null {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const known = this.#knownIn(row);
      if (known) counts.set(known.unit, (counts.get(known.unit) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
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

  #refuse(row: AnswerRow, reason: RefusalReason, cell: string, id: string | null = null, other = ''): null {
    this.#refused.push({ reason, place: placeOf(row), cell: readSheetNumber(cell) ? cell : maskText(cell), id, other });
    return null;
  }

  /** Takes a row for an answer, finds it blank, or refuses it. */
  take(row: AnswerRow, unit: string | null): void {
    const { cells } = row;
    const said = [cells.state, cells.action, cells.confirmed, cells.recovered, cells.irrecoverable];
    const isSilent = said.every(isBlank);
    const number = readSheetNumber(cells.id);
    if (isSilent && (number === null || isBlank(cells.note))) {
      if (number === null) return; // a title, a total, who filled it in
      this.#rows += 1;
      this.#blank += 1;
      return;
    }
    this.#rows += 1;
    if (number === null) {
      this.#refuse(row, isBlank(cells.id) ? 'no-number' : 'altered-number', cells.id);
      return;
    }
    const pending = readState(cells.state) === 'unchecked';
    if (pending && AMOUNTS.every((amount) => isBlank(cells[amount]))) {
      this.#blank += 1;
      return;
    }
    const known = this.#attributed(row, number, unit);
    const answer = known && this.#understood(row, known.case);
    if (known && answer) this.#candidates.push({ ...answer, row, case: known.case, unit: known.unit });
  }

  /** The case that a row is about, beyond doubt. */
  #attributed(row: AnswerRow, { id }: { readonly id: string }, unit: string | null): Known | null {
    const { cells, merged } = row;
    if (merged.has('id')) return this.#refuse(row, 'merged', cells.id, id);
    if (!this.#ids.has(id)) return this.#refuse(row, 'unknown-number', cells.id, id);
    const known = this.#knownIn(row);
    if (!known) return this.#refuse(row, 'altered-number', cells.id, id);
    if (unit !== null && known.unit !== unit) return this.#refuse(row, 'other-unit', cells.id, id, known.unit);
    const now = known.case.finding?.print ?? known.case.record?.last.shows;
    if (known.shows !== now) return this.#refuse(row, 'changed-since', cells.id, id, known.case.says);
    if (!this.#isAbout(row, known.case)) return this.#refuse(row, 'other-case', cells.says || cells.own, id);
    return known;
  }

  /** Is what else stands in the row about the case? Numbers are filled down and copied; what was found is not. */
  #isAbout({ cells }: AnswerRow, { says, finding, record }: Case): boolean {
    const places = [...(finding?.places ?? []), ...(record?.last.places ?? [])];
    const people = [...(finding?.people ?? []), ...(record?.last.people ?? [])].map(
      (person) => person.split(' ')[0] ?? '',
    );
    const rows = `${foldCell(cells.own)} ${foldCell(cells.other)} `;
    const isThere = places.some(
      (place) => rows.includes(`${foldCell(place)} `) || rows.includes(`${foldCell(place)};`),
    );
    const isNamed = people.some((name) => name !== '' && rows.includes(foldCell(name)));
    if (!isBlank(rows) && !isThere && (places.length > 0 || people.length > 0) && !isNamed) return false;
    const own = plain(cells.says);
    if (own !== '' && own !== plain(says) && (this.#says.has(own) || (!isThere && !isNamed))) return false;
    const isSaidOften = (this.#says.get(plain(says)) ?? 0) > 1;
    if (!isBlank(rows) && isSaidOften && places.length > 0 && !isThere) return false;
    const risk = readAmount(cells.risk, 100n);
    const atRisk = [finding?.amount, record?.last.risk].filter((fen) => fen !== null && fen !== undefined);
    return !('fen' in risk) || atRisk.length === 0 || atRisk.includes(risk.fen);
  }

  /** What a row says of its case; null where that is refused. */
  #understood(row: AnswerRow, each: Case): Said | null {
    const { cells, merged, twice } = row;
    const { id } = each;
    const unclear = [...twice].find((column) => !['by', 'note', 'says', 'own', 'other', 'risk'].includes(column));
    if (unclear) return this.#refuse(row, 'twice', cells[unclear], id);
    const both = AMOUNTS.find((amount) => merged.has(amount));
    if (both) return this.#refuse(row, 'merged', cells[both], id);
    if (isBlank(cells.state)) return this.#refuse(row, 'no-state', cells.action || cells.note, id);
    const state = (each.rule === PAIR_RULE ? readPairState : readState)(cells.state);
    if (state === null || !isDecided(state)) return this.#refuse(row, 'state-unknown', cells.state, id);
    const action = isBlank(cells.action) ? null : readAction(cells.action);
    if (action === null && !isBlank(cells.action)) return this.#refuse(row, 'action-unknown', cells.action, id);
    const amounts: (Fen | null)[] = [];
    for (const amount of AMOUNTS) {
      const fen = amountIn(cells[amount]);
      if (fen === undefined) return this.#refuse(row, 'amount-unreadable', cells[amount], id);
      amounts.push(fen);
    }
    const [confirmed = null, recovered = null, irrecoverable = null] = amounts;
    return this.#agreeing(row, each, { state, action, confirmed, recovered, irrecoverable });
  }

  /** Does what it says go together, and does its money close? */
  #agreeing(row: AnswerRow, { id, finding, record, rule }: Case, said: Said): Said | null {
    const { state, confirmed, recovered, irrecoverable, action } = said;
    const { cells } = row;
    if (rule === PAIR_RULE) return { ...said, confirmed: null, recovered: null, irrecoverable: null };
    const risk = finding ? finding.amount : (record?.last.risk ?? null);
    const spent = (recovered ?? 0n) + (irrecoverable ?? 0n);
    if (state === 'refuted' || state === 'allowed') {
      const isDone = action !== null && action !== 'explain';
      if ((confirmed ?? 0n) > 0n || spent > 0n || isDone)
        return this.#refuse(row, 'not-true-but-money', cells.confirmed || cells.recovered || cells.action, id);
      return { ...said, confirmed: null, recovered: null, irrecoverable: null };
    }
    if (state === 'partly' && confirmed === null && risk !== null)
      return this.#refuse(row, 'amount-missing', cells.state, id);
    const sure = confirmed ?? (state === 'confirmed' ? risk : null);
    if ((risk !== null && (sure ?? 0n) > risk) || spent > (sure ?? 0n))
      return this.#refuse(row, 'too-much', cells.confirmed || cells.recovered || cells.irrecoverable, id);
    if ((irrecoverable ?? 0n) > 0n && isBlank(cells.note))
      return this.#refuse(row, 'reason-missing', cells.irrecoverable, id);
    return { ...said, confirmed: sure };
  }

  /** What is taken once all answers are there. */
  settle({ time, revise }: How): Omit<ReadAnswers, 'strange'> {
    const byCase = new Map<string, Candidate[]>();
    for (const each of this.#candidates) byCase.set(each.case.id, [...(byCase.get(each.case.id) ?? []), each]);
    const records = recordsIn(this.#events);
    const taken: CaseEvent[] = [];
    let already = 0;
    for (const [id, candidates] of byCase) {
      const [first] = candidates;
      if (!first) continue;
      if (new Set(candidates.map(contentOf)).size > 1) {
        for (const each of candidates) {
          const other = candidates.find((another) => contentOf(another) !== contentOf(each));
          this.#refuse(each.row, 'conflict', each.row.cells.state, id, other ? placeOf(other.row) : '');
        }
        continue;
      }
      const record = records.get(id);
      const answers = (record?.answers ?? []).filter(({ shows }) => shows === aboutNow(first.case).shows);
      const isKnown = answers.some((answer) => contentOf(answer) === contentOf(first));
      const decision = record?.decision ?? null;
      if (isKnown) already += candidates.length;
      else if (decision && !revise && !isProgress(decision, first)) {
        for (const each of candidates) this.#refuse(each.row, 'contradicts', each.row.cells.state, id, decision.time);
      } else {
        taken.push(answerEvent(first, time));
        already += candidates.length - 1;
      }
    }
    return { taken, refused: this.#refused, already, blank: this.#blank, rows: this.#rows };
  }
}

/** An amount in yuan; null where there is none, undefined where it can't be read or is below zero. */
function amountIn(cell: string): Fen | null | undefined {
  const amount = readAmount(cell, 100n);
  if ('empty' in amount) return null;
  return 'fen' in amount && amount.fen >= 0n ? amount.fen : undefined;
}

const contentOf = ({ state, action, confirmed, recovered, irrecoverable }: Said): string =>
  [state, action ?? '', confirmed ?? 0n, recovered ?? 0n, irrecoverable ?? 0n].join(' ');

/** Does an answer only say what has been done since? */
function isProgress(before: Said, after: Said): boolean {
  const atLeast = (more: Fen | null, less: Fen | null) => (more ?? 0n) >= (less ?? 0n);
  return (
    before.state === after.state &&
    (before.confirmed ?? 0n) === (after.confirmed ?? 0n) &&
    atLeast(after.recovered, before.recovered) &&
    atLeast(after.irrecoverable, before.irrecoverable) &&
    (after.action !== null || before.action === null)
  );
}

function answerEvent({ row, case: each, unit, ...said }: Candidate, time: string): CaseEvent {
  const { state, action, confirmed, recovered, irrecoverable } = said;
  const note = maskText(row.cells.note);
  const isReason = state === 'allowed' || (irrecoverable ?? 0n) > 0n;
  return {
    ...aboutNow(each),
    time,
    kind: 'answered',
    ...{ state, action, confirmed, recovered, irrecoverable, unit },
    by: maskText(row.cells.by),
    reason: isReason ? note : '',
    note: isReason ? '' : note,
    source: maskText(placeOf(row)),
  };
}
