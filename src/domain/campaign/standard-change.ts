import type { Qualifier } from '../figure-words.ts';
import { foldedName } from '../folded-name.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rate.ts';
import type { Standard } from './standard.ts';

/** What became of a standard; unknown where one document says none. */
export type StandardChange = 'raised' | 'lowered' | 'changed' | 'same' | 'unknown';

/** How one figure moved: 1, 0 or -1, or `other` where that can't be said. */
type Move = -1 | 0 | 1 | 'other';

/**
 * Compares figure by figure what is alike: ranges end by end, tiers tier by tier. Raised where some figures are higher and
 * none is lower; anything that is not alike in kind, unit, tiers or who sets it, or moved both ways, is only changed.
 */
export function standardChange(from: Standard | undefined, to: Standard | undefined): StandardChange {
  if (!from || !to) return 'unknown';
  const [before, after] = [partsOf(from), partsOf(to)];
  if (before.size === 0 || after.size === 0) return 'unknown';
  if (before.size !== after.size || foldedName(from.delegatedTo ?? '') !== foldedName(to.delegatedTo ?? ''))
    return 'changed';
  const moves = new Set<Move>();
  for (const [name, rate] of before) {
    const other = after.get(name);
    for (const move of other === undefined ? (['other'] as const) : rateMoves(rate, other)) moves.add(move);
  }
  if (moves.has('other') || (moves.has(1) && moves.has(-1))) return 'changed';
  return moves.has(1) ? 'raised' : moves.has(-1) ? 'lowered' : 'same';
}

/** A standard's rates by the place that they have in it; who else sets it has no rate. */
function partsOf({
  rate,
  average,
  ceiling,
  tiers = [],
  parts: given = [],
  increase,
  delegatedTo,
}: Standard): Map<string, Rate | null> {
  const parts: [string, Rate | null | undefined][] = [
    ['rate', rate],
    ['average', average],
    ['ceiling', ceiling],
    ['base', increase?.base],
    ['each', increase?.each],
    ['upTo', increase?.upTo],
    ['delegated', delegatedTo === undefined ? undefined : null],
  ];
  for (const { form, rate: each } of given) parts.push([`part ${form}`, each]);
  const seen = new Map<string, number>();
  for (const { household, age, category, funder, rate: each } of tiers) {
    const who = JSON.stringify([household, age, foldedName(category ?? ''), foldedName(funder ?? '')]);
    const times = (seen.get(who) ?? 0) + 1; // tiers that say the same of whom they are for keep their order
    seen.set(who, times);
    parts.push([`tier ${who} ${times}`, each]);
  }
  return new Map(parts.filter((part): part is [string, Rate | null] => part[1] !== undefined));
}

function rateMoves(from: Rate | null, to: Rate | null): Move[] {
  if (from === null || to === null) return [from === to ? 0 : 'other'];
  if (from.kind !== to.kind || [...from.per].sort().join() !== [...to.per].sort().join()) return ['other'];
  const moves = [move(from.low, to.low), move(from.high, to.high)];
  const alike = isRange(from) === isRange(to);
  return alike || moves[0] === moves[1] ? moves : ['other']; // one figure became a range that holds it, or a range one figure
}

const isRange = ({ low, high }: Rate) => low.value !== high.value;
const isOpen = (qualifier: Qualifier) => qualifier === 'atLeast' || qualifier === 'atMost';

function move(from: Quantity, to: Quantity): Move {
  const sign = to.value > from.value ? 1 : to.value < from.value ? -1 : 0;
  if (from.qualifier === to.qualifier) return sign;
  return sign === 0 || isOpen(from.qualifier) || isOpen(to.qualifier) ? 'other' : sign;
}
