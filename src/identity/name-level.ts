/** How alike two names are, best first: see `compareNames` for what each means. */
export type NameLevel =
  | 'same'
  | 'variant'
  | 'same-sound'
  | 'near-sound'
  | 'similar-shape'
  | 'masked'
  | 'one-more-or-less'
  | 'slip'
  | 'nickname'
  | 'one-differs'
  | 'surname-only'
  | 'different';

/**
 * Whether names of one valid ID number are the same name written differently. Without such a number it proves nothing. Where a
 * character is another that neither sounds nor looks alike (陈霞 and 陈勇, 王秀英 and 张秀英), it is as likely another person's, who
 * uses the number.
 */
export function isNear(level: NameLevel): boolean {
  return level !== 'one-differs' && level !== 'surname-only' && level !== 'different';
}

/** Whether it is the same name but for the characters in which it is written. */
export function isSame(level: NameLevel): boolean {
  return level === 'same' || level === 'variant';
}

/** A sign for a hidden character, as `readName` writes it, or the word that people write instead: 张*英, 张某英. */
const HIDDEN = /[*某]/;

/** Are characters of the name hidden? */
export const isMaskedName = (name: string): boolean => HIDDEN.test(name);

/** The character with which a name begins. */
export const firstOf = (name: string): string => Array.from(name)[0] ?? '';

const SOMEBODY = /^[^*某]某某?$/u;

/** Is one of two names anybody's of a surname (张某), and the other of that surname? */
export const isSomebodyOf = (a: string, b: string): boolean =>
  (SOMEBODY.test(a) || SOMEBODY.test(b)) && firstOf(a) === firstOf(b);
