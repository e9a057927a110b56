import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BookInputs, caseBook } from '../../../src/answer/cases/case-book.ts';
import type { CaseFinding } from '../../../src/answer/cases/case-finding.ts';
import { progressByUnit, progressOf } from '../../../src/answer/cases/progress.ts';
import { ACTIONS, type CaseEvent, STATES } from '../../../src/domain/cases/event.ts';
import { eventsOf, findingOf } from './events.ts';

const [A, B, C] = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'cccccccccccccccc'];
const [R1, R2, R3, R4] = ['1111111111111111', '2222222222222222', '3333333333333333', '4444444444444444'];

const book = (findings: readonly CaseFinding[], events: readonly CaseEvent[], said: Partial<BookInputs> = {}) =>
  caseBook({
    findings,
    events,
    exceptions: [],
    today: '2026-01-15',
    unlooked: new Set(),
    files: new Set(['a.csv', 'b.csv']),
    departments: new Set(['民政局']),
    ...said,
  });
const shown = (...args: Parameters<typeof book>) =>
  book(...args)
    .cases.map(({ id, phase, remark, state }) => `${id} ${phase} ${remark} ${state}`)
    .sort();
const refuted = { state: 'refuted' } as const;
const found = findingOf(A, [
  ['a.csv:2', R1],
  ['b.csv:3', R2],
]);

describe('a case', () => {
  it('keeps its number and its state wherever its rows stand by now', () => {
    const moved = findingOf(A, [
      ['b.csv:30', R2],
      ['a.csv:20', R1],
    ]);
    expect(shown([found], [])).toEqual([`${A} new new unchecked`]);
    expect(shown([moved], eventsOf(A, found))).toEqual([`${A} waiting same unchecked`]);
    expect(shown([moved], eventsOf(A, found, refuted))).toEqual([`${A} closed same refuted`]);
    expect(shown([moved], eventsOf(A, found), { today: '2026-01-21' })).toEqual([`${A} overdue same unchecked`]);
  });

  it('goes on as another finding that shares a row, and is asked again', () => {
    const more = findingOf(B, [
      ['a.csv:2', R1],
      ['b.csv:9', R3],
    ]);
    expect(shown([more], eventsOf(A, found, refuted))).toEqual([`${A} again changed unchecked`]);
    expect(book([more], eventsOf(A, found, refuted)).cases[0]?.was).toEqual({ says: found.says, state: 'refuted' });
    const again = [...eventsOf(A, found, refuted), ...eventsOf(A, more)];
    expect(shown([more], again)).toEqual([`${A} again same unchecked`]);
    expect(shown([more], [...again, ...eventsOf(A, more, refuted)])).toEqual([`${A} closed same refuted`]);
  });

  it('is new where it comes back with other rows after it was found not to be so', () => {
    const other = findingOf(A, [
      ['a.csv:7', R3],
      ['b.csv:8', R4],
    ]);
    expect(shown([other], eventsOf(A, found, refuted))).toEqual([
      `${A} closed gone refuted`,
      `${A}-2 new new unchecked`,
    ]);
  });

  it('that would go on from two is asked with both', () => {
    const other = findingOf(B, [['b.csv:9', R3]]);
    const both = findingOf(C, [
      ['a.csv:2', R1],
      ['b.csv:9', R3],
    ]);
    const { cases } = book([both], [...eventsOf(A, found), ...eventsOf(B, other, refuted)]);
    expect(cases.map(({ id, remark, from }) => [id, remark, from])).toEqual([
      [C, 'new', [A, B]],
      [A, 'merged', []],
      [B, 'merged', []],
    ]);
  });

  it('whose finding is split goes on as that which shares most of its rows', () => {
    const one = findingOf(B, [['a.csv:2', R1]]);
    const most = findingOf(C, [
      ['a.csv:2', R1],
      ['b.csv:3', R2],
      ['b.csv:4', R3],
    ]);
    const { cases } = book([one, most], eventsOf(A, found));
    expect(cases.map(({ id, remark, from }) => [id, remark, from])).toEqual([
      [B, 'new', [A]],
      [A, 'changed', []],
    ]);
  });

  it('of several that show the same is told by where it stands', () => {
    const first = findingOf(A, [['a.csv:2', R1]]);
    const second = findingOf(A, [['a.csv:5', R1]]);
    expect(shown([first, second], [])).toEqual([`${A}-1 new new unchecked`, `${A}-2 new new unchecked`]);
    const events = [...eventsOf(`${A}-1`, first), ...eventsOf(`${A}-2`, second, refuted)];
    expect(shown([second, first], events)).toEqual([`${A}-1 waiting same unchecked`, `${A}-2 closed same refuted`]);
    // The first is gone, and the second stands elsewhere: nobody can say which of them it is.
    const left = findingOf(A, [['a.csv:4', R1]]);
    expect(shown([left], events).some((each) => each.includes('closed same'))).toBe(false);
    expect(shown([findingOf(A, [['a.csv:5', R1]])], events)).toEqual([
      `${A}-1 closed gone unchecked`,
      `${A}-2 closed same refuted`,
    ]);
  });

  it('that is gone was mended, but not where nobody looked', () => {
    expect(shown([], eventsOf(A, found))).toEqual([`${A} closed gone unchecked`]);
    expect(book([], eventsOf(A, found)).cases[0]?.mended).toBe(50_000n);
    const nobody = [
      { unlooked: new Set(['paid-twice']) },
      { files: new Set<string>(), departments: new Set<string>() },
    ];
    for (const said of nobody) expect(shown([], eventsOf(A, found), said)).toEqual([`${A} waiting unlooked unchecked`]);
  });

  it('is settled when its money is, and the lists show it no longer where something was to be done about them', () => {
    const stopped = { state: 'confirmed', action: 'stop', confirmed: 50_000n } as const;
    expect(shown([found], eventsOf(A, found, stopped))).toEqual([`${A} settling same confirmed`]);
    const { cases } = book([], eventsOf(A, found, stopped));
    expect(cases[0]).toMatchObject({
      phase: 'closed',
      money: { confirmed: 50_000n, recovered: 50_000n, unsettled: 0n },
    });
    const recovered = { state: 'confirmed', action: 'recover', confirmed: 50_000n, recovered: 20_000n } as const;
    expect(shown([found], eventsOf(A, found, recovered))).toEqual([`${A} settling same confirmed`]);
    expect(shown([found], eventsOf(A, found, { ...recovered, irrecoverable: 30_000n }))).toEqual([
      `${A} closed same confirmed`,
    ]);
  });

  it('is an exception where it is allowed, until its day, and an exception is such a case', () => {
    const allowed = { state: 'allowed', until: '2026-01-31' } as const;
    expect(shown([found], eventsOf(A, found, allowed))).toEqual([`${A} closed same allowed`]);
    expect(shown([found], eventsOf(A, found, allowed), { today: '2026-02-01' })).toEqual([
      `${A} again expired unchecked`,
    ]);
    const exception = { rule: 'paid-twice', finding: A, reason: '可以', until: '2026-01-31' };
    expect(shown([found], [], { exceptions: [exception] })).toEqual([`${A} closed new allowed`]);
    const idle = { ...exception, finding: B };
    const over = { ...exception, until: '2026-01-01' };
    expect(book([found], [], { exceptions: [idle, over] })).toMatchObject({ idle: [idle], expired: [over] });
  });
});

