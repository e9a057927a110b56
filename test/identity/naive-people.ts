import { identifies } from '../../src/domain/people/id-number.ts';
import { compareNames } from '../../src/identity/compare-names.ts';
import { isMaskedName, isNear, isSame } from '../../src/identity/name-level.ts';
import { chanceOf, MOST_BY_CHANCE, patternOf } from '../../src/identity/partial-id.ts';
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
  for (const edges of [
    () => documents(rows, nodeOf),
    () => repairs(rows, nodeOf),
    () => partials(rows, nodeOf),
    () => contacts(rows, 'account', nodeOf),
    () => contacts(rows, 'phone', nodeOf),
  ]) {
    join(components, nodes, edges());
  }
  return rows.map((row) => components.get(nodeOf(row)) ?? '');
}

/** The node of a row: a valid ID number and which of its groups of names, another number and the name, or the row alone. */
function nodesBy(rows: readonly NaiveRow[]): (row: NaiveRow) => string {
  const groups = new Map<string, string[][]>();
  for (const key of new Set(rows.flatMap(({ id }) => id.key ?? []))) {
    const names = new Set(rows.filter(({ id }) => id.key === key).flatMap(({ name }) => name ?? []));
    groups.set(key, namesOfOne([...names]));
  }
  return ({ id, name, place }) => {
    if (id.key === null) return tells(id, name, rows) ? `number ${id.text} of ${name}` : `row ${place}`;
    const mine = groups.get(id.key) ?? [];
    if (mine.length < 2) return id.key;
    const group = mine.findIndex((names) => name !== null && names.includes(name));
    return group < 0 ? `${id.key} without a name` : `${id.key} group ${group}`;
  };
}

/** More names under one number are nobody's, and only equal ones are one. */
const MOST_UNDER_ONE = 12;

/** Names in groups of which each is one person's: those that are near each other, unless they hang together by a third only. */
function namesOfOne(names: readonly string[]): string[][] {
  if (names.length > MOST_UNDER_ONE) return names.map((name) => [name]);
  const weak = ['masked', 'one-more-or-less', 'slip', 'nickname'];
  const near = (a: string, b: string) => isNear(compareNames(a, b));
  const alike = connected(names, (a, b) => near(a, b) && !weak.includes(compareNames(a, b)));
  const touch = (one: readonly string[], other: readonly string[]) => one.some((a) => other.some((b) => near(a, b)));
  return connected(alike, touch).flatMap((group) =>
    group.every((one) => group.every((other) => touch(one, other))) ? [group.flat()] : group,
  );
}

/** Whether a number that is not valid tells its bearer from all others of the name. */
function tells(id: NaiveRow['id'], name: string | null, rows: readonly NaiveRow[]): boolean {
  if (!identifies(id)) return false;
  const pattern = id.class === 'masked' || id.class === 'damaged' ? patternOf(id.class, id.text) : null;
  if (pattern === null) return true;
  if (name === null) return false;
  const others = (other: string) => (isMaskedName(name) ? mayBe(name, other) : other === name);
  return peopleOf(rows, others) * chanceOf(pattern) <= MOST_BY_CHANCE;
}

/** Whether a masked name shows nothing that another, perhaps masked as well, does not. */
function mayBe(masked: string, name: string): boolean {
  if (!isMaskedName(name)) return compareNames(masked, name) === 'masked';
  const shows = (sign: string, place: number) => isMaskedName(masked[place] ?? '') || masked[place] === sign;
  return name.length === masked.length && [...name].every(shows);
}

/** How many people have such names: those with a valid number, and of the others, of each name, as many as one list has. */
function peopleOf(rows: readonly NaiveRow[], counts: (name: string) => boolean): number {
  const names = [...new Set(rows.flatMap(({ name }) => name ?? []))].filter(counts);
  return names.reduce((sum, name) => {
    const mine = rows.filter((row) => row.name === name);
    const valid = new Set(mine.flatMap(({ id }) => id.key ?? []));
    const perList = new Map<string, number>();
    for (const { place } of mine.filter(({ id }) => id.key === null)) {
      const [list = ''] = place.split(':');
      perList.set(list, (perList.get(list) ?? 0) + 1);
    }
    return sum + valid.size + Math.max(0, ...perList.values());
  }, 0);
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

/** Joins what edges of one step connect, unless that would make one person of two of whom each is known by another number. */
function join(components: Map<string, string>, nodes: ReadonlyMap<string, Node>, edges: readonly Edge[]): void {
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
    const ids = members.flatMap((node) => nodes.get(node)?.id ?? []);
    if (ids.filter(({ key }) => key !== null).length > 1) continue;
    if (clash(ids.flatMap((id) => numberOf(id) ?? []))) continue;
    const [whole = ''] = group;
    for (const node of members) components.set(node, whole);
  }
}

const clash = (numbers: readonly string[]) => numbers.some((one) => numbers.some((other) => contradicts(one, other)));

