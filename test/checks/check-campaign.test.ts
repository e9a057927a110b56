import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Checked, checkCampaign } from '../../src/checks/campaign/check-campaign.ts';
import { CAMPAIGN_RULES } from '../../src/checks/campaign/index.ts';
import { RULES, ruleOf } from '../../src/checks/index.ts';
import { RULE_IDS } from '../../src/checks/rule-ids.ts';
import { type Finding, SEVERITIES } from '../../src/domain/finding.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { budgetOf } from '../../src/totals/budget/budget.ts';
import { scenariosOf } from './cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-checks-'));
afterAll(() => rmSync(folder, { recursive: true }));

function check(yaml: string, today = '2017-01-01'): Checked {
  const path = join(folder, 'campaign.yaml');
  writeFileSync(path, yaml);
  const { campaign, place } = readCampaign(path);
  return checkCampaign(budgetOf(campaign), place, today);
}

/** Two errors, a warning and two hints, in no order at all. */
const MIXED = `relief: 1
id: mixed-2017
title: 2017年元旦春节期间帮困送温暖活动
issued: 2016-12-28
deadlines:
  - {name: 发放到位, until: 春节前, kind: payout}
  - {name: 工作总结, until: 1月10日前, kind: report}
departments:
  - name: 教育部门
    measures:
      - {id: pupils, name: 困难学生帮困}
  - name: 区老年基金分会
    measures:
      - {id: gift, name: 春节大礼包, reach: 640份, standard: 每份300元, amount: 19.3万元}
      - {id: visit, name: 走访慰问, reach: 100户, standard: 每户500元, amount: 6万元}
  - name: 卫计委
    measures:
      - {id: bereaved, name: 失独家庭帮扶}
`;

const rulesOf = ({ findings }: Checked) => findings.map(({ rule }) => rule);
const only = (checked: Checked, rule: string) => checked.findings.filter((finding) => finding.rule === rule);

describe('order', () => {
  it('is worst first, then that of the rules, then that of the file', () => {
    const { findings } = check(MIXED);
    expect(findings.map(({ severity, rule, places }) => [severity, rule, places[0]?.row])).toEqual([
      ['error', 'amount-contradicts-standard', 14],
      ['error', 'amount-contradicts-standard', 15],
      ['warning', 'deadline-order', 7],
      ['hint', 'unquantified-measure', 11],
      ['hint', 'unquantified-measure', 18],
    ]);
  });

  it('follows a severity that the campaign changes', () => {
    const { findings } = check(`${MIXED}rules: {unquantified-measure: error, amount-contradicts-standard: hint}\n`);
    expect(findings.map(({ severity, rule }) => [severity, rule])).toEqual([
      ['error', 'unquantified-measure'],
      ['error', 'unquantified-measure'],
      ['warning', 'deadline-order'],
      ['hint', 'amount-contradicts-standard'],
      ['hint', 'amount-contradicts-standard'],
    ]);
  });

  it('is that of the registry, which has every rule once', () => {
    expect(RULES.map(({ id }) => id)).toEqual([...RULE_IDS]);
    expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
  });
});

describe('rules:', () => {
  it.each(SEVERITIES)('can make a rule an %s', (severity) => {
    const checked = check(`${MIXED}rules: {deadline-order: ${severity}}\n`);
    expect(only(checked, 'deadline-order').map((finding) => finding.severity)).toEqual([severity]);
    expect(checked.off).toEqual([]);
  });

  it('can turn a rule off, and what is off is told', () => {
    const checked = check(`${MIXED}rules: {amount-contradicts-standard: off, unquantified-measure: off}\n`);
    expect(rulesOf(checked)).toEqual(['deadline-order']);
    expect(checked.off).toEqual(['amount-contradicts-standard', 'unquantified-measure']);
    expect(checked.excepted).toEqual([]);
  });

  it('leave the other rules as they are', () => {
    const before = check(MIXED);
    const after = check(`${MIXED}rules: {deadline-order: off}\n`);
    const others = before.findings.filter(({ rule }) => rule !== 'deadline-order');
    expect(after.findings.map(({ rule, severity, fingerprint }) => [rule, severity, fingerprint])).toEqual(
      others.map(({ rule, severity, fingerprint }) => [rule, severity, fingerprint]),
    );
  });

  it('do not change a fingerprint, so that an exception outlives them', () => {
    const [before] = only(check(MIXED), 'deadline-order');
    const [after] = only(check(`${MIXED}rules: {deadline-order: error}\n`), 'deadline-order');
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });

  it('that do not exist are found, not obeyed', () => {
    const checked = check(`${MIXED}rules: {deadline-oder: off}\n`);
    expect(only(checked, 'deadline-order')).toHaveLength(1);
    expect(only(checked, 'unknown-reference')).toHaveLength(1);
    expect(checked.off).toEqual([]);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is no rule', (word) => {
    expect(ruleOf(word)).toBeUndefined();
    const checked = check(`${MIXED}rules: {${word}: off}\n`);
    expect(only(checked, 'deadline-order')).toHaveLength(1);
  });
});

