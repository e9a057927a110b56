import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, type ClosedMoney, closedMoney, NO_MONEY } from '../../../src/domain/cases/case-money.ts';
import { STATES } from '../../../src/domain/cases/event.ts';

const fen = fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }), { nil: null });
const any = fc.record({
  state: fc.constantFrom(...STATES),
  money: fc.record({ risk: fen, confirmed: fen, recovered: fen, irrecoverable: fen }),
});

function expectClosed({ risk, confirmed, refuted, open, recovered, irrecoverable, unsettled }: ClosedMoney): void {
  expect(confirmed + refuted + open).toBe(risk);
  expect(recovered + irrecoverable + unsettled).toBe(confirmed);
  for (const part of [risk, confirmed, refuted, open, recovered, irrecoverable, unsettled]) {
    expect(part).toBeGreaterThanOrEqual(0n);
  }
}

describe('the money of cases', () => {
  it('closes to the fen, whatever is written, in each and in all', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (cases) => {
        const closed = cases.map(({ state, money }) => closedMoney(state, money));
        for (const each of closed) expectClosed(each);
        expectClosed(closed.reduce(addMoney, NO_MONEY));
      }),
    );
  });

  it.each([
    ['unchecked', {}, { risk: 500n, confirmed: 0n, refuted: 0n, open: 500n, unsettled: 0n }],
    ['confirmed', {}, { risk: 500n, confirmed: 500n, refuted: 0n, open: 0n, unsettled: 500n }],
    ['confirmed', { confirmed: 500n, recovered: 500n }, { confirmed: 500n, recovered: 500n, unsettled: 0n }],
    ['partly', { confirmed: 200n, irrecoverable: 50n }, { confirmed: 200n, refuted: 300n, unsettled: 150n }],
    ['refuted', {}, { confirmed: 0n, refuted: 500n, open: 0n }],
    ['allowed', {}, { confirmed: 0n, refuted: 500n, open: 0n }],
  ] as const)('%s with %o is %o', (state, said, expected) => {
    const money = { risk: 500n, confirmed: null, recovered: null, irrecoverable: null, ...said };
    expect(closedMoney(state, money)).toMatchObject(expected);
  });

  it('is what was confirmed where nobody could say what is at risk', () => {
    const said = { risk: null, confirmed: 300n, recovered: 100n, irrecoverable: null };
    expect(closedMoney('confirmed', said)).toMatchObject({ risk: 300n, confirmed: 300n, unsettled: 200n });
  });
});
