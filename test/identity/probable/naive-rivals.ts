export interface NaivePair {
  readonly one: number;
  readonly other: number;
  readonly posterior: number;
}

const oddsOf = ({ posterior }: NaivePair) => Math.min(1e6, posterior / (1 - posterior));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What rivals leave of each pair, once all pairs are `rise` times as likely: as it is defined, pair by pair. */
function leftAt(pairs: readonly NaivePair[], rise: number): number[] {
  const between = (a: number, b: number) =>
    pairs.find(({ one, other }) => (one === a && other === b) || (one === b && other === a));
  const farEnd = ({ one, other }: NaivePair, of: number) => (of === one ? other : one);
  const thirdsOf = ({ one, other }: NaivePair) =>
    [...new Set(pairs.flatMap((pair) => [pair.one, pair.other]))].flatMap((third) => {
      const [a, b] = [between(one, third), between(other, third)];
      return a && b && oddsOf(a) >= 0.05 && oddsOf(b) >= 0.05 ? [{ third, a, b }] : [];
    });
  let free = new Map<NaivePair, Map<number, number>>(
    pairs.map((pair) => [pair, new Map([pair.one, pair.other].map((of) => [of, 1]))]),
  );
  let found = pairs.map(() => rise);
  for (let round = 0; round < 6; round += 1) {
    const before = free;
    const claim = (pair: NaivePair, by: number) => rise * oddsOf(pair) * (before.get(pair)?.get(by) as number);
    const all = pairs.map((pair) => {
      const triangles = thirdsOf(pair);
      const inTriangles = triangles.flatMap(({ a, b }) => [a, b]);
      const thirds = sum(
        triangles.map(({ third, a, b }) => {
          const [x, y] = [claim(a, third), claim(b, third)];
          return Math.max(0, (1 + x + y) / (1 + x * y) - 1);
        }),
      );
      const rivalsOf = (of: number) =>
        sum(
          pairs
            .filter(
              (rival) => rival !== pair && (rival.one === of || rival.other === of) && !inTriangles.includes(rival),
            )
            .map((rival) => claim(rival, farEnd(rival, of))),
        );
      const [one, other] = [rivalsOf(pair.one), rivalsOf(pair.other)];
      const damped = (of: number, rivals: number) => {
        const own = 1 / (1 + rivals + thirds);
        return [of, round === 0 ? own : Math.sqrt(own * (before.get(pair)?.get(of) as number))] as const;
      };
      return {
        left: rise / ((1 + one) * (1 + other) * (1 + thirds)),
        free: new Map([damped(pair.one, one), damped(pair.other, other)]),
      };
    });
    found = all.map(({ left }) => left);
    free = new Map(pairs.map((pair, at) => [pair, all[at]?.free as Map<number, number>]));
  }
  return found;
}

/** What each pair's rivals leave of it, in log₂: the rise that looks for as many pairs as before is found by trying. */
export function naiveRivals(pairs: readonly NaivePair[]): number[] {
  const before = sum(pairs.map(({ posterior }) => posterior)) + 10;
  const countAt = (rise: number) => {
    const left = leftAt(pairs, rise);
    const found = pairs.map((pair, at) => 1 - 1 / (1 + oddsOf(pair) * (left[at] as number)));
    return sum(found) + (20 * rise) / (1 + rise);
  };
  let [low, high] = [1, 10];
  for (let times = 0; times < 25; times += 1) {
    const middle = (low + high) / 2;
    if (countAt(middle) < before) low = middle;
    else high = middle;
  }
  return leftAt(pairs, low).map(Math.log2);
}
