import { basename } from 'node:path';
import type { GroupFinding } from '../checks/pair/found-groups.ts';
import type { Language } from '../domain/language.ts';
import en from '../text/identity-en.ts';
import zh, { type IdentityWords } from '../text/identity-zh.ts';

const WORDS: Readonly<Record<Language, IdentityWords>> = { zh, en };

/** So many rows of one list are named. */
const ROWS_NAMED = 5;

type Rows = GroupFinding['rows'];

/** Which rows of a finding certainly are one person's, or of one household, and which only probably; null where all certainly are. */
export function probablyOne({ taken, rows }: GroupFinding, language: Language): string | null {
  if (taken === null) return null;
  const words = WORDS[language];
  const one = words.one[taken];
  const parts = new Map<bigint | null, Rows[number][]>();
  for (const row of rows) parts.set(row.part, [...(parts.get(row.part) ?? []), row]);
  if (parts.size < 2) return null;
  const named = (some: Rows) => namesOf(some, rows, words);
  const sure = [...parts.values()].filter(({ length }) => length > 1);
  const rest = [...parts.values()].filter(({ length }) => length === 1).flat();
  if (sure.length === 0) return words.probably(one);
  return rest.length > 0 ? words.partly(sure.map(named), named(rest), one) : words.altogether(sure.map(named), one);
}

/** Rows by their numbers; with their list, where the finding has rows of several. */
function namesOf(some: Rows, all: Rows, words: IdentityWords): string {
  const listOf = ({ place: { file, sheet } }: Rows[number]) => [basename(file), sheet].filter(Boolean).join(' ');
  const isOneList = new Set(all.map(({ list }) => list)).size === 1;
  const numbers = new Map<string, number[]>();
  for (const row of some) {
    const list = isOneList ? '' : listOf(row);
    numbers.set(list, [...(numbers.get(list) ?? []), ...(row.place.row === null ? [] : [row.place.row])]);
  }
  return words.list(
    [...numbers].map(([list, own]) => words.rows(list, own.slice(0, ROWS_NAMED), own.length - ROWS_NAMED)),
  );
}
