import { describe, expect, it } from 'vitest';
import { Random } from '../../samples/generator/random.ts';
import { checkGroups } from '../../src/checks/group/check-groups.ts';
import type { GroupFinding } from '../../src/checks/group/found-groups.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import type { ListInput } from '../../src/read/list/list-input.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';
import { csvOf, type RandomList, randomLists } from '../identity/random-rows.ts';

interface Outcome {
  /** Everything that is told of each finding, in the order in which it is told. */
  readonly findings: readonly unknown[];
  /** The identity, household and ground of every row, in the order of the lists. */
  readonly resolved: readonly unknown[];
  /** What is found without saying where: the same however rows and lists are ordered. */
  readonly placeless: readonly string[];
  readonly fingerprints: readonly string[];
  /** The rows of each identity, as they are written. */
  readonly partition: readonly string[];
}

const plain = (value: unknown) => JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each} fen` : each));
const keyOf = ({ rows }: GroupFinding) => rows.map(({ payout }) => plain(payout)).sort();

function partition(rows: readonly Record<string, unknown>[]): string[] {
  const groups = new Map<unknown, string[]>();
  for (const { identity, ...row } of rows) groups.set(identity, [...(groups.get(identity) ?? []), plain(row)]);
  return [...groups.values()].map((group) => group.sort().join()).sort();
}

async function outcome(inputs: readonly ListInput[], campaign: Campaign | null, threads = 1): Promise<Outcome> {
  return withLists(
    inputs,
    async (lists) => {
      const resolved = await resolveIdentities(lists, { certain: true });
      const { stream, counts, groups } = await checkGroups(resolved, '2026-03-10');
      const findings: GroupFinding[] = [];
      for await (const finding of stream()) findings.push({ ...finding, fingerprint: finding.fingerprint });
      return {
        findings: [...findings, counts, groups],
        resolved: await lists.database.all('select * from resolved order by list, "row"'),
        placeless: findings
          .map((finding) => plain([finding.rule, finding.severity, finding.amount, keyOf(finding)]))
          .sort(),
        partition: partition(
          await lists.database.all(`select r.identity, p.* exclude (list, "row", person, department, measure)
            from resolved r join any_payout p on p.list = r.list and p.row = r.row`),
        ),
        fingerprints: findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`).sort(),
      };
    },
    { campaign, limits: { threads } },
  );
}

const known = new Map<readonly ListInput[], Promise<Outcome>>();

/** What one thread finds, which is worked out once for lists that are compared several times. */
function outcomeOfOne(inputs: readonly ListInput[], campaign: Campaign | null): Promise<Outcome> {
  const found = known.get(inputs) ?? outcome(inputs, campaign);
  known.set(inputs, found);
  return found;
}

const inputsOf = (lists: readonly RandomList[]) =>
  lists.map((list) => inputOf(saved(csvOf(list)), list.earlier ? { role: 'earlier' } : {}));

const FOLDER = 'samples/district';
const { campaign: district } = readCampaign(`${FOLDER}/campaign.yaml`);
const ofDistrict: readonly ListInput[] = district.lists.map(({ file, sheet, department, measure, columns = {} }) =>
  inputOf(`${FOLDER}/${file}`, {
    columns: new Map(Object.entries(columns)),
    ...(sheet === undefined ? {} : { sheet }),
    ...(department === undefined ? {} : { department }),
    ...(measure === undefined ? {} : { measure }),
  }),
);

/** Lists long enough for several threads to have something to do. */
const LONG = randomLists(1, 3, 3000);

describe('one, two and eight threads', () => {
  it.each([
    ['the sample district', ofDistrict, district],
    ['random lists', inputsOf(randomLists(2)), null],
    ['long random lists', inputsOf(LONG), null],
  ])('find the same, in the same order: %s', async (_name, inputs, campaign) => {
    const one = await outcomeOfOne(inputs, campaign);
    expect(one.fingerprints.length).toBeGreaterThan(50);
    expect(await outcome(inputs, campaign, 2)).toEqual(one);
    expect(await outcome(inputs, campaign, 8)).toEqual(one);
  });
});

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0] as T);
}

describe('rows and lists in another order', () => {
  const rowsShuffled = (lists: readonly RandomList[], random: Random) =>
    lists.map((list) => ({ ...list, rows: shuffled(list.rows, random) }));

  it.each([1, 2, 3, 4, 5, 6])('are found the same, under the same fingerprints: random rows %i', async (seed) => {
    const made = randomLists(seed);
    const other = rowsShuffled(made, new Random(seed).at(1, seed));
    await expectAlike(inputsOf(made), inputsOf(other));
  });

  it.each([1, 2, 3, 4, 5, 6])('are found the same, under the same fingerprints: random lists %i', async (seed) => {
    const random = new Random(seed).at(2, seed);
    // A bare number of a household counts on its list, and who has two households is put into either.
    const made = randomLists(seed).map(withoutHouseholds);
    await expectAlike(inputsOf(made), inputsOf(rowsShuffled(shuffled(made, random), random)));
  });

  it('are found the same, under the same fingerprints: the lists of the sample district', async () => {
    await expectAlike(ofDistrict, ofDistrict.toReversed(), district);
  });
});

async function expectAlike(
  inputs: readonly ListInput[],
  other: readonly ListInput[],
  campaign: Campaign | null = null,
) {
  const [one, two] = [await outcomeOfOne(inputs, campaign), await outcome(other, campaign)];
  expect(one.placeless.length).toBeGreaterThan(40);
  expect(two.placeless).toEqual(one.placeless);
  expect(two.partition).toEqual(one.partition);
  expect(two.fingerprints).toEqual(one.fingerprints);
}

function withoutHouseholds(list: RandomList): RandomList {
  const absent = new Set(['户号', '户主身份证号'].map((title) => list.titles.indexOf(title)));
  const kept = <T>(cells: readonly T[]) => cells.filter((_, column) => !absent.has(column));
  return { ...list, titles: kept(list.titles), rows: list.rows.map(kept) };
}
