import { describe, expect, it } from 'vitest';
import type { Lists } from '../../../src/engine/lists.ts';
import { BANDS } from '../../../src/identity/bands.ts';
import { comparePairs } from '../../../src/identity/probable/comparison.ts';
import { listSets } from '../../../src/identity/probable/counted-pairs.ts';
import { digitsOf, FIELDS } from '../../../src/identity/probable/model.ts';
import { MOST_SETS } from '../../../src/identity/probable/overlap.ts';
import type { Model } from '../../../src/identity/probable/posterior.ts';
import { resolveProbable } from '../../../src/identity/probable/resolve-probable.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { draws } from '../../draws.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';
import {
  crowdedIn,
  mentionsIn,
  type NaiveMention,
  type NaivePerson,
  naiveLevels,
  personOf,
} from './naive-comparison.ts';
import { naiveRivals } from './naive-rivals.ts';
import { type DepartmentList, randomDepartments, textOf } from './random-people.ts';

const YEAR = 2026;
const SEEDS = Array.from({ length: draws(40) }, (_, seed) => seed + 1);

interface Pair extends Record<string, unknown> {
  readonly one: bigint;
  readonly other: bigint;
  readonly pattern: bigint;
}
interface Judged extends Pair {
  readonly posterior: number;
  readonly sets: bigint;
}

/** Who was resolved, by the rows; and who was compared, as the database has it. */
interface Open extends Judged {
  readonly rivals: number;
}

interface Compared {
  readonly people: ReadonlyMap<bigint, NaivePerson>;
  /** Who was joined last, and not compared again as the person that they are now. */
  readonly joinedLast: ReadonlySet<bigint>;
  readonly everybody: readonly Pair[];
  readonly compared: readonly Pair[];
  readonly judged: readonly Judged[];
  readonly open: readonly Open[];
  readonly likely: readonly { readonly one: bigint; readonly other: bigint; readonly posterior: number }[];
  readonly sets: readonly (readonly number[])[];
  readonly model: Model;
}

