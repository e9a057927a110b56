import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkCampaign } from '../../src/checks/campaign/check-campaign.ts';
import { InvalidInput } from '../../src/domain/problem.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { budgetOf } from '../../src/totals/budget.ts';

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
  'daishan-2025': { figures: 6, shortened: 2 },
  'dalian-2016': { figures: 6, shortened: 4, found: { 'amount-not-itemised': 1 } },
  'disabled-2025': { figures: 16, shortened: 4 },
  'district-visits': { figures: 9, shortened: 7, found: { 'reach-not-itemised': 1 } },
  'first-quarter': { figures: 12, shortened: 8 },
  'fujian-2021': { figures: 6, shortened: 2 },
  'ganzi-2012': { figures: 24, reworded: 6 },
  'guangyuan-2015': { figures: 8 },
  'guizhou-2011': { figures: 24, shortened: 2, found: { 'amount-not-itemised': 1 } },
  'hainan-2017': { figures: 7, shortened: 2 },
  'hanmen-xuezi': { figures: 18, shortened: 3 },
  'hanyin-2020': {
    figures: 8,
    shortened: 3,
    reworded: 1,
    found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 },
  },
  'huating-2019': { figures: 12, reworded: 1, found: { 'units-do-not-meet': 1 } },
  'licheng-2018': { figures: 8, shortened: 3 },
  'maanshan-2017': { figures: 7, shortened: 5, found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 } },
  'ningbo-2014': { figures: 34, shortened: 4, found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 } },
  'panshan-2019': { figures: 13, shortened: 1 },
  'qinghai-2017': { figures: 7, reworded: 1 },
  'redcross-2023': { figures: 6, shortened: 1 },
  'shaanxi-2015': { figures: 8, shortened: 3 },
  'shanghai-2020': { figures: 7, shortened: 4, found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 } },
  'shanghai-2022': { figures: 6, shortened: 4, found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 } },
  'shanghai-2024': { figures: 6, shortened: 2, reworded: 2, found: { 'overlapping-measures': 1 } },
  'shantou-2012': { figures: 8, shortened: 2 },
  'sichuan-2013': { figures: 6, shortened: 3 },
  taiping: { figures: 5, shortened: 4, found: { 'amount-not-itemised': 1 } },
  'tianjiaan-2020': { figures: 20, shortened: 8 },
  'tianjin-2007': { figures: 9, found: { 'amount-not-itemised': 1, 'reach-not-itemised': 1 } },
  'wanxiu-2014': {
    figures: 6,
    found: { 'total-contradicts-items': 1, 'reach-not-itemised': 1, 'overlapping-measures': 1 },
  },
  'wenchuan-2008': { figures: 21, reworded: 11 },
  'xiangzhou-2024': { figures: 10, shortened: 5, found: { 'amount-not-itemised': 1 } },
  'xianyou-2025': { figures: 16, shortened: 4, reworded: 1 },
  'xinhui-2018': { figures: 3, shortened: 1 },
  'yicheng-2013': { figures: 9, shortened: 2 },
  'youyang-2015': { figures: 9, reworded: 1, found: { 'amount-not-itemised': 1 } },
  'yuhang-2024': { figures: 39, found: { 'overlapping-measures': 1 } },
  'yuhang-heat-2019': { figures: 3, shortened: 1, reworded: 1 },
  'yunnan-2012': { figures: 40, shortened: 1 },
  'yunyang-2018': { figures: 6 },
  'zhonglou-2021': { figures: 19 },
  'zhongxian-2017': { figures: 16, shortened: 4, reworded: 1 },
  'zigong-2016': { figures: 6, shortened: 2, found: { 'total-contradicts-items': 1, 'overlapping-measures': 1 } },
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

describe('all notices', () => {
  const all = Object.values(EXPECTED);
  const sum = (of: 'figures' | 'shortened' | 'reworded') => all.reduce((total, each) => total + (each[of] ?? 0), 0);

  it('have many figures', () => {
    expect(sum('figures')).toBeGreaterThan(400);
  });

  /** The goal. Where a test says that it no longer fails, it is reached: `it.fails` is then to be `it`. */
  it.fails('have at most 3% of their figures reworded', () => {
    expect(sum('reworded') / sum('figures')).toBeLessThanOrEqual(0.03);
  });

  it.fails('have at most 3% of their figures reworded or shortened', () => {
    expect((sum('reworded') + sum('shortened')) / sum('figures')).toBeLessThanOrEqual(0.03);
  });
});
