import * as z from 'zod/mini';
import { OPEN_FIELDS } from '../../domain/sealed/open-field.ts';
import { type LoadedIdentity, SEALED_FIELDS } from './sealed-columns.ts';

export const SEAL_VERSION = 1;
const ALGORITHMS = ['HMAC-SHA-256', 'HMAC-SM3'] as const;
export type SealAlgorithm = (typeof ALGORITHMS)[number];

const count = z.int().check(z.nonnegative());

/** What a sealed list says of itself, in its first line. */
const head = z.object({
  algorithm: z.enum(ALGORITHMS),
  /** Tells one key from another. */
  key: z.string().check(z.regex(/^[\w-]{16}$/)),
  /** The list that was sealed, as its department calls it, and its sheet. */
  list: z.string(),
  sheet: z.nullable(z.string()),
  /** The row equation of that list: rows = payouts + setAside + rejected. */
  rows: count,
  payouts: count,
  setAside: count,
  rejected: count,
  /** What stands open. */
  open: z.array(z.enum(OPEN_FIELDS)),
  /** What of people the list says, and is sealed. */
  sealed: z.array(z.enum(SEALED_FIELDS)),
  /** What the rules on single rows found before it was sealed. */
  found: z.object({ error: count, warning: count, hint: count }),
  /** Rows that pay a second person too, who is not sealed. */
  couples: count,
});
export type SealedHead = z.output<typeof head> & { readonly sealed: readonly LoadedIdentity[] };

export const printHead = (said: SealedHead): string =>
  `relief-sealed,${SEAL_VERSION},"${JSON.stringify(said).replaceAll('"', '""')}"`;

/** What a first line of this version says; null where somebody changed it. */
export function parseHead(line: string): SealedHead | null {
  const json = /^relief-sealed,\d+,"(\{.*\})"$/.exec(line)?.[1]?.replaceAll('""', '"');
  if (json === undefined) return null;
  try {
    const read = head.safeParse(JSON.parse(json));
    return read.success && balances(read.data) ? read.data : null;
  } catch {
    return null;
  }
}

const balances = ({ rows, payouts, setAside, rejected }: z.output<typeof head>) =>
  rows === payouts + setAside + rejected;
