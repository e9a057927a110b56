import type { Day, Period } from '../../../src/domain/calendar.ts';
import { coverage } from '../../../src/domain/campaign/qualifier-coverage.ts';
import { payoutCost, type Standard } from '../../../src/domain/campaign/standard.ts';
import type { Duration } from '../../../src/domain/duration.ts';
import type { Interval } from '../../../src/domain/interval.ts';
import { yuan } from '../../../src/domain/money.ts';
import type { Quantity, QuantityUnit } from '../../../src/domain/quantity.ts';
import type { Rate } from '../../../src/domain/rate.ts';

const UNITS: Readonly<Record<Exclude<QuantityUnit, 'money'>, readonly [one: string, several: string]>> = {
  persons: ['person', 'people'],
  households: ['household', 'households'],
  items: ['份', '份'],
  personTimes: ['人次', '人次'],
  householdTimes: ['户次', '户次'],
  pieces: ['piece', 'pieces'],
  institutions: ['institution', 'institutions'],
  ones: ['个', '个, of what is not said'],
  times: ['次', '次'],
  none: ['', 'without a unit'],
};
const QUALIFIERS: Readonly<Record<Quantity['qualifier'], string>> = {
  exact: '',
  about: 'about ',
  over: 'somewhat over ',
  atLeast: 'at least ',
  nearly: 'nearly ',
  atMost: 'at most ',
};

export const money = (fen: bigint) => `${yuan(fen).replace(/\.00$/, '')}元`;
const amount = (value: bigint, unit: QuantityUnit) => (unit === 'money' ? money(value) : `${value}`);

export const count = (value: bigint, unit: Exclude<QuantityUnit, 'money'>) =>
  `${value} ${UNITS[unit][value === 1n ? 0 : 1]}`;

/** What a figure was read as: its value and unit, and how firmly it is said. */
export function figure(quantity: Quantity): string {
  const { value, unit, qualifier, orUnit, also, word } = quantity;
  const [one, several] = unit === 'money' ? ['', ''] : UNITS[unit];
  const noun = [value === 1n ? one : several, word && `(${word})`, orUnit && `or ${UNITS[orUnit][1]}`].filter(Boolean);
  const own = `${QUALIFIERS[qualifier]}${[amount(value, unit), ...noun].join(' ')}`;
  return also ? `${own}, who are ${figure(also)}` : own;
}

export function interval({ low, high }: Interval, unit: QuantityUnit): string {
  if (low === null) return high === null ? 'anything' : `up to ${amount(high, unit)}`;
  if (high === null) return `${amount(low, unit)} or more`;
  return low === high ? amount(low, unit) : `${amount(low, unit)} to ${amount(high, unit)}`;
}

export const covers = (quantity: Quantity) => interval(coverage(quantity), quantity.unit);

const KINDS: Readonly<Record<Rate['kind'], string>> = {
  fixed: '',
  usual: 'usually ',
  average: 'on average ',
  ceiling: 'at most ',
};

export function rate({ low, high, per, words, each, kind }: Rate): string {
  const sum = low === high || low.value === high.value ? figure(low) : `${figure(low)} to ${figure(high)}`;
  const of = per.map((unit) => [UNITS[unit][0], ...(words?.length ? [`(${words.join(', ')})`] : [])].join(' '));
  return `${KINDS[kind]}${[sum, of.length > 0 ? `per ${of.join(' or ')}` : '', each ? `each ${each}` : ''].filter(Boolean).join(' ')}`;
}

export const duration = ({ value, unit }: Duration) => `${value} ${value === 1n ? unit : `${unit}s`}`;

export function standard(said: Standard): string {
  const { average, ceiling, tiers, joint, parts, increase, share, delegatedTo } = said;
  const told = [
    said.rate && rate(said.rate),
    average && rate(average),
    ceiling && rate(ceiling),
    tiers?.map((tier) => rate(tier.rate)).join(joint ? ' and ' : ' or '),
    parts?.map((part) => `${part.form}: ${part.rate ? rate(part.rate) : part.text}`).join(' and '),
    increase && `${rate(increase.base)}, ${rate(increase.each)} more for each further person`,
    increase?.upTo && `at most ${rate(increase.upTo)}`,
    !said.rate && share && `${Number(share.share) / 100}% of ${share.base}, which \`bases\` does not give`,
    delegatedTo && 'set by somebody else',
    said.duration && `for ${duration(said.duration)}`,
  ];
  return told.filter(Boolean).join(', ');
}

/** What one payout of a standard comes to. */
export function payout(said: Standard): string {
  const cost = payoutCost(said, 'nominal');
  return cost ? interval(cost, 'money') : '—';
}

/** The days of a phrase; one end may be open. */
export function period({ from, until }: Period): string {
  const day = (end: Day | null) => end ?? '';
  if (from === until) return day(from);
  if (from === null) return `until ${day(until)}`;
  return until === null ? `from ${from} on` : `${from} to ${until}`;
}
