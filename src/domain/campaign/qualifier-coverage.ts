import type { Interval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';

/** One unit of the last digit that is not zero, never less than the printed precision allows: 8.5万 to 1000, 600 to 100. */
function lastSignificantUnit({ value, step }: Quantity): bigint {
  let unit = step;
  while (value !== 0n && value % (unit * 10n) === 0n) unit *= 10n;
  return unit;
}

/**
 * Every value that a figure, printed as it is, may stand for. A bare figure holds to its printed digits (33万元 is
 * 32.5万 up to but not including 33.5万); 约 to half a unit of its last digit that is not zero (约8.5万 ± 500), but no more
 * than 5% of it (约100万 ± 5万); 余/多 up to one such unit above (7000余 < 8000), 近 one below, but no more than 10%; 以上
 * and 不超过 are open.
 */
export function coverage(quantity: Quantity): Interval {
  const { value, step, qualifier } = quantity;
  const unit = lastSignificantUnit(quantity);
  switch (qualifier) {
    case 'exact':
      return { low: value - step / 2n, high: step > 1n ? value + step / 2n - 1n : value };
    case 'about':
      return around(value, least(unit / 2n, value / 20n));
    case 'over':
      return { low: value, high: value + unit - 1n };
    case 'nearly':
      return { low: value - least(unit - 1n, value / 10n), high: value };
    case 'atLeast':
      return { low: value, high: null };
    case 'atMost':
      return { low: null, high: value };
  }
}

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const around = (value: bigint, by: bigint): Interval => ({ low: value - by, high: value + by });
