import { describe, expect, it } from 'vitest';
import { caseBook } from '../../../src/answer/cases/case-book.ts';
import type { CaseFinding } from '../../../src/answer/cases/case-finding.ts';
import type { CaseEvent, CaseState } from '../../../src/domain/cases/event.ts';
import { random } from '../../random.ts';
import { eventsOf, findingOf } from './events.ts';

const SIZE = 2000;
const hex = (value: number, digits = 16) => value.toString(16).padStart(digits, '0');

/** Findings on two rows each; of every hundredth pair two show the same, as two payments to one person may. */
function findings(): CaseFinding[] {
  return Array.from({ length: SIZE }, (_, at) =>
    findingOf(hex(at % 100 === 1 ? at - 1 : at), [
      [`a.csv:${2 * at + 2}`, hex(2 * at + 1)],
      [`a.csv:${2 * at + 3}`, hex(2 * at + 2)],
    ]),
  );
}

const bookOf = (found: readonly CaseFinding[], events: readonly CaseEvent[]) =>
  caseBook({
    findings: found,
    events,
    exceptions: [],
    today: '2026-01-15',
    unlooked: new Set(),
    files: new Set(['a.csv']),
    departments: new Set(['民政局']),
  });

const byRows = ({ rows }: CaseFinding) =>
  rows
    .map(({ print }) => print)
    .sort()
    .join();

describe('cases when one row in a hundred has come or gone', () => {
  it.each([1, 2, 3, 4, 5])('keep their number and state where they have not changed (seed %d)', (seed) => {
    const next = random(seed);
    const first = bookOf(findings(), []).cases;
    const states: readonly CaseState[] = ['refuted', 'allowed', 'confirmed'];
    const events = first.flatMap(({ id, finding }) => {
      const state = next() < 0.6 ? states[Math.floor(next() * 3)] : undefined;
      return finding ? eventsOf(id, finding, state ? { state } : null) : [];
    });
    const before = new Map(bookOf(findings(), events).cases.map((each) => [byRows(each.finding as CaseFinding), each]));

    // Rows above have moved all others down; some findings are gone, some are new, and they come in another order.
    const shift = Math.floor(next() * 50) + 1;
    const moved = (finding: CaseFinding): CaseFinding => {
      const rows = finding.rows.map((row) => ({
        ...row,
        place: row.place.replace(/\d+$/, (line) => String(Number(line) + shift)),
      }));
      return { ...finding, rows, places: rows.map(({ place }) => place) };
    };
    const stay = findings().filter(() => next() >= 0.01);
    const added = Array.from({ length: SIZE / 100 }, (_, at) =>
      findingOf(hex(0xf000_0000 + at), [[`a.csv:${9000 + at}`, hex(0xe000_0000 + at)]]),
    );
    const now = [...stay, ...added].map(moved).sort(() => next() - 0.5);

    const cases = bookOf(now, events).cases.filter(({ finding }) => finding !== null);
    expect(cases.length).toBe(now.length);
    let kept = 0;
    for (const each of cases) {
      const was = before.get(byRows(each.finding as CaseFinding));
      if (!was) {
        expect([each.state, each.record]).toEqual(['unchecked', null]);
        continue;
      }
      kept += 1;
      expect([each.id, each.state, each.phase]).toEqual([was.id, was.state, was.phase]);
    }
    expect(kept).toBe(stay.length);
  });
});
