import { foldedName } from '../../domain/folded-name.ts';
import type { Budget, DepartmentBudget } from '../budget/budget.ts';
import type { MeasureBudget } from '../budget/measure-budget.ts';

/** A department of one of two campaigns; a file may have its measures in several places. */
export interface Party {
  readonly name: string;
  /** Its name and its other names, folded. */
  readonly names: readonly string[];
  readonly measures: readonly MeasureBudget[];
}

/** What two campaigns call the same: both sides or, where the other has none, one. */
export interface Pair<T> {
  readonly from: T | null;
  readonly to: T | null;
}

/** By what two measures are known to be the same. */
type Likeness = 'id' | 'name' | 'category';

export interface MeasurePair extends Pair<MeasureBudget> {
  readonly by: Likeness | null;
}

export function parties({ departments }: Budget): Party[] {
  const found = new Map<string, DepartmentBudget[]>();
  for (const each of departments) {
    const name = foldedName(each.department.name);
    found.set(name, [...(found.get(name) ?? []), each]);
  }
  return [...found.values()].map((places) => ({
    name: places[0]?.department.name ?? '',
    names: places.flatMap(({ department: { name, aliases = [] } }) => [name, ...aliases].map(foldedName)),
    measures: places.flatMap(({ measures }) => measures),
  }));
}

/** The same departments: of one name or, where that leaves no choice, with a name or alias in common. */
export function pairParties(from: readonly Party[], to: readonly Party[]): Pair<Party>[] {
  const named = mutual(from, to, ({ names }) => names.slice(0, 1));
  const taken = new Set<Party>(named.flat());
  const free = (all: readonly Party[]) => all.filter((each) => !taken.has(each));
  return allPairs(from, to, [...named, ...mutual(free(from), free(to), ({ names }) => names)]);
}

/**
 * The same measures, never guessed: what one document has twice is the same as nothing in the other. In a department by id,
 * then by name; elsewhere by name, or by an id that stands for the same people (each file gives ids of its own); last, in a
 * department, by the one category that only this measure is for. Figures of former years are compared among themselves.
 */
export function pairMeasures(departments: readonly Pair<Party>[]): MeasurePair[] {
  const inAll = (side: 'from' | 'to') => departments.flatMap((pair) => pair[side]?.measures ?? []);
  const taken = new Set<MeasureBudget>();
  const paired: [MeasureBudget, MeasureBudget][] = [];
  const likeness = new Map<MeasureBudget, Likeness>();
  const take = (by: Likeness, found: readonly [MeasureBudget, MeasureBudget][]) => {
    for (const [from, to] of found) {
      if (taken.has(from) || taken.has(to)) continue;
      if (by === 'category' && !mayTakeSameForm(from, to)) continue;
      taken.add(from).add(to);
      paired.push([from, to]);
      likeness.set(from, by);
    }
  };
  const within = (by: Likeness, keysOf: (each: MeasureBudget) => readonly string[]) => {
    for (const { from, to } of departments) if (from && to) take(by, mutual(from.measures, to.measures, keysOf));
  };
  within('id', idOf);
  within('name', nameOf);
  take('id', mutual(inAll('from'), inAll('to'), idAndMore));
  take('name', mutual(inAll('from'), inAll('to'), nameOf));
  within('category', categoryOf);
  return allPairs(inAll('from'), inAll('to'), paired).map((pair) => ({
    ...pair,
    by: pair.from && pair.to ? (likeness.get(pair.from) ?? null) : null,
  }));
}

const key = ({ measure }: MeasureBudget, ...parts: readonly string[]) => JSON.stringify([measure.counts, ...parts]);
const idOf = (each: MeasureBudget) => [key(each, each.measure.id)];
const nameOf = (each: MeasureBudget) => [key(each, foldedName(each.measure.name))];
function idAndMore(each: MeasureBudget): string[] {
  const { id, name, to } = each.measure;
  const who = to.length > 0 ? [key(each, id, 'to', ...to.map(foldedName).sort())] : [];
  return [key(each, id, 'name', foldedName(name)), ...who];
}
function categoryOf(each: MeasureBudget): string[] {
  const [only, ...more] = each.measure.to;
  return only !== undefined && more.length === 0 ? [key(each, foldedName(only))] : [];
}

/** Goods for some people are not the cash for them of another document. */
function mayTakeSameForm({ measure: from }: MeasureBudget, { measure: to }: MeasureBudget): boolean {
  return from.form.length === 0 || to.form.length === 0 || from.form.some((form) => to.form.includes(form));
}

/** Pairs of which either is the only one in its document that has a key of the other. */
function mutual<T>(from: readonly T[], to: readonly T[], keysOf: (each: T) => readonly string[]): [T, T][] {
  const [inFrom, inTo] = [holders(from, keysOf), holders(to, keysOf)];
  const alike = (each: T, all: ReadonlyMap<string, readonly T[]>) => [
    ...new Set(keysOf(each).flatMap((name) => all.get(name) ?? [])),
  ];
  return from.flatMap((each): [T, T][] => {
    const [other, ...others] = alike(each, inTo);
    if (other === undefined || others.length > 0) return [];
    return alike(other, inFrom).length === 1 ? [[each, other]] : [];
  });
}

function holders<T>(all: readonly T[], keysOf: (each: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const each of all) {
    for (const name of new Set(keysOf(each))) {
      const known = found.get(name);
      if (known) known.push(each);
      else found.set(name, [each]);
    }
  }
  return found;
}

/** In the order of the first document; what only the second has comes last. */
function allPairs<T>(from: readonly T[], to: readonly T[], paired: readonly (readonly [T, T])[]): Pair<T>[] {
  const other = new Map<T, T>(paired);
  const second = new Set(other.values());
  return [
    ...from.map((each): Pair<T> => ({ from: each, to: other.get(each) ?? null })),
    ...to.filter((each) => !second.has(each)).map((each): Pair<T> => ({ from: null, to: each })),
  ];
}
