import * as z from 'zod/mini';
import { PERSON_CHANGES, PERSON_DIFFERENCES, PERSON_REASONS } from '../domain/people/person-change.ts';
import { compare } from './compare.ts';
import { array, boolean, byKey, count, list, meaning, money, nullable, object, oneOf, string } from './shapes.ts';

const sides = object({ before: count, now: count });
const movement = {
  persons: meaning(
    byKey(['before', 'now', ...PERSON_CHANGES] as const, count),
    'before = left + changed + same; now = added + changed + same.',
  ),
  amount: meaning(
    byKey(['before', 'now', 'added', 'left', 'changed'] as const, money),
    'now = before + added − left + changed, to the fen; changed is what those on both get more.',
  ),
  withoutAmount: meaning(sides, 'Payouts that say no amount: where there are any, sums are lower bounds.'),
};
const reason = oneOf(PERSON_REASONS);

const side = nullable(
  object({
    file: string(),
    sheet: nullable(string()),
    row: nullable(count),
    name: nullable(string()),
    id: nullable(string()),
    livesIn: nullable(string()),
    departments: array(string()),
    measures: array(string()),
    amount: nullable(money),
    payouts: count,
  }),
);

const people = {
  people: object({
    from: string(),
    to: string(),
    ...movement,
    reasons: array(object({ change: oneOf(['added', 'left']), reason, persons: count, amount: money })),
    byDepartment: array(object({ department: nullable(string()), ...movement })),
    byMeasure: array(object({ department: nullable(string()), measure: nullable(string()), ...movement })),
    byCommittee: array(object({ subdistrict: nullable(string()), committee: nullable(string()), ...movement })),
    confirmed: meaning(count, 'People who are one on both because that is confirmed, and not certain.'),
    perhaps: meaning(count, 'Pairs of one who went and one who came who may be one person.'),
    hasRosters: boolean(),
  }),
  lists: object({ before: array(list), now: array(list) }),
  changes: array(
    object({
      change: oneOf(['added', 'left', 'changed']),
      reason: nullable(reason),
      differences: array(oneOf(PERSON_DIFFERENCES)),
      certain: boolean(),
      before: side,
      now: side,
    }),
  ),
};

/** `relief/compare-people@1`: the people of two lists. */
export const comparePeople = object({ schema: z.literal('relief/compare-people@1'), ...people });

/** `relief/compare@2`: two campaigns, and the people of their lists. */
export const compareWithPeople = z.extend(compare, { schema: z.literal('relief/compare@2'), ...people });

/** What a record has of people, beside what it is a record of. */
export type PeopleRecord = Omit<z.output<typeof comparePeople>, 'schema'>;
