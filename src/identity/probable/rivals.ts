/** Pairs of records that may be one person, by their records' numbers, and how likely each is by what the two say. */
export interface RivalPairs {
  readonly ones: ArrayLike<number>;
  readonly others: ArrayLike<number>;
  readonly posteriors: ArrayLike<number>;
}

/** Messages are weighed against those before, so that they settle. */
const ROUNDS = 6;
/** How surely two are one is not told apart beyond this. */
const MOST_ODDS = 1e6;
/** Odds of pairs that are likely enough to make three one. */
const LEAST_SIDE = 0.05;
/** Of a record with more of them only the likeliest are looked at: those of a village's namesakes would be without number. */
const MOST_SIDES = 32;
/** What is looked for is nearly as many pairs as were likely: so many that have no rivals, as likely as not, count with them. */
const EVEN_PAIRS = 20;
const MOST_RISE = 10;

/** Three records of which each two are a pair: once for each of its sides. */
interface Triangles {
  readonly pair: Int32Array;
  /** The end of the pair between its `one` and the third record that is the third's, and the same of its `other`. */
  readonly byOne: Int32Array;
  readonly byOther: Int32Array;
}

/**
 * How much more, or less, likely each pair is one person for whom else each of the two may be, in hundredths of log₂: nobody is two
 * different people. Who could be one of several is each of them the less, unless those are one themselves; who has no rival is it the
 * more, so that there are as many pairs as before. It is belief propagation on the graph of pairs, exact where that is a tree.
 */
export function weighRivals(pairs: RivalPairs): Float64Array {
  const claims = new Claims(pairs);
  const before = sum(pairs.posteriors) + EVEN_PAIRS / 2;
  let [low, high] = [0, Math.log2(MOST_RISE)];
  for (let halving = 0; halving < 11; halving += 1) {
    const rise = (low + high) / 2;
    const even = EVEN_PAIRS / (1 + 2 ** -rise);
    if (claims.pairsAt(2 ** rise) + even < before) low = rise;
    else high = rise;
  }
  return claims.leftAt(2 ** ((low + high) / 2)).map((left) => Math.round(100 * Math.log2(left)));
}

const sum = (values: ArrayLike<number>) => {
  let total = 0;
  for (let at = 0; at < values.length; at += 1) total += values[at] as number;
  return total;
};

/** Ends are numbered: 2 × pair for its `one`, and the next for its `other`. */
class Claims {
  readonly #recordOf: Int32Array;
  readonly #odds: Float64Array;
  readonly #triangles: Triangles;
  readonly #records: number;

  constructor({ ones, others, posteriors }: RivalPairs) {
    const size = ones.length;
    this.#recordOf = new Int32Array(2 * size);
    this.#odds = new Float64Array(size);
    const records = new Map<number, number>();
    const numberOf = (record: number) => {
      const known = records.get(record);
      if (known !== undefined) return known;
      records.set(record, records.size);
      return records.size - 1;
    };
    for (let pair = 0; pair < size; pair += 1) {
      this.#recordOf[2 * pair] = numberOf(ones[pair] as number);
      this.#recordOf[2 * pair + 1] = numberOf(others[pair] as number);
      const likely = posteriors[pair] as number;
      this.#odds[pair] = Math.min(MOST_ODDS, likely / (1 - likely));
    }
    this.#records = records.size;
    this.#triangles = this.#findTriangles();
  }

