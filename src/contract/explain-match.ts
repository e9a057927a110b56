import * as z from 'zod/mini';
import { array, boolean, count, meaning, nullable, number, object, oneOf, optional, string } from './shapes.ts';

const weight = meaning(
  object({ household: number(), unrelated: number() }),
  'log₂, in bits: how much more it is seen of one person than of two of a household, and of two unrelated people.',
);
const weighed = object({ weight });

/** `relief/explain-match@1`: how two rows were compared; the weights add up to `score`. */
export const explainMatch = object({
  schema: z.literal('relief/explain-match@1'),
  rows: array(
    object({
      file: nullable(string()),
      sheet: nullable(string()),
      row: count,
      person: meaning(count, 'Whom of the row: 2 is the second of a couple.'),
      name: string(),
      rule: nullable(string()),
    }),
  ),
  band: nullable(oneOf(['certain', 'confirmed', 'review', 'apart'])),
  notWeighed: nullable(oneOf(['certain-only', 'two-numbers', 'one-number', 'nothing-in-common'])),
  posterior: optional(meaning(number(), 'How probable it is that they are one person.')),
  fields: optional(
    array(
      object({
        field: string(),
        level: string(),
        evidence: nullable(string()),
        message: string(),
        oneIn: nullable(number()),
        weight,
      }),
    ),
  ),
  overlap: optional(weighed),
  rivals: optional(weighed),
  prior: optional(object({ share: object({ same: number(), household: number() }), weight })),
  score: optional(weight),
  throughOthers: optional(boolean()),
  rowsCompared: optional(array(count)),
  wasCompared: optional(boolean()),
  provenApart: optional(boolean()),
  notJoined: optional(nullable(oneOf(['name-differs', 'contradicted']))),
  notAsked: optional(boolean()),
});
export type ExplainMatchRecord = z.output<typeof explainMatch>;
