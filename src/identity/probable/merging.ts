import { contradict, positionsThatDiffer } from '../partial-id.ts';

/** Two records that are probably one person. */
export interface LikelyEdge {
  readonly one: number;
  readonly other: number;
  readonly posterior: number;
}

/** What is known of a record that decides whom it may be joined with. */
export interface Knowledge {
  /** Its valid ID number, of which nobody has two; null if it has none. */
  readonly numberOf: (record: number) => string | null;
  /** Its ID numbers, of 18 characters, with stars for what is not known. */
  readonly patternsOf: (record: number) => readonly string[];
  /** Is its name or its number masked? Then it joins, but holds nobody together. */
  readonly isMasked: (record: number) => boolean;
}

/**
 * Joins records along edges, the surest first: no two of a cluster contradict each other, so that of edges that hold together what
 * does, the weakest is left out. Of equally sure ones none is taken where they would, so that their order never matters. A masked
 * record comes last, and joins the one cluster that it fits best. Records that somebody decided to be
 * two never come together; those decided to be one do, whatever else is said of them, unless they have two valid numbers. Of whoever has one
 * valid number under two names nothing but a decision makes one.
 * @returns the clusters of several records.
 */
export function mergeSurest(
  edges: readonly LikelyEdge[],
  knowledge: Knowledge,
  { same, apart }: Decided = NOTHING,
): number[][] {
  const clusters = new ConsistentClusters(knowledge, apart);
  for (const { one, other } of same) clusters.joinDecided(one, other);
  const { isMasked } = knowledge;
  for (const equals of surestFirst(edges.filter(({ one, other }) => !isMasked(one) && !isMasked(other)))) {
    clusters.join(equals);
  }
  for (const equals of surestFirst(bestOfMasked(edges, clusters, isMasked))) clusters.join(equals);
  return clusters.several();
}

/** Edges in groups of equal weight. */
function surestFirst(edges: readonly LikelyEdge[]): LikelyEdge[][] {
  const groups = new Map<number, LikelyEdge[]>();
  for (const edge of edges) {
    const equals = groups.get(edge.posterior);
    if (equals) equals.push(edge);
    else groups.set(edge.posterior, [edge]);
  }
  return [...groups].sort(([a], [b]) => b - a).map(([, equals]) => equals);
}

/** Of each masked record its surest edges, where they lead to one cluster; to another masked one, where that says the same. */
function bestOfMasked(
  edges: readonly LikelyEdge[],
  clusters: ConsistentClusters,
  isMasked: Knowledge['isMasked'],
): LikelyEdge[] {
  const best = new Map<number, LikelyEdge[]>();
  const offer = (record: number, edge: LikelyEdge) => {
    if (!isMasked(record)) return;
    const known = best.get(record);
    const surest = known?.[0]?.posterior ?? 0;
    if (edge.posterior > surest) best.set(record, [edge]);
    else if (edge.posterior === surest) known?.push(edge);
  };
  for (const edge of edges) {
    offer(edge.one, edge);
    offer(edge.other, edge);
  }
  const isChosen = (record: number, edge: LikelyEdge) => {
    if (!isMasked(record)) return true;
    const its = best.get(record) ?? [];
    const leadsTo = ({ one, other }: LikelyEdge) => clusters.of(one === record ? other : one);
    return its.includes(edge) && new Set(its.map(leadsTo)).size === 1;
  };
  const all = new Set([...best.values()].flat());
  return [...all].filter((edge) => isChosen(edge.one, edge) && isChosen(edge.other, edge));
}

type Pair = Pick<LikelyEdge, 'one' | 'other'>;

/** What people decided of records. */
interface Decided {
  readonly same: readonly Pair[];
  readonly apart: readonly Pair[];
}
const NOTHING: Decided = { same: [], apart: [] };

/** Connected components in which nothing contradicts anything. */
class ConsistentClusters {
  readonly #knowledge: Knowledge;
  readonly #apart: readonly Pair[];
  readonly #clusters = new Map<number, readonly number[]>();

  constructor(knowledge: Knowledge, apart: readonly Pair[]) {
    this.#knowledge = knowledge;
    this.#apart = apart;
  }

  /** The record that stands for a cluster. */
  of(record: number): number {
    return this.#clusters.get(record)?.[0] ?? record;
  }

  #members(record: number): readonly number[] {
    return this.#clusters.get(record) ?? [record];
  }

  several(): number[][] {
    return [...new Set(this.#clusters.values())].map((members) => [...members]);
  }

  /** Joins two of whom somebody said that they are one. */
  joinDecided(one: number, other: number): void {
    if (this.of(one) === this.of(other)) return;
    const members = [one, other].flatMap((record) => this.#members(this.of(record))).sort((a, b) => a - b);
    if (!this.#areKeptApart(members) && this.#numbersOf(members).size < 2)
      for (const member of members) this.#clusters.set(member, members);
  }

  join(edges: readonly LikelyEdge[]): void {
    const neighbours = new Map<number, number[]>();
    for (const { one, other } of edges) {
      const [a, b] = [this.of(one), this.of(other)];
      if (a === b) continue;
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        const known = neighbours.get(from);
        if (known) known.push(to);
        else neighbours.set(from, [to]);
      }
    }
    const seen = new Set<number>();
    for (const start of neighbours.keys()) {
      if (seen.has(start)) continue;
      const component = reached(start, neighbours, seen);
      const members = component.flatMap((cluster) => this.#members(cluster)).sort((a, b) => a - b);
      if (!this.#areKeptApart(members) && !this.#areProven(component) && !this.#contradictory(component))
        for (const member of members) this.#clusters.set(member, members);
    }
  }

  #areKeptApart(members: readonly number[]): boolean {
    const all = new Set(members);
    return this.#apart.some(({ one, other }) => all.has(one) && all.has(other));
  }

  #numbersOf(members: readonly number[]): ReadonlySet<string> {
    return new Set(members.map(this.#knowledge.numberOf).filter((number) => number !== null));
  }

  /** Have several clusters a valid number? */
  #areProven(clusters: readonly number[]): boolean {
    return clusters.filter((cluster) => this.#numbersOf(this.#members(cluster)).size > 0).length > 1;
  }

  /** Does what is known of one cluster contradict another? What is one cluster already is one, whatever it says. */
  #contradictory(clusters: readonly number[]): boolean {
    const { patternsOf } = this.#knowledge;
    const known = clusters.map((cluster) => [...new Set(this.#members(cluster).flatMap(patternsOf))]);
    return known.some((some, at) =>
      known.slice(at + 1).some((others) => some.some((one) => others.some((other) => areContradictory(one, other)))),
    );
  }
}

function reached(start: number, neighbours: ReadonlyMap<number, readonly number[]>, seen: Set<number>): number[] {
  const found = [start];
  seen.add(start);
  for (const each of found) {
    for (const next of neighbours.get(each) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      found.push(next);
    }
  }
  return found;
}

/** Nobody makes a mistake in the few digits that a mask leaves; in a whole number one may. */
function areContradictory(one: string, other: string): boolean {
  const isPartial = one.includes('*') || other.includes('*');
  return isPartial ? positionsThatDiffer(one, other).length > 0 : contradict(one, other);
}
