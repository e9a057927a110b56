/** Is a number in a condition as `fields.ts` reads it: `1`, `2-4` or `2+`? */
export function fitsCondition(condition: string, value: number): boolean {
  const [, low = '', open, high] = /^(\d+)(?:(\+)|-(\d+))?$/.exec(condition) ?? [];
  if (open) return value >= Number(low);
  return value >= Number(low) && value <= Number(high ?? low);
}

/** The least that a condition takes. */
export const lowestOf = (condition: string): number => Number(/^\d+/.exec(condition)?.[0] ?? 0);
