import * as z from 'zod/mini';
import type { Day } from '../calendar.ts';
import { readDatePhrase, readDay } from '../date-phrase.ts';
import { type Quantity, type QuantityProblem, type Read, readCount, readMoney } from '../quantity.ts';
import { type Rate, readRate } from '../rate.ts';

/** Why a value that has the right type can't be used; the catalogues hold a message for each. */
export type FieldProblem =
  | QuantityProblem
  | 'not-a-date'
  | 'not-a-duration'
  | 'not-an-id'
  | 'not-a-condition'
  | 'empty-text'
  | 'not-a-layout'
  | 'layout-lacks'
  | 'layout-misplaced'
  | 'reach-unit-missing'
  | 'year-missing'
  | 'repeated-id';

/** What was expected where a value can't be used, for the catalogues' examples. */
export type FieldKind =
  | 'money'
  | 'count'
  | 'rate'
  | 'date'
  | 'duration'
  | 'id'
  | 'condition'
  | 'text'
  | 'year'
  | 'layout';

/** Adds a typed problem to a zod context, with the words at which reading stopped; the catalogues make the message. */
export function addProblem(
  issues: { push: (issue: never) => unknown },
  { problem, at }: { readonly problem: FieldProblem; readonly at?: string | undefined },
  kind: FieldKind,
  input: unknown,
  path: readonly PropertyKey[] = [],
): void {
  issues.push({ code: 'custom', message: problem, params: { problem, kind, at }, input, path: [...path] } as never);
}

function figure<T>(kind: FieldKind, read: (printed: string) => Read<T>) {
  return z.pipe(
    z.union([z.string(), z.number()]),
    z.transform((value, context): T => {
      const result = read(String(value));
      if ('ok' in result) return result.ok;
      addProblem(context.issues, result, kind, value);
      return z.NEVER;
    }),
  );
}

/** An amount of money as the document prints it; a bare number is yuan. */
export const money = figure<Quantity>('money', readMoney);

/** A count as the document prints it. */
export const count = figure<Quantity>('count', readCount);

/** A rate as the document prints it. */
export const rate = figure<Rate>('rate', readRate);

/** Text that is not blank. */
export const text = z
  .string()
  .check(z.refine((value) => value.trim() !== '', { params: { problem: 'empty-text', kind: 'text' } }));

/** Where the document says so, and what no other key has room for: every part of a campaign may have both. */
export const source = z.optional(text);
export const note = z.optional(text);

/** A name to refer to, in letters, Chinese characters, digits and hyphens. */
export const id = z.string().check(
  z.refine((value) => /^[a-z0-9\u4e00-\u9fff]+(?:-[a-z0-9\u4e00-\u9fff]+)*$/.test(value), {
    params: { problem: 'not-an-id', kind: 'id' },
  }),
);

/** One day with its year, read as YYYY-MM-DD. */
export const day = z.pipe(
  z.string(),
  z.transform((value, context): Day => {
    const read = readDay(value);
    if (read) return read;
    addProblem(context.issues, { problem: 'not-a-date' }, 'date', value);
    return z.NEVER;
  }),
);

/** A day or a span of days as the document names it. */
export const date = z.pipe(
  z.string(),
  z.transform((value, context) => {
    const phrase = readDatePhrase(value);
    if (phrase) return phrase;
    addProblem(context.issues, { problem: 'not-a-date' }, 'date', value);
    return z.NEVER;
  }),
);

/** A number or a span of numbers that something must be in: 1, 2-4, 2+, 80周岁及以上 (read as 80+). */
export const condition = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value, context) => {
    const folded = String(value)
      .normalize('NFKC')
      .replace(/\s+/g, '')
      .replace(/(?:及|和)?以上$/, '+')
      .replace(/周岁|岁|人户?/g, '')
      .replace(/[~至到—–]+/g, '-');
    if (/^\d+(?:\+|-\d+)?$/.test(folded)) return folded;
    addProblem(context.issues, { problem: 'not-a-condition' }, 'condition', value);
    return z.NEVER;
  }),
);

/** One or several of something; always read as a list. */
export function oneOrMore<T extends z.ZodMiniType>(item: T) {
  return z.pipe(
    z.union([item, z.array(item).check(z.minLength(1))]),
    z.transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value])),
  );
}

/** A word of a fixed vocabulary, in English or as Chinese documents say it; read as the English one. */
export function word<const W extends string>(vocabulary: Readonly<Record<W, readonly string[]>>) {
  const words = Object.entries<readonly string[]>(vocabulary);
  const accepted = words.flatMap(([english, chinese]) => [english, ...chinese]);
  return z.pipe(
    z.enum(accepted as [string, ...string[]]),
    z.transform((value) => words.find(([english, chinese]) => english === value || chinese.includes(value))?.[0] as W),
  );
}
