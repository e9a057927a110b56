const START = /^\uFEFF?"?relief-sealed,(\d+)/;

/** Is it the beginning of a sealed list? */
export const isSealed = (text: string): boolean => START.test(text);

/** The version that a first line says; null where it says none. */
export function versionOf(line: string): number | null {
  const [, version] = START.exec(line) ?? [];
  return version === undefined ? null : Number(version);
}