  /** Of each record, its ends of pairs that are likely enough to be a triangle's side. */
  #sidesOf(): (readonly number[])[] {
    const sides: number[][] = Array.from({ length: this.#records }, () => []);
    for (const [end, record] of this.#recordOf.entries()) {
      if ((this.#odds[end >> 1] as number) >= LEAST_SIDE) sides[record]?.push(end);
    }
    return sides.map((ends) => this.#likeliest(ends));
  }

  /** Of those that are as likely all or none: which one comes first says nothing. */
  #likeliest(ends: readonly number[]): readonly number[] {
    if (ends.length <= MOST_SIDES) return ends;
    const odds = (end: number) => this.#odds[end >> 1] as number;
    const sorted = Float64Array.from(ends, odds).sort();
    const tooUnlikely = sorted[ends.length - MOST_SIDES - 1] as number;
    return ends.filter((end) => odds(end) > tooUnlikely);
  }

  #findTriangles(): Triangles {
    const sides = this.#sidesOf();
    let size = 0;
    this.#eachTriangle(sides, () => {
      size += 1;
    });
    const triangles = { pair: new Int32Array(size), byOne: new Int32Array(size), byOther: new Int32Array(size) };
    let at = 0;
    this.#eachTriangle(sides, (pair, byOne, byOther) => {
      triangles.pair[at] = pair;
      triangles.byOne[at] = byOne;
      triangles.byOther[at] = byOther;
      at += 1;
    });
    return triangles;
  }

  #eachTriangle(
    sides: readonly (readonly number[])[],
    tell: (pair: number, byOne: number, byOther: number) => void,
  ): void {
    const endAt = new Int32Array(this.#records).fill(-1);
    for (let pair = 0; pair < this.#odds.length; pair += 1) {
      const ofOne = sides[this.#recordOf[2 * pair] as number] as readonly number[];
      for (const end of ofOne) endAt[this.#recordOf[end ^ 1] as number] = end ^ 1;
      for (const end of sides[this.#recordOf[2 * pair + 1] as number] as readonly number[]) {
        const third = endAt[this.#recordOf[end ^ 1] as number] as number;
        if (third >= 0) tell(pair, third, end ^ 1);
      }
      for (const end of ofOne) endAt[this.#recordOf[end ^ 1] as number] = -1;
    }
  }

  /** What rivals leave of each pair, when all pairs are so much more likely: what its odds are multiplied by. */
  leftAt(rise: number): Float64Array {
    const ends = this.#recordOf.length;
    let free = new Float64Array(ends).fill(1);
    const claimed = new Float64Array(this.#records);
    const rivals = new Float64Array(ends);
    const thirds = new Float64Array(this.#odds.length);
    // What a pair claims of the record at one end is what the record at its other end is free to.
    const claim = (end: number) => rise * (this.#odds[end >> 1] as number) * (free[end ^ 1] as number);
    const add = (to: Float64Array, at: number, more: number) => {
      to[at] = (to[at] as number) + more;
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      claimed.fill(0);
      thirds.fill(0);
      for (let end = 0; end < ends; end += 1) add(claimed, this.#recordOf[end] as number, claim(end));
      for (let end = 0; end < ends; end += 1)
        rivals[end] = (claimed[this.#recordOf[end] as number] as number) - claim(end);
      const { pair, byOne, byOther } = this.#triangles;
      for (let at = 0; at < pair.length; at += 1) {
        const side = pair[at] as number;
        const [one, other] = [claim((byOne[at] as number) ^ 1), claim((byOther[at] as number) ^ 1)];
        add(rivals, 2 * side, -one);
        add(rivals, 2 * side + 1, -other);
        // Of three: nobody is anybody, one pair of them is one person, or all are.
        add(thirds, side, Math.max(0, (1 + one + other) / (1 + one * other) - 1));
      }
      const now = new Float64Array(ends);
      for (let end = 0; end < ends; end += 1) {
        rivals[end] = Math.max(0, rivals[end] as number);
        const own = 1 / (1 + (rivals[end] as number) + (thirds[end >> 1] as number));
        now[end] = round === 0 ? own : Math.sqrt(own * (free[end] as number));
      }
      free = now;
    }
    return this.#odds.map((_, side) => {
      const [one, other] = [rivals[2 * side] as number, rivals[2 * side + 1] as number];
      return rise / ((1 + one) * (1 + other) * (1 + (thirds[side] as number)));
    });
  }

  /** How many pairs are one person, when all are so much more likely. */
  pairsAt(rise: number): number {
    const left = this.leftAt(rise);
    return sum(this.#odds.map((odds, pair) => 1 - 1 / (1 + odds * (left[pair] as number))));
  }
}
