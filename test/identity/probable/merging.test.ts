import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Knowledge, type LikelyEdge, mergeSurest } from '../../../src/identity/probable/merging.ts';

const RECORDS = 10;
const ALL = Array.from({ length: RECORDS }, (_, record) => record);

/** What is known of a record: numbers of four signs here, of which none is valid beside its own. */
interface Known {
  readonly proven: boolean;
  readonly masked: boolean;
  readonly patterns: readonly string[];
}

const NUMBERS = ['1111', '1112', '2222', '2333'];
const known = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ proven: false, masked: false, patterns: [] }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...NUMBERS).map((number) => ({ proven: true, masked: false, patterns: [number] })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      proven: fc.constant(false),
      masked: fc.constant(true),
      patterns: fc.constantFrom(['1***'], ['2***'], ['**11'], ['22**'], []),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('1111', '2*22', '1*12')
      .map((number) => ({ proven: false, masked: false, patterns: [number] })),
  },
);
const knowledge = fc.array(known, { minLength: RECORDS, maxLength: RECORDS });
const record = fc.integer({ min: 0, max: RECORDS - 1 });
const edges = fc.uniqueArray(
  fc
    .record({ one: record, other: record, posterior: fc.constantFrom(0.99, 0.993, 0.995, 0.999) })
    .filter(({ one, other }) => one < other),
  { maxLength: 14, selector: ({ one, other }) => `${one} ${other}` },
);

const asked = (all: readonly Known[]): Knowledge => ({
  numberOf: (record) => (all[record]?.proven ? (all[record].patterns[0] ?? null) : null),
  isMasked: (record) => all[record]?.masked ?? false,
  patternsOf: (record) => all[record]?.patterns ?? [],
});

/** Digits that both know and that are not the same; two whole numbers may differ by two mistakes, of 18 signs at least 14 of which are known: these have four. */
const contradicts = (one: string, other: string) =>
  Array.from(one).some((sign, at) => sign !== '*' && other[at] !== '*' && sign !== other[at]);

/** Whether records can all be one person. */
function canBeOne(records: readonly number[], all: readonly Known[]): boolean {
  if (records.filter((record) => all[record]?.proven).length > 1) return false;
  const patterns = records.flatMap((record) => all[record]?.patterns ?? []);
  return !patterns.some((one) => patterns.some((other) => contradicts(one, other)));
}

type Group = readonly number[];

const groupOf = (groups: readonly Group[], record: number): Group =>
  groups.find((group) => group.includes(record)) ?? [record];

/** Groups with those that edges join, unless what hangs together by these edges can't be one: then as they were. */
function joined(groups: readonly Group[], edges: readonly LikelyEdge[], all: readonly Known[]): Group[] {
  let whole: Group[] = [...groups];
  for (const { one, other } of edges) {
    const [a, b] = [groupOf(whole, one), groupOf(whole, other)];
    if (a !== b) whole = [...whole.filter((group) => group !== a && group !== b), [...a, ...b]];
  }
  return whole.flatMap((group) =>
    canBeOne(group, all) ? [group] : groups.filter((before) => group.includes(before[0] ?? -1)),
  );
}

const levelsOf = (edges: readonly LikelyEdge[]) =>
  [...new Set(edges.map(({ posterior }) => posterior))].sort((a, b) => b - a);

/** By hand: the surest edges first, all that are as sure at once; then whoever is masked, each to the one group that it fits best. */
function naiveClusters(edges: readonly LikelyEdge[], all: readonly Known[]): Group[] {
  let groups: Group[] = ALL.map((record) => [record]);
  const isMasked = (record: number) => all[record]?.masked ?? false;
  const open = edges.filter(({ one, other }) => !isMasked(one) && !isMasked(other));
  for (const level of levelsOf(open)) {
    groups = joined(
      groups,
      open.filter(({ posterior }) => posterior === level),
      all,
    );
  }
  const before = groups;
  /** The surest edges of a masked record, if they lead to one group. */
  const wants = (record: number, edge: LikelyEdge): boolean => {
    if (!isMasked(record)) return true;
    const its = edges.filter(({ one, other }) => one === record || other === record);
    const surest = its.filter(({ posterior }) => posterior === Math.max(...its.map((each) => each.posterior)));
    const targets = new Set(surest.map(({ one, other }) => groupOf(before, one === record ? other : one)[0]));
    return surest.includes(edge) && targets.size === 1;
  };
  const chosen = edges.filter(
    (edge) => (isMasked(edge.one) || isMasked(edge.other)) && wants(edge.one, edge) && wants(edge.other, edge),
  );
  for (const level of levelsOf(chosen)) {
    groups = joined(
      groups,
      chosen.filter(({ posterior }) => posterior === level),
      all,
    );
  }
  return groups.filter((group) => group.length > 1);
}

