import type { IdClass } from '../domain/people/id-number.ts';

const EIGHTEEN = /^[\d*]{17}[\dX*]$/;
/** What a spreadsheet leaves of 18 digits: 15 and zeros, or a power of ten. */
const CUT = /^(\d{15})000$/;
const POWER = /^(\d)(?:\.(\d*))?E\+?17$/;
/** The first digits of a number whose last ones were lost. */
const BEGINNING = /^\d{14,17}$/;

/**
 * An ID number of which some digits are known, as 18 characters with `*` for every one that is not; null for a text that says
 * nothing about 18. A masked number of 15 digits gets its century.
 */
export function patternOf(found: IdClass, text: string): string | null {
  if (found === 'masked') {
    if (EIGHTEEN.test(text)) return text;
    return /^[\d*]{15}$/.test(text) ? `${text.slice(0, 6)}19${text.slice(6)}*` : null;
  }
  if (found === 'placeholder') return null;
  const [, whole = '', more = ''] = POWER.exec(text) ?? [];
  const beginning = CUT.exec(text)?.[1] ?? (BEGINNING.test(text) ? text : whole + more);
  if (found !== 'damaged' && found !== 'malformed') return /^\d{17}[\dX]$/.test(text) ? text : null;
  return beginning === '' ? null : beginning.slice(0, 18).padEnd(18, '*');
}

/** A row with a masked or cut number: so much is known of it. */
export interface Partial {
  readonly person: bigint;
  readonly name: string;
  readonly pattern: string;
}

/** Where two numbers of 18 characters say different things, from 1. */
export function positionsThatDiffer(a: string, b: string): number[] {
  return Array.from(a).flatMap((character, index) => {
    const other = b[index];
    return character === '*' || other === '*' || other === undefined || character === other ? [] : [index + 1];
  });
}

/** The places, from 0, of the digits that are known. */
export function placesKnown(pattern: string): number[] {
  return Array.from(pattern).flatMap((sign, place) => (sign === '*' ? [] : [place]));
}

/** Two mistakes in one number are rare; more, and they are two numbers. */
const MOST_MISTAKES = 2;
/** With so few digits known of both, none may differ: four of them at the end tell people apart, and two hardly. */
const FEWEST_COMPARED = 14;

/** Can two numbers, each perhaps mistyped or known in part only, not be the same? Two valid ones that differ never are. */
export function contradict(a: string, b: string): boolean {
  const compared = placesKnown(a).filter((place) => place < b.length && b[place] !== '*');
  const differ = compared.filter((place) => a[place] !== b[place]).length;
  return differ > (compared.length < FEWEST_COMPARED ? 0 : MOST_MISTAKES);
}

/** Are so many digits of both known that they tell whether it is one number? */
export function areComparable(a: string, b: string): boolean {
  return placesKnown(a).filter((place) => place < b.length && b[place] !== '*').length >= FEWEST_COMPARED;
}

/**
 * One of how many numbers, at least, has what another has in each place. The area is that of most people on lists of one
 * district, and says nothing. People on lists of one kind were born within thirty years or so; the order within a day is odd
 * for men and even for women, whom a name tells apart; the last is one of eleven.
 */
const KINDS = [1, 1, 1, 1, 1, 1, 1, 1, 4, 8, 1, 10, 3, 10, 10, 10, 5, 11];

/** How probably somebody else's number fits as well, of all who have the same name. */
export function chanceOf(pattern: string): number {
  return KINDS.reduce((chance, kinds, place) => (pattern[place] === '*' ? chance : chance / kinds), 1);
}

/**
 * Of so many others, at most, whose numbers fit by chance may there be expected to be one before a number that is known in part
 * tells nobody apart: of ten digits, area and last four, where five people on all lists have the name.
 */
export const MOST_BY_CHANCE = 1e-3;
