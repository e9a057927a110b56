import * as z from 'zod/mini';
import { STATES } from '../domain/cases/event.ts';
import { array, count, fingerprint, meaning, money, nullable, object, oneOf, severity, string } from './shapes.ts';

const doubts = array(
  object({
    people: array(string()),
    severity,
    atStake: meaning(money, 'No payout counts twice, in however many cases it is.'),
    expected: meaning(money, 'By how much evidence there is; it decides the order and no more.'),
    cases: array(
      object({
        fingerprint,
        rule: string(),
        says: string(),
        state: oneOf(STATES),
        places: array(string()),
        units: array(string()),
      }),
    ),
  }),
);

/** `relief/doubts@1`: cases by person, the most expected money first, cut at a budget, and a sample of the rest. */
export const doubtsByPerson = object({
  schema: z.literal('relief/doubts@1'),
  title: string(),
  rest: object({ doubts: count, cases: count, atStake: money }),
  answered: meaning(count, 'So many of the sample have been answered.'),
  missed: meaning(
    nullable(object({ money, low: money, high: money })),
    'What of the rest is true, estimated from the answers to the sample, with an interval of 95%; null until there are enough.',
  ),
  doubts,
  sample: doubts,
});
export type DoubtsRecord = z.output<typeof doubtsByPerson>;