async function compare(departments: readonly DepartmentList[]): Promise<Compared> {
  return withLists(
    departments.map((list) => inputOf(saved(textOf(list)))),
    async (lists) => {
      const { database } = lists;
      await resolveIdentities(lists, { certain: true });
      const { model } = await resolveProbable(lists, { year: YEAR });
      if (!model) throw new Error('nobody was compared');
      const people = await peopleIn(lists, departments);
      const certain = `select a.certain as one, b.certain as other, c.pattern from`;
      const of = `c join record a on a.rec = c.one join record b on b.rec = c.other`;
      const compared = await database.all<Pair>(`${certain} compared ${of}`);
      // Not only who has something in common: the unrelated are compared as well.
      await database.run(`create temp table everybody as
        select a.rec as one, b.rec as other from record a join record b on a.rec < b.rec`);
      await comparePairs(lists, 'everybody', 'of_everybody');
      const joined = await database.all<{ person: bigint }>(
        'select unnest([certain, identity]) as person from joined_now',
      );
      const apart = BANDS.flatMap((band, at) => (band === 'review' || band === 'apart' ? at : []));
      return {
        people,
        joinedLast: new Set(joined.map(({ person }) => person)),
        everybody: await database.all<Pair>(`${certain} of_everybody ${of}`),
        compared,
        judged: await database.all<Judged>('select one, other, pattern, posterior, sets from judged'),
        open: await database.all<Open>('select one, other, pattern, posterior, sets, rivals from open_pair'),
        likely: await database.all(
          `select one, other, posterior from likely_pair where band in (${apart}) order by one, other`,
        ),
        sets: (await listSets(lists)).sets,
        model,
      };
    },
  );
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => bigint): Map<bigint, T[]> {
  const groups = new Map<bigint, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** What the rows of each person say, of whom only which rows they are is asked of the database. */
async function peopleIn(
  { database }: Lists,
  departments: readonly DepartmentList[],
): Promise<ReadonlyMap<bigint, NaivePerson>> {
  const stored = await database.all<{ list: number; row: number; part: number; person: bigint; identity: bigint }>(
    `select t.list, t.row, t.part, t.person, r.identity from trait t
      join resolved_row r on r.list = t.list and r.row = t.row`,
  );
  const all = stored.map(({ list, row, part, person, identity }) => {
    const { titles, rows } = departments[list] as DepartmentList;
    const cells = Object.fromEntries(titles.map((title) => [title, rows[row - 2]?.[title] ?? '']));
    const mention = mentionsIn(cells, list, YEAR)[part - 1] as NaiveMention;
    return { person, mention, identity, ofRow: mentionsIn(cells, list, YEAR)[0] as NaiveMention };
  });
  // Where a row says no household, it is that of whoever certainly is the same person, if they are of one only.
  const atHome = grouped(all, ({ identity }) => identity);
  const mentions = all.map(({ person, mention, identity }) => {
    const known = new Set((atHome.get(identity) ?? []).flatMap(({ ofRow }) => ofRow.household ?? []));
    const [only = null] = known.size === 1 ? known : [];
    return { person, mention: { ...mention, household: mention.household ?? only } };
  });
  const crowded = crowdedIn(mentions.map(({ mention }) => mention));
  return new Map(
    [...grouped(mentions, ({ person }) => person)].map(([person, its]) => [
      person,
      personOf(
        its.map(({ mention }) => mention),
        crowded,
      ),
    ]),
  );
}

/** Names of which it is asked how rare they are. */
const COUNTED_NAMES: readonly (string | undefined)[] = ['same', 'same-sound', 'masked', 'masked-given'];

/**
 * What a pattern says, by field. How common a name is, is a matter of all names on the lists, and left out here; but of names that
 * are otherwise alike it is never said.
 */
function levelsOf(pattern: bigint): Record<string, string | undefined> {
  const [name = 0, commonness = 0] = digitsOf(Number(pattern));
  expect(commonness > 0).toBe(COUNTED_NAMES.includes(FIELDS[0]?.levels[name - 1]?.name));
  return Object.fromEntries(
    digitsOf(Number(pattern)).flatMap((digit, at) => {
      const { name, levels } = FIELDS[at] as (typeof FIELDS)[number];
      return name === 'commonness' ? [] : [[name, digit === 0 ? '' : levels[digit - 1]?.name]];
    }),
  );
}

/** The same by hand: 1 / (1 + what speaks for a household / what speaks for one person + the same of the unrelated). */
function naivePosterior({ pattern, sets }: Judged, { model, sets: listsOf }: Compared): number {
  const digits = digitsOf(Number(pattern));
  const at = (field: string) => FIELDS.findIndex(({ name }) => name === field);
  const rarity = (digits[at('commonness')] ?? 0) - 1;
  const nameLevel = FIELDS[at('name')]?.levels[(digits[at('name')] ?? 0) - 1]?.name ?? '';
  const isAlike = ['same', 'same-sound', 'near-sound', 'similar-shape', 'masked', 'masked-given'].includes(nameLevel);
  const odds = (of: 'm' | 'h' | 'u') =>
    FIELDS.reduce((product, { name }, field) => {
      const digit = digits[field] ?? 0;
      if (digit === 0 || name === 'commonness') return product;
      const m = model.odds.m[field] ?? [];
      if (of === 'u' && name === 'name' && rarity >= 0)
        return (product * (m[0] ?? 0)) / 2 ** (model.nameEvidence[rarity] ?? 0);
      const namesakes = of === 'u' && isAlike ? model.ofNamesakes.get(field) : undefined;
      return product * ((namesakes ?? model.odds[of][field] ?? [])[digit - 1] ?? Number.NaN);
    }, model.share[of]);
  const [one, other] = [Number(sets) / MOST_SETS, Number(sets) % MOST_SETS].map(
    (set) => listsOf[Math.floor(set)] ?? [],
  );
  const same = odds('m') * 2 ** model.overlap.of(one ?? [], other ?? []);
  return 1 / (1 + odds('h') / same + odds('u') / same);
}

/** What was compared in all worlds: `field:level`. */
const seen = new Set<string>();

describe.each(SEEDS)('lists of world %i', (seed) => {
  it('are compared as whoever reads their rows compares them, and judged by the odds of the model', async () => {
    const found = await compare(randomDepartments(seed));
    const { people, joinedLast, everybody, compared, judged, open, likely } = found;
    const whole = (pairs: readonly Pair[]) =>
      pairs.filter(({ one, other }) => !joinedLast.has(one) && !joinedLast.has(other));
    for (const pairs of [everybody, compared, judged, open]) {
      const wrong = whole(pairs).flatMap(({ one, other, pattern }) => {
        const [a, b] = [people.get(one), people.get(other)] as [NaivePerson, NaivePerson];
        const { ids, levelsWith } = naiveLevels(a, b);
        const levels = levelsOf(pattern);
        const expected = levelsWith(levels.id ?? '');
        for (const [field, level] of Object.entries(levels)) seen.add(`${field}:${level}`);
        // Of several numbers of which as much is known, one is taken.
        if (!ids.includes(levels.id ?? '')) return [{ id: levels.id, expected: ids.join(), a, b }];
        return Object.keys(expected).flatMap((field) =>
          levels[field] === expected[field] ? [] : { [field]: levels[field], expected: expected[field], a, b },
        );
      });
      expect(wrong).toEqual([]);
    }
    for (const pair of judged) expect(pair.posterior).toBeCloseTo(naivePosterior(pair, found), 9);
    const numbers = new Map([...new Set(open.flatMap(({ one, other }) => [one, other]))].map((one, at) => [one, at]));
    const left = naiveRivals(
      open.map((pair) => ({
        one: numbers.get(pair.one) as number,
        other: numbers.get(pair.other) as number,
        posterior: naivePosterior(pair, found),
      })),
    );
    for (const [at, pair] of open.entries()) {
      expect(Math.abs(pair.rivals / 100 - (left[at] as number))).toBeLessThan(0.011);
      const alone = naivePosterior(pair, found);
      expect(pair.posterior).toBeCloseTo(1 / (1 + (1 / alone - 1) * 2 ** (-pair.rivals / 100)), 9);
    }
    const told = open.map(({ one, other, posterior }) => ({ one, other, posterior }));
    const inOrder = told.sort((a, b) => Number(a.one - b.one) || Number(a.other - b.other));
    expect(likely).toEqual(inOrder);
    expect(whole(everybody).length).toBeGreaterThan(100);
  });
});

it('every way in which people can be alike came in some world', () => {
  const all = FIELDS.filter(({ name }) => name !== 'commonness').flatMap(({ name, levels }) =>
    levels.map((level) => `${name}:${level.name}`),
  );
  expect(all.filter((level) => !seen.has(level))).toEqual([]);
});
