import type { Edge } from './edge.ts';
import type { Facts, FactsOf, Known } from './known-facts.ts';

const NOTHING_KNOWN = { factsOf: () => [], disagree: () => false };

/**
 * Connected components, by union and find. A node is a number; one that `isProven` has a valid ID number of its own, and no
 * component ever holds two of those, nor two of whom what is known (`factsOf`) disagrees: a masked number joins somebody, and never
 * holds two people together.
 */
export class Clusters<F extends object = Facts> {
  readonly #parents = new Map<bigint, bigint>();
  readonly #isProven: (node: bigint) => boolean;
  readonly #factsOf: FactsOf<F>;
  readonly #disagree: (one: F, other: F) => boolean;
  /** What is known of components, by the node that stands for each; told by its text, so that nothing is there twice. */
  readonly #facts = new Map<bigint, ReadonlyMap<string, F>>();

  constructor(isProven: (node: bigint) => boolean, { factsOf, disagree }: Known<F> = NOTHING_KNOWN) {
    this.#isProven = isProven;
    this.#factsOf = factsOf;
    this.#disagree = disagree;
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
    const facts = new Map<bigint, Map<string, F>>();
    const contradicted = new Set<bigint>();
    for (const node of new Set(edges.flatMap(([a, b]) => [this.of(a), this.of(b)]))) {
      const root = tried.of(node);
      const together = facts.get(root) ?? new Map<string, F>();
      for (const [text, fact] of this.#factsIn(node)) together.set(text, fact);
      facts.set(root, together);
      if (!this.#isProven(node)) continue;
      if ((proven.get(root) ?? node) !== node) contradicted.add(root);
      proven.set(root, node);
    }
    for (const [root, together] of facts) if (!agree([...together.values()], this.#disagree)) contradicted.add(root);
    for (const [a, b] of edges) if (!contradicted.has(tried.of(this.of(a)))) this.#unite(a, b);
  }

  #unite(a: bigint, b: bigint): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one === other) return;
    const [root, child] = this.#isProven(one) || (!this.#isProven(other) && one < other) ? [one, other] : [other, one];
    const together = new Map([...this.#factsIn(root), ...this.#factsIn(child)]);
    if (together.size > 0) this.#facts.set(root, together);
    this.#parents.set(child, root);
  }

  #factsIn(root: bigint): ReadonlyMap<string, F> {
    return this.#facts.get(root) ?? new Map(this.#factsOf(root).map((fact) => [textOf(fact), fact]));
  }
}

const textOf = (facts: object) => Object.values(facts).join(' ');

/** Somebody of whom so much is said is several people. */
const MOST_TOLD = 50;

function agree<F>(all: readonly F[], disagree: (one: F, other: F) => boolean): boolean {
  return all.length <= MOST_TOLD && !all.some((one, at) => all.slice(at + 1).some((other) => disagree(one, other)));
}
