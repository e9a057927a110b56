import { SEVERITIES } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import type { Io } from './io.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly lang?: Language;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly debug?: boolean;
}

export const LANGUAGES = ['zh', 'en'] as const;
export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/**
 * The language of messages: as asked for, else that of the locale (LC_ALL, LC_MESSAGES, LANG, in that order). A locale
 * that names no language (C, POSIX, none) gets Chinese, the language of the documents; any other but Chinese, English.
 */
export function languageFor(
  asked: Language | undefined,
  { env }: Pick<Io, 'env'>,
  platform = process.platform,
): Language {
  if (asked) return asked;
  const named = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const locale = named || (platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : '');
  return /^(?:zh|C(?:\.|$)|POSIX|$)/i.test(locale) ? 'zh' : 'en';
}

/** Columns for tables: as asked for, else the terminal's, else COLUMNS, else 80. */
export function widthFor(asked: number | undefined, { stdout, env }: Pick<Io, 'stdout' | 'env'>): number {
  const columns = asked ?? (stdout.isTTY ? stdout.columns : undefined) ?? Number(env.COLUMNS);
  return Number.isInteger(columns) && columns >= 40 ? columns : 80;
}

/** Colour as asked for, else NO_COLOR and FORCE_COLOR, else whether a person is looking. */
export function colourFor(asked: boolean | undefined, { stdout, env }: Pick<Io, 'stdout' | 'env'>): boolean {
  if (asked !== undefined) return asked;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stdout.isTTY === true && env.TERM !== 'dumb';
}
