import { describe, expect, it } from 'vitest';
import { fateOf, type ToDecide } from '../../../src/domain/pay/fate.ts';

const PAYOUT: ToDecide = {
  isPaidList: true,
  matched: null,
  bank: 'open',
  failure: 'unknown',
  reason: '',
  amount: 50_000n,
  notForBank: null,
  holds: [],
  isCorrected: false,
  hasOtherAccount: false,
};
const round = { isRetry: false, paysDoubts: false };

describe('what becomes of a payout whose list says that the money has left', () => {
  it.each<[string, Partial<ToDecide>, boolean, object]>([
    ['settled, as long as the bank says nothing else', {}, false, { kind: 'settled', why: 'paid-list' }],
    ['settled where it arrived', { bank: 'paid' }, false, { kind: 'settled', why: 'paid-list' }],
    [
      'held, since it came back',
      { bank: 'failed', reason: '户名不符' },
      false,
      { kind: 'held', why: [{ kind: 'failed', detail: '户名不符' }] },
    ],
    [
      'held, since it was taken back',
      { bank: 'reversed' },
      false,
      { kind: 'held', why: [{ kind: 'reversed', detail: '' }] },
    ],
    ['paid again once its account is another', { bank: 'failed', isCorrected: true }, true, { kind: 'now' }],
  ])('%s', (_, more, isRetry, fate) => {
    expect(fateOf({ ...PAYOUT, ...more }, { ...round, isRetry })).toEqual(fate);
  });
});