describe('the money of all cases', () => {
  const fen = fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }), { nil: null });
  const answer = fc.record({
    state: fc.constantFrom(...STATES),
    action: fc.option(fc.constantFrom(...ACTIONS), { nil: null }),
    confirmed: fen,
    recovered: fen,
    irrecoverable: fen,
  });
  const row = fc.constantFrom(R1, R2, R3, R4);
  const finding = fc
    .record({
      print: fc.constantFrom(A, B, C),
      rows: fc.array(fc.tuple(fc.constantFrom('a.csv:1', 'b.csv:2', 'c.csv:3'), row), { minLength: 1, maxLength: 3 }),
      amount: fen,
      unit: fc.constantFrom('民政局', '残联', ''),
    })
    .map(({ print, rows, amount, unit }) =>
      findingOf(print, rows, { amount, units: [{ kind: unit === '' ? 'host' : 'department', name: unit }] }),
    );

  it('closes for every unit and in all, and no case is lost or there twice', () => {
    const cases = fc.array(fc.tuple(finding, fc.option(answer, { nil: null })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 6 }), cases, (now, before) => {
        const numbers = new Map<string, number>();
        const events = before.flatMap(([each, said]) => {
          const nth = (numbers.get(each.print) ?? 0) + 1;
          numbers.set(each.print, nth);
          return eventsOf(nth === 1 ? each.print : `${each.print}-${nth}`, each, said);
        });
        const { cases: all } = book(now, events);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(all.filter((each) => each.finding !== null).map((each) => each.finding)).toHaveLength(now.length);
        expect(new Set(all.flatMap(({ record }) => (record ? [record.id] : [])))).toEqual(
          new Set(events.map((event) => event.case)),
        );
        for (const { money, cases: count, phases } of [progressOf(all), ...progressByUnit(all)]) {
          expect(money.confirmed + money.refuted + money.open).toBe(money.risk);
          expect(money.recovered + money.irrecoverable + money.unsettled).toBe(money.confirmed);
          expect(Object.values(phases).reduce((sum, each) => sum + each, 0)).toBe(count);
        }
      }),
      { numRuns: 500 },
    );
  });
});
