import type { NumberOf } from './known-numbers.ts';
import { contradict } from './partial-id.ts';

/** Two nodes that are said to be one person. */
export type Edge = readonly [bigint, bigint];

/**
 * Connected components, by union and find. A node is a number; one that `isProven` has a valid ID number of its own, and no
 * component ever holds two of those, nor two of which what is known of their numbers (`numberOf`) contradicts each other: a
 * masked number joins somebody, and never holds two people together.
 */
export class Clusters {
  readonly #parents = new Map<bigint, bigint>();
  readonly #isProven: (node: bigint) => boolean;
  readonly #numberOf: NumberOf;
  /** What is known of the numbers of components, by the node that stands for each. */
  readonly #numbers = new Map<bigint, ReadonlySet<string>>();

  constructor(isProven: (node: bigint) => boolean, numberOf: NumberOf = () => null) {
    this.#isProven = isProven;
    this.#numberOf = numberOf;
  }

  /** The node that stands for a component: the proven one, else the smallest of those that are not below zero by chance. */
  of(node: bigint): bigint {
    let root = node;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    for (let at = node; at !== root; ) {
      const next = this.#parents.get(at) as bigint;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }

  /** Every node that is in a component with another, but for the one that stands for it. */
  *joined(): Generator<bigint> {
    yield* this.#parents.keys();
  }

  /**
   * Joins along edges of equal weight. Where that would put two together who are not one, nobody can say which edge is wrong:
   * none of those that hold them together is taken. So the order of the edges never matters.
   */
  join(edges: readonly Edge[]): void {
    const tried = new Clusters(() => false);
    for (const [a, b] of edges) tried.#unite(this.of(a), this.of(b));
    const proven = new Map<bigint, bigint>();
    const numbers = new Map<bigint, Set<string>>();
    const contradicted = new Set<bigint>();
    for (const node of new Set(edges.flatMap(([a, b]) => [this.of(a), this.of(b)]))) {
      const root = tried.of(node);
      const together = numbers.get(root) ?? new Set();
      for (const number of this.#numbersOf(node)) together.add(number);
      numbers.set(root, together);
      if (!this.#isProven(node)) continue;
      if ((proven.get(root) ?? node) !== node) contradicted.add(root);
      proven.set(root, node);
    }
    for (const [root, together] of numbers) if (!agree(together)) contradicted.add(root);
    for (const [a, b] of edges) if (!contradicted.has(tried.of(this.of(a)))) this.#unite(a, b);
  }

  #unite(a: bigint, b: bigint): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one === other) return;
    const [root, child] = this.#isProven(one) || (!this.#isProven(other) && one < other) ? [one, other] : [other, one];
    this.#numbers.set(root, new Set([...this.#numbersOf(root), ...this.#numbersOf(child)]));
    this.#parents.set(child, root);
  }

  #numbersOf(root: bigint): ReadonlySet<string> {
    const known = this.#numbers.get(root);
    if (known) return known;
    const number = this.#numberOf(root);
    return new Set(number === null ? [] : [number]);
  }
}

/** Somebody whose number is written in so many ways is several people. */
const MOST_WRITTEN = 50;

function agree(numbers: ReadonlySet<string>): boolean {
  if (numbers.size < 2) return true;
  const all = [...numbers];
  return (
    all.length <= MOST_WRITTEN && !all.some((one, at) => all.slice(at + 1).some((other) => contradict(one, other)))
  );
}
