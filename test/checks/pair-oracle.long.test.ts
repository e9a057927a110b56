import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/checks/group/check-groups.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { FIELD_OF_TITLE } from '../../src/domain/row/field-of-title.ts';
import type { Lists } from '../../src/engine/lists.ts';
import { compareNames } from '../../src/identity/compare-names.ts';
import { isNear } from '../../src/identity/name-level.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import type { ResolvedLists } from '../../src/identity/resolved-lists.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { overlapOf } from '../../src/totals/dedupe/overlap.ts';
import { type Listed, listedTotals } from '../../src/totals/lists/listed.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';
import { naiveIdentities } from '../identity/naive-people.ts';
import { type NaiveRow, naiveRows } from '../identity/naive-rows.ts';
import { csvOf, listsOfWorlds, type RandomList, WORLDS, worldOf } from '../identity/random-rows.ts';
import { type NaiveOverlap, naiveOverlap, naivePeople } from '../totals/naive-overlap.ts';
import { type NaiveFinding, naiveFindings, type Resolved } from './naive-pairs.ts';

const CAMPAIGNS: readonly (Campaign | null)[] = [
  null,
  ...[
    'overlap: {allow: [[basic, help], [help, visit]], person: 2000元, household: 3000元}',
    `overlap: {departments: 2, person: 4000元}
sharing:
  accounts: [福利院, ${WORLDS.map(({ account }) => `"${account}"`)}]
  phones: [${WORLDS.map(({ phone }) => `"${phone}"`)}]
  agents: [${WORLDS.map(({ agent }) => agent)}]`,
    '',
  ].map(
    (policy) =>
      readCampaign(
        saved(
          `relief: 1
id: random-2026
title: 随机名单（虚构）
issued: 2025-12-20
departments:
  - name: 民政局
    aliases: [区民政局]
    measures:
      - {id: basic, name: 低保, form: cash, standard: 500元/户, excludes: destitute}
      - {id: destitute, name: 特困, form: cash, standard: 每人1200元}
  - name: 残联
    measures:
      - {id: help, name: 助残, form: cash, standard: 每人500-1000元, excludes: {measure: visit, of: household}}
      - {id: visit, name: 走访, form: cash}
  - name: 总工会
    measures:
      - {id: workers, name: 慰问, form: cash, standard: 600元/户}
${policy}
`,
          '.yaml',
        ),
      ).campaign,
  ),
];

interface Stored extends Record<string, unknown> {
  readonly place: string;
  readonly identity: bigint;
  readonly household: bigint | null;
}

const storedOf = ({ database }: Lists): Promise<Stored[]> =>
  database.all(`select list || ':' || "row" as place, identity, household from resolved order by list, "row"`);

/** Groups of places, in an order that depends on nothing else. */
function partition(places: readonly (readonly [place: string, group: unknown])[]): string[] {
  const groups = new Map<unknown, string[]>();
  for (const [place, group] of places) groups.set(group, [...(groups.get(group) ?? []), place]);
  return [...groups.values()].map((group) => group.sort().join(' ')).sort();
}

/** The households of rows: their own; else the only one that the same person has on other rows; else that which somebody heads. */
function withHouseholds(rows: readonly NaiveRow[], identities: readonly string[]): Resolved[] {
  return rows.map((row, index): Resolved => {
    const identity = identities[index] ?? '';
    const known = new Set(rows.flatMap(({ household }, at) => (identities[at] === identity && household) || []));
    const [only = null] = known.size === 1 ? known : [];
    return { ...row, identity, household: row.household ?? only ?? headed(rows, identities, index) };
  });
}

/** The household that goes by the number of a row's person, unless others use that number too. */
function headed(rows: readonly NaiveRow[], identities: readonly string[], index: number): string | null {
  const isSame = (at: number) => identities[at] === identities[index];
  const keys = rows.filter(({ id }, at) => isSame(at) && id.key !== null);
  const key = keys[0]?.id.key ?? null;
  const isDisputed = rows.some(({ id }, at) => id.key === key && !isSame(at)) && keys.some(({ name }) => name !== null);
  return key !== null && !isDisputed && rows.some(({ household }) => household === key) ? key : null;
}

const told = ({ rule, severity, amount, rows }: NaiveFinding) => `${severity} ${rule} ${amount}: ${rows.join(' ')}`;

async function found(lists: ResolvedLists): Promise<string[]> {
  const { stream } = await checkGroups(lists, '2026-03-10');
  const findings: string[] = [];
  for await (const { rows, ...finding } of stream()) {
    const places = rows.map(({ list, place }) => `${list}:${place.row}`).sort();
    findings.push(told({ ...finding, rows: places }));
  }
  return findings.sort();
}

