import { identifies } from '../../src/domain/id-number.ts';
import { compareNames } from '../../src/identity/compare-names.ts';
import { isNear } from '../../src/identity/name-likeness.ts';
import { patternOf } from '../../src/identity/partial-id.ts';
import type { NaiveRow } from './naive-rows.ts';

/** Who is a person of their own before anything is compared. */
interface Node {
  readonly name: string | null;
  readonly id: NaiveRow['id'];
}

type Edge = readonly [string, string];

/** The identity of every row, in their order. */
export function naiveIdentities(rows: readonly NaiveRow[]): string[] {
  const nodeOf = nodesBy(rows);
  const nodes = new Map(rows.map((row) => [nodeOf(row), row as Node]));
  const components = new Map([...nodes.keys()].map((node) => [node, node]));
  const proven = new Set([...nodes].filter(([, { id }]) => id.key !== null).map(([node]) => node));
  for (const edges of [
    () => repairs(rows, nodeOf),
    () => partials(rows, nodeOf),
    () => contacts(rows, 'account', nodeOf),
    () => contacts(rows, 'phone', nodeOf),
  ]) {
    join(components, proven, edges());
  }
  return rows.map((row) => components.get(nodeOf(row)) ?? '');
}

/** The node of a row: a valid ID number and which of its groups of names, another number and the name, or the row alone. */
function nodesBy(rows: readonly NaiveRow[]): (row: NaiveRow) => string {
  const groups = new Map<string, string[][]>();
  for (const key of new Set(rows.flatMap(({ id }) => id.key ?? []))) {
    const names = new Set(rows.filter(({ id }) => id.key === key).flatMap(({ name }) => name ?? []));
    groups.set(
      key,
      connected([...names], (a, b) => isNear(compareNames(a, b))),
    );
  }
  return ({ id, name, place }) => {
    if (id.key === null) return identifies(id) ? `number ${id.text} of ${name}` : `row ${place}`;
    const mine = groups.get(id.key) ?? [];
    if (mine.length < 2) return id.key;
    const group = mine.findIndex((names) => name !== null && names.includes(name));
    return group < 0 ? `${id.key} without a name` : `${id.key} group ${group}`;
  };
}

/** Everything that hangs together, found by looking at all pairs again and again. */
function connected<T>(all: readonly T[], touches: (a: T, b: T) => boolean): T[][] {
  const groups: T[][] = [];
  const left = new Set(all);
  for (const first of all) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const other of [...left]) {
        if (!touches(member, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Joins what edges of one step connect, unless that would make one person of two who have nodes that are proven. */
function join(components: Map<string, string>, proven: ReadonlySet<string>, edges: readonly Edge[]): void {
  const at = (node: string) => components.get(node) ?? node;
  const pairs = edges.map(([a, b]) => [at(a), at(b)] as const);
  const linked = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    linked.set(a, (linked.get(a) ?? new Set()).add(b));
    linked.set(b, (linked.get(b) ?? new Set()).add(a));
  }
  const touched = [...linked.keys()];
  for (const group of connected(touched, (a, b) => linked.get(a)?.has(b) ?? false)) {
    const members = [...components].filter(([, component]) => group.includes(component)).map(([node]) => node);
    if (members.filter((node) => proven.has(node)).length > 1) continue;
    const [whole = ''] = group;
    for (const node of members) components.set(node, whole);
  }
}

function repairs(rows: readonly NaiveRow[], nodeOf: (row: NaiveRow) => string): Edge[] {
  const valid = rows.filter(({ id, name }) => id.key !== null && name !== null);
  return rows.flatMap((row): Edge[] => {
    const { id, name } = row;
    const isTypo = ['checksum', 'birth-date', 'malformed'].includes(id.class) && id.text.length === 18;
    if (!isTypo || name === null || !identifies(id)) return [];
    const meant = valid.filter(({ id: { key } }) => key !== null && isOneMistake(id.text, key));
    const same = meant.filter((other) => other.name === name);
    const near = meant.filter((other) => isLikely(name, other.name ?? ''));
    const likely = new Set((same.length > 0 ? same : near).map(nodeOf));
    return likely.size === 1 ? [...likely].map((node): Edge => [nodeOf(row), node]) : [];
  });
}

function isLikely(name: string, other: string): boolean {
  const level = compareNames(name, other);
  return isNear(level) && level !== 'one-differs';
}

function isOneMistake(text: string, key: string): boolean {
  const places = [...key].flatMap((digit, place) => (text[place] === digit ? [] : [place]));
  const [first = 0, second = 0] = places;
  const isSwap = second === first + 1 && text[first] === key[second] && text[second] === key[first];
  return places.length === 1 || (places.length === 2 && isSwap);
}

function partials(rows: readonly NaiveRow[], nodeOf: (row: NaiveRow) => string): Edge[] {
  return rows.flatMap((row): Edge[] => {
    const { id, name } = row;
    if (!['masked', 'damaged', 'malformed'].includes(id.class) || name === null || !identifies(id)) return [];
    const pattern = patternOf(id.class, id.text);
    if (pattern === null) return [];
    const fits = (key: string) => [...pattern].every((sign, place) => sign === '*' || sign === key[place]);
    const meant = new Set(
      rows.filter((other) => other.name === name && other.id.key !== null && fits(other.id.key)).map(nodeOf),
    );
    return meant.size === 1 ? [...meant].map((node): Edge => [nodeOf(row), node]) : [];
  });
}

const MOST_NAMES = 10;
const MOST_MISTAKES = 2;

function contacts(rows: readonly NaiveRow[], contact: 'account' | 'phone', nodeOf: (row: NaiveRow) => string): Edge[] {
  return [...new Set(rows.flatMap((row) => row[contact] ?? []))].flatMap((shared) => {
    const sharers = rows.filter((row) => row[contact] === shared);
    const names = new Set(sharers.flatMap(({ name }) => name ?? []));
    if (names.size > MOST_NAMES) return [];
    return [...names].flatMap((name): Edge[] => {
      const mine = sharers.filter((row) => row.name === name);
      if (mine.every(({ id }) => id.key !== null)) return [];
      const numbers = mine.flatMap(({ id }) => numberOf(id) ?? []);
      if (numbers.some((one) => numbers.some((other) => differing(one, other) > MOST_MISTAKES))) return [];
      const nodes = mine.map(nodeOf);
      return nodes.flatMap((one) => nodes.map((other): Edge => [one, other]));
    });
  });
}

function numberOf({ class: found, text, key }: NaiveRow['id']): string | null {
  return key ?? (found === 'missing' || found === 'placeholder' ? null : patternOf(found, text));
}

function differing(one: string, other: string): number {
  return [...one].filter((sign, place) => sign !== '*' && other[place] !== '*' && sign !== other[place]).length;
}
