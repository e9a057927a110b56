import { describe, expect, it } from 'vitest';
import { checkCampaign } from '../../src/checks/campaign/check-campaign.ts';
import { yuan } from '../../src/domain/money.ts';
import { budgetOf } from '../../src/totals/budget/budget.ts';
import { campaignOf } from './given.ts';

const PLACE = { file: 'campaign.yaml', sheet: null, row: 1, column: 1 };
const QUIET = ['unquantified-measure', 'overlapping-measures', 'goods-without-procurement'];

/** What a campaign of one department costs, whom it reaches, and what is found in it but for hints that say nothing of sums. */
function judged(measures: readonly object[], given: object = {}) {
  const named = measures.map((each, index) => ({ name: `项目${index + 1}`, ...each }));
  const budget = budgetOf(campaignOf({ year: 2024, ...given, departments: [{ name: '民政局', measures: named }] }));
  const { findings } = checkCampaign(budget, () => PLACE, '2024-01-01');
  return {
    amount: budget.amount === null ? null : yuan(budget.amount),
    basis: budget.basis,
    itemised: budget.itemised.amount === null ? null : yuan(budget.itemised.amount),
    reach: budget.itemised.reach,
    found: findings.flatMap(({ rule, severity }) => (QUIET.includes(rule) ? [] : [`${severity} ${rule}`])),
  };
}

describe('items that are a part of a stated total', () => {
  it.each<[string, object[], object, string[]]>([
    ['one of many', [{ amount: '1900万元' }], { amount: '8469.91万元' }, ['hint amount-not-itemised']],
    ['one of several, a count too', [{ reach: '200人次' }], { reach: '900人次' }, ['hint reach-not-itemised']],
    ['all but a slip', [{ amount: '97万元' }], { amount: '100万元' }, ['warning amount-not-itemised']],
    ['all but a slip, one unknown', [{ amount: '97万元' }, {}], { amount: '100万元' }, ['hint amount-not-itemised']],
    [
      'said to be all',
      [{ amount: '97万元' }],
      { amount: '100万元', itemised: 'all' },
      ['error total-contradicts-items'],
    ],
    ['said to be all, and are', [{ amount: '100万元' }], { amount: '100万元', itemised: 'all' }, []],
    ['above it', [{ amount: '101万元' }], { amount: '100万元' }, ['error total-contradicts-items']],
  ])('%s', (_, measures, stated, found) => {
    expect(judged(measures, { stated }).found).toEqual(found);
  });

  it('cost what is stated', () => {
    expect(judged([{ amount: '1900万元' }], { stated: { amount: '8469.91万元' } })).toMatchObject({
      amount: '84699100.00',
      basis: 'stated',
      itemised: '19000000.00',
    });
  });
});

describe('figures that overlap, or are a part of another', () => {
  it.each<[string, object, object]>([
    ['overlapping', { amount: '576.6万元', reach: '40人次', overlaps: true }, { personTimes: 100n, all: 100n }],
    ['part of it', { amount: '576.6万元', reach: '40人次', of: '项目1' }, { personTimes: 100n, all: 100n }],
    ['history', { amount: '576.6万元', reach: '40人次', counts: false }, { personTimes: 100n, all: 100n }],
    ['a count alone', { reach: '58个工地', overlaps: true }, { personTimes: 100n, institutions: null, all: 100n }],
  ])('%s: added to nothing', (_, other, reach) => {
    const given = { stated: { amount: '1342.6万元', reach: '100人次' } };
    const whole = judged([{ amount: '1342.6万元', reach: '100人次' }, other], given);
    expect(whole).toMatchObject({ amount: '13426000.00', basis: 'itemised', reach, found: [] });
  });
});

describe('what qualifiers cover', () => {
  it.each<[string, object, boolean]>([
    ['60 is not about 100', { reach: '600户', standard: '1000元/户', amount: '约100万元' }, false],
    ['96 is', { reach: '960户', standard: '1000元/户', amount: '约100万元' }, true],
    ['2.6 is not nearly 100', { reach: '2600户', standard: '每户10元', amount: '近百万元' }, false],
    ['91 is', { reach: '910户', standard: '1000元/户', amount: '近百万元' }, true],
    ['about 1000 are not 1450', { reach: '约1000户', standard: '1000元/户', amount: '145万元' }, false],
    ['about 1000 are 1040', { reach: '约1000户', standard: '1000元/户', amount: '104万元' }, true],
    ['over 700 are 790', { reach: '700余户', standard: '1000元/户', amount: '79万元' }, true],
    ['over 700 are not 850', { reach: '700余户', standard: '1000元/户', amount: '85万元' }, false],
    ['逾 is over', { reach: '195户', standard: '1万元/户', amount: '逾100万元' }, true],
  ])('%s', (_, measure, agrees) => {
    expect(judged([measure]).found).toEqual(agrees ? [] : ['error amount-contradicts-standard']);
  });

  it('一般 contradicts nothing', () => {
    expect(judged([{ reach: '100人', standard: '一般2000元/人', amount: '35万元' }]).found).toEqual([
      'hint amount-contradicts-standard',
    ]);
  });
});

describe('sums within one measure', () => {
  const FUNDS = {
    funds: [
      { id: 'a', name: '甲' },
      { id: 'b', name: '乙' },
    ],
  };
  const split = (a: string, b?: string) => [{ fund: 'a', amount: a }, b === undefined ? 'b' : { fund: 'b', amount: b }];
  const tiers = (...reach: (string | undefined)[]) => ({
    tiers: reach.map((each, index) => ({ rate: `${index + 3}00元/户`, ...(each ? { reach: each } : {}) })),
  });

  it.each<[string, object, string[]]>([
    ['tiers above the count', { reach: '862户', standard: tiers('400户', '562户') }, ['error parts-contradict-whole']],
    ['tiers as many', { reach: '962户', standard: tiers('400户', '562户') }, []],
    [
      'tiers above what 约 covers',
      { reach: '约900户', standard: tiers('400户', '562户') },
      ['error parts-contradict-whole'],
    ],
    ['tiers within what 约 covers', { reach: '约960户', standard: tiers('400户', '562户') }, []],
    ['a tier leaves the rest', { reach: '100户', standard: tiers('60户', undefined), amount: '3.4万元' }, []],
    ['parts above', { reach: { total: '18名', parts: ['5名', '13名', '1名'] } }, ['error parts-contradict-whole']],
    ['parts below', { reach: { total: '18名', parts: ['5名'] } }, []],
    ['funds above', { amount: '10万元', funds: split('6万元', '5万元') }, ['error parts-contradict-whole']],
    ['funds below', { amount: '10万元', funds: split('6万元', '3万元') }, ['warning parts-contradict-whole']],
    ['funds that do not all say', { amount: '10万元', funds: split('6万元') }, []],
    ['funds as rounded', { amount: '10万元', funds: split('6万元', '4.3万元') }, []],
    ['units that do not meet', { reach: '65户', standard: '每人500元' }, ['hint units-do-not-meet']],
  ])('%s', (_, measure, found) => {
    expect(judged([measure], FUNDS).found).toEqual(found);
  });
});

it('people fewer than the items’ may be the same ones, times may not', () => {
  const items = [{ reach: '60人' }, { reach: '60人' }];
  expect(judged(items, { stated: { reach: '100人' } }).found).toEqual(['hint total-contradicts-items']);
  expect(judged(items, { stated: { reach: '100人次' } }).found).toEqual(['error total-contradicts-items']);
});
