import * as z from 'zod/mini';
import { array, count, meaning, nullable, object, oneOf, string } from './shapes.ts';

/** `relief/audit@1`: whether a journal of runs is as it was written. */
export const audit = object({
  schema: z.literal('relief/audit@1'),
  file: string(),
  runs: count,
  first: nullable(string()),
  last: nullable(string()),
  faults: meaning(
    array(object({ line: count, fault: oneOf(['changed', 'unreadable', 'half']) })),
    'Lines that were changed or before which something is gone; that are no run; that end in the middle.',
  ),
  seal: meaning(string(), 'Of the last line; kept elsewhere it shows whether lines were taken away at the end.'),
});
export type AuditRecord = z.output<typeof audit>;
