import type { Fen } from '../../src/domain/money.ts';
import type { Resolved } from '../checks/naive-pairs.ts';

interface Overlapping {
  readonly persons: number;
  readonly payouts: number;
  readonly amount: Fen;
}

/** Who is on lists more than once, as `overlapOf` tells it, but for pairs, which are by name: `残联 民政局`. */
export interface NaiveOverlap {
  readonly repeated: Overlapping;
  readonly onSeveralLists: Overlapping;
  readonly ofSeveralDepartments: Overlapping;
  readonly pairs: Readonly<Record<string, Omit<Overlapping, 'payouts'>>>;
  readonly unpaired: number;
}

const listOf = ({ place }: Resolved) => place.slice(0, place.indexOf(':'));
const departmentOf = ({ assignment }: Resolved) => assignment.department.name;
const sum = (rows: readonly Resolved[]) => rows.reduce((all, { amount }) => all + (amount ?? 0n), 0n);
const different = (rows: readonly Resolved[], what: (row: Resolved) => string) => new Set(rows.map(what)).size;

/** Looks at the rows of each person who is to be paid now; what was paid earlier counts with them. */
export function naiveOverlap(rows: readonly Resolved[]): NaiveOverlap {
  const people = new Map<string, Resolved[]>();
  for (const row of rows) {
    people.set(row.identity, [...(people.get(row.identity) ?? []), row]);
  }
  const all = [...people.values()].filter((theirs) => theirs.some(({ earlier }) => !earlier));
  const overlapping = (is: (rows: readonly Resolved[]) => boolean): Overlapping => {
    const theirs = all.filter(is);
    return { persons: theirs.length, payouts: theirs.flat().length, amount: sum(theirs.flat()) };
  };
  const named = (rows: readonly Resolved[]) => rows.filter((row) => departmentOf(row) !== '');
  const departments = [...new Set(named(rows).map(departmentOf))].sort();
  const pairs = departments.flatMap((one) =>
    departments.flatMap((other): [string, Omit<Overlapping, 'payouts'>][] => {
      const of = (rows: readonly Resolved[]) => rows.filter((row) => [one, other].includes(departmentOf(row)));
      const both = one < other ? all.filter((rows) => different(of(rows), departmentOf) === 2) : [];
      return both.length === 0 ? [] : [[`${one} ${other}`, { persons: both.length, amount: sum(both.flatMap(of)) }]];
    }),
  );
  return {
    repeated: overlapping(({ length }) => length > 1),
    onSeveralLists: overlapping((rows) => different(rows, listOf) > 1),
    ofSeveralDepartments: overlapping((rows) => different(named(rows), departmentOf) > 1),
    pairs: Object.fromEntries(pairs),
    unpaired: 0,
  };
}

/** People and households of each department, and of all. */
export function naivePeople(rows: readonly Resolved[]): Record<string, { persons: number; households: number | null }> {
  const counted = rows.filter(({ earlier }) => !earlier);
  const counts = (some: readonly Resolved[]) => ({
    persons: different(some, ({ identity }) => identity),
    households: new Set(some.flatMap(({ household }) => household ?? [])).size || null,
  });
  const departments = [...new Set(counted.map(departmentOf))];
  return Object.fromEntries([
    ['in all', counts(counted)],
    ...departments.map((name) => [`of ${name}`, counts(counted.filter((row) => departmentOf(row) === name))]),
  ]);
}
