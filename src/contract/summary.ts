import * as z from 'zod/mini';
import { array, boolean, digest, nullable, number, object, string } from './shapes.ts';

/** `relief/summary@1` (`--summary`): what a run came to. */
export const runSummary = object({
  schema: z.literal('relief/summary@1'),
  command: string(),
  exit: number(),
  runs: array(
    object({
      campaign: nullable(string()),
      file: nullable(string()),
      exit: number(),
      outputs: array(object({ output: string(), sha256: nullable(digest), changed: boolean() })),
    }),
  ),
});
