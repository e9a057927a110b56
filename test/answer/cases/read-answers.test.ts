import { describe, expect, it } from 'vitest';
import { type CaseBook, caseBook } from '../../../src/answer/cases/case-book.ts';
import type { CaseFinding } from '../../../src/answer/cases/case-finding.ts';
import { readAnswers } from '../../../src/answer/cases/read-answers.ts';
import { sendings, sentEvents } from '../../../src/answer/cases/sending.ts';
import type { PayoutRow } from '../../../src/checks/payout-row.ts';
import type { CaseEvent } from '../../../src/domain/cases/event.ts';
import { readState } from '../../../src/domain/cases/words.ts';
import { random } from '../../random.ts';
import { type EditedSheet, readBack, sheetsOf } from './edited-sheets.ts';
import { findingOf } from './events.ts';

const UNITS = ['民政局', '残联', '总工会'];
const NAMES = ['张三', '李四', '王五', '赵六', '孙七', '周八'];

/** Cases of three units: some of two, some that read the same, some of one person. */
function findings(): CaseFinding[] {
  return Array.from({ length: 36 }, (_, at): CaseFinding => {
    const unit = UNITS[at % 3] ?? '';
    const name = NAMES[at % 6] ?? '';
    const isAlike = at % 9 === 0;
    const print = (isAlike ? 0xabcdef : at * 7919 + 1).toString(16).padStart(16, '0');
    const rows = [at * 2, at * 2 + 1].map((nth) => ({
      place: `lists/${unit}.csv:${nth + 2}`,
      print: nth.toString(16).padStart(16, '1'),
      role: 'payouts' as const,
      payout: {
        name,
        id: null,
        idClass: 'missing',
        department: unit,
        measure: '节日补助',
        amount: 50_000n,
        amountText: null,
        paidOn: null,
        livesIn: null,
        account: null,
        phone: null,
        household: null,
      } as unknown as PayoutRow,
    }));
    const units = at % 5 === 0 ? [unit, UNITS[(at + 1) % 3] ?? ''] : [unit];
    return findingOf(print, [], {
      says: isAlike ? '重复发放：一样的疑点' : `重复发放：“节日补助”发了${at}次`,
      people: [`${name} 990000********1234`],
      amount: BigInt(50_000 + (isAlike ? 0 : at * 100)),
      rows,
      places: rows.map(({ place }) => place),
      units: units.map((each) => ({ kind: 'department', name: each })),
    });
  });
}

const bookOf = (found: readonly CaseFinding[], events: readonly CaseEvent[]): CaseBook =>
  caseBook({
    findings: found,
    events,
    exceptions: [],
    today: '2026-01-08',
    unlooked: new Set(),
    files: new Set(UNITS.map((unit) => `lists/${unit}.csv`)),
    departments: new Set(UNITS),
  });
const HOW = { time: '2026-01-08 10:00:00', revise: false };
const [ID, SAYS, OWN, , , STATE, ACTION, CONFIRMED, RECOVERED, LOST, NOTE] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const STATES = ['属实', '不属实', '部分属实', '允许', ' 属实。', '经核实不属实', '大概属实吧', '是', '未核查', '√'];

type Chance = () => number;
const pick = <T>(all: readonly T[], chance: Chance): T => all[Math.floor(chance() * all.length)] as T;

/** Fills in answers, some of which nobody can take. */
function fillIn({ rows }: EditedSheet, chance: Chance): void {
  for (const row of rows) {
    if (chance() < 0.25) continue;
    const state = pick(STATES, chance);
    const isTrue = state.includes('属实') && !state.includes('不');
    row.cells[STATE] = state;
    row.cells[ACTION] = isTrue ? pick(['停发', '追回', '更正', '说明', '看着办', ''], chance) : '';
    row.cells[CONFIRMED] = isTrue ? pick(['', '100', '￥200.00', '九百', '999999'], chance) : '';
    row.cells[RECOVERED] = isTrue ? pick(['', '50', '１００'], chance) : '';
    row.cells[LOST] = isTrue ? pick(['', '', '10'], chance) : '';
    row.cells[NOTE] = pick(['', '死亡', '=1+1'], chance);
    row.answered = true;
  }
}

