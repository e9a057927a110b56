import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PAYOUT_RULES } from '../../src/checks/group/index.ts';
import probableSamePerson from '../../src/checks/group/probable-same-person.ts';
import { PLAN_RULES } from '../../src/checks/plan/index.ts';
import { RETURN_RULES } from '../../src/checks/return/index.ts';
import { ROSTER_RULES } from '../../src/checks/roster/index.ts';
import { ROW_RULES } from '../../src/checks/row/index.ts';
import { someOf } from '../draws.ts';
import { scenariosOf } from './cases.ts';
import { type Check, filesOf, TODAY, toldOf } from './group-cases.ts';
import { checkGroups, checkReturns, checkRosters } from './group-checks.ts';
import { campaignOf, checkFolder } from './lists.ts';

const copies = mkdtempSync(join(tmpdir(), 'relief-cases-'));
afterAll(() => rmSync(copies, { recursive: true }));

/** The same case with the rows of every file in the other order; what a bank says of one account stays in order. */
function reversed(folder: string, copies: string): string {
  const copy = join(copies, folder);
  cpSync(folder, copy, { recursive: true });
  const { people, returns } = filesOf(folder);
  const rewrite = (file: string, inOrder: (header: string, rows: string[]) => readonly string[]) => {
    const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(join(copy, basename(file)), `${[header, ...inOrder(header, rows)].join('\n')}\n`);
  };
  for (const file of people) rewrite(file, (_, rows) => rows.toReversed());
  for (const file of returns) {
    rewrite(file, (header, rows) => {
      const column = header.split(',').indexOf('账号');
      const accountOf = (row: string) => row.split(',')[column];
      const accounts = [...new Set(rows.map(accountOf))].toReversed();
      return accounts.flatMap((account) => rows.filter((row) => accountOf(row) === account));
    });
  }
  return copy;
}

describe.each<[string, Parameters<typeof scenariosOf>[0], Check]>([
  ['rosters', ROSTER_RULES, checkRosters],
  ['returns', [...RETURN_RULES, ...PLAN_RULES], checkReturns],
  ['rows', PAYOUT_RULES.filter((rule) => rule !== probableSamePerson), checkGroups],
])('of rules on %s', (_what, rules, check) => {
  describe.each(someOf(scenariosOf(rules)))('$rule: $scenario', ({ folder }) => {
    it('the same is found when the lists, and the rows of every file, are reversed', async () => {
      const campaign = campaignOf(folder);
      const findings = await check(folder, campaign);
      const copy = reversed(folder, copies);
      const others = await check(copy, campaign && { ...campaign, lists: campaign.lists.toReversed() });
      expect(others.map(toldOf).toSorted()).toEqual(findings.map(toldOf).toSorted());
    });
  });
});

/** Rules on where a row stands: in another order something else is so. */
const ON_ORDER = ['file-cut-off', 'list-total-contradicts-rows'];

/** Lists with a header further down, which says what stands below it: reversed, it says it of other rows. */
const HEADED_TWICE = ['another-header'];

const ofRows = scenariosOf(ROW_RULES).filter(
  ({ folder, scenario }) => existsSync(join(folder, 'list.csv')) && !HEADED_TWICE.includes(scenario),
);

describe.each(someOf(ofRows))('of rules on single rows, $rule: $scenario', ({ folder }) => {
  it('fingerprints are the same when the rows are reversed', async () => {
    const printed = async (list: string) =>
      (await checkFolder(list, TODAY)).findings
        .flatMap((each) => (ON_ORDER.includes(each.rule) ? [] : [`${each.rule} ${each.fingerprint}`]))
        .sort();
    expect(await printed(reversed(folder, copies))).toEqual(await printed(folder));
  });
});
