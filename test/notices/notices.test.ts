import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkCampaign } from '../../src/checks/campaign/check-campaign.ts';
import { InvalidInput } from '../../src/domain/problem.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { budgetOf } from '../../src/totals/budget/budget.ts';

/**
 * Notices and reports as they were published, figure by figure. Where a figure could not be written in the words of the
 * notice, its line says what those were (原文：…), and a test that relief still does not read them.
 */
const FOLDER = 'test/notices';
const NAMES = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));

const folder = mkdtempSync(join(tmpdir(), 'relief-notices-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a notice has: its printed figures, how many of them were shortened and reworded, and what check finds how often. */
interface Expected {
  readonly figures: number;
  /** Words around the figure were left out; the figure is as printed. */
  readonly shortened?: number;
  /** The figure itself is written in another way than the notice has it. */
  readonly reworded?: number;
  readonly found?: Readonly<Record<string, number>>;
}

/** Every finding has been held against the notice, and is right by its words. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  'chongyang-2018': { figures: 3 },
  'county-2024': { figures: 25 },
  'daishan-2025': { figures: 6 },
  'dalian-2016': { figures: 6, found: { 'amount-not-itemised': 1 } },
  'disabled-2025': { figures: 16 },
  'district-visits': { figures: 9, found: { 'reach-not-itemised': 1 } },
  'first-quarter': { figures: 12 },
  'fujian-2021': { figures: 6 },
  'ganzi-2012': { figures: 24, reworded: 3 },
  'guangyuan-2015': { figures: 8 },
  'guizhou-2011': { figures: 24, found: { 'amount-not-itemised': 1 } },
  'hainan-2017': { figures: 7 },
  'hanmen-xuezi': { figures: 18 },
  'hanyin-2020': {
    figures: 8,
    reworded: 1,
    found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 },
  },
  'huating-2019': { figures: 12, found: { 'units-do-not-meet': 1 } },
  'licheng-2018': { figures: 7 },
  'maanshan-2017': { figures: 7, found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 } },
  'ningbo-2014': { figures: 34, shortened: 1, found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 } },
  'panshan-2019': { figures: 13 },
  'qinghai-2017': { figures: 7 },
  'redcross-2023': { figures: 6 },
  'shaanxi-2015': { figures: 8 },
  'shanghai-2020': { figures: 7, found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 } },
  'shanghai-2022': { figures: 6, found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 } },
  'shanghai-2024': { figures: 6, reworded: 2, found: { 'overlapping-measures': 1 } },
  'shantou-2012': { figures: 8 },
  'sichuan-2013': { figures: 6 },
  taiping: { figures: 5, found: { 'amount-not-itemised': 1 } },
  'tianjiaan-2020': { figures: 20 },
  'tianjin-2007': { figures: 9, found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 } },
  'wanxiu-2014': {
    figures: 6,
    found: { 'total-contradicts-items': 1, 'reach-not-itemised': 1, 'overlapping-measures': 1 },
  },
  'wenchuan-2008': { figures: 21 },
  'xiangzhou-2024': { figures: 10, found: { 'amount-not-itemised': 1 } },
  'xianyou-2025': { figures: 16 },
  'xinhui-2018': { figures: 3 },
  'yicheng-2013': { figures: 9 },
  'youyang-2015': { figures: 9, found: { 'amount-not-itemised': 1 } },
  'yuhang-2024': { figures: 39, found: { 'overlapping-measures': 1 } },
  'yuhang-heat-2019': { figures: 3 },
  'yunnan-2012': { figures: 40, reworded: 1 },
  'yunyang-2018': { figures: 6 },
  'zhonglou-2021': { figures: 19 },
  'zhongxian-2017': { figures: 16 },
  'zigong-2016': { figures: 6, found: { 'total-contradicts-items': 1, 'overlapping-measures': 1 } },
};

const FIGURES: ReadonlySet<string> = new Set([
  'reach',
  'amount',
  'standard',
  'rate',
  'quantity',
  'value',
  'income',
  'ceiling',
  'total',
  'parts',
  'base',
  'each',
]);

/** The scalars that stand under a key of a figure. */
function figuresOf(node: unknown, isFigure = false): number {
  if (Array.isArray(node)) return node.reduce((sum: number, each) => sum + figuresOf(each, isFigure), 0);
  if (typeof node !== 'object' || node === null) return isFigure ? 1 : 0;
  return Object.entries(node).reduce((sum, [key, value]) => {
    const holder = typeof value === 'object' && !Array.isArray(value);
    return sum + figuresOf(value, FIGURES.has(key) && !holder);
  }, 0);
}

const REWORDED = /^(?<before>.*?(?:: |- ))(?<now>\S.*) # 原文：(?<printed>.+)$/;
const textOf = (name: string) => readFileSync(join(FOLDER, `${name}.yaml`), 'utf8');

function changedIn(name: string) {
  return textOf(name)
    .split('\n')
    .flatMap((line) => {
      const { before, now, printed } = REWORDED.exec(line)?.groups ?? {};
      if (!before || !now || !printed) return [];
      return [{ line, printed, original: `${before}${printed}`, isShortened: printed.includes(now) }];
    });
}

function isRead(content: string): boolean {
  const path = join(folder, 'campaign.yaml');
  writeFileSync(path, content);
  try {
    readCampaign(path);
    return true;
  } catch (error) {
    if (error instanceof InvalidInput) return false;
    throw error;
  }
}

it('every notice is expected', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual([...NAMES].sort());
});

describe.each(NAMES)('%s', (name) => {
  const text = textOf(name);

  it('has its figures, and check finds what is wrong with the notice', () => {
    const { campaign, place } = readCampaign(join(FOLDER, `${name}.yaml`));
    const found: Record<string, number> = {};
    for (const { rule } of checkCampaign(budgetOf(campaign), place, '2026-01-01').findings)
      found[rule] = (found[rule] ?? 0) + 1;
    const changed = changedIn(name);
    const shortened = changed.filter(({ isShortened }) => isShortened).length;
    const reworded = changed.length - shortened;
    const none = { shortened: 0, reworded: 0, found: {} };
    expect({ figures: figuresOf(parse(text)), shortened, reworded, found }).toEqual({ ...none, ...EXPECTED[name] });
  });

  it('says where its figures come from: its address, and a source for every figure', () => {
    expect(text).toMatch(/^# .*(?:https?:\/\/|没有给出网址)/m);
    const { campaign } = readCampaign(join(FOLDER, `${name}.yaml`));
    const measures = campaign.departments.flatMap((department) => department.measures);
    expect([...measures, ...campaign.funds].filter(({ source }) => source === undefined)).toEqual([]);
  });

  it('is no less word for word than relief demands: restore 原文 where this fails', () => {
    const read = changedIn(name).filter(({ line, original }) => isRead(text.replace(line, original)));
    expect(read.map(({ printed }) => printed)).toEqual([]);
  });
});

describe('the days of a notice', () => {
  const daysFromIssue = NAMES.flatMap((name) => {
    const { issued, year, isSummer, stages, deadlines } = readCampaign(join(FOLDER, `${name}.yaml`)).campaign;
    if (!issued || year === null) return [];
    const phrases = [...stages, ...deadlines].flatMap((each) =>
      'when' in each ? [each.when, each.from, each.until] : [each.until],
    );
    return phrases.flatMap((phrase) => {
      const period = phrase?.resolve(year, isSummer);
      const day = period?.until ?? period?.from;
      return day ? [{ name, apart: Math.abs(Date.parse(day) - Date.parse(issued)) / 86_400_000 }] : [];
    });
  });
  const lieFar = ({ apart }: { apart: number }) => apart > 183;

  it('are there', () => {
    expect(daysFromIssue.length).toBeGreaterThan(5);
  });

  it('lie near the day on which it was issued', () => {
    expect(daysFromIssue.filter(lieFar)).toEqual([]);
  });
});

describe('a mistake put into a notice', () => {
  const checkedWith = (name: string, from: string, to: string) => {
    const text = textOf(name).replaceAll(/^#.*\n/gm, '');
    if (!text.includes(from)) throw new Error(`${name} does not say ${from}`);
    const path = join(folder, 'mistaken.yaml');
    writeFileSync(path, text.replace(from, to));
    const { campaign, place } = readCampaign(path);
    return checkCampaign(budgetOf(campaign), place, '2026-01-01').findings.map(({ rule }) => rule);
  };

  it.each([
    ['ganzi-2012', 'parts: [389人', 'parts: [489人', 'parts-contradict-whole'],
    ['yuhang-2024', '4497户5919人', '4597户5919人', 'parts-contradict-whole'],
    ['yuhang-2024', '72007元', '292007元', 'parts-contradict-whole'],
    ['hanmen-xuezi', 'reach: 339名', 'reach: 349名', 'parts-contradict-whole'],
    ['shantou-2012', 'amount: 62万元', 'amount: 52万元', 'parts-contradict-whole'],
    ['xianyou-2025', '计12.7万元', '计12.6万元', 'amount-contradicts-standard'],
    ['xianyou-2025', 'reach: 23名', 'reach: 22名', 'amount-contradicts-standard'],
    ['zhonglou-2021', '共计10万元', '共计8万元', 'amount-contradicts-standard'],
    ['chongyang-2018', '8.68万元', '8.86万元', 'amount-contradicts-standard'],
    ['zhonglou-2021', '共计32.4万元', '共计34.2万元', 'total-contradicts-items'],
    ['sichuan-2013', '省级资金1477万元', '省级资金1177万元', 'fund-over-ceiling'],
    // parts that add up to more than the whole, and the second of two counts
    ['yuhang-2024', '72007元', '92007元', 'parts-contradict-whole'],
    ['yuhang-2024', '4497户5919人', '4497户6919人', 'parts-contradict-whole'],
    ['yunnan-2012', '13730顶', '5730顶', 'parts-contradict-whole'],
    ['yunnan-2012', '13730顶', '13630顶', 'parts-contradict-whole'],
    ['yunnan-2012', '{item: 大衣, quantity: 11000件}', '{item: 大衣, quantity: 5000件}', 'parts-contradict-whole'],
    ['wenchuan-2008', '三点零六万顶', '六点零六万顶', 'parts-contradict-whole'],
  ])('%s: %s, %s, is told: %s', (name, from, to, rule) => {
    expect(checkedWith(name, from, to)).toContain(rule);
  });

  /** Where a test says that it no longer fails, the mistake is told: it then belongs above. */
  it.fails.each([
    ['goods that add up to another number than the count', 'guizhou-2011', '6万件（床）', '9万件（床）'],
    ['parts of reach: that do not reach the total', 'ganzi-2012', 'parts: [389人', 'parts: [289人'],
    ['categories that do not reach the count', 'ganzi-2012', 'reach: 2622人', 'reach: 1622人'],
  ])('%s', (_, name, from, to) => {
    expect(checkedWith(name, from, to)).toContain('parts-contradict-whole');
  });
});

describe('all notices', () => {
  const all = Object.values(EXPECTED);
  const sum = (of: 'figures' | 'shortened' | 'reworded') => all.reduce((total, each) => total + (each[of] ?? 0), 0);

  it('have many figures', () => {
    expect(sum('figures')).toBeGreaterThan(400);
  });

  it('have at most 3% of their figures reworded or shortened', () => {
    expect((sum('reworded') + sum('shortened')) / sum('figures')).toBeLessThanOrEqual(0.03);
  });
});
