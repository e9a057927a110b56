import * as z from 'zod/mini';
import { addProblem, condition, count, rate, text, word } from '../row/fields.ts';
import type { Standard } from './standard.ts';
import { readStandard, standardOf } from './standard-text.ts';

const tier = z.strictObject({
  household: z.optional(condition),
  age: z.optional(condition),
  category: z.optional(text),
  funder: z.optional(text),
  rate: rate,
  reach: z.optional(count),
});

const part = z.strictObject({
  form: word({ cash: ['现金'], goods: ['实物'] }),
  rate: z.optional(rate),
  goods: z.optional(text),
});

const standardParts = z.strictObject({
  rate: z.optional(rate),
  range: z.optional(rate),
  usual: z.optional(rate),
  average: z.optional(rate),
  ceiling: z.optional(rate),
  tiers: z.optional(z.array(tier).check(z.minLength(1))),
  joint: z.optional(z.boolean()),
  parts: z.optional(z.array(part).check(z.minLength(2))),
  increase: z.optional(
    z.strictObject({
      base: rate,
      each: rate,
      upTo: z.optional(rate),
    }),
  ),
  share: z.optional(
    z.strictObject({
      base: text,
      percent: z.number().check(z.gt(0), z.maximum(1000)),
    }),
  ),
  delegated: z.optional(text),
});

const standardText = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value, context): Standard => {
    const read = readStandard(String(value));
    if ('ok' in read) return read.ok;
    addProblem(context.issues, read, 'rate', value);
    return z.NEVER;
  }),
);

/** What one payout is to be: a phrase of the notice, or its parts. */
export const standard = z.union([
  standardText,
  z.pipe(
    standardParts,
    z.transform(({ rate, range, usual, average, ceiling, delegated, share, parts, ...others }): Standard => {
      const single = rate ?? range ?? (usual && { ...usual, kind: 'usual' as const });
      return {
        ...(single && standardOf(single)),
        ...(average && { average: { ...average, kind: 'average' as const } }),
        ...(ceiling && { ceiling: { ...ceiling, kind: 'ceiling' as const } }),
        ...(parts && { parts: parts.map(({ goods, ...each }) => ({ ...each, text: each.rate?.text ?? goods ?? '' })) }),
        ...(share && { share: { base: share.base, share: BigInt(Math.round(share.percent * 100)) } }),
        ...others,
        ...(delegated !== undefined && { delegatedTo: delegated }),
      };
    }),
  ),
]);
