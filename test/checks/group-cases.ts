import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../../src/checks/rule.ts';
import { filesOf as matchingFiles } from '../../src/cli/files-of.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { yuan } from '../../src/domain/money.ts';
import { readIdNumber } from '../../src/domain/people/id-number.ts';
import { expectedOf, expectWellSaid, isQuiet, LANGUAGES, messageOf, scenariosOf } from './cases.ts';
import { campaignOf, inputsOf } from './lists.ts';

export const TODAY = '2026-03-10';

/** What rules find in a folder, by its own campaign or one that is like it. */
export type Check = (folder: string, campaign: Campaign | null) => Promise<readonly Finding[]>;

/** Lists and rosters, whose rows may stand in any order, and bank returns, which tell things in theirs. */
export function filesOf(folder: string): { people: string[]; returns: string[]; all: string[] } {
  const campaign = campaignOf(folder);
  const at = ({ file }: { readonly file: string }) => matchingFiles(file, folder);
  const lists = inputsOf(folder, campaign).map(({ file }) => file);
  const people = [...lists, ...(campaign?.rosters ?? []).flatMap(at)];
  const returns = (campaign?.returns ?? []).flatMap(at);
  return { people, returns, all: [...people, ...returns] };
}

/** What stands in a case's files and may be shown nowhere: ID numbers, in 15 and in 18 characters, phones, accounts. */
function secretsOf(folder: string): string[] {
  const text = filesOf(folder)
    .all.map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .normalize('NFKC')
    .toUpperCase();
  const secrets = (text.match(/\d{10,}X?/g) ?? []).filter((digits) => !/^(\d)\1+$/.test(digits));
  return secrets.flatMap((digits) => [digits, readIdNumber(digits).key ?? digits]);
}

const placesOf = ({ places }: Finding) => places.map(({ file, row }) => `${basename(file)}:${row}`);

/** A finding without its places, and with its people in no order, as text. */
export const toldOf = ({ rule, severity, data, people, amount, fingerprint }: Finding) =>
  JSON.stringify({ rule, severity, data, people: people.toSorted(), amount, fingerprint }, (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );

/**
 * Runs the cases of rules whose findings are groups of rows, or lines of the campaign file that lists belie. `ofSeveral` says
 * which rules never find a row alone.
 */
export function describeGroupCases(
  rules: readonly Rule[],
  check: Check,
  ofSeveral: (rule: string) => boolean = () => false,
): void {
  const scenarios = scenariosOf(rules);

  describe.each(scenarios)('$rule: $scenario', ({ rule, scenario, folder }) => {
    let findings: readonly Finding[];
    beforeAll(async () => {
      findings = await check(folder, campaignOf(folder));
    });

    it('finds what is expected of it', () => {
      const found = findings
        .filter((finding) => finding.rule === rule)
        .map((finding) => ({
          severity: finding.severity,
          message: messageOf(finding, 'en'),
          rows: placesOf(finding),
          amount: finding.amount === null ? null : yuan(finding.amount),
          people: finding.people,
        }));
      expect(found).toEqual(expectedOf(folder));
    });

    it('expects nothing exactly if it is called quiet', () => {
      expect(expectedOf(folder).length === 0).toBe(isQuiet(scenario));
    });

    it('says nothing half-finished in either language, and points into the files', () => {
      const plan = join(folder, 'campaign.yaml');
      const files = [...filesOf(folder).all, ...(existsSync(plan) ? [plan] : [])];
      const lines = new Map(files.map((file) => [file, readFileSync(file, 'utf8').split('\n')]));
      for (const finding of findings) {
        expectWellSaid(finding);
        expect(finding.fingerprint).toMatch(/^[0-9a-f]{16}$/);
        expect(finding.places.length).toBeGreaterThan(0);
        for (const { file, sheet, row, column } of finding.places) {
          expect(sheet).toBeNull();
          const line = lines.get(file)?.[Number(row) - 1];
          if (typeof column === 'number') expect(line?.slice(column - 1)).toMatch(/^\S/);
          else expect(line).toMatch(/\S/);
          if (typeof column === 'string') expect(lines.get(file)?.[0]?.split(',')).toContain(column);
        }
      }
    });

    it('shows nobody’s number', () => {
      const text = findings
        .flatMap((finding) => [toldOf(finding), ...LANGUAGES.map((language) => messageOf(finding, language))])
        .join('\n');
      for (const secret of secretsOf(folder)) expect(text).not.toContain(secret);
      expect(text.replaceAll(/"fingerprint":"[0-9a-f]{16}"/g, '')).not.toMatch(/\d{13}/);
    });

    it('finds nothing twice, and in no finding a row twice', () => {
      const told = findings.map((finding) => `${finding.rule} ${placesOf(finding).join()} ${toldOf(finding)}`);
      expect(new Set(told).size).toBe(told.length);
      for (const finding of findings) {
        expect(new Set(placesOf(finding)).size).toBe(finding.places.length);
        if (ofSeveral(finding.rule)) expect(finding.places.length).toBeGreaterThan(1);
      }
    });
  });

  describe('the cases as a whole', () => {
    it.each(rules.map(({ id }) => id))('show %s both firing and quiet', (id) => {
      const expected = scenarios.filter(({ rule }) => rule === id).map(({ folder }) => expectedOf(folder).length);
      expect(expected.filter((count) => count > 0)).not.toEqual([]);
      expect(expected).toContain(0);
    });

    it('hold numbers that could be shown by mistake', () => {
      expect(scenarios.flatMap(({ folder }) => secretsOf(folder)).length).toBeGreaterThan(3 * scenarios.length);
    });

    it('name made-up people only', () => {
      const ids = scenarios.flatMap(({ folder }) =>
        filesOf(folder).all.flatMap((file) => readFileSync(file, 'utf8').match(/\d{17}[\dX]/g) ?? []),
      );
      expect(ids.filter((id) => readIdNumber(id).class === 'valid18' && !id.startsWith('990000'))).toEqual([]);
    });
  });
}