describe('exceptions:', () => {
  const [visit] = only(check(MIXED), 'amount-contradicts-standard').slice(1);
  const exception = (fields: Record<string, string>) => {
    const all = {
      rule: 'amount-contradicts-standard',
      finding: `'${visit?.fingerprint}'`,
      reason: 已核实,
      until: '2017-02-09',
      ...fields,
    };
    const written = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
    return `${MIXED}exceptions:\n  - {${written.join(', ')}}\n`;
  };
  const 已核实 = '文件原文如此，已向区民政局核实';
  const contradictions = (checked: Checked) => only(checked, 'amount-contradicts-standard').map(nameOf);

  it('take the one finding out of the list and tell it apart, with reason and date', () => {
    const checked = check(exception({}));
    expect(contradictions(checked)).toEqual(['春节大礼包']);
    expect(checked.excepted.map(({ finding, reason, until }) => [nameOf(finding), reason, until])).toEqual([
      ['走访慰问', 已核实, '2017-02-09'],
    ]);
  });

  it.each([
    ['before its last day', '2017-02-08', []],
    ['on its last day', '2017-02-09', []],
    ['the day after', '2017-02-10', ['走访慰问']],
    ['long after', '2018-01-01', ['走访慰问']],
  ])('%s (%s)', (_, today, back) => {
    const checked = check(exception({}), today);
    expect(contradictions(checked)).toEqual(['春节大礼包', ...back]);
    expect(checked.excepted).toHaveLength(1 - back.length);
  });

  it('hold for their own rule only', () => {
    const checked = check(exception({ rule: 'deadline-order' }));
    expect(contradictions(checked)).toEqual(['春节大礼包', '走访慰问']);
    expect(checked.excepted).toEqual([]);
  });

  it('hold for their own fingerprint only', () => {
    const checked = check(exception({ finding: '0123456789abcdef' }));
    expect(contradictions(checked)).toEqual(['春节大礼包', '走访慰问']);
    expect(checked.excepted).toEqual([]);
  });

  it('cease when the figure changes: it is another finding', () => {
    const checked = check(exception({}).replace('amount: 6万元', 'amount: 7万元'));
    expect(contradictions(checked)).toEqual(['春节大礼包', '走访慰问']);
    expect(checked.excepted).toEqual([]);
  });

  it('are not told of a rule that is off', () => {
    const checked = check(`${exception({})}rules: {amount-contradicts-standard: off}\n`);
    expect(checked.excepted).toEqual([]);
    expect(checked.off).toEqual(['amount-contradicts-standard']);
  });
});

function nameOf({ data }: Finding): unknown {
  return data.name;
}

const CASES = scenariosOf(CAMPAIGN_RULES).map(({ folder }) => join(folder, 'campaign.yaml'));

describe('fingerprints', () => {
  const prints = ({ findings }: Pick<Checked, 'findings'>) =>
    findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`).sort();

  it.each(CASES)('are the same below added lines: %s', (path) => {
    const text = readFileSync(path, 'utf8');
    const before = check(text);
    const after = check(`# 一\n\n# 二\n\n${text}`);
    expect(prints(after)).toEqual(prints(before));
    const rows = (checked: Checked) => checked.findings.flatMap(({ places }) => places.map(({ row }) => Number(row)));
    expect(rows(after)).toEqual(rows(before).map((row) => row + 4));
  });

  it.each(CASES)('are the same when departments, or the measures in them, are reordered: %s', (path) => {
    const { campaign, place } = readCampaign(path);
    const printsOf = (departments: typeof campaign.departments) => {
      const anywhere = () => place([]);
      return prints(checkCampaign(budgetOf({ ...campaign, departments }), anywhere, '2017-01-01'));
    };
    const before = printsOf(campaign.departments);
    expect(printsOf(campaign.departments.toReversed())).toEqual(before);
    const reordered = campaign.departments.map((each) => ({ ...each, measures: each.measures.toReversed() }));
    expect(printsOf(reordered)).toEqual(before);
  });

  it('differ when the figure differs, and only for that finding', () => {
    const before = check(MIXED);
    const after = check(MIXED.replace('19.3万元', '19.4万元'));
    const changed = after.findings.filter(
      ({ fingerprint }) => !before.findings.some((f) => f.fingerprint === fingerprint),
    );
    expect(changed.map(nameOf)).toEqual(['春节大礼包']);
  });

  it('differ between rules and between findings', () => {
    const { findings } = check(MIXED);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
  });

  it('do not depend on the name of the file', () => {
    const [before] = check(MIXED).findings;
    const path = join(folder, 'other.yaml');
    writeFileSync(path, MIXED);
    const { campaign, place } = readCampaign(path);
    expect(checkCampaign(budgetOf(campaign), place, '2017-01-01').findings[0]?.fingerprint).toBe(before?.fingerprint);
  });
});

describe('the same campaign', () => {
  it.each(CASES)('gives the same findings every time: %s', (path) => {
    const { campaign, place } = readCampaign(path);
    const run = () => checkCampaign(budgetOf(campaign), place, '2017-01-01');
    expect(run()).toEqual(run());
  });
});
