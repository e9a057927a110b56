import { share } from './campaign/share.ts';

/** How many of those who are to be reached were, in per cent; never 100% while somebody is missing, nor 0% when one is there. */
export function coverageRate(reached: number, eligible: number): string {
  const rate = share(BigInt(reached), BigInt(eligible));
  if (rate === '100.0%' && reached < eligible) return '99.9%';
  return rate === '0.0%' && reached > 0 ? '0.1%' : rate;
}
