import type { NameLevel } from './name-level.ts';

/** Loads what compares names as `readName` returns them. Takes some 50 ms, so only whoever has names to compare does it. */
export async function loadNameComparer(): Promise<(a: string, b: string) => NameLevel> {
  const { compareNames } = await import('./compare-names.ts');
  return compareNames;
}