const partition = (groups: readonly Group[]) =>
  groups.map((group) => group.toSorted((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

const RUNS = { seed: 1, numRuns: 3000 };

describe('joining the surest first', () => {
  it('gives what whoever takes edges by hand gets', () => {
    fc.assert(
      fc.property(edges, knowledge, (given, all) => {
        expect(partition(mergeSurest(given, asked(all)))).toEqual(partition(naiveClusters(given, all)));
      }),
      RUNS,
    );
  });

  it('never has two valid numbers, nor what contradicts each other, in one cluster', () => {
    fc.assert(
      fc.property(edges, knowledge, (given, all) => {
        for (const cluster of mergeSurest(given, asked(all))) expect(canBeOne(cluster, all)).toBe(true);
      }),
      { ...RUNS, seed: 2 },
    );
  });

  it('is the same in whatever order edges come, and whichever end comes first', () => {
    const turned = edges.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given, { minLength: given.length }),
        fc.array(fc.boolean(), { minLength: given.length, maxLength: given.length }),
      ),
    );
    fc.assert(
      fc.property(turned, knowledge, ([given, shuffled, turns], all) => {
        const others = shuffled.map((edge, at) => (turns[at] ? { ...edge, one: edge.other, other: edge.one } : edge));
        expect(partition(mergeSurest(others, asked(all)))).toEqual(partition(mergeSurest(given, asked(all))));
      }),
      { ...RUNS, seed: 3 },
    );
  });

  it('says the same of records by whatever numbers they go', () => {
    const renamed = fc.shuffledSubarray(ALL, { minLength: RECORDS });
    fc.assert(
      fc.property(edges, knowledge, renamed, (given, all, names) => {
        const name = (record: number) => names[record] ?? -1;
        const others = given.map((edge) => ({ ...edge, one: name(edge.one), other: name(edge.other) }));
        const itsKnown = ALL.map((record) => all[names.indexOf(record)] as Known);
        const back = mergeSurest(others, asked(itsKnown)).map((group) => group.map((record) => names.indexOf(record)));
        expect(partition(back)).toEqual(partition(mergeSurest(given, asked(all))));
      }),
      { ...RUNS, seed: 4 },
    );
  });

  it('never has whoever is masked hold together what would not be one without', () => {
    fc.assert(
      fc.property(edges, knowledge, (given, all) => {
        const isMasked = (record: number) => all[record]?.masked ?? false;
        const without = mergeSurest(
          given.filter(({ one, other }) => !isMasked(one) && !isMasked(other)),
          asked(all),
        );
        for (const cluster of mergeSurest(given, asked(all))) {
          const open = cluster.filter((record) => !isMasked(record));
          if (open.length > 1)
            expect(without.some((group) => open.every((record) => group.includes(record)))).toBe(true);
        }
      }),
      { ...RUNS, seed: 5 },
    );
  });

  it.each<[string, readonly Known[], readonly (readonly [number, number, number])[], readonly (readonly number[])[]]>([
    [
      'a number with two mistakes is that of whoever has it without',
      [
        { proven: true, masked: false, patterns: ['990001195001011234'] },
        { proven: false, masked: false, patterns: ['990001195001011325'] },
      ],
      [[0, 1, 0.999]],
      [],
    ],
    [
      'a number with one mistake is that of whoever has it without',
      [
        { proven: true, masked: false, patterns: ['990001195001011234'] },
        { proven: false, masked: false, patterns: ['990001195001011244'] },
      ],
      [[0, 1, 0.999]],
      [[0, 1]],
    ],
    [
      'nobody makes a mistake in the digits that a mask leaves',
      [
        { proven: true, masked: false, patterns: ['990001195001011234'] },
        { proven: false, masked: true, patterns: ['990001********1244'] },
      ],
      [[0, 1, 0.999]],
      [],
    ],
    [
      'of what holds together two valid numbers the weakest is left out',
      [
        { proven: true, masked: false, patterns: ['990001195001011234'] },
        { proven: false, masked: false, patterns: [] },
        { proven: true, masked: false, patterns: ['990001196001011230'] },
      ],
      [
        [0, 1, 0.999],
        [1, 2, 0.998],
      ],
      [[0, 1]],
    ],
    [
      'of two that are as sure none is taken',
      [
        { proven: true, masked: false, patterns: ['990001195001011234'] },
        { proven: false, masked: false, patterns: [] },
        { proven: true, masked: false, patterns: ['990001196001011230'] },
      ],
      [
        [0, 1, 0.999],
        [1, 2, 0.999],
      ],
      [],
    ],
  ])('%s', (_what, all, given, expected) => {
    const likely = given.map(([one, other, posterior]) => ({ one, other, posterior }));
    expect(partition(mergeSurest(likely, asked(all)))).toEqual(expected);
  });
});
