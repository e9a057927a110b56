import { expect, it } from 'vitest';
import { liveThrough } from './rounds.ts';

it('pays nobody twice and drops nobody through failures, corrections and retries', () => {
  const { rounds, payments, retries } = liveThrough(20, 10, 1);
  expect(rounds).toBe(20 * 26);
  expect(payments).toBeGreaterThan(200);
  expect(retries).toBeGreaterThan(25);
});
