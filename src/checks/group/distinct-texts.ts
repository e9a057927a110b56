/** Different texts in the order of their characters, which no order of rows changes. */
export function distinctTexts(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
