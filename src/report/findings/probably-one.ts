import { basename } from 'node:path';
import type { GroupFinding } from '../../checks/group/found-groups.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import type { Language } from '../../domain/language.ts';
import { grouped } from '../../domain/money.ts';
import en from '../../text/en/identity.ts';
import zh, { type IdentityWords } from '../../text/zh/identity.ts';

const WORDS: Readonly<Record<Language, IdentityWords>> = { zh, en };

/** So many rows of one list are named. */
const ROWS_NAMED = 5;

type Rows = GroupFinding['rows'];

/** Which rows of a finding certainly are one person's, or of one household, and which only probably; null where all certainly are. */
export function probablyOne({ taken, rows }: GroupFinding, language: Language): string | null {
  if (taken === null) return null;
  const words = WORDS[language];
  const one = words.one[taken];
  const parts = groupedBy(rows, ({ part }) => part);
  if (parts.size < 2) return null;
  const named = (some: Rows) => namesOf(some, rows, words);
  const sure = [...parts.values()].filter(({ length }) => length > 1);
  const rest = [...parts.values()].filter(({ length }) => length === 1).flat();
  if (sure.length === 0) return words.probably(one);
  return rest.length > 0 ? words.partly(sure.map(named), named(rest), one) : words.altogether(sure.map(named), one);
}

/** How many rows of a finding are not listed; null where all are. */
export function notListed({ rows, more }: GroupFinding, language: Language): string | null {
  return more === 0 ? null : WORDS[language].notListed(rows.length, grouped(String(more)));
}

/** Rows by their numbers; with their list, where the finding has rows of several. */
function namesOf(some: Rows, all: Rows, words: IdentityWords): string {
  const listOf = ({ place: { file, sheet } }: Rows[number]) => [basename(file), sheet].filter(Boolean).join(' ');
  const isOneList = new Set(all.map(({ list }) => list)).size === 1;
  const lists = groupedBy(some, (row) => (isOneList ? '' : listOf(row)));
  return words.list(
    [...lists].map(([list, own]) => {
      const numbers = own.flatMap(({ place }) => place.row ?? []);
      return words.rows(list, numbers.slice(0, ROWS_NAMED), numbers.length - ROWS_NAMED);
    }),
  );
}
