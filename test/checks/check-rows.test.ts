import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerKey, Place } from '../../samples/generator/key.ts';
import { ROW_RULES } from '../../src/checks/row/index.ts';
import { type Finding, SEVERITIES } from '../../src/domain/finding.ts';
import { LEFT_OUT } from '../samples/left-out.ts';
import { HALF_FINISHED, LANGUAGES, messageOf } from './cases.ts';
import { checkFolder } from './lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Checked = Awaited<ReturnType<typeof checkFolder>>;

const CAMPAIGN = `relief: 1
id: rows-2026
title: 2026年元旦春节帮困送温暖活动（虚构）
issued: 2025-12-20
deadlines:
  - {name: 全部发放到位, until: 2026-02-13, kind: payout, binding: soft}
lists:
  - {file: first.csv, department: 民政局}
  - {file: second.csv, department: 民政局}
departments:
  - name: 民政局
    measures:
      - {id: winter, name: 冬令补助, form: cash, standard: 600元/人}
`;

/** 安一 is right, 白二 mistypes the ID number, 程三 has none and gets too much, 丁四 is late and has none. */
const FIRST = `姓名,身份证号,金额,发放日期
安一,990000195203150220,600,2026-02-01
白二,990000195203150221,600,2026-02-01
程三,,700,2026-02-01
丁四,无,600,2026-03-01
`;
const SECOND = `姓名,身份证号,金额,备注
方五,,600,
高六,990000195203150222,700,
何七,,600,已核实,可发
`;

const known = new Map<string, Promise<Checked>>();

/** What is found in a campaign and its lists, which are checked once, however many tests look at them. */
function check(campaign: string | null = CAMPAIGN, lists = { first: FIRST, second: SECOND }, today = '2026-03-10') {
  const key = JSON.stringify([campaign, lists, today]);
  const checked = known.get(key) ?? writeAndCheck(campaign, lists, today);
  known.set(key, checked);
  return checked;
}

function writeAndCheck(
  campaign: string | null,
  lists: { first: string; second: string },
  today: string,
): Promise<Checked> {
  const own = mkdtempSync(join(folder, 'case-'));
  for (const [name, text] of Object.entries(lists)) writeFileSync(join(own, `${name}.csv`), text);
  writeFileSync(join(own, 'list.csv'), lists.first);
  if (campaign !== null) writeFileSync(join(own, 'campaign.yaml'), campaign);
  return checkFolder(own, today);
}

const placed = ({ severity, rule, places: [place] }: Finding) =>
  `${severity} ${rule} ${place?.file.split('/').at(-1)}:${place?.row}`;
const all = ({ findings }: Checked) => findings.map(placed);

const EVERYTHING = [
  'error row-rejected second.csv:4',
  'error id-checksum first.csv:3',
  'error id-checksum second.csv:3',
  'error amount-off-standard first.csv:4',
  'error amount-off-standard second.csv:3',
  'warning id-missing first.csv:4',
  'warning id-missing first.csv:5',
  'warning id-missing second.csv:2',
  'hint late-payout first.csv:5',
];

describe('order', () => {
  it('is worst first, then that of the rules, of the lists and of their rows', async () => {
    expect(all(await check())).toEqual(EVERYTHING);
  });

  it('follows a severity that the campaign changes, also where a query or a verdict has its own', async () => {
    const checked = await check(
      `${CAMPAIGN}rules: {late-payout: error, id-checksum: hint, amount-off-standard: warning}\n`,
    );
    expect(all(checked)).toEqual([
      'error row-rejected second.csv:4',
      'error late-payout first.csv:5',
      'warning id-missing first.csv:4',
      'warning id-missing first.csv:5',
      'warning id-missing second.csv:2',
      'warning amount-off-standard first.csv:4',
      'warning amount-off-standard second.csv:3',
      'hint id-checksum first.csv:3',
      'hint id-checksum second.csv:3',
    ]);
    expect(checked.counts).toEqual({ error: 2, warning: 5, hint: 2 });
  });
});

describe('rules:', () => {
  it('can turn a rule off, and what is off is told and neither found nor called unchecked', async () => {
    const checked = await check(`${CAMPAIGN}rules: {id-missing: off, not-through-bank: off}\n`);
    expect(all(checked)).toEqual(EVERYTHING.filter((each) => !each.includes('id-missing')));
    expect(checked.off).toEqual(['id-missing', 'not-through-bank']);
    expect(checked.notChecked.map(({ rule }) => rule.id)).not.toContain('not-through-bank');
  });

  it.each(SEVERITIES)('do not change a fingerprint (%s)', async (severity) => {
    const prints = ({ findings }: Checked) => findings.map(({ fingerprint }) => fingerprint).sort();
    expect(prints(await check(`${CAMPAIGN}rules: {id-missing: ${severity}}\n`))).toEqual(prints(await check()));
  });
});

