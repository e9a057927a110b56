/** Two nodes that are said to be one person. */
export type Edge = readonly [bigint, bigint];

/**
 * Connected components, by union and find. A node is a number; one that `isProven` has a valid ID number of its own, and no
 * component ever holds two of those.
 */
export class Clusters {
  readonly #parents = new Map<bigint, bigint>();
  readonly #isProven: (node: bigint) => boolean;

  constructor(isProven: (node: bigint) => boolean) {
    this.#isProven = isProven;
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
   * Joins along edges of equal weight. Where that would put two proven nodes together, nobody can say which edge is wrong:
   * none of those that hold them together is taken. So the order of the edges never matters.
   */
  join(edges: readonly Edge[]): void {
    const tried = new Clusters(() => false);
    for (const [a, b] of edges) tried.#unite(this.of(a), this.of(b));
    const proven = new Map<bigint, bigint>();
    const contradicted = new Set<bigint>();
    for (const node of new Set(edges.flatMap(([a, b]) => [this.of(a), this.of(b)]))) {
      if (!this.#isProven(node)) continue;
      const root = tried.of(node);
      if ((proven.get(root) ?? node) !== node) contradicted.add(root);
      proven.set(root, node);
    }
    for (const [a, b] of edges) if (!contradicted.has(tried.of(this.of(a)))) this.#unite(a, b);
  }

  #unite(a: bigint, b: bigint): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one === other) return;
    const [root, child] = this.#isProven(one) || (!this.#isProven(other) && one < other) ? [one, other] : [other, one];
    this.#parents.set(child, root);
  }
}
