import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Finding, SEVERITIES } from '../../src/domain/finding.ts';
import { checkPairsInFolder } from './lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-pairs-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Checked = Awaited<ReturnType<typeof checkPairsInFolder>>;
type Looking = Parameters<typeof checkPairsInFolder>[2];

const CAMPAIGN = `relief: 1
id: pairs-2026
title: 2026年元旦春节帮困送温暖活动（虚构）
issued: 2025-12-20
lists:
  - {file: first.csv, department: 民政局}
  - {file: second.csv, department: 残联}
departments:
  - name: 民政局
    measures:
      - {id: winter, name: 冬令补助, form: cash, standard: 600元/人}
      - {id: minimum, name: 低保家庭补助, form: cash, standard: 400元/户}
  - name: 残联
    measures:
      - {id: disabled, name: 残疾人补助, form: cash, standard: 500元/人}
`;

/** 安一 and 白二 are paid twice, 程三 by two departments; 丁四 and 方五 are a household; all have one of two accounts. */
const FIRST = `姓名,身份证号,户号,项目,金额,银行账号
安一,990000195203150220,1,冬令补助,600,6228480000000001
安一,990000195203150220,1,冬令补助,600,6228480000000001
白二,99000019490101001X,2,冬令补助,700,6228480000000001
白二,99000019490101001X,2,冬令补助,700,6228480000000001
程三,990000193811220131,3,冬令补助,600,6228480000000001
丁四,990000201010050483,4,冬令补助,600,6228480000000002
方五,99000019761230105X,4,冬令补助,600,6228480000000002
`;
const SECOND = `姓名,身份证号,项目,金额
程三,990000193811220131,残疾人补助,500
`;
const LISTS = { first: FIRST, second: SECOND };

const known = new Map<string, Promise<Checked>>();

/** What is found in a campaign and its lists, which are checked once, however many tests look at them. */
function check(
  campaign: string | null = CAMPAIGN,
  lists: Readonly<Record<string, string>> = LISTS,
  looking: Looking = {},
  today = '2026-03-10',
): Promise<Checked> {
  const key = JSON.stringify([campaign, lists, looking, today]);
  const checked = known.get(key) ?? writeAndCheck(campaign, lists, looking, today);
  known.set(key, checked);
  return checked;
}

function writeAndCheck(
  campaign: string | null,
  lists: Readonly<Record<string, string>>,
  looking: Looking,
  today: string,
): Promise<Checked> {
  const own = mkdtempSync(join(folder, 'case-'));
  for (const [name, text] of Object.entries(lists)) writeFileSync(join(own, `${name}.csv`), text);
  if (campaign === null) writeFileSync(join(own, 'list.csv'), lists.first ?? '');
  else writeFileSync(join(own, 'campaign.yaml'), campaign);
  return checkPairsInFolder(own, today, looking);
}

const placed = ({ severity, rule, places }: Finding) =>
  `${severity} ${rule} ${places.map(({ file, row }) => `${basename(file, '.csv')}:${row}`).join(' ')}`;
const all = ({ findings }: Checked) => findings.map(placed);

const EVERYTHING = [
  'error paid-twice first:4 first:5',
  'error paid-twice first:2 first:3',
  'warning several-departments first:6 second:2',
  'warning shared-account first:2 first:3 first:4 first:5 first:6',
  'hint household-paid-twice first:7 first:8',
  'hint shared-account first:7 first:8',
];

describe('order', () => {
  it('is worst first, then that of the rules, then the most money first', async () => {
    expect(all(await check())).toEqual(EVERYTHING);
  });

  it('follows a severity that the campaign changes, also where a query has its own', async () => {
    const checked = await check(
      `${CAMPAIGN}rules: {shared-account: error, household-paid-twice: warning, paid-twice: hint}\n`,
    );
    expect(all(checked)).toEqual([
      'error shared-account first:2 first:3 first:4 first:5 first:6',
      'error shared-account first:7 first:8',
      'warning household-paid-twice first:7 first:8',
      'warning several-departments first:6 second:2',
      'hint paid-twice first:4 first:5',
      'hint paid-twice first:2 first:3',
    ]);
    expect(checked.counts).toEqual({ error: 2, warning: 2, hint: 2 });
  });
});

