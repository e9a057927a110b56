import * as z from 'zod/mini';
import { FAILURES } from '../domain/pay/failure.ts';
import { HOLDS, NOT_FOR_BANK, SETTLED } from '../domain/pay/fate.ts';
import { array, boolean, count, gathered, list, money, nullable, object, oneOf, string, sum } from './shapes.ts';

const part = <const W extends string>(why: readonly W[]) =>
  object({ count, amount: money, by: array(object({ why: oneOf(why), count, amount: money })) });

export const failures = array(object({ failure: oneOf(FAILURES), reason: string(), count, amount: money }));

/** `relief/pay@1`: what becomes of every payout in a round of payments through banks. */
export const pay = object({
  schema: z.literal('relief/pay@1'),
  campaign: nullable(object({ id: string(), title: string() })),
  batch: count,
  retry: boolean(),
  written: boolean(),
  equation: object({
    payouts: sum,
    now: sum,
    settled: part(SETTLED),
    held: part(HOLDS),
    notForBank: part(NOT_FOR_BANK),
  }),
  files: array(object({ bank: string(), file: nullable(string()), count, amount: money })),
  held: array(
    object({
      reasons: array(oneOf(HOLDS)),
      why: string(),
      detail: string(),
      department: nullable(string()),
      measure: nullable(string()),
      name: string(),
      account: string(),
      amount: nullable(money),
      place: string(),
    }),
  ),
  failures,
  batches: array(
    object({
      batch: count,
      time: string(),
      count,
      amount: money,
      withdrawn: boolean(),
      whole: boolean(),
      paid: sum,
      failed: sum,
      open: sum,
      files: array(object({ bank: string(), file: string(), count, amount: money })),
    }),
  ),
  onNoList: array(object({ reference: string(), amount: money })),
  corrections: object({ used: count, unused: array(string()), contradicting: array(string()) }),
  read: gathered,
  inputs: array(list),
});
export type PayRecord = z.output<typeof pay>;
