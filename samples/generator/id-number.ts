const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** The 18th character for the first 17 (GB 11643-1999). */
export function checkDigit(seventeen: string): string {
  let sum = 0;
  for (let position = 0; position < 17; position += 1) {
    sum += (seventeen.charCodeAt(position) - 48) * (WEIGHTS[position] as number);
  }
  return CHECK_DIGITS.charAt(sum % 11);
}

/** The same number with other first 17 characters, and the check digit that belongs to them. */
export function withCheckDigit(seventeen: string): string {
  return seventeen + checkDigit(seventeen);
}
