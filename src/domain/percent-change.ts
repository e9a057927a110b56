/** By how many tenths of a per cent a figure changed, half up in size (-2.25% is -2.3%); null where it was nothing before. */
export function percentChange(from: bigint, to: bigint): bigint | null {
  if (from === 0n) return null;
  const change = to - from;
  const size = change < 0n ? -change : change;
  const tenths = (size * 2000n + from) / (from * 2n);
  return change < 0n ? -tenths : tenths;
}

/** Tenths as a decimal: `-2.3`. */
export function printTenths(tenths: bigint): string {
  const size = tenths < 0n ? -tenths : tenths;
  return `${tenths < 0n ? '-' : ''}${size / 10n}.${size % 10n}`;
}