describe('rules:', () => {
  it('can turn a rule off, and what is off is told and neither found nor called unchecked', async () => {
    const checked = await check(`${CAMPAIGN}rules: {shared-account: off, shared-phone: off}\n`);
    expect(all(checked)).toEqual(EVERYTHING.filter((each) => !each.includes('shared-account')));
    expect(checked.off).toEqual(['shared-account', 'shared-phone']);
    expect(checked.notChecked.map(({ rule }) => rule.id)).not.toContain('shared-phone');
  });

  it.each(SEVERITIES)('do not change a fingerprint (%s)', async (severity) => {
    const prints = ({ findings }: Checked) => findings.map(({ fingerprint }) => fingerprint).sort();
    expect(prints(await check(`${CAMPAIGN}rules: {paid-twice: ${severity}}\n`))).toEqual(prints(await check()));
  });
});

describe('exceptions:', () => {
  const TWICE = 'error paid-twice first:4 first:5';
  const printOf = async (place: string) => (await check()).findings.find((each) => placed(each) === place)?.fingerprint;
  const excepting = (rule: string, print: string | undefined, until = '2026-03-10') =>
    `${CAMPAIGN}exceptions:\n  - {rule: ${rule}, finding: '${print}', reason: 已核实, until: ${until}}\n`;

  it('take a finding out of the list, the groups and the counts, and tell it apart', async () => {
    const checked = await check(excepting('paid-twice', await printOf(TWICE)));
    expect(all(checked)).toEqual(EVERYTHING.filter((each) => each !== TWICE));
    expect(checked.excepted.map(({ finding, reason, until }) => [placed(finding), reason, until])).toEqual([
      [TWICE, '已核实', '2026-03-10'],
    ]);
    expect(checked.counts).toEqual({ error: 1, warning: 2, hint: 2 });
    const groups = checked.groups.filter(({ rule }) => rule.id === 'paid-twice');
    expect(groups.map(({ count, amount, first }) => [count, amount, first.length])).toEqual([[1, 60_000n, 1]]);
  });

  it('hold until their last day and not the day after', async () => {
    const print = await printOf(TWICE);
    expect(all(await check(excepting('paid-twice', print, '2026-03-09')))).toEqual(EVERYTHING);
    expect((await check(excepting('paid-twice', print, '2026-03-11'))).excepted).toHaveLength(1);
  });

  it('hold for their own rule and fingerprint only', async () => {
    expect(all(await check(excepting('shared-account', await printOf(TWICE))))).toEqual(EVERYTHING);
    expect(all(await check(excepting('paid-twice', '0123456789abcdef')))).toEqual(EVERYTHING);
  });

  it('cease when the figure changes: it is another finding', async () => {
    const exception = excepting('paid-twice', await printOf(TWICE));
    const checked = await check(exception, { ...LISTS, first: FIRST.replace('700', '800') });
    expect(all(checked)).toContain(TWICE);
    expect(checked.excepted).toEqual([]);
  });
});

describe('what is not checked', () => {
  const unchecked = ({ notChecked }: Checked, why: string) =>
    Object.fromEntries(
      notChecked
        .filter((each) => each.why === why)
        .map(({ rule, lists }) => [rule.id, lists.map(({ source }) => basename(source.origin.file, '.csv'))]),
    );
  const both = ['first', 'second'];

  it('is said of each list without the column', async () => {
    expect(unchecked(await check(), 'no-column')).toEqual({
      'household-paid-twice': ['second'],
      'shared-account': ['second'],
      'several-accounts': ['second'],
      'shared-phone': both,
      'same-agent': both,
    });
  });

  it('is said where the campaign lays nothing down', async () => {
    expect(unchecked(await check(), 'no-policy')).toEqual({
      'excluded-combination': both,
      'over-person-ceiling': both,
      'over-household-ceiling': both,
    });
    const noStandard = await check(CAMPAIGN.replaceAll(/, standard: [^}]+/g, ''));
    expect(Object.keys(unchecked(noStandard, 'no-policy'))).toContain('split-payment');
  });

  it('is said where there is no campaign', async () => {
    const checked = await check(null);
    expect(Object.keys(unchecked(checked, 'no-campaign'))).toEqual([
      'excluded-combination',
      'over-person-ceiling',
      'over-household-ceiling',
      'split-payment',
    ]);
    expect(checked.counts).toEqual({ error: 2, warning: 1, hint: 2 });
  });
});

