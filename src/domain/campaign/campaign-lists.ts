import * as z from 'zod/mini';
import { date, text } from '../row/fields.ts';

/** By header: the field that a column is, and the measure that its amounts are of. */
interface SaidOfColumns {
  readonly columns: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, string>>;
}

/** What the columns of a list are: fields, or amounts of a measure each. */
function columnsOf(said: Readonly<Record<string, string | { readonly measure: string }>>): SaidOfColumns {
  const columns: Record<string, string> = {};
  const measures: Record<string, string> = {};
  for (const [title, is] of Object.entries(said)) {
    if (typeof is === 'string') columns[title] = is;
    else measures[title] = is.measure;
  }
  return { columns, measures };
}

/** A list of the campaign, or several by a pattern. */
export const list = z.pipe(
  z.strictObject({
    file: text,
    sheet: z.optional(text),
    department: z.optional(text),
    measure: z.optional(text),
    batch: z.optional(text),
    paid: z.optional(z.union([z.boolean(), date])),
    columns: z.optional(z.record(z.string(), z.union([text, z.strictObject({ measure: text })]))),
  }),
  z.transform(({ columns = {}, ...rest }) => ({ ...rest, ...columnsOf(columns) })),
);