/** What is told of people who are on the lists more than once, and how many there are. */
async function peopleOf(
  lists: ResolvedLists,
): Promise<{ overlap: NaiveOverlap; people: ReturnType<typeof naivePeople> }> {
  const nameOf = (index: number) => lists.assignments.departments[index]?.name ?? '';
  const { total, departments } = await listedTotals(lists);
  const { pairs, ...overlap } = await overlapOf(
    lists,
    departments.map(({ department }) => department),
  );
  const counts = ({ persons, households }: Listed) => ({ persons, households });
  return {
    overlap: {
      ...overlap,
      pairs: Object.fromEntries(
        pairs.map(({ departments, persons, amount }) => [
          departments.map(nameOf).sort().join(' '),
          { persons, amount },
        ]),
      ),
    },
    people: Object.fromEntries([
      ['in all', counts(total)],
      ...departments.map((each) => [`of ${nameOf(each.department)}`, counts(each)]),
    ]),
  };
}

/** The rows of each world. */
const worldsOf = (rows: readonly NaiveRow[]) =>
  WORLDS.map((_, world) => rows.filter(({ place }) => worldOf(Number(place.slice(place.indexOf(':') + 1))) === world));

/** How many of each were found, so that a run that finds nothing is seen. */
async function compare(made: readonly RandomList[], campaign: Campaign | null): Promise<string[]> {
  const inputs = made.map((list) => inputOf(saved(csvOf(list)), list.earlier ? { role: 'earlier' } : {}));
  const worlds = worldsOf(naiveRows(made, campaign)).map((rows, world) =>
    withHouseholds(
      rows,
      naiveIdentities(rows).map((identity) => `${world} ${identity}`),
    ),
  );
  const resolved = worlds.flat();
  return withLists(
    inputs,
    async (lists) => {
      const read = await resolveIdentities(lists, { certain: true });
      const stored = await storedOf(lists);
      expect(stored.map(({ place }) => place).sort()).toEqual(resolved.map(({ place }) => place).sort());
      expect(partition(stored.map(({ place, identity }) => [place, identity]))).toEqual(
        partition(resolved.map(({ place, identity }) => [place, identity])),
      );
      expect(partition(stored.map(({ place, household }) => [place, household ?? place]))).toEqual(
        partition(resolved.map(({ place, household }) => [place, household ?? place])),
      );
      expect(await peopleOf(read)).toEqual({ overlap: naiveOverlap(resolved), people: naivePeople(resolved) });
      const fields = new Set(made.flatMap(({ titles }) => titles.flatMap((title) => FIELD_OF_TITLE.get(title) ?? [])));
      const expected = worlds.flatMap((rows) => naiveFindings(rows, campaign, fields));
      expect(await found(read)).toEqual(expected.map(told).sort());
      return expected.map(({ rule, severity }) => `${severity} ${rule}`);
    },
    { campaign },
  );
}

const SEEDS = 200;

describe('who is one person, and what is found between rows, of random lists', () => {
  const seen = new Set<string>();

  it('is made up of worlds of whose people no two might be one', () => {
    for (const { names } of WORLDS) {
      const others = WORLDS.flatMap((world) => (world.names === names ? [] : world.names));
      for (const name of names) {
        const near = others.filter((other) => isNear(compareNames(name, other)));
        expect(near, name).toEqual([]);
      }
    }
  });

  it.each([...CAMPAIGNS.entries()])('are what a plain recomputation gives (by campaign %i)', async (at, campaign) => {
    const seeds = Array.from({ length: SEEDS / CAMPAIGNS.length }, (_, index) => index * CAMPAIGNS.length + at);
    for (let from = 0; from < seeds.length; from += WORLDS.length) {
      const kinds = await compare(listsOfWorlds(seeds.slice(from, from + WORLDS.length)), campaign);
      for (const kind of kinds) seen.add(kind);
    }
  });

  it('have something for every rule to find, of every severity', () => {
    expect([...seen].sort()).toEqual([
      'error excluded-combination',
      'error household-paid-twice',
      'error identity-conflict',
      'error over-household-ceiling',
      'error over-person-ceiling',
      'error paid-twice',
      'hint household-paid-twice',
      'hint same-agent',
      'hint several-accounts',
      'hint shared-account',
      'hint shared-phone',
      'hint split-payment',
      'warning paid-twice',
      'warning several-departments',
      'warning shared-account',
    ]);
  });
});
