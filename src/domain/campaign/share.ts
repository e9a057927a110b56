/** A share in per cent with one decimal, half up: `13.1%`. A share of nothing is unknown. */
export function share(part: bigint, whole: bigint): string {
  if (whole === 0n) return '—';
  const tenths = (part * 2000n + whole) / (whole * 2n);
  return `${tenths / 10n}.${tenths % 10n}%`;
}
