import * as z from 'zod/mini';
import { array, interval, nullable, number, object, optional, string } from './shapes.ts';

/** `relief/export@1`: the statistics table as its cells: amounts in yuan, counts as numbers, a lower bound with an open end. */
export const statistics = object({
  schema: z.literal('relief/export@1'),
  title: string(),
  campaign: optional(object({ id: string(), title: string() })),
  sheets: array(
    object({
      name: string(),
      form: nullable(object({ attachment: string(), left: string(), signatures: array(string()) })),
      above: array(string()),
      columns: array(object({ title: string(), over: nullable(string()), kind: string() })),
      rows: array(object({ level: string(), cells: array(z.union([string(), number(), interval, z.null()])) })),
      below: array(string()),
    }),
  ),
});