const shuffle = <T>(all: T[], chance: Chance): T[] =>
  all
    .map((each) => ({ each, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);

/** What people do to sheets besides. Each says whether sheets stay whole enough to be read at all. */
const EDITS: readonly ((sheet: EditedSheet, others: readonly EditedSheet[], chance: Chance) => void)[] = [
  (sheet, _, chance) => (sheet.rows = shuffle(sheet.rows, chance)),
  (sheet, _, chance) => (sheet.rows = sheet.rows.filter(() => chance() > 0.2)),
  (sheet) => (sheet.letter = null),
  (sheet, _, chance) =>
    (sheet.titles = sheet.titles.map((title, at) => (at > 0 && chance() < 0.15 ? `${title}（新）` : title))),
  (sheet) =>
    (sheet.titles = sheet.titles.map(
      (title) => ({ 核实结果: '核查情况', 疑点编号: '编号', 情况说明: '备注' })[title] ?? title,
    )),
  (sheet, _, chance) => {
    // a column between others
    const at = 1 + Math.floor(chance() * 11);
    sheet.titles.splice(at, 0, '科室意见');
    for (const row of sheet.rows) row.cells.splice(at, 0, '同意');
  },
  (sheet, _, chance) => {
    // the numbers filled down over others
    const from = Math.floor(chance() * sheet.rows.length);
    const id = sheet.rows[from]?.cells[ID] ?? '';
    for (const row of sheet.rows.slice(from, from + 3)) row.cells[ID] = id;
  },
  (sheet, _, chance) => {
    for (const row of sheet.rows)
      if (chance() < 0.1) row.cells[ID] = pick(['', row.cells[ID]?.slice(0, 12) ?? '', '1.23457E+15'], chance);
  },
  (sheet, others, chance) => {
    const other = pick(others, chance);
    for (const row of other.rows.slice(0, 2)) sheet.rows.push({ ...row, cells: [...row.cells] });
  },
  (sheet, _, chance) => {
    // one answer over several rows
    const from = Math.floor(chance() * Math.max(1, sheet.rows.length - 2));
    sheet.merged.push({
      from,
      to: Math.min(from + 2, sheet.rows.length - 1),
      column: pick([STATE, CONFIRMED], chance),
    });
  },
  (sheet, _, chance) => {
    const copy = sheet.rows.filter(() => chance() < 0.1).map((row) => ({ ...row, cells: [...row.cells] }));
    for (const row of copy) if (row.answered) row.cells[STATE] = pick(['属实', '不属实'], chance);
    sheet.rows.push(...copy);
  },
  (sheet, _, chance) => {
    // columns that nobody needs any more
    for (const row of sheet.rows) {
      row.cells[SAYS] = '';
      if (chance() < 0.5) row.cells[OWN] = '';
    }
  },
];

describe('sheets that come back', () => {
  it('are not taken against what another unit found, though its own answer lacks an amount', async () => {
    const found = findings();
    const first = bookOf(found, []);
    const events = sentEvents(sendings(first, 'open'), '2026-01-05 09:00:00', '2026-01-12');
    const sheets = (await sheetsOf(first)).filter(({ unit }) => unit !== '总工会');
    const shared = sheets[0]?.rows.find(({ id }) => sheets[1]?.rows.some((row) => row.id === id))?.id;
    const read = (...states: readonly string[]) => {
      for (const [at, sheet] of sheets.entries())
        for (const row of sheet.rows) if (row.id === shared) row.cells[STATE] = states[at] ?? '';
      return readAnswers(
        sheets.flatMap((sheet, at) => readBack(sheet, `${at}.xlsx`)),
        bookOf(found, events),
        events,
        HOW,
      );
    };
    const { taken, refused } = read('部分属实', '不属实');
    expect([taken, refused.map(({ reason }) => reason).sort()]).toEqual([[], ['amount-missing', 'conflict']]);
    expect(refused.find(({ reason }) => reason === 'conflict')?.other).toMatch(/^0\.xlsx\[疑点\]:\d+$/);
    expect(read('', '不属实').taken.map(({ state }) => state)).toEqual(['refuted']);
  });

  it('are read whatever people did to a thousand of them: every answer is of its case, or refused by name', async () => {
    const found = findings();
    const first = bookOf(found, []);
    const events = sentEvents(sendings(first, 'open'), '2026-01-05 09:00:00', '2026-01-12');
    const book = bookOf(found, events);
    const chance = random(20260105);
    let [answers, taken, refused, workbooks] = [0, 0, 0, 0];
    while (workbooks < 1000) {
      const sheets = await sheetsOf(first);
      for (const sheet of sheets) fillIn(sheet, chance);
      for (const sheet of sheets) {
        const others = sheets.filter((each) => each !== sheet);
        for (const edit of shuffle([...EDITS], chance).slice(0, Math.floor(chance() * 4))) edit(sheet, others, chance);
      }
      workbooks += sheets.length;
      const back = sheets.flatMap((sheet, at) => readBack(sheet, `${at}.xlsx`));
      const read = readAnswers(back, book, events, HOW);
      expect(read.rows).toBe(read.taken.length + read.already + read.blank + read.refused.length);
      for (const { place } of read.refused) expect(place).toMatch(/^\d\.xlsx\[疑点\](?::\d+)?$/);
      const whose = new Map(
        sheets.flatMap((sheet, at) =>
          sheet.rows.map((row, nth) => [String(`${at}.xlsx[疑点]:${nth + 3}`), { sheet, row }] as const),
        ),
      );
      for (const event of read.taken) {
        const { sheet, row } = whose.get(event.source) ?? {};
        expect([event.case, event.unit]).toEqual([row?.id, sheet?.unit]);
        if (!row || !sheet || sheet.merged.length > 0) continue;
        expect(row.cells.some((cell) => readState(cell) === event.state)).toBe(true);
      }
      expect(new Set(read.taken.map((event) => event.case)).size).toBe(read.taken.length);
      // Nothing is passed over in silence: whoever filled in a verdict was taken, had said so before, or is refused.
      const filled = sheets
        .flatMap((sheet) => sheet.rows)
        .filter(({ answered, cells }) => answered && !cells.includes('未核查'));
      const told =
        read.taken.length + read.already + read.refused.filter(({ reason }) => reason !== 'no-state-column').length;
      const isWhole = sheets.every(({ merged, titles }) => merged.length === 0 && !titles.includes('核实结果（新）'));
      if (isWhole) expect(told).toBeGreaterThanOrEqual(filled.length);
      answers += filled.length;
      taken += read.taken.length;
      refused += read.refused.length;
      // Read twice, nothing changes.
      const after = [...events, ...read.taken];
      const again = readAnswers(back, bookOf(found, after), after, HOW);
      expect(again.taken).toEqual([]);
    }
    expect([answers > 5000, taken > 1500, refused > 1500]).toEqual([true, true, true]);
  });
});
