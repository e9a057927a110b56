import type { IdClass } from '../domain/id-number.ts';

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

/** Where two numbers of 18 characters say different things, from 1. */
export function positionsThatDiffer(a: string, b: string): number[] {
  return Array.from(a).flatMap((character, index) => {
    const other = b[index];
    return character === '*' || other === '*' || other === undefined || character === other ? [] : [index + 1];
  });
}

/** Two mistakes in one number are rare; more, and they are two numbers. */
const MOST_MISTAKES = 2;

/** Can two numbers, each perhaps mistyped or known in part only, not be the same? Two valid ones that differ never are. */
export function contradict(a: string, b: string): boolean {
  return positionsThatDiffer(a, b).length > MOST_MISTAKES;
}
