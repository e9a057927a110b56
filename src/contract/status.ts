import * as z from 'zod/mini';
import {
  appointment,
  appointmentWith,
  array,
  boolean,
  count,
  day,
  gathered,
  list,
  listed,
  meaning,
  money,
  notRead,
  nullable,
  number,
  object,
  oneOf,
  optional,
  percent,
  reach,
  settled,
  severity,
  string,
  textInput,
  what,
} from './shapes.ts';

const orNull = <S extends Readonly<Record<string, z.ZodMiniType>>>(shape: S) =>
  Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, nullable(value)])) as {
    [K in keyof S]: z.ZodMiniNullable<S[K]>;
  };

const progress = {
  planned: nullable(
    object({
      amount: nullable(money),
      lowerBound: boolean(),
      complete: object({ amount: boolean(), count: boolean() }),
      count: nullable(count),
      reach,
    }),
  ),
  listed: nullable(listed),
  ofPlan: nullable(object({ of: oneOf(['amount', 'payouts']), percent, lowerBound: boolean() })),
  late: nullable(count),
  undated: nullable(count),
  ...orNull(settled),
};

const whole = object(progress);
const department = object({ name: nullable(string()), inCampaign: boolean(), missing: boolean(), ...progress });

/** `relief/status@1`: what is due when, and how far it has come. */
export const status = object({
  schema: z.literal('relief/status@1'),
  campaign: object({ id: string(), title: string(), year: nullable(number()) }),
  asOf: day,
  verdict: string(),
  next: nullable(
    object({ until: nullable(day), days: nullable(number()), ends: array(object({ what, name: string() })) }),
  ),
  overdue: meaning(
    nullable(
      object({
        name: string(),
        days: nullable(number()),
        severity,
        late: count,
        unpaid: nullable(count),
        missing: array(string()),
      }),
    ),
    'Only where lists or bank returns show that something was not done.',
  ),
  schedule: array(
    appointmentWith({
      state: oneOf(['undated', 'ahead', 'under-way', 'due', 'over', 'overdue']),
      days: meaning(nullable(number()), 'To the day that `state` speaks of.'),
    }),
  ),
  payoutDeadline: nullable(appointment),
  departments: nullable(array(department)),
  total: nullable(whole),
  read: optional(gathered),
  inputs: array(z.union([textInput, list])),
  notRead,
});
export type StatusRecord = z.output<typeof status>;
export type DepartmentProgressRecord = z.output<typeof department>;
export type ProgressRecord = z.output<typeof whole>;
