import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clusters } from '../../src/identity/clusters.ts';
import type { Edge } from '../../src/identity/edge.ts';
import { disagree, type Facts } from '../../src/identity/known-facts.ts';
import { contradict } from '../../src/identity/partial-id.ts';

const NODES = 14;
/** Nodes above zero are proven: a quarter of them, so that edges often lead to two. */
const isProven = (node: bigint) => node > 0n;
const node = fc.integer({ min: -10, max: NODES - 11 }).map(BigInt);
const edges = fc.array(fc.tuple(node, node), { maxLength: 16 });
const steps = fc.array(edges, { minLength: 1, maxLength: 4 });
const ALL = Array.from({ length: NODES }, (_, index) => BigInt(index - 10));

type Component = ReadonlySet<bigint>;

/** Components as a walk along all edges gives them. */
function walked(nodes: readonly bigint[], edges: readonly Edge[]): Component[] {
  const components: Set<bigint>[] = [];
  for (const start of nodes) {
    if (components.some((component) => component.has(start))) continue;
    const reached = new Set([start]);
    for (const at of reached) {
      for (const [a, b] of edges) {
        if (a === at) reached.add(b);
        if (b === at) reached.add(a);
      }
    }
    components.push(reached);
  }
  return components;
}

/** The same, a step at a time, without the edges of those parts of a step that hold two proven nodes together. */
function walkedInSteps(steps: readonly (readonly Edge[])[]): Component[] {
  let taken: Edge[] = [];
  for (const step of steps) {
    const whole = walked(ALL, [...taken, ...step]);
    const isWrong = (component: Component) => [...component].filter(isProven).length > 1;
    taken = [...taken, ...step.filter(([a]) => !whole.some((component) => component.has(a) && isWrong(component)))];
  }
  return walked(ALL, taken);
}

function clustered(steps: readonly (readonly Edge[])[], proven = isProven): Clusters {
  const clusters = new Clusters(proven);
  for (const step of steps) clusters.join(step);
  return clusters;
}

const partition = (components: Iterable<Iterable<bigint>>) =>
  [...components]
    .map((component) => [...component].map(Number).sort((a, b) => a - b))
    .sort((a, b) => Number(a[0]) - Number(b[0]));

function componentsOf(clusters: Clusters): bigint[][] {
  const roots = new Map<bigint, bigint[]>();
  for (const node of ALL) roots.set(clusters.of(node), [...(roots.get(clusters.of(node)) ?? []), node]);
  return [...roots.values()];
}

describe('clusters', () => {
  it('are connected components, where nobody is proven', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const clusters = clustered(given, () => false);
        expect(partition(componentsOf(clusters))).toEqual(partition(walked(ALL, given.flat())));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('are those of the edges of each step that hold no two proven nodes together', () => {
    fc.assert(
      fc.property(steps, (given) => {
        expect(partition(componentsOf(clustered(given)))).toEqual(partition(walkedInSteps(given)));
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  it('never hold two proven nodes, and are known by the one they hold, else by the smallest', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const clusters = clustered(given);
        for (const component of componentsOf(clusters)) {
          const proven = component.filter(isProven);
          expect(proven.length).toBeLessThan(2);
          const smallest = component.reduce((least, each) => (each < least ? each : least));
          expect(component.map((each) => clusters.of(each))).toEqual(component.map(() => proven[0] ?? smallest));
        }
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it('are the same in whatever order, and which way round, the edges of a step come', () => {
    const shuffled = steps.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.tuple(...given.map((step) => fc.shuffledSubarray(step, { minLength: step.length }))),
        fc.infiniteStream(fc.boolean()),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, others, turns]) => {
        const turned = others.map((step) => step.map(([a, b]): Edge => (turns.next().value ? [a, b] : [b, a])));
        const [one, other] = [clustered(given), clustered(turned)];
        expect(ALL.map((each) => other.of(each))).toEqual(ALL.map((each) => one.of(each)));
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it('never hold two of which what is known of their numbers contradicts each other', () => {
    // Of a number each node knows one digit, or another, or both.
    const known = fc.array(fc.constantFrom('1*', '2*', '*1', '*2', '11', '12', null), {
      minLength: NODES,
      maxLength: NODES,
    });
    fc.assert(
      fc.property(steps, known, (given, numbers) => {
        const numberOf = (node: bigint) => numbers[Number(node) + 10] ?? null;
        const factsOf = (node: bigint): Facts[] => [{ number: numberOf(node), born: null, male: null }];
        const clustered = (all: readonly (readonly Edge[])[]) => {
          const clusters = new Clusters(() => false, { factsOf, disagree });
          for (const step of all) clusters.join(step);
          return clusters;
        };
        const clusters = clustered(given);
        for (const component of componentsOf(clusters)) {
          const together = component.flatMap((node) => numberOf(node) ?? []);
          expect(together.some((one) => together.some((other) => contradict(one, other)))).toBe(false);
        }
        const turned = clustered(given.map((step) => step.toReversed()));
        expect(partition(componentsOf(turned))).toEqual(partition(componentsOf(clusters)));
      }),
      { seed: 6, numRuns: 2000 },
    );
  });

  it('name every node that is joined but for the one that stands for its component', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const clusters = clustered(given);
        const joined = new Set(clusters.joined());
        for (const component of componentsOf(clusters)) {
          const root = clusters.of(component[0] ?? 0n);
          expect(component.filter((each) => joined.has(each))).toEqual(component.filter((each) => each !== root));
        }
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});

const LONG = 100_000;
const chain = Array.from({ length: LONG }, (_, at): Edge => [BigInt(-at - 1), BigInt(-at - 2)]);

describe('a chain of a hundred thousand edges', () => {
  it.each([
    ['from its beginning', chain],
    ['from its end', chain.toReversed()],
    [
      'from everywhere at once',
      chain.toSorted(([a], [b]) => Number((a * 7919n) % 100_003n) - Number((b * 7919n) % 100_003n)),
    ],
    ['edge by edge turned', chain.map(([a, b], at): Edge => (at % 2 === 0 ? [a, b] : [b, a]))],
  ])('is one cluster, taken %s', (_order, edges) => {
    const clusters = new Clusters(() => false);
    clusters.join(edges);
    const root = BigInt(-LONG - 1);
    expect(clusters.of(-1n)).toBe(root);
    expect(new Set(edges.map(([a]) => clusters.of(a)))).toEqual(new Set([root]));
  });

  it('is none where both its ends are proven', () => {
    const clusters = new Clusters((node) => node === -1n || node === BigInt(-LONG - 1));
    clusters.join(chain);
    expect([...clusters.joined()]).toEqual([]);
  });
});