/** Passports and their like under names that are near each other. */
function documents(rows: readonly NaiveRow[], nodeOf: (row: NaiveRow) => string): Edge[] {
  const held = rows.filter(({ id, name }) => id.class === 'other-document' && name !== null);
  return [...new Set(held.map(({ id }) => id.text))].flatMap((text) => {
    const mine = held.filter(({ id }) => id.text === text);
    const names = [...new Set(mine.flatMap(({ name }) => name ?? []))];
    if (names.length > MOST_NAMES) return [];
    return namesOfOne(names).flatMap((same) => {
      const nodes = mine.filter(({ name }) => name !== null && same.includes(name)).map(nodeOf);
      return nodes.map((node): Edge => [nodes[0] ?? '', node]);
    });
  });
}

function repairs(rows: readonly NaiveRow[], nodeOf: (row: NaiveRow) => string): Edge[] {
  const valid = rows.filter(({ id, name }) => id.key !== null && name !== null);
  return rows.flatMap((row): Edge[] => {
    const { id, name } = row;
    const isTypo = ['checksum', 'birth-date', 'malformed'].includes(id.class) && id.text.length === 18;
    if (!isTypo || name === null || !identifies(id)) return [];
    const meant = valid.filter(({ id: { key } }) => key !== null && isOneMistake(id.text, key));
    const same = meant.filter((other) => other.name === name);
    const near = meant.filter((other) => isNear(compareNames(name, other.name ?? '')));
    const likely = new Set((same.length > 0 ? same : near).map(nodeOf));
    return likely.size === 1 ? [...likely].map((node): Edge => [nodeOf(row), node]) : [];
  });
}

function isOneMistake(text: string, key: string): boolean {
  const places = [...key].flatMap((digit, place) => (text[place] === digit ? [] : [place]));
  const [first = 0, second = 0] = places;
  const isSwap = second === first + 1 && text[first] === key[second] && text[second] === key[first];
  return places.length === 1 || (places.length === 2 && isSwap);
}

const HEARD = ['variant', 'same-sound', 'near-sound'];

function partials(rows: readonly NaiveRow[], nodeOf: (row: NaiveRow) => string): Edge[] {
  return rows.flatMap((row): Edge[] => {
    const { id, name } = row;
    if (!['masked', 'damaged', 'malformed'].includes(id.class) || name === null || !tells(id, name, rows)) return [];
    const pattern = patternOf(id.class, id.text);
    if (pattern === null) return [];
    const fits = (key: string) => [...pattern].every((sign, place) => sign === '*' || sign === key[place]);
    const fitting = rows.filter((other) => other.name !== null && other.id.key !== null && fits(other.id.key));
    const same = fitting.filter((other) => other.name === name);
    const isMasked = isMaskedName(name);
    const isHan = (text: string) => /\p{Script=Han}/u.test(text);
    const heard = (other: string) =>
      isHan(name) && isHan(other) && (other === name || HEARD.includes(compareNames(name, other)));
    const near = fitting.filter(
      ({ name: other }) =>
        !isMaskedName(other ?? '') && (heard(other ?? '') || compareNames(name, other ?? '') === 'masked'),
    );
    const isMeant = (other: string) =>
      other === name || (isMasked ? mayBe(name, other) : same.length === 0 && heard(other));
    if (peopleOf(rows, isMeant) * chanceOf(pattern) > MOST_BY_CHANCE) return [];
    const meant = new Set((same.length > 0 ? same : near).map(nodeOf));
    return meant.size === 1 ? [...meant].map((node): Edge => [nodeOf(row), node]) : [];
  });
}

const MOST_NAMES = 10;
const MOST_MISTAKES = 2;
const FEWEST_COMPARED = 14;

function contacts(rows: readonly NaiveRow[], contact: 'account' | 'phone', nodeOf: (row: NaiveRow) => string): Edge[] {
  return [...new Set(rows.flatMap((row) => row[contact] ?? []))].flatMap((shared) => {
    const sharers = rows.filter((row) => row[contact] === shared);
    const names = new Set(sharers.flatMap(({ name }) => name ?? []));
    if (names.size > MOST_NAMES) return [];
    const plain = (name: string) => name.replace('·', '');
    const isSameName = (a: string, b: string) => isSame(compareNames(plain(a), plain(b)));
    const whole = [...names].filter((name) => !isMaskedName(name));
    return connected(whole, isSameName).flatMap((written): Edge[] => {
      const mine = sharers.filter(({ name }) => name !== null && written.includes(name));
      if (mine.every(({ id }) => id.key !== null) || clash(mine.flatMap(({ id }) => numberOf(id) ?? []))) return [];
      const nodes = mine.map(nodeOf);
      return nodes.flatMap((one) => nodes.map((other): Edge => [one, other]));
    });
  });
}

function numberOf({ class: found, text, key }: NaiveRow['id']): string | null {
  return key ?? (found === 'missing' || found === 'placeholder' ? null : patternOf(found, text));
}

function contradicts(one: string, other: string): boolean {
  const compared = [...one].filter((sign, place) => sign !== '*' && other[place] !== '*').length;
  const differ = [...one].filter((sign, place) => sign !== '*' && other[place] !== '*' && sign !== other[place]).length;
  return differ > (compared < FEWEST_COMPARED ? 0 : MOST_MISTAKES);
}
