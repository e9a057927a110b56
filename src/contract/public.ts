import * as z from 'zod/mini';
import { UNSEEN_KINDS } from '../domain/published/text-place.ts';
import { array, boolean, count, meaning, nullable, object, oneOf, string } from './shapes.ts';

/** `relief/public@1`: numbers of people in files about to be published; `place` is what `words` says, in parts. */
export const publicFiles = object({
  schema: z.literal('relief/public@1'),
  files: array(
    object({
      file: string(),
      found: array(
        object({
          kind: string(),
          number: meaning(string(), 'Masked.'),
          words: string(),
          place: object({
            kind: string(),
            part: nullable(string()),
            sheet: nullable(string()),
            at: nullable(z.union([string(), count])),
            until: nullable(z.union([string(), count])),
            hidden: boolean(),
          }),
        }),
      ),
      allowed: meaning(count, 'Telephones of offices, and numbers that were allowed.'),
      notLookedAt: array(object({ kind: oneOf(UNSEEN_KINDS), name: string() })),
    }),
  ),
});
export type PublicRecord = z.output<typeof publicFiles>;
