import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROW_RULES } from '../../src/checks/row/index.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { yuan } from '../../src/domain/money.ts';
import { readIdNumber } from '../../src/domain/people/id-number.ts';
import { expectedOf, expectWellSaid, isQuiet, LANGUAGES, messageOf, scenariosOf } from './cases.ts';
import { checkFolder } from './lists.ts';

const TODAY = '2026-03-10';
/** Cases whose list is a list.csv; of a workbook's cells is seen what is found, and no more. */
const all = scenariosOf(ROW_RULES);
const scenarios = all.filter(({ folder }) => existsSync(join(folder, 'list.csv')));
const workbooks = all.filter((scenario) => !scenarios.includes(scenario));

/** What stands in a list and may be shown nowhere: ID numbers, in 15 and in 18 characters, phones, accounts. */
function secretsOf(folder: string): string[] {
  const text = readFileSync(join(folder, 'list.csv'), 'utf8').normalize('NFKC').toUpperCase();
  const secrets = (text.match(/\d{10,}X?/g) ?? []).filter((digits) => !/^(\d)\1+$/.test(digits));
  return secrets.flatMap((digits) => [digits, readIdNumber(digits).key ?? digits]);
}

const shown = (findings: readonly Finding[]) =>
  JSON.stringify(
    findings.map(({ data, people, rule }) => ({
      data,
      people,
      messages: LANGUAGES.map((language) => messageOf({ rule, data }, language)),
    })),
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  );

const toldOf = (findings: readonly Finding[], rule: string) =>
  findings
    .filter((finding) => finding.rule === rule)
    .map((finding) => ({
      severity: finding.severity,
      message: messageOf(finding, 'en'),
      place: `${finding.places[0]?.row}:${finding.places[0]?.column}`,
      amount: finding.amount === null ? null : yuan(finding.amount),
      people: finding.people,
    }));

const listsOf = (folder: string) =>
  readdirSync(folder).flatMap((file) => (file.endsWith('.csv') ? [join(folder, file)] : []));

describe.each(workbooks)('$rule: $scenario, in a workbook', ({ rule, scenario, folder }) => {
  it('finds what is expected of it, and says it well', async () => {
    const { findings } = await checkFolder(folder, TODAY);
    expect(toldOf(findings, rule)).toEqual(expectedOf(folder));
    for (const finding of findings) expectWellSaid(finding);
    expect(expectedOf(folder).length === 0).toBe(isQuiet(scenario));
  });
});

describe.each(scenarios)('$rule: $scenario', ({ rule, scenario, folder }) => {
  let findings: Finding[];
  beforeAll(async () => {
    ({ findings } = await checkFolder(folder, TODAY));
  });

  it('finds what is expected of it', () => {
    expect(toldOf(findings, rule)).toEqual(expectedOf(folder));
  });

  it('expects nothing exactly if it is called quiet', () => {
    expect(expectedOf(folder).length === 0).toBe(isQuiet(scenario));
  });

  it('says nothing half-finished in either language, and points into the list', () => {
    const lines = readFileSync(join(folder, 'list.csv'), 'utf8').split('\n');
    for (const finding of findings) {
      expectWellSaid(finding);
      expect(finding.places).toHaveLength(1);
      for (const { file, sheet, row, column } of finding.places) {
        expect(listsOf(folder)).toContain(file);
        expect(sheet).toBeNull();
        expect(lines[Number(row) - 1]).toMatch(/\S/);
        if (column !== null) expect(lines.some((line) => line.split(',').includes(String(column)))).toBe(true);
      }
    }
  });

  it('shows nobody’s number', () => {
    const text = shown(findings);
    for (const secret of secretsOf(folder)) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/\d{13}/);
  });

  it('has fingerprints', () => {
    for (const { fingerprint } of findings) expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('the cases as a whole', () => {
  it.each(ROW_RULES.map(({ id }) => id))('show %s both firing and quiet', (id) => {
    const expected = all.filter(({ rule }) => rule === id).map(({ folder }) => expectedOf(folder).length);
    expect(expected.filter((count) => count > 0)).not.toEqual([]);
    expect(expected).toContain(0);
  });

  it('hold numbers that could be shown by mistake', () => {
    expect(scenarios.flatMap(({ folder }) => secretsOf(folder)).length).toBeGreaterThan(200);
  });

  it('name made-up people only', () => {
    const ids = scenarios.flatMap(
      ({ folder }) => readFileSync(join(folder, 'list.csv'), 'utf8').match(/\d{17}[\dX]/g) ?? [],
    );
    expect(ids.filter((id) => readIdNumber(id).class === 'valid18' && !/^(?:99|78)/.test(id))).toEqual([]);
  });
});