describe('what was paid earlier', () => {
  const EARLIER = `姓名,身份证号,部门,项目,金额
程三,990000193811220131,民政局,冬令补助,600
高六,990000196002290061,民政局,冬令补助,600
高六,990000196002290061,民政局,冬令补助,600
`;
  const looking = { earlier: ['earlier.csv'] };

  it('is compared with, and no finding of its own', async () => {
    const twice = all(await check(CAMPAIGN, { ...LISTS, earlier: EARLIER }, looking)).filter((each) =>
      each.includes(' paid-twice'),
    );
    expect(twice).toEqual([
      'error paid-twice first:4 first:5',
      'error paid-twice first:2 first:3',
      'error paid-twice first:6 earlier:2',
    ]);
  });

  it('is known of each row', async () => {
    const { findings } = await check(CAMPAIGN, { ...LISTS, earlier: EARLIER }, looking);
    const withEarlier = findings.filter(({ rows }) => rows.some(({ role }) => role === 'earlier'));
    expect(withEarlier.map(({ rule, rows }) => [rule, rows.map(({ role }) => role === 'earlier')])).toEqual([
      ['paid-twice', [false, true]],
      ['several-departments', [false, false, true]],
    ]);
  });
});

describe('what is to be told', () => {
  it('is all of the rules that are asked for, or all', async () => {
    const checked = await check(CAMPAIGN, LISTS, { only: { rules: ['several-departments', 'shared-phone'] } });
    expect(all(checked)).toEqual(EVERYTHING.filter((each) => each.includes('several-departments')));
    expect(checked.notChecked.map(({ rule }) => rule.id)).toEqual(['shared-phone']);
  });

  it('is all with a row of a department that is asked for', async () => {
    const checked = await check(CAMPAIGN, LISTS, { only: { departments: [1] } });
    expect(all(checked)).toEqual(['warning several-departments first:6 second:2']);
    expect(checked.counts).toEqual({ error: 0, warning: 1, hint: 0 });
  });

  it.each([0, 1, 3])('has groups that hold what the stream gives, with its money and its first %i', async (first) => {
    const { groups, findings, counts } = await check(CAMPAIGN, LISTS, { only: { first } });
    const keyOf = ({ severity, rule }: Finding) => `${severity} ${rule}`;
    const fromStream = [...new Set(findings.map(keyOf))].map((of) => {
      const mine = findings.filter((finding) => keyOf(finding) === of);
      const amount = mine.reduce((sum, each) => sum + (each.amount ?? 0n), 0n);
      return { of, count: mine.length, amount, first: mine.slice(0, first).map(placed) };
    });
    const fromGroups = groups.map(({ rule, severity, count, amount, first }) => ({
      of: `${severity} ${rule.id}`,
      count,
      amount,
      first: first.map(placed),
    }));
    expect(fromGroups).toEqual(fromStream);
    for (const severity of SEVERITIES)
      expect(counts[severity]).toBe(findings.filter((finding) => finding.severity === severity).length);
  });
});

describe('a household by its address', () => {
  const list = `姓名,身份证号,街道,家庭住址,项目,金额
安一,990000195203150220,长风街道,白玉路99弄3号201室,低保家庭补助,400
白二,99000019490101001X,长风街道,白玉路99弄3号201室,低保家庭补助,400
程三,990000193811220131,曹杨街道,白玉路99弄3号201室,低保家庭补助,400
丁四,990000201010050483,长风街道,梅岭村,低保家庭补助,400
方五,99000019761230105X,长风街道,梅岭村,低保家庭补助,400
`;
  const lists = { first: list, second: SECOND };

  it('is known where that is asked, by subdistrict and house number', async () => {
    const checked = await check(CAMPAIGN, lists, { householdByAddress: true });
    const found = all(checked).filter((each) => each.includes('household'));
    expect(found).toEqual(['error household-paid-twice first:2 first:3']);
  });

  it('is not otherwise', async () => {
    expect(all(await check(CAMPAIGN, lists)).filter((each) => each.includes('household'))).toEqual([]);
  });
});
