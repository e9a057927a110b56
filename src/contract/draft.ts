import * as z from 'zod/mini';
import { array, boolean, byKey, count, meaning, nullable, number, object, oneOf, optional, string } from './shapes.ts';

const spot = object({ unit: oneOf(['line', 'page', 'paragraph']), at: count });
const origin = object({ section: string(), spot, paragraph: count });
const quoted = object({ text: string(), spot });
const doubts = meaning(
  array(object({ kind: string(), texts: array(string()) })),
  'Why a value is to be looked at, with the readings that were possible.',
);
const said = { origin, sentences: array(quoted), doubts };
const text = nullable(string());
const rates = ['range', 'rate', 'ceiling', 'average'] as const;

const stated = object({
  reach: text,
  amount: text,
  departments: nullable(count),
  status: nullable(oneOf(['planned', 'expected'])),
  ...said,
});

const measure = object({
  name: string(),
  to: text,
  form: array(oneOf(['cash', 'goods'])),
  reach: z.union([array(string()), object({ total: string(), parts: array(string()) })]),
  standard: nullable(
    z.union([
      string(),
      object({
        ...(Object.fromEntries(rates.map((rate) => [rate, optional(string())])) as Record<
          (typeof rates)[number],
          z.ZodMiniOptional<z.ZodMiniString>
        >),
        tiers: optional(
          array(
            object({
              household: optional(string()),
              age: optional(string()),
              category: optional(string()),
              rate: string(),
            }),
          ),
        ),
        parts: meaning(
          optional(
            array(object({ form: oneOf(['cash', 'goods']), rate: optional(string()), goods: optional(string()) })),
          ),
          'What each gets, in cash and in goods.',
        ),
      }),
    ]),
  ),
  delegated: text,
  amount: text,
  goods: array(object({ item: string(), quantity: string() })),
  funds: array(string()),
  age: text,
  asOf: text,
  delivery: nullable(oneOf(['visit', 'procurement'])),
  excluded: text,
  of: text,
  counts: boolean(),
  overlaps: boolean(),
  ...said,
});

const kind = nullable(string());

/** `relief/draft@1`: a document as a campaign, each value as it is printed, with its sentence; and every figure of the text. */
export const draft = object({
  schema: z.literal('relief/draft@1'),
  file: string(),
  id: string(),
  equation: meaning(byKey(['all', 'placed', 'aside', 'open'], count), '`all` = `placed` + `aside` + `open`.'),
  doubts: count,
  pictures: meaning(array(count), 'Pages without text, of which nothing was read.'),
  head: object({
    title: string(),
    type: text,
    issuer: text,
    document: text,
    region: text,
    issued: text,
    year: nullable(number()),
  }),
  stated: nullable(stated),
  funds: array(object({ name: string(), income: text, origin, sentence: nullable(quoted) })),
  delivery: array(
    object({
      form: oneOf(['cash', 'goods']),
      through: oneOf(['bank', 'procurement']),
      exceptVisits: boolean(),
      origin,
      sentence: quoted,
    }),
  ),
  roles: array(object({ name: string(), duty: string(), origin })),
  stages: array(object({ name: string(), date: string(), isUntil: boolean(), kind, origin })),
  deadlines: array(object({ name: string(), until: string(), kind, isSoft: boolean(), origin })),
  departments: array(
    object({ name: string(), section: string(), stated: nullable(stated), measures: array(measure), doubts }),
  ),
  figures: array(
    object({
      text: string(),
      context: string(),
      spot,
      section: string(),
      fate: z.union([
        object({ kind: z.literal('placed'), at: string(), key: string() }),
        object({ kind: z.literal('aside'), reason: string() }),
        object({ kind: z.literal('open'), reason: string() }),
      ]),
    }),
  ),
});
export type DraftRecord = z.output<typeof draft>;
