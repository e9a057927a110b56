import { TABLES } from './tables.ts';

const MADE =
  /^\s*(create|insert|update|delete|drop|append)\s+(?:or replace )?(?:temp )?(?:(?:table|view|type|into|from) )?(?:if (?:not )?exists )?(\w+)/i;
const ASKED = /\bfrom\s+([a-z]\w*)/gi;

/** What a statement makes or, where it makes nothing, the last table that it asks (those before are its own parts); and what that is for. */
export function stepOf(sql: string): { readonly name: string; readonly why: string } {
  const [, verb, made] = MADE.exec(sql) ?? [];
  if (verb && made) return { name: `${verb.toLowerCase()} ${made}`, why: whatFor(made) };
  const asked = [...sql.matchAll(ASKED)].map(([, table = '']) => table).findLast((table) => whatFor(table) !== '');
  return { name: asked ? `select ${asked}` : sql.trim().slice(0, 24), why: asked ? whatFor(asked) : '' };
}

/** Nothing where no table is called so. */
export const whatFor = (table: string) => TABLES[table.replace(/\d+/, 'N')] ?? '';
