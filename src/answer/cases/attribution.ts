import { readSheetNumber } from '../../domain/cases/case-number.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { compactCell, foldCell } from '../../domain/cell-text.ts';
import { readAmount } from '../../domain/row/payout-amount.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { type AnswerRow, isBlank } from './answer-rows.ts';
import type { Case, CaseBook } from './case-book.ts';
import { type Refused, refuse } from './refusal.ts';
import { sheetCode } from './sending.ts';

/** A case as it went to a unit. */
export interface Known {
  readonly case: Case;
  readonly unit: string;
  readonly shows: string;
}

const plain = (text: string): string => compactCell(maskText(text));

/** Whose case a row of a sheet is, by its number, its unit and what else stands in it. */
export class Attribution {
  readonly #known = new Map<string, Known>();
  readonly #ids = new Map<string, Case>();
  /** How many cases say the same. */
  readonly #says = new Map<string, number>();

  constructor({ cases }: CaseBook, events: readonly CaseEvent[]) {
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

  /** The case that a row is about, beyond doubt, or why it is none; `unit`: that of the sheet, where it is known. */
  attributed(row: AnswerRow, id: string, unit: string | null): Known | Refused {
    const { cells, merged } = row;
    if (merged.has('id')) return refuse('merged', cells.id);
    if (!this.#ids.has(id)) return refuse('unknown-number', cells.id);
    const known = this.#knownIn(row);
    if (!known) return refuse('altered-number', cells.id);
    if (unit !== null && known.unit !== unit) return refuse('other-unit', cells.id, known.unit);
    const now = known.case.finding?.print ?? known.case.record?.last.shows;
    if (known.shows !== now) return refuse('changed-since', cells.id, known.case.says);
    if (!this.#isAbout(row, known.case)) return refuse('other-case', cells.says || cells.own);
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
}
