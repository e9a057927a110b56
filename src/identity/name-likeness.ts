/** How alike two names are, best first: see `compareNames` for what each means. */
export type NameLevel =
  | 'same'
  | 'variant'
  | 'same-sound'
  | 'near-sound'
  | 'similar-shape'
  | 'one-more-or-less'
  | 'one-differs'
  | 'surname-only'
  | 'different';

/** Whether names of one valid ID number are the same name written differently. Without such a number it proves nothing. */
export function isNear(level: NameLevel): boolean {
  return level !== 'surname-only' && level !== 'different';
}

/** Loads what compares names as `readName` returns them. Takes some 50 ms, so only whoever has names to compare does it. */
export async function loadNameComparer(): Promise<(a: string, b: string) => NameLevel> {
  const { compareNames } = await import('./compare-names.ts');
  return compareNames;
}
