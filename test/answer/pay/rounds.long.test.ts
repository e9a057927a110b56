import { expect, it } from 'vitest';
import { draws } from '../../draws.ts';
import { liveThrough } from './rounds.ts';

it('pays nobody twice and drops nobody in 100,000 rounds', () => {
  const { rounds, payments, retries } = liveThrough(draws(4000), 10, 1_000_000);
  expect(rounds).toBeGreaterThan(draws(100_000));
  expect(payments).toBeGreaterThan(draws(40_000));
  expect(retries).toBeGreaterThan(draws(5_000));
});
