import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES, type Outcome } from '../../src/domain/row/bank-outcome.ts';
import { type Payment, type Slot, settle } from '../../src/domain/settlement.ts';

const open = (count: number): Slot[] =>
  Array.from({ length: count }, (_, id) => ({ id: BigInt(id), state: 'open', payment: null, file: null }));

/** `1 failed` is what return 1 tells. */
const told = (...lines: readonly string[]): Payment[] =>
  lines.map((line, index) => {
    const [file, outcome] = line.split(' ') as [string, Outcome];
    return { id: BigInt(100 + index), file: Number(file), outcome };
  });

const CASES: readonly (readonly [string, number, readonly string[], readonly string[], readonly string[]])[] = [
  ['one payout that arrived', 1, ['1 paid'], ['paid'], ['paid']],
  ['one that failed', 1, ['1 failed'], ['failed'], ['failed']],
  ['one issued again after it failed', 1, ['1 failed', '2 paid'], ['paid'], ['replaced', 'paid']],
  ['one that failed twice', 1, ['1 failed', '2 failed'], ['failed'], ['replaced', 'failed']],
  ['one that was pending and then arrived', 1, ['1 pending', '2 paid'], ['paid'], ['replaced', 'paid']],
  ['one that was taken back', 1, ['1 paid', '2 reversed'], ['reversed'], ['replaced', 'reversed']],
  ['one taken back and paid again', 1, ['1 reversed', '2 paid'], ['paid'], ['replaced', 'paid']],
  ['one that only a reversal tells of', 1, ['1 reversed'], ['reversed'], ['reversed']],
  ['one paid twice', 1, ['1 paid', '2 paid'], ['paid'], ['paid', '-']],
  [
    'one paid twice, and once taken back',
    1,
    ['1 paid', '1 paid', '2 reversed'],
    ['paid'],
    ['paid', 'replaced', 'replaced'],
  ],
  ['two in one return, of which one failed', 2, ['1 failed', '1 paid'], ['failed', 'paid'], ['failed', 'paid']],
  [
    'two, and the failed one issued again',
    2,
    ['1 failed', '1 paid', '2 paid'],
    ['paid', 'paid'],
    ['replaced', 'paid', 'paid'],
  ],
  ['one tried twice in one return', 1, ['1 failed', '1 paid'], ['paid'], ['replaced', 'paid']],
  ['the same, sorted by result', 1, ['1 paid', '1 failed'], ['paid'], ['paid', 'replaced']],
  ['one that a later return says did not arrive', 1, ['1 paid', '2 failed'], ['failed'], ['replaced', 'failed']],
];

describe('payments of one amount to one payee', () => {
  it.each(CASES)('%s', (_, count, lines, slots, payments) => {
    const given = told(...lines);
    const settled = settle(open(count), given);
    expect(settled.slots.map(({ state }) => state)).toEqual(slots);
    expect(given.map(({ id }) => settled.payments.get(id)?.state ?? '-')).toEqual(payments);
  });

  it('each have at most one payout, and a payout one last word', () => {
    const events = fc.array(
      fc.record({ outcome: fc.constantFrom(...OUTCOMES), file: fc.integer({ min: 1, max: 3 }) }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(fc.nat(4), events, (count, drawn) => {
        const payments = drawn
          .toSorted((a, b) => a.file - b.file)
          .map((each, index): Payment => ({ id: BigInt(100 + index), ...each }));
        const settled = settle(open(count), payments);
        const last = [...settled.payments].filter(([, { state }]) => state !== 'replaced');
        const taken = settled.slots.filter(({ state }) => state !== 'open');
        expect(last.map(([id, { state }]) => [id, state]).toSorted()).toEqual(
          taken.map(({ payment, state }) => [payment, state]).toSorted(),
        );
        expect(new Set(last.map(([, { slot }]) => slot)).size).toBe(last.length);
        // Money: what arrived and was not taken back is what the payouts and the payments left over say.
        const arrived = payments.filter(({ outcome }) => outcome === 'paid').length;
        const left = payments.filter(({ id, outcome }) => outcome === 'paid' && !settled.payments.has(id)).length;
        expect(settled.slots.filter(({ state }) => state === 'paid').length + left).toBeLessThanOrEqual(arrived);
      }),
    );
  });
});
