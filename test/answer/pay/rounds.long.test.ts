import { expect, it } from 'vitest';
import { liveThrough } from './rounds.ts';

it('pays nobody twice and drops nobody in 100,000 rounds', () => {
  const { rounds, payments, retries } = liveThrough(4000, 10, 1_000_000);
  expect(rounds).toBeGreaterThan(100_000);
  expect(payments).toBeGreaterThan(40_000);
  expect(retries).toBeGreaterThan(5_000);
});
