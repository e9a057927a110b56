import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupFinding } from '../../src/checks/pair/found-groups.ts';
import { PAIR_RULES } from '../../src/checks/pair/index.ts';
import { readIdNumber } from '../../src/domain/id-number.ts';
import { yuan } from '../../src/domain/money.ts';
import { expectedOf, HALF_FINISHED, isQuiet, LANGUAGES, messageOf, scenariosOf } from './cases.ts';
import { campaignOf, checkPairsInFolder, inputsOf } from './lists.ts';

const TODAY = '2026-03-10';
const scenarios = scenariosOf(PAIR_RULES);

const copies = mkdtempSync(join(tmpdir(), 'relief-pairs-'));
afterAll(() => rmSync(copies, { recursive: true }));

const listsOf = (folder: string) => inputsOf(folder, campaignOf(folder)).map(({ file }) => file);

/** The same case with the rows of every list in the other order. */
function reversed(folder: string): string {
  const copy = join(copies, folder);
  cpSync(folder, copy, { recursive: true });
  for (const file of listsOf(folder)) {
    const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(join(copy, basename(file)), `${[header, ...rows.toReversed()].join('\n')}\n`);
  }
  return copy;
}

/** What stands in a list and may be shown nowhere: ID numbers, in 15 and in 18 characters, phones, accounts. */
function secretsOf(folder: string): string[] {
  const text = listsOf(folder)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .normalize('NFKC')
    .toUpperCase();
  const secrets = (text.match(/\d{10,}X?/g) ?? []).filter((digits) => !/^(\d)\1+$/.test(digits));
  return secrets.flatMap((digits) => [digits, readIdNumber(digits).key ?? digits]);
}

const placesOf = ({ places }: GroupFinding) => places.map(({ file, row }) => `${basename(file)}:${row}`);

/** A finding without its places, and with its people in no order, as text. */
const toldOf = ({ rule, severity, data, people, amount, fingerprint }: GroupFinding) =>
  JSON.stringify({ rule, severity, data, people: people.toSorted(), amount, fingerprint }, (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );

describe.each(scenarios)('$rule: $scenario', ({ rule, scenario, folder }) => {
  let findings: readonly GroupFinding[];
  beforeAll(async () => {
    ({ findings } = await checkPairsInFolder(folder, TODAY));
  }, 60_000);

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

  it('says nothing half-finished in either language, and points into the lists', () => {
    const lines = new Map(listsOf(folder).map((file) => [file, readFileSync(file, 'utf8').split('\n')]));
    for (const finding of findings) {
      for (const language of LANGUAGES) expect(messageOf(finding, language)).not.toMatch(HALF_FINISHED);
      expect(messageOf(finding, 'zh')).toMatch(/[\u4e00-\u9fff]/);
      expect(messageOf(finding, 'zh')).not.toBe(messageOf(finding, 'en'));
      expect(finding.fingerprint).toMatch(/^[0-9a-f]{16}$/);
      expect(finding.places.length).toBeGreaterThan(0);
      for (const { file, sheet, row, column } of finding.places) {
        expect(sheet).toBeNull();
        expect(lines.get(file)?.[Number(row) - 1]).toMatch(/\S/);
        if (column !== null) expect(lines.get(file)?.[0]?.split(',')).toContain(column);
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
      const isCeiling = finding.rule.endsWith('-ceiling'); // a single payment can be over it
      if (!isCeiling) expect(finding.places.length).toBeGreaterThan(1);
    }
  });

  const expectSame = (others: readonly GroupFinding[]) =>
    expect(others.map(toldOf).toSorted()).toEqual(findings.map(toldOf).toSorted());

  it('finds the same when the rows of every list are reversed', async () => {
    expectSame((await checkPairsInFolder(reversed(folder), TODAY)).findings);
  });

  const campaign = campaignOf(folder);
  it.runIf(campaign && campaign.lists.length > 1)('finds the same when the lists are reversed', async () => {
    const other = campaign && { ...campaign, lists: campaign.lists.toReversed() };
    expectSame((await checkPairsInFolder(folder, TODAY, { campaign: other })).findings);
  });
});

describe('the cases as a whole', () => {
  it.each(PAIR_RULES.map(({ id }) => id))('show %s both firing and quiet', (id) => {
    const expected = scenarios.filter(({ rule }) => rule === id).map(({ folder }) => expectedOf(folder).length);
    expect(expected.filter((count) => count > 0)).not.toEqual([]);
    expect(expected).toContain(0);
  });

  it('hold numbers that could be shown by mistake', () => {
    expect(scenarios.flatMap(({ folder }) => secretsOf(folder)).length).toBeGreaterThan(200);
  });

  it('name made-up people only', () => {
    const ids = scenarios.flatMap(({ folder }) =>
      listsOf(folder).flatMap((file) => readFileSync(file, 'utf8').match(/\d{17}[\dX]/g) ?? []),
    );
    expect(ids.filter((id) => readIdNumber(id).class === 'valid18' && !id.startsWith('990000'))).toEqual([]);
  });
});
