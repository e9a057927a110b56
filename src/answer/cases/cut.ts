import { SEVERITIES } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import { sha256 } from '../../file/bytes.ts';
import { keyOf, type RankedDoubt } from './ranked-doubts.ts';

/** What a cut leaves out, estimated from those of the sample that have been answered; money in fen. */
interface Estimate {
  readonly money: Fen;
  /** Between these with about 95 of 100 chances. */
  readonly low: Fen;
  readonly high: Fen;
}

/** Doubts that are looked at, and what is known of the others. */
export interface Cut {
  /** The first so many. */
  readonly chosen: readonly RankedDoubt[];
  /** Some of the rest, by chance. */
  readonly sample: readonly RankedDoubt[];
  readonly rest: { readonly doubts: number; readonly cases: number; readonly atStake: Fen };
  /** So many of the sample have been answered. */
  readonly answered: number;
  /** Null until of every severity in the rest enough have been answered. */
  readonly missed: Estimate | null;
}

/** Of fewer answers nothing can be said. */
const FEWEST = 5;
/** So many standard deviations leave one in twenty out. */
const Z = 1.96;

/**
 * Cuts ranked doubts: the first `budget`, and `size` of the rest drawn by chance, of each severity in proportion to its money. What is
 * drawn depends on what the doubts are and on nothing else, so that the same input gives the same sample.
 */
export function cut(ranked: readonly RankedDoubt[], budget: number, size: number): Cut {
  const chosen = ranked.slice(0, budget);
  const rest = ranked.slice(budget);
  const strata = SEVERITIES.map((severity) => rest.filter((each) => each.severity === severity));
  const sizes = allocated(strata, Math.min(size, rest.length));
  const drawn = strata.map((stratum, at) => draw(stratum, sizes[at] ?? 0));
  const sample = drawn.flat();
  return {
    chosen,
    sample,
    rest: {
      doubts: rest.length,
      cases: rest.reduce((sum, { cases }) => sum + cases.length, 0),
      atStake: sumOf(rest),
    },
    answered: sample.filter(isAnswered).length,
    missed: estimate(strata.map((stratum, at) => ({ stratum, answered: (drawn[at] ?? []).filter(isAnswered) }))),
  };
}

const sumOf = (doubts: readonly RankedDoubt[]): Fen => doubts.reduce((sum, { atStake }) => sum + atStake, 0n);

/** Has somebody said of each of its cases what it is? */
const isAnswered = ({ cases }: RankedDoubt): boolean => cases.every(({ state }) => state !== 'unchecked');

/** How many of each stratum are drawn: in proportion to its money, and so many at least that something can be said of it. */
function allocated(strata: readonly (readonly RankedDoubt[])[], size: number): number[] {
  const money = strata.map((stratum) => Number(sumOf(stratum)) + stratum.length);
  const all = money.reduce((sum, each) => sum + each, 0) || 1;
  const sizes = strata.map((stratum, at) =>
    Math.min(stratum.length, Math.max(Math.round((size * (money[at] ?? 0)) / all), Math.min(FEWEST, size))),
  );
  for (let over = sizes.reduce((sum, each) => sum + each, 0) - size; over > 0; over -= 1) {
    sizes[sizes.indexOf(Math.max(...sizes))] = Math.max(...sizes) - 1;
  }
  return sizes;
}

/** Digests are as good as chance, and the same every time. */
function draw(stratum: readonly RankedDoubt[], size: number): RankedDoubt[] {
  return stratum
    .map((doubt) => ({ doubt, lot: sha256(`sample ${keyOf(doubt)}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, size)
    .map(({ doubt }) => doubt);
}

interface Answered {
  readonly stratum: readonly RankedDoubt[];
  readonly answered: readonly RankedDoubt[];
}

/**
 * What share of the money at stake was confirmed, of each stratum with the interval of Wilson for as many answers as those of one size
 * would be (Kish); strata are put together as Zou and Donner do (MOVER). Where all of a stratum were answered it is known.
 */
function estimate(strata: readonly Answered[]): Estimate | null {
  let [money, below, above] = [0, 0, 0];
  for (const { stratum, answered } of strata) {
    if (stratum.length === 0) continue;
    const isWhole = answered.length === stratum.length;
    if (!isWhole && answered.length < FEWEST) return null;
    const { share, low, high } = shareOf(answered);
    const atStake = Number(sumOf(stratum));
    money += share * atStake;
    if (isWhole) continue;
    below += ((share - low) * atStake) ** 2;
    above += ((high - share) * atStake) ** 2;
  }
  const fen = (value: number): Fen => BigInt(Math.round(Math.max(0, value)));
  return { money: fen(money), low: fen(money - Math.sqrt(below)), high: fen(money + Math.sqrt(above)) };
}

function shareOf(answered: readonly RankedDoubt[]): {
  readonly share: number;
  readonly low: number;
  readonly high: number;
} {
  const stakes = answered.map(({ atStake }) => Number(atStake));
  const all = stakes.reduce((sum, stake) => sum + stake, 0);
  if (all === 0) return { share: 0, low: 0, high: 0 };
  const share = answered.reduce((sum, doubt) => sum + confirmedOf(doubt), 0) / all;
  const n = all ** 2 / stakes.reduce((sum, stake) => sum + stake ** 2, 0);
  const middle = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n);
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** What was confirmed of a doubt: no more than is at stake in it. */
function confirmedOf({ cases, atStake }: RankedDoubt): number {
  const confirmed = cases.reduce((sum, { money }) => sum + Number(money.confirmed), 0);
  return Math.min(confirmed, Number(atStake));
}