describe('exceptions:', () => {
  const printOf = async (place: string) => (await check()).findings.find((each) => placed(each) === place)?.fingerprint;
  const excepting = (exceptions: readonly { rule: string; print: string | undefined }[], until = '2026-03-10') =>
    `${CAMPAIGN}exceptions:\n${exceptions
      .map(({ rule, print }) => `  - {rule: ${rule}, finding: '${print}', reason: 已核实, until: ${until}}\n`)
      .join('')}`;
  const without = (...places: string[]) => EVERYTHING.filter((each) => !places.includes(each));

  it('take a finding out of the list, the groups and the counts, and tell it apart', async () => {
    const place = 'warning id-missing first.csv:4';
    const checked = await check(excepting([{ rule: 'id-missing', print: await printOf(place) }]));
    expect(all(checked)).toEqual(without(place));
    expect(checked.excepted.map(({ finding, reason, until }) => [placed(finding), reason, until])).toEqual([
      [place, '已核实', '2026-03-10'],
    ]);
    expect(checked.counts).toEqual({ error: 5, warning: 2, hint: 1 });
    const missing = checked.groups.filter(({ rule }) => rule.id === 'id-missing');
    expect(missing.map(({ count, first }) => [count, first.length])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('hold until their last day and not the day after', async () => {
    const place = 'warning id-missing first.csv:4';
    const exceptions = [{ rule: 'id-missing', print: await printOf(place) }];
    expect(all(await check(excepting(exceptions, '2026-03-09')))).toEqual(EVERYTHING);
    expect((await check(excepting(exceptions, '2026-03-09'))).excepted).toEqual([]);
    expect(all(await check(excepting(exceptions, '2026-03-11')))).toEqual(without(place));
  });

  it('hold for their own rule and fingerprint only', async () => {
    const print = await printOf('warning id-missing first.csv:4');
    expect(all(await check(excepting([{ rule: 'id-checksum', print }])))).toEqual(EVERYTHING);
    expect(all(await check(excepting([{ rule: 'id-missing', print: '0123456789abcdef' }])))).toEqual(EVERYTHING);
  });

  it('leave alone what another rule finds in the same row, however many there are', async () => {
    const missing = 'warning id-missing first.csv:4';
    const off = 'error amount-off-standard second.csv:3';
    const checked = await check(
      excepting([
        { rule: 'id-missing', print: await printOf(missing) },
        { rule: 'amount-off-standard', print: await printOf(off) },
      ]),
    );
    expect(all(checked)).toEqual(without(missing, off));
    expect(checked.excepted.map(({ finding }) => placed(finding))).toEqual([missing, off]);
  });

  it('are told once though two are written for one finding', async () => {
    const place = 'hint late-payout first.csv:5';
    const twice = { rule: 'late-payout', print: await printOf(place) };
    const checked = await check(excepting([twice, twice]));
    expect(checked.excepted).toHaveLength(1);
    expect(all(checked)).toEqual(without(place));
  });

  it('cease when the figure changes: it is another finding', async () => {
    const print = await printOf('error amount-off-standard first.csv:4');
    const exceptions = excepting([{ rule: 'amount-off-standard', print }]);
    const checked = await check(exceptions, { first: FIRST.replace('700', '800'), second: SECOND });
    expect(all(checked)).toEqual(EVERYTHING);
    expect(checked.excepted).toEqual([]);
  });
});

describe('what is not checked', () => {
  const unchecked = ({ notChecked }: Checked, why: string) =>
    Object.fromEntries(
      notChecked
        .filter((each) => each.why === why)
        .map(({ rule, lists }) => [rule.id, lists.map(({ source }) => source.origin.file.split('/').at(-1))]),
    );

  it('is said of each list without the column', async () => {
    const both = ['first.csv', 'second.csv'];
    expect(unchecked(await check(), 'no-column')).toEqual({
      'id-disagrees-with-row': both,
      'late-payout': ['second.csv'],
      'date-unreadable': ['second.csv'],
      'account-damaged': both,
      'account-malformed': both,
      'phone-malformed': both,
      'holder-not-payee': both,
      'signature-missing': both,
    });
  });

  it('is said where the campaign lays nothing down', async () => {
    const both = ['first.csv', 'second.csv'];
    const checked = await check(CAMPAIGN.replace(', standard: 600元/人', ''));
    expect(unchecked(checked, 'no-policy')).toEqual({
      'amount-off-standard': both,
      'not-through-bank': both,
      'age-not-eligible': both,
    });
    expect(all(checked).filter((each) => each.includes('amount-off-standard'))).toEqual([]);
  });

  it('is said where there is no deadline', async () => {
    const checked = await check(CAMPAIGN.replace('kind: payout', 'kind: report'));
    expect(Object.keys(unchecked(checked, 'no-policy'))).toContain('late-payout');
  });

  it('is said where there is no campaign', async () => {
    const checked = await check(null);
    expect(Object.keys(unchecked(checked, 'no-campaign'))).toEqual([
      'amount-off-standard',
      'unknown-department',
      'unknown-measure',
      'late-payout',
      'not-through-bank',
      'age-not-eligible',
    ]);
    expect(all(checked)).toEqual([
      'error id-checksum list.csv:3',
      'warning id-missing list.csv:4',
      'warning id-missing list.csv:5',
    ]);
  });
});

describe('a cell longer than any spreadsheet allows', () => {
  it('rejects its row and is not shown', async () => {
    const long = `${SECOND}金八,,600,${'长'.repeat(40_000)}\n`;
    const { findings } = await check(CAMPAIGN, { first: FIRST, second: long });
    const rejected = findings.filter(({ rule }) => rule === 'row-rejected');
    expect(rejected.map(({ data, places: [place] }) => [data, place?.row])).toEqual([
      [{ reason: 'too-many-cells' }, 4],
      [{ reason: 'cell-too-long' }, 5],
    ]);
    for (const finding of rejected)
      for (const language of LANGUAGES) expect(messageOf(finding, language).length).toBeLessThan(120);
  });
});

const DISTRICT = 'samples/district';
const key: AnswerKey = JSON.parse(readFileSync(join(DISTRICT, 'answer-key.json'), 'utf8'));
const where = ({ file, sheet, row }: Place) => `${file} ${sheet ?? ''} ${row}`;

describe('the sample district', () => {
  let checked: Checked;
  beforeAll(async () => {
    checked = await checkFolder(DISTRICT, '2026-03-10');
  });

  const placeOf = ({ places: [place] }: Finding) =>
    where({
      file: (place?.file ?? '').slice(DISTRICT.length + 1),
      sheet: place?.sheet ?? null,
      row: Number(place?.row),
    });

  it.each(ROW_RULES.map(({ id }) => id))('has every fault of %s found, and none invented', (id) => {
    const planted = key.faults.filter(({ rule }) => rule === id).map(where);
    expect(planted.length > 0).toBe(!(id in LEFT_OUT));
    const found = checked.findings.filter(({ rule }) => rule === id).map(placeOf);
    expect(found.sort()).toEqual(planted.sort());
  });

  it('has no fault that no rule is there for', () => {
    const rules = new Set<string>(ROW_RULES.map(({ id }) => id));
    expect(key.faults.filter(({ rule }) => !rules.has(rule))).toEqual([]);
  });

  it('has as many rows in each sheet, as many payouts and as many set aside as planted', () => {
    const counted = checked.lists.map(({ source, rows, payouts, setAside, rejected }) => ({
      file: source.origin.file.slice(DISTRICT.length + 1),
      sheet: source.sheet,
      rows,
      payouts,
      setAside,
      rejected,
    }));
    expect(counted).toEqual(key.files);
  });

  it('has groups that hold exactly what the stream gives, with its money and its first three', () => {
    const { groups, findings, counts } = checked;
    const fromGroups = groups.map(({ rule, severity, list, count, amount, first }) => ({
      of: `${severity} ${rule.id} ${list.source.origin.file} ${list.source.sheet}`,
      count,
      amount,
      first: first.map(placeOf),
    }));
    const keyOf = ({ severity, rule, places: [place] }: Finding) =>
      `${severity} ${rule} ${place?.file} ${place?.sheet}`;
    const fromStream = [...new Set(findings.map(keyOf))].map((of) => {
      const mine = findings.filter((finding) => keyOf(finding) === of);
      const amount = mine.reduce((sum, each) => sum + (each.amount ?? 0n), 0n);
      return { of, count: mine.length, amount, first: mine.slice(0, 3).map(placeOf) };
    });
    expect(fromGroups).toEqual(fromStream);
    expect(groups.some(({ count }) => count > 3)).toBe(true);
    for (const severity of SEVERITIES)
      expect(counts[severity]).toBe(findings.filter((finding) => finding.severity === severity).length);
  });

  it('is told in whole sentences, and shows no number of 13 digits or more', () => {
    for (const finding of checked.findings) {
      const said = LANGUAGES.map((language) => messageOf(finding, language));
      for (const message of said) expect(message).not.toMatch(HALF_FINISHED);
      expect(`${said.join()} ${finding.people.join()}`).not.toMatch(/\d{13}/);
    }
  });
});
