/** The built-in formats that show a date or a time (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are the East Asian ones). */
export function isDateFormatId(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether a format code shows a date or a time. Elapsed time (`[h]:mm`) is an amount, no date. */
export function isDateFormat(code: string): boolean {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return false;
  const bare = code.replace(/"[^"]*"?|\[[^\]]*\]|[\\_*]./g, '');
  if (/general/i.test(bare)) return false;
  return /[ymdhs]/i.test(bare) || (/[年月日]/.test(bare) && !/[0#?]/.test(bare)); // `0年` counts years
}
