import { describe, expect, it } from 'vitest';
import { Random } from '../../samples/generator/random.ts';
import { checkGroups } from '../../src/checks/group/check-groups.ts';
import { removedRows } from '../../src/checks/group/removed-rows.ts';
import { SEVERITIES, type Severity } from '../../src/domain/finding.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import type { ResolvedLists } from '../../src/identity/resolved-lists.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { draws } from '../draws.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';
import { confirm, doubtHouseholds, withoutHouseholds } from '../identity/likely.ts';
import { csvOf, randomLists } from '../identity/random-rows.ts';

const { campaign } = readCampaign(
  saved(
    `relief: 1
id: random-2026
title: 随机名单（虚构）
issued: 2025-12-20
overlap: {person: 2000元, household: 3000元}
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
`,
    '.yaml',
  ),
);

interface Found {
  readonly rule: string;
  readonly severity: Severity;
  readonly rows: ReadonlySet<string>;
}

interface Outcome {
  readonly found: readonly Found[];
  readonly removed: ReadonlySet<string>;
}

async function outcome(lists: ResolvedLists): Promise<Outcome> {
  const pairs = await checkGroups(lists, '2026-03-10');
  const found: Found[] = [];
  for await (const { rule, severity, rows, taken } of pairs.stream()) {
    if (taken === null) continue;
    found.push({ rule, severity, rows: new Set(rows.map(({ list, place }) => `${list}:${place.row}`)) });
  }
  const removed = await removedRows(lists, pairs);
  return { found, removed: new Set(removed.map(({ list, row }) => `${list}:${row}`)) };
}

/** What is found and removed by what is certain alone, and when some people and households are only confirmed. */
async function outcomes(seed: number): Promise<{ certain: Outcome; confirmed: Outcome; probable: Outcome }> {
  const made = randomLists(seed).map((list) =>
    inputOf(saved(csvOf(list)), list.earlier ? { role: 'earlier' as const } : {}),
  );
  const read = (byHand: boolean, certain = true) =>
    withLists(
      made,
      async (lists) => {
        const resolved = await resolveIdentities(lists, { certain });
        const random = new Random(seed).at(7, seed);
        const rows = await lists.database.all<{ at: string }>(
          `select list || ':' || "row" as "at" from resolved order by list, "row"`,
        );
        const some = (count: number) => Array.from({ length: count }, () => random.pick(rows).at);
        const people = Array.from({ length: 12 }, () => some(2));
        const doubted = some(20);
        if (byHand) {
          await confirm(lists, people);
          await doubtHouseholds(lists, doubted);
        } else await withoutHouseholds(lists, doubted);
        return outcome(resolved);
      },
      { campaign },
    );
  return { certain: await read(false), confirmed: await read(true), probable: await read(false, false) };
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>) => [...some].every((each) => all.has(each));
const rank = (severity: Severity) => SEVERITIES.indexOf(severity);
const OF_PERSONS = ['paid-twice', 'over-person-ceiling', 'several-departments'];

describe('what is only confirmed, in random lists', () => {
  it.each(Array.from({ length: draws(24) }, (_, seed) => seed))(
    'takes out nothing more, and hides nothing (%i)',
    async (seed) => {
      const { certain, confirmed, probable } = await outcomes(seed);
      expect([...probable.removed].filter((row) => !certain.removed.has(row))).toEqual([]);
      expect([...confirmed.removed].filter((row) => !certain.removed.has(row))).toEqual([]);
      const lost = certain.found.filter(
        (one) =>
          OF_PERSONS.includes(one.rule) &&
          !confirmed.found.some(
            (other) =>
              other.rule === one.rule && isWithin(one.rows, other.rows) && rank(other.severity) <= rank(one.severity),
          ),
      );
      expect(lost.map(({ rule, rows }) => [rule, ...rows].join(' '))).toEqual([]);
    },
  );
});
