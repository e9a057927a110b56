import * as z from 'zod/mini';
import {
  array,
  band,
  boolean,
  count,
  excepted,
  findingWith,
  list,
  meaning,
  money,
  object,
  ofLists,
  oneOf,
  optional,
  rowOf,
  string,
} from './shapes.ts';

const repeated = object({ persons: count, payouts: count, amount: money });

/** `relief/dedupe@2`: who is on lists more than once, and may they be. */
export const dedupe = object({
  schema: z.literal('relief/dedupe@2'),
  repeated: object({ severalPayouts: repeated, severalLists: repeated, severalDepartments: repeated }),
  overlap: meaning(
    array(object({ departments: array(z.nullable(string())), persons: count, amount: money })),
    'People whom two departments have in common.',
  ),
  overlapUnpaired: optional(count),
  against: meaning(array(list), 'Lists of what was paid earlier.'),
  narrowed: meaning(boolean(), 'Whether only some rules or departments were asked for.'),
  notCompared: meaning(
    array(object({ block: string(), keys: count, largest: count })),
    'What too many people have in common for every two of them to be compared.',
  ),
  sealed: meaning(
    optional(
      object({
        algorithm: string(),
        silent: count,
        partlyKnown: count,
        maskedNames: count,
        couples: count,
        rejected: count,
        foundBefore: object({ error: count, warning: count, hint: count }),
      }),
    ),
    'Of sealed lists alone: rows that could not be compared, or not fully, and what their departments found before they sealed them.',
  ),
  rulesOff: array(string()),
  excepted,
  ...ofLists,
  inputs: array(list),
  findings: array(
    z.union([findingWith({ band, rows: array(rowOf({ role: optional(oneOf(['roster'])) })) }), findingWith({})]),
  ),
});
export type DedupeRecord = z.output<typeof dedupe>;
