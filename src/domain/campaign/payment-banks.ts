import * as z from 'zod/mini';
import { addProblem, type FieldProblem, note, oneOrMore, text } from '../row/fields.ts';
import {
  fieldsOfLayout,
  isLayoutFault,
  isOfPayment,
  type Layout,
  type LayoutField,
  readLayout,
  wordOf,
} from './payment-layout.ts';

/** How a line, a column or a name is made: see `readLayout`. */
const layout = z.pipe(
  z.string(),
  z.transform((value, context): Layout => {
    const read = readLayout(value);
    if (!isLayoutFault(read)) return read;
    addProblem(context.issues, { problem: 'not-a-layout', at: read.at }, 'layout', value);
    return z.NEVER;
  }),
);

/** One line or several, each made like that: a layout is itself a list, of its parts. */
const lines = z.pipe(
  oneOrMore(z.string()),
  z.transform((all, context): Layout[] =>
    all.map((value) => {
      const read = readLayout(value);
      if (!isLayoutFault(read)) return read;
      addProblem(context.issues, { problem: 'not-a-layout', at: read.at }, 'layout', value);
      return [];
    }),
  ),
);

/** The beginning of an account, which YAML may take for a number, or words of a bank's name. */
const sign = z.pipe(z.union([text, z.number()]), z.transform(String));

/** Which encodings banks ask for. */
const PAYMENT_ENCODINGS = ['utf-8', 'gbk', 'gb18030'] as const;

const parts = z.strictObject({
  name: text,
  match: z.optional(oneOrMore(sign)),
  template: z.optional(text),
  sheet: z.optional(text),
  columns: z.optional(z.record(text, layout)),
  head: z.optional(lines),
  row: z.optional(layout),
  foot: z.optional(lines),
  format: z.optional(z.enum(['xlsx', 'csv'])),
  file: z.optional(layout),
  maxRows: z.optional(z.number().check(z.int(), z.minimum(1))),
  encoding: z.optional(z.enum(PAYMENT_ENCODINGS)),
  note,
});

/** Without these no bank pays anybody. */
const NEEDED: readonly (readonly LayoutField[])[] = [['account'], ['holder', 'name'], ['amount']];

/** A bank, the accounts that are its, and how its file of payments is made. */
export const paymentBank = z.pipe(
  parts,
  z.transform((bank, context) => {
    const { columns, row, template, head, foot } = bank;
    const refuse = (key: keyof typeof bank, at: string, problem: FieldProblem = 'layout-misplaced') =>
      addProblem(context.issues, { problem, at }, 'layout', at, [key]);
    const layouts = columns ? Object.values(columns) : row ? [row] : [];
    const has = layouts.flatMap(fieldsOfLayout);
    const lacks = NEEDED.find((fields) => !fields.some((field) => has.includes(field)));
    if (layouts.length > 0 && lacks) refuse(columns ? 'columns' : 'row', wordOf(lacks[0]), 'layout-lacks');
    // A line of text and columns are two ways to say one thing; a workbook has no lines around its table.
    if (row && (columns ?? template))
      refuse(template === undefined ? 'columns' : 'template', template === undefined ? 'columns' : 'template');
    if (template !== undefined && !columns) refuse('template', 'columns', 'layout-lacks');
    const hasLines = row !== undefined || (bank.format === 'csv' && template === undefined);
    if (!hasLines && (head ?? foot)) refuse(head ? 'head' : 'foot', head ? 'head' : 'foot');
    for (const key of ['head', 'foot'] as const) {
      const own = bank[key]?.flatMap(fieldsOfLayout).find(isOfPayment);
      if (own) refuse(key, wordOf(own));
    }
    const inName = bank.file && fieldsOfLayout(bank.file).find(isOfPayment);
    if (inName) refuse('file', wordOf(inName));
    return { ...bank, match: bank.match ?? [] };
  }),
);
export type PaymentBank = z.output<typeof paymentBank>;
