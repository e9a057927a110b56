import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignYaml } from '../../samples/generator/campaign.ts';
import { answerKey, writeDistrict } from '../../samples/generator/district.ts';
import type { AnswerKey } from '../../samples/generator/key.ts';
import { Plan } from '../../samples/generator/plan.ts';
import { Population } from '../../samples/generator/population.ts';
import { recipientsFile, writeRecipients } from '../../samples/generator/recipients.ts';
import { Tally } from '../../samples/generator/tally.ts';
import { Planted } from '../../samples/generator/written.ts';
import { type Fen, yuan } from '../../src/domain/money.ts';
import { examineSample, type Payout, type Sample, where } from './resolved-sample.ts';

const DISTRICT: AnswerKey = JSON.parse(readFileSync('samples/district/answer-key.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'relief-answer-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function longList(into: string): Promise<AnswerKey> {
  const seed = 7;
  const plan = new Plan({
    seed,
    population: new Population(seed),
    firstPerson: 0,
    faults: 0.02,
    traps: 0.01,
    doubts: 0.02,
  });
  const [tally, planted] = [new Tally(), new Planted()];
  const path = join(into, recipientsFile('csv'));
  const counts = await writeRecipients({ plan, rows: 30_000, format: 'csv', path, tally, planted });
  writeFileSync(join(into, 'campaign.yaml'), campaignYaml([{ file: recipientsFile('csv') }]));
  return answerKey(seed, [counts], tally, planted);
}

/** Doubts that the key knows all of; others are lawful more often than not (couples share accounts). */
const PLANTED = ['paid-twice', 'excluded-combination', 'identity-conflict', 'shared-account', 'shared-phone'];
/** Rules that find what is usual: people on the lists of several departments, two of a household with the same measure. */
const USUAL = ['several-departments', 'household-paid-twice', 'several-accounts'];
/** What hides who somebody is: another valid number, or one with more wrong digits than anybody mistypes. */
const HIDING = ['id-area-unknown', 'id-birth-date'];

function groupsBy<K>(payouts: readonly Payout[], key: (payout: Payout) => K): Payout[][] {
  const groups = new Map<K, Payout[]>();
  for (const payout of payouts) {
    const group = groups.get(key(payout));
    if (group) group.push(payout);
    else groups.set(key(payout), [payout]);
  }
  return [...groups.values()];
}

const pairName = (departments: readonly string[]) => [...departments].sort().join(' ');

describe.each([
  ['the sample district', (into: string) => writeDistrict(DISTRICT.seed, into)],
  ['a list of 30,000 rows', longList],
])('%s', (_name, make) => {
  let sample: Sample;
  beforeAll(async () => {
    sample = await examineSample(mkdtempSync(join(folder, 'sample-')), make);
  });

  it.each(PLANTED)('has every %s found, by exactly its rows, and none invented', (rule) => {
    const planted = sample.key.between.filter((each) => each.rule === rule);
    expect(planted.length).toBeGreaterThan(0);
    // Two people who share an account are a hint only, and mostly a couple.
    const found = sample.found.filter(
      (each) => each.rule === rule && !(rule === 'shared-account' && each.severity === 'hint'),
    );
    expect(found.map(({ at }) => at).sort()).toEqual(
      planted.map(({ rows }) => rows.map(where).sort().join(' | ')).sort(),
    );
  });

  it('has the agent found who collects for several homes, where one is planted', () => {
    const agents = (each: { rule: string }) => each.rule === 'same-agent';
    const planted = sample.key.between.filter(agents);
    expect(sample.found.filter(agents).map(({ at }) => at)).toEqual(
      planted.map(({ rows }) => rows.map(where).sort().join(' | ')),
    );
  });

  it('has nothing found by a rule that nothing was planted for', () => {
    const planted = new Set([...PLANTED, ...sample.key.between.map(({ rule }) => rule)]);
    const rules = new Set(sample.found.map(({ rule }) => rule));
    expect([...rules].filter((rule) => !planted.has(rule) && !USUAL.includes(rule))).toEqual([]);
  });

  it('has no two people taken for one', () => {
    expect(sample.payouts.every(({ truth }) => truth >= 0)).toBe(true);
    const mistaken = groupsBy(sample.payouts, ({ identity }) => identity).filter(
      (group) => new Set(group.map(({ truth }) => truth)).size > 1,
    );
    expect(mistaken).toEqual([]);
  });

  it('has nobody taken for two whose number and name say who it is', () => {
    const faults = new Map(sample.key.faults.map(({ rule, ...place }) => [where(place), rule]));
    const conflicts = new Set(
      sample.key.between.filter(({ rule }) => rule === 'identity-conflict').flatMap(({ rows }) => rows.map(where)),
    );
    const split = groupsBy(sample.payouts, ({ truth }) => truth).filter(
      (group) => new Set(group.map(({ identity }) => identity)).size > 1,
    );
    const why = split.map((group) => {
      const faulty = group.flatMap(({ place }) => faults.get(place) ?? []);
      if (group.every(({ place }) => conflicts.has(place))) return 'identity-conflict';
      return faulty.find((rule) => HIDING.includes(rule)) ?? group;
    });
    expect(why.filter((each) => typeof each !== 'string')).toEqual([]);
    expect(new Set(why)).toEqual(new Set(['identity-conflict', ...HIDING]));
  });

  it('has as many people in each department as the key says, and those more that faults make two of', () => {
    for (const { department, persons, households } of sample.key.departments) {
      const mine = sample.payouts.filter((payout) => payout.department === department);
      const more = groupsBy(mine, ({ truth }) => truth).map(
        (group) => new Set(group.map(({ identity }) => identity)).size - 1,
      );
      expect(sample.departments.find((each) => each.department === department)).toEqual({
        department,
        persons: persons + more.reduce((all, each) => all + each, 0),
        households,
      });
    }
  });

  it('has as many people paid by every two departments as the key says, but for those that faults make two of', () => {
    const lost = new Map<string, { persons: number; amount: Fen }>();
    for (const group of groupsBy(sample.payouts, ({ truth }) => truth)) {
      if (new Set(group.map(({ identity }) => identity)).size === 1) continue;
      const of = pairName(group.map(({ department }) => department));
      const known = lost.get(of) ?? { persons: 0, amount: 0n };
      const amount = group.reduce((all, each) => all + (each.amount ?? 0n), known.amount);
      lost.set(of, { persons: known.persons + 1, amount });
    }
    const known = new Set(sample.key.departments.map(({ department }) => department));
    const expected = sample.key.severalDepartments.map(({ departments, persons, amount }) => {
      const without = lost.get(pairName(departments)) ?? { persons: 0, amount: 0n };
      const fen = BigInt(amount.replace('.', '')) - without.amount;
      return { of: pairName(departments), persons: persons - without.persons, amount: yuan(fen) };
    });
    const found = sample.pairs
      .filter(({ departments }) => departments.every((department) => known.has(department)))
      .map(({ departments, persons, amount }) => ({ of: pairName(departments), persons, amount }));
    const inOrder = (pairs: typeof expected) =>
      pairs.filter(({ persons }) => persons > 0).sort((a, b) => (a.of < b.of ? -1 : 1));
    expect(inOrder(found)).toEqual(inOrder(expected));
  });
});
