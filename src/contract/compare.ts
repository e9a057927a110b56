import * as z from 'zod/mini';
import { REACH_UNITS } from '../domain/unit.ts';
import {
  array,
  boolean,
  byKey,
  count,
  meaning,
  money,
  nullable,
  number,
  object,
  oneOf,
  percent,
  string,
  textInput,
} from './shapes.ts';

const side = object({ id: string(), title: string(), year: nullable(number()) });
const firmness = nullable(oneOf(['exact', 'about', 'atLeast', 'partial']));
const change = <S extends z.ZodMiniType>(value: S, difference: S = value) =>
  object({
    from: nullable(value),
    to: nullable(value),
    difference: nullable(difference),
    percent: nullable(percent),
    firmness: meaning(object({ from: firmness, to: firmness }), 'How each side may be taken.'),
    comparable: meaning(nullable(boolean()), 'Whether the difference is one of wholes.'),
  });
const amounts = change(money);
const counts = change<z.ZodMiniType<number>>(number());
const kept = oneOf(['kept', 'added', 'dropped']);

const measure = object({
  id: string(),
  name: string(),
  to: array(string()),
  unit: nullable(string()),
  reachText: nullable(string()),
  amountText: nullable(string()),
  basis: oneOf(['stated', 'computed', 'unknown']),
  counts: boolean(),
  overlaps: boolean(),
});

/** `relief/compare@1`: two campaigns, the second against the first. */
export const compare = object({
  schema: z.literal('relief/compare@1'),
  from: side,
  to: side,
  summary: object({
    measures: object({ kept: count, added: count, dropped: count, moved: count }),
    standards: byKey(['raised', 'lowered', 'changed', 'same', 'unknown'], count),
  }),
  total: object({
    amount: z.extend(amounts, { basis: object({ from: string(), to: string() }) }),
    reach: object({ all: counts, ...byKey(REACH_UNITS, counts).def.shape }),
    stated: object({ amount: amounts, reach: counts }),
    common: object({ measures: count, amount: amounts }),
  }),
  departments: array(
    object({
      name: string(),
      change: kept,
      from: nullable(string()),
      to: nullable(string()),
      amount: amounts,
      measures: array(
        object({
          from: nullable(measure),
          to: nullable(measure),
          change: kept,
          matchedBy: nullable(oneOf(['id', 'name', 'category'])),
          moved: nullable(object({ from: string(), to: string() })),
          standard: object({
            from: nullable(string()),
            to: nullable(string()),
            change: oneOf(['raised', 'lowered', 'changed', 'same', 'unknown']),
          }),
          reach: counts,
          amount: amounts,
        }),
      ),
    }),
  ),
  inputs: array(textInput),
});
export type CompareRecord = z.output<typeof compare>;
