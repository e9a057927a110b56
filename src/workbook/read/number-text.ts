const PLAIN = /^(?:0|-?[1-9]\d{0,14})$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that a cell's value is, or null when it is none. */
export function numberIn(value: string): number | null {
  if (!NUMBER.test(value)) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** A number as it stands in the file, in the form of `numberText`. What is no number is left as it is. */
export function numericText(value: string): string {
  if (PLAIN.test(value)) return value;
  const number = numberIn(value.trim());
  return number === null ? value : numberText(number);
}

/** Spreadsheets keep no more digits; a double holds some integers of 16. */
const MOST_DIGITS = 15;

/**
 * `500`, `1234.56`: plainly, and the shortest that is the same number. From 16 digits on the last ones are lost, and the
 * text must say so: `3.10107198001011E+17`, as Excel does. Where the 16th is there and no zero, a program wrote it, and all are.
 */
export function numberText(number: number): string {
  if (Math.abs(number) < 10 ** MOST_DIGITS) return String(number);
  if (Number.isSafeInteger(number) && number % 10 !== 0) return String(number);
  const [digits = '', exponent = ''] = number.toExponential(MOST_DIGITS - 1).split('e');
  return `${digits.replace(/\.?0+$/, '')}E${exponent}`;
}
