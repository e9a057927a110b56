import { isNear, isSomebodyOf, type NameLevel } from './name-level.ts';

type Likeness = (a: string, b: string) => NameLevel;

/**
 * More names than this under one number are a placeholder that nobody knew, and nobody's name is written in so many ways: only equal ones are
 * one. To compare each with each takes the square of them, and a list may have many such numbers.
 */
const MOST_COMPARED = 12;

/** Levels at which a name stands for one other only: what is near that is near this. The others, a missing character, may stand for several. */
const STRONG: readonly NameLevel[] = ['same', 'variant', 'same-sound', 'near-sound', 'similar-shape'];

/**
 * Names of which each group is one person's, written differently. A name that is short or masked belongs to what it is near
 * (王秀 to 王秀英), unless that would make one of names that are not near each other (王秀英 and 王秀兰): then all stay apart.
 */
export function groupsOfNames(names: readonly string[], compare: Likeness): string[][] {
  if (names.length > MOST_COMPARED) return names.map((name) => [name]);
  const likeness = remembering(compare);
  const alike = connected(names, (a, b) => STRONG.includes(likeness(a, b)));
  const areNear = (one: readonly string[], other: readonly string[]) =>
    one.some((name) => other.some((opposite) => isSomebodyOf(name, opposite) || isNear(likeness(name, opposite))));
  return connected(alike, areNear).flatMap((groups) => {
    const isOne = groups.every((one, at) => groups.slice(at + 1).every((other) => areNear(one, other)));
    return isOne ? [groups.flat()] : groups;
  });
}

/** The same, of each pair compared once. */
function remembering(likeness: Likeness): Likeness {
  const known = new Map<string, NameLevel>();
  return (a, b) => {
    const pair = a < b ? `${a}\n${b}` : `${b}\n${a}`;
    const level = known.get(pair) ?? likeness(a, b);
    known.set(pair, level);
    return level;
  };
}

/** What touches each other, also through others. */
function connected<T>(all: readonly T[], touches: (a: T, b: T) => boolean): T[][] {
  const groups: T[][] = [];
  for (const one of all) {
    const near = groups.filter((group) => group.some((other) => touches(one, other)));
    const rest = groups.filter((group) => !near.includes(group));
    groups.splice(0, groups.length, ...rest, [...near.flat(), one]);
  }
  return groups;
}
