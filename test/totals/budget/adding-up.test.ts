import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../../src/domain/campaign/qualifier-coverage.ts';
import { roundHalfUp } from '../../../src/domain/money.ts';
import { readCount } from '../../../src/domain/quantity.ts';
import { addUp, type Check, checkTotal, type TotalCheck } from '../../../src/totals/budget/adding-up.ts';
import { unmetUnits } from '../../../src/totals/budget/cost.ts';
import { printQuantity } from '../../domain/print-quantity.ts';
import { amountOf, fen, measureOf, ok } from '../given.ts';

const TIERS = {
  tiers: [
    { household: 1, rate: '300元/户' },
    { household: '2+', rate: '400元/户' },
  ],
};
const COUNTED_TIERS = {
  tiers: [
    { rate: '300元/户', reach: '1000户' },
    { rate: '400元/户', reach: '2000户' },
  ],
};
const SEVERAL = { range: '每户1000元至3000元不等', ceiling: '最高5000元/户', average: '户均2000元' };
const INCREASE = { increase: { base: '1000元/户', each: '200元/人' } };

/** Reach, standard, stated amount; check; computed from and to, difference, all in yuan. */
type Row = [string, unknown, unknown, string | undefined, Check, [number | null, number | null] | null, number | null];

describe('addUp', () => {
  it.each<Row>([
    ['to the fen', '600人', '550元/人', '33万元', 'exact', [330_000, 330_000], null],
    ['with a count that is 约', '约600人', '550元/人', '33万元', 'exact', [330_000, 330_000], null],
    ['with an amount that is 约', '600人', '550元/人', '约33万元', 'exact', [330_000, 330_000], null],
    ['a half rounds up', '2205人', '450元/人', '99.23万元', 'rounded', [992_250, 992_250], null],
    ['a half does not round down', '2205人', '450元/人', '99.22万元', 'contradicted', [992_250, 992_250], -50],
    ['tiers make a range', '约5369户', TIERS, '约190万元', 'in-range', [1_610_700, 2_147_600], null],
    ['约 covers what is off', '约600人', '550元/人', '34万元', 'approximate', [330_000, 330_000], 10_000],
    ['约 does not cover everything', '约600人', '550元/人', '37万元', 'contradicted', [330_000, 330_000], 40_000],
    ['nothing covers what is off', '640份', '300元/份', '19.3万元', 'contradicted', [192_000, 192_000], 1000],
    ['within a range', '6000户', '200-500元/户', '约150万元', 'in-range', [1_200_000, 3_000_000], null],
    ['the average decides', '1400户', SEVERAL, '280万元', 'exact', [2_800_000, 2_800_000], null],
  ])('as in the notice: %s', check);

  it.each<Row>([
    ['the least', '100户', '200-500元/户', '20000元', 'in-range', [20_000, 50_000], null],
    ['the most', '100户', '200-500元/户', '50000元', 'in-range', [20_000, 50_000], null],
    ['below', '100户', '200-500元/户', '19900元', 'contradicted', [20_000, 50_000], -100],
    ['above', '100户', '200-500元/户', '50100元', 'contradicted', [20_000, 50_000], 100],
    ['above by less than is printed', '100户', '200-501元/户', '5万元', 'in-range', [20_000, 50_100], null],
    ['above, as 约 allows', '约100户', '200-500元/户', '52000元', 'approximate', [20_000, 50_000], 2000],
    ['below, as 约 allows', '约100户', '200-500元/户', '19500元', 'approximate', [20_000, 50_000], -500],
  ])('a range: %s', check);

  it.each<Row>([
    ['up to a ceiling', '100户', '最高5000元/户', '30万元', 'in-range', [null, 500_000], null],
    ['over a ceiling', '100户', '最高5000元/户', '60万元', 'contradicted', [null, 500_000], 100_000],
    ['from a rate up', '100户', '500元以上/户', '8万元', 'in-range', [50_000, null], null],
    ['less than from a rate up', '100户', '500元以上/户', '4万元', 'contradicted', [50_000, null], -10_000],
    ['from a base up', '100户', INCREASE, '12万元', 'in-range', [100_000, null], null],
    ['less than the base', '100户', INCREASE, '9万元', 'contradicted', [100_000, null], -10_000],
  ])('open ends: %s', check);

  it.each<Row>([
    ['约, as printed', '约3.8万人', '500元/人', '约1900万元', 'exact', [19_000_000, 19_000_000], null],
    ['约', '约3.8万人', '500元/人', '1910万元', 'approximate', [19_000_000, 19_000_000], 100_000],
    ['约, too far', '约3.8万人', '500元/人', '1930万元', 'contradicted', [19_000_000, 19_000_000], 300_000],
    ['bare, as precise as printed', '3.8万人', '500元/人', '1910万元', 'rounded', [19_000_000, 19_000_000], null],
    ['bare, too far', '3.8万人', '500元/人', '1930万元', 'contradicted', [19_000_000, 19_000_000], 300_000],
    ['余', '7000余人', '500元/人', '380万元', 'approximate', [3_500_000, 3_500_000], 300_000],
    ['余, a whole unit more', '7000余人', '500元/人', '410万元', 'contradicted', [3_500_000, 3_500_000], 600_000],
    ['余, less', '7000余人', '500元/人', '340万元', 'contradicted', [3_500_000, 3_500_000], -100_000],
    ['近', '近5000人次', '200元/人', '90万元', 'approximate', [1_000_000, 1_000_000], -100_000],
    ['近, more', '近5000人次', '200元/人', '110万元', 'contradicted', [1_000_000, 1_000_000], 100_000],
    ['以上', '500人以上', '300元/人', '20万元', 'approximate', [150_000, 150_000], 50_000],
    ['以上, less', '500人以上', '300元/人', '10万元', 'contradicted', [150_000, 150_000], -50_000],
    ['不超过', '不超过500人', '300元/人', '10万元', 'approximate', [150_000, 150_000], -50_000],
    ['不超过, more', '不超过500人', '300元/人', '20万元', 'contradicted', [150_000, 150_000], 50_000],
  ])('a count that is %s', check);

  it.each<Row>([
    ['左右', '100人', '150元左右', '1.55万元', 'approximate', [15_000, 15_000], 500],
    ['左右, too far', '100人', '150元左右', '1.65万元', 'contradicted', [15_000, 15_000], 1500],
    ['一般', '100人', '一般2000元/人', '21万元', 'approximate', [200_000, 200_000], 10_000],
    ['余', '100人', '500余元/人', '55000元', 'approximate', [50_000, 50_000], 5000],
    ['近', '100人', '近500元/人', '45000元', 'approximate', [50_000, 50_000], -5000],
    [
      'an average, as precise as printed',
      '1400户',
      '户均2000元',
      '280.05万元',
      'rounded',
      [2_800_000, 2_800_000],
      null,
    ],
    ['an average, too far', '1400户', '户均2000元', '281万元', 'contradicted', [2_800_000, 2_800_000], 10_000],
  ])('a rate that is %s', check);

  it.each(['24万元', '60万元', '5万元'])('一般 contradicts nothing, not even %s', (amount) => {
    const found = addUp(measureOf({ reach: '100人', standard: '一般2000元/人', amount }));
    expect(found).toMatchObject({ check: 'approximate', beyondUsual: true });
    expect(found.difference).not.toBeNull();
  });

  const CASH_AND_GOODS = '每户2000元现金，500元物品';
  const FUNDERS = [
    { funder: '国家', rate: '每人150元' },
    { funder: '省', rate: '每人55元' },
  ];
  const JOINT = { joint: true, tiers: FUNDERS };

  it.each<Row>([
    ['of all funders together', '1000人', JOINT, '20.5万元', 'exact', [205_000, 205_000], null],
    ['of one funder or the other', '1000人', { tiers: FUNDERS }, '15万元', 'in-range', [55_000, 150_000], null],
    ['of cash and goods', '40户', CASH_AND_GOODS, '10万元', 'exact', [100_000, 100_000], null],
    ['of cash and goods without a value', '40户', '300元及米面油1套', '2万元', 'in-range', [12_000, null], null],
    ['of less than the cash', '40户', '300元及米面油1套', '1.0万元', 'contradicted', [12_000, null], -2000],
    ['a month, for months', '100人', '每人每月600元，期限3个月', '18万元', 'exact', [180_000, 180_000], null],
    ['a day, for months', '100人', '每人每天20元，期限3个月', '18万元', 'in-range', [178_000, 184_000], null],
    ['a day, for days', '100人', '每人每天20元×90天', '18万元', 'exact', [180_000, 180_000], null],
    ['a month, for nobody knows how long', '100人', '每人每月600元', '18万元', 'unknown', null, null],
    ['a time', '300人次', '500元/次', '15万元', 'exact', [150_000, 150_000], null],
    ['a time, of people', '300人', '500元/次', '15万元', 'unknown', null, null],
    ['a student', '20名', '每生3000元', '6万元', 'exact', [60_000, 60_000], null],
    ['a quilt', '400床', '120元/床', '4.8万元', 'exact', [48_000, 48_000], null],
    ['a box, of quilts', '400床', '120元/箱', '4.8万元', 'unknown', null, null],
    ['a gift pack', '130个温暖包', '365元/个', '4.745万元', 'exact', [47_450, 47_450], null],
  ])('a standard %s', check);

  it.each([
    [{ months: 3 }, '18万元', 'exact'],
    [{ duration: '3个月' }, '18万元', 'exact'],
    [{ duration: '一季度' }, '18万元', 'exact'],
    [{ months: 2 }, '18万元', 'contradicted'],
  ])('a rate a month over %j', (given, amount, expected) => {
    const found = addUp(measureOf({ reach: '100人', standard: '每人每月600元', amount, ...given }));
    expect(found.check).toBe(expected);
  });

  it.each([
    [[{ item: '棉被', quantity: '400床', value: '120元/床' }], '4.8万元', 'exact'],
    [[{ item: '棉被', quantity: '400床', value: '4.8万元' }], '4.8万元', 'exact'],
    [
      [
        { item: '棉被', quantity: '400床', value: '120元/床' },
        { item: '米', value: '2000元' },
      ],
      '5万元',
      'exact',
    ],
    [[{ item: '棉被', quantity: '400床', value: '120元/床' }], '6万元', 'contradicted'],
    [[{ item: '棉被', quantity: '400床' }], '5万元', 'unknown'],
    [[{ item: '棉被', quantity: '400床', value: '120元/箱' }], '5万元', 'unknown'],
  ])('goods %j are worth %s', (goods, amount, expected) => {
    expect(addUp(measureOf({ goods, amount })).check).toBe(expected);
  });

  it.each([
    ['65户', '每人500元', 3_250_000n],
    ['65户', '500元/次', null],
    ['65户180人', '每人500元', undefined],
    ['65户', '每户500元', undefined],
    ['65户', '各街镇自定', undefined],
  ])('%s do not meet %s', (reach, standard, atLeast) => {
    const found = measureOf({ reach, standard });
    expect(unmetUnits(found.reach, found.standard)?.atLeast).toBe(atLeast);
  });

  it.each<Row>([
    ['约', '1920人', '500元/人', '约100万元', 'approximate', [960_000, 960_000], 40_000],
    ['约, too far', '900人', '500元/人', '约100万元', 'contradicted', [450_000, 450_000], 550_000],
    ['余', '3000人', '500元/人', '100余万元', 'approximate', [1_500_000, 1_500_000], -500_000],
    ['余, a whole unit more', '4000人', '500元/人', '100余万元', 'contradicted', [2_000_000, 2_000_000], -1_000_000],
    ['近', '1900人', '500元/人', '近100万元', 'approximate', [950_000, 950_000], 50_000],
    ['近, more', '2100人', '500元/人', '近100万元', 'contradicted', [1_050_000, 1_050_000], -50_000],
    ['以上', '6000人', '500元/人', '100万元以上', 'approximate', [3_000_000, 3_000_000], -2_000_000],
    ['不超过', '400人', '500元/人', '不超过100万元', 'approximate', [200_000, 200_000], 800_000],
  ])('an amount that is %s', check);

  it.each<Row>([
    ['人次 at a rate per 人', '8000人次', '300元/人', '240万元', 'exact', [2_400_000, 2_400_000], null],
    ['户 at a rate per 人次（户）', '共计1000户', '每人次（户）500元', '50万元', 'exact', [500_000, 500_000], null],
    ['份 at a rate per 份', '640份', '每份300元', '19.2万元', 'exact', [192_000, 192_000], null],
    ['份 at a rate per 户', '4200份', '180元/户', '75.6万元', 'exact', [756_000, 756_000], null],
    ['份 at a rate per 人', '4200份', '180元/人', '75.6万元', 'exact', [756_000, 756_000], null],
    ['户 at a rate that names no unit', '100户', '50元', '5000元', 'exact', [5000, 5000], null],
    ['several counts', ['100人', '50名'], '200元/人', '3万元', 'exact', [30_000, 30_000], null],
    ['户 at a rate per 人', '100户', '200元/人', '2万元', 'unknown', null, null],
    ['人 at a rate per 户', '100人', '200元/户', '2万元', 'unknown', null, null],
    ['人 at a rate per 份', '100人', '200元/份', '2万元', 'unknown', null, null],
    ['several counts, not all of the unit', ['100人', '50户'], '200元/人', '3万元', 'unknown', null, null],
  ])('units: %s', check);

  it.each<Row>([
    ['tier by tier', undefined, COUNTED_TIERS, '110万元', 'exact', [1_100_000, 1_100_000], null],
    ['whatever the measure counts', '约3000户', COUNTED_TIERS, '110万元', 'exact', [1_100_000, 1_100_000], null],
    ['and may be off', undefined, COUNTED_TIERS, '111万元', 'contradicted', [1_100_000, 1_100_000], 10_000],
    [
      'with a count that is 约',
      undefined,
      {
        tiers: [
          { rate: '300元/户', reach: '约1000户' },
          { rate: '400元/户', reach: '2000户' },
        ],
      },
      '111万元',
      'approximate',
      [1_100_000, 1_100_000],
      10_000,
    ],
    [
      'with a range in one',
      undefined,
      {
        tiers: [
          { rate: '200-500元/户', reach: '100户' },
          { rate: '300元/户', reach: '100户' },
        ],
      },
      '6万元',
      'in-range',
      [50_000, 80_000],
      null,
    ],
    [
      'where one does not say, with what the others leave',
      '3000户',
      { tiers: [{ rate: '300元/户', reach: '1000户' }, { rate: '400元/户' }] },
      '110万元',
      'exact',
      [1_100_000, 1_100_000],
      null,
    ],
    [
      'but not where the whole is about',
      '约3000户',
      { tiers: [{ rate: '300元/户', reach: '1000户' }, { rate: '400元/户' }] },
      '110万元',
      'in-range',
      [900_000, 1_200_000],
      null,
    ],
    [
      'nor where two do not say',
      '3000户',
      { tiers: [{ rate: '300元/户', reach: '1000户' }, { rate: '400元/户' }, { rate: '500元/户' }] },
      '110万元',
      'in-range',
      [900_000, 1_500_000],
      null,
    ],
    [
      'but not where the rate of one is per something else',
      undefined,
      {
        tiers: [
          { rate: '300元/户', reach: '1000户' },
          { rate: '400元/人', reach: '2000户' },
        ],
      },
      '110万元',
      'unknown',
      null,
      null,
    ],
    [
      'but not where one says how many and another does not',
      undefined,
      { tiers: [{ rate: '300元/户', reach: '1000户' }, { rate: '400元/户' }] },
      '110万元',
      'unknown',
      null,
      null,
    ],
    [
      'a bare count is of what its rate is per',
      undefined,
      { tiers: [{ rate: '300元/户', reach: 1000 }] },
      '30万元',
      'exact',
      [300_000, 300_000],
      null,
    ],
    [
      'but not 户 at a rate per 人',
      undefined,
      { tiers: [{ rate: '300元/人', reach: '1000户' }] },
      '30万元',
      'unknown',
      null,
      null,
    ],
  ])('tiers with their own counts add up %s', check);

  it.each([
    ['600人', '550元/人', '33万元'],
    ['约600人', '550元/人', '34万元'],
    ['640份', '300元/份', '19.3万元'],
    ['3.8万人', '500元/人', '1910万元'],
    ['1400户', '户均2000元', '280.05万元'],
    ['100户', '200-500元/户', '3万元'],
    ['100户', '最高5000元/户', '60万元'],
  ])('%s at %s is %s, in one tier or without', (reach, standard, amount) => {
    const tiers = [{ rate: standard, reach }];
    expect(addUp(measureOf({ standard: { tiers }, amount }))).toEqual(addUp(measureOf({ reach, standard, amount })));
  });

  it.each<Row>([
    ['nothing', undefined, undefined, undefined, 'unknown', null, null],
    ['an amount only', undefined, undefined, '100余万元', 'unknown', null, null],
    ['no standard', '5412人', undefined, '100余万元', 'unknown', null, null],
    ['no count', undefined, '500元/人', '5万元', 'unknown', null, null],
    ['a standard left to others', '100人', '各街镇自定', '5万元', 'unknown', null, null],
    ['no amount', '100人', '500元/人', undefined, 'unknown', [50_000, 50_000], null],
    ['no amount, and a range', '100户', '200-500元/户', undefined, 'unknown', [20_000, 50_000], null],
    ['no amount, and a ceiling', '100户', '最高5000元/户', undefined, 'unknown', [null, 500_000], null],
  ])('is unknown where there is %s', check);

  function check(...[, reach, standard, amount, expected, computed, difference]: Row): void {
    expect(addUp(measureOf({ reach, standard, amount }))).toEqual({
      check: expected,
      computed: computed && { low: yuan(computed[0]), high: yuan(computed[1]) },
      difference: yuan(difference),
    });
  }

  const count = fc.integer({ min: 1, max: 99_999 });
  const rate = fc.integer({ min: 1, max: 9999 });

  it('agrees with what was multiplied, printed to any digit', () => {
    const exponent = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(count, rate, exponent, (persons, yuanEach, digits) => {
        const product = fen(persons) * BigInt(yuanEach);
        const step = 10n ** BigInt(digits);
        const value = roundHalfUp(product, step);
        const amount = printQuantity({ value, step, unit: 'money', qualifier: 'exact' });
        const { check, difference } = addUp(measureOf({ reach: `${persons}人`, standard: `${yuanEach}元/人`, amount }));
        expect([check, difference]).toEqual([value === product ? 'exact' : 'rounded', null]);
      }),
    );
  });

  it('contradicts any other amount, and says by how much', () => {
    const off = fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: -(10n ** 9n), max: -1n }));
    fc.assert(
      fc.property(count, rate, off, (persons, yuanEach, more) => {
        const product = fen(persons) * BigInt(yuanEach);
        fc.pre(product + more >= 0n);
        const amount = printQuantity({ value: product + more, step: 1n, unit: 'money', qualifier: 'exact' });
        const found = addUp(measureOf({ reach: `${persons}人`, standard: `${yuanEach}元/人`, amount }));
        expect(found).toMatchObject({ check: 'contradicted', difference: more });
      }),
    );
  });
});

describe('checkTotal', () => {
  const ALL = { complete: true, open: false };
  const SOME = { complete: false, open: false };
  const OPEN = { complete: true, open: true };

  it.each<[string, bigint, { complete: boolean; open: boolean }, TotalCheck]>([
    ['约3302.03万元', 3_302_030_000n, ALL, 'exact'],
    ['约3302.03万元', 3_302_030_000n, SOME, 'exact'],
    ['约3301.93万元', 3_302_030_000n, ALL, 'contradicted'], // above
    ['约3301.93万元', 3_302_030_000n, SOME, 'contradicted'],
    ['约3301.93万元', 3_302_030_000n, OPEN, 'contradicted'],
    ['约3302.13万元', 3_302_030_000n, ALL, 'contradicted'], // below
    ['约3302.13万元', 3_302_030_000n, SOME, 'not-itemised'],
    ['约3302.13万元', 3_302_030_000n, OPEN, 'not-itemised'],
    ['约3302.13万元', 3_302_030_000n, { complete: false, open: true }, 'not-itemised'],
    ['99.23万元', 99_225_000n, ALL, 'rounded'],
    ['99.22万元', 99_225_000n, ALL, 'contradicted'],
    ['99.22万元', 99_225_000n, SOME, 'contradicted'],
    ['约190万元', 193_000_000n, ALL, 'approximate'],
    ['约190万元', 195_000_000n, ALL, 'approximate'],
    ['约190万元', 195_000_001n, SOME, 'contradicted'],
    ['约190万元', 184_999_999n, ALL, 'contradicted'],
    ['约190万元', 184_999_999n, SOME, 'not-itemised'],
    ['100余万元', 150_000_000n, ALL, 'approximate'],
    ['100余万元', 200_000_000n, SOME, 'contradicted'],
    ['100余万元', 90_000_000n, ALL, 'contradicted'],
    ['100余万元', 90_000_000n, SOME, 'not-itemised'],
    ['近100万元', 95_000_000n, ALL, 'approximate'],
    ['近100万元', 101_000_000n, SOME, 'contradicted'],
    ['100万元以上', 500_000_000n, ALL, 'approximate'],
    ['100万元以上', 90_000_000n, ALL, 'contradicted'],
    ['100万元以上', 90_000_000n, OPEN, 'not-itemised'],
    ['不超过100万元', 20_000_000n, SOME, 'approximate'],
    ['不超过100万元', 101_000_000n, SOME, 'contradicted'],
    ['5万元', 0n, SOME, 'not-itemised'],
    ['5万元', 0n, ALL, 'contradicted'],
  ])('%s against %d fen, %j: %s', (stated, sum, items, check) => {
    expect(checkTotal(amountOf(stated), { sum, ...items })).toBe(check);
  });

  it.each<[string, bigint, { complete: boolean; open: boolean }, TotalCheck]>([
    ['约8.5万人次', 85_000n, SOME, 'exact'],
    ['约8.5万人次', 84_500n, SOME, 'rounded'],
    ['约8.5万人次', 85_500n, SOME, 'approximate'],
    ['约8.5万人次', 85_501n, SOME, 'contradicted'],
    ['约8.5万人次', 80_458n, SOME, 'not-itemised'],
    ['约8.5万人次', 80_458n, ALL, 'contradicted'],
    ['640份', 640n, ALL, 'exact'],
    ['640份', 639n, ALL, 'contradicted'],
    ['640份', 641n, SOME, 'contradicted'],
  ])('%s against %d, %j: %s', (stated, sum, items, check) => {
    expect(checkTotal(ok(readCount(stated)), { sum, ...items })).toBe(check);
  });

  it('is unknown where nothing is stated', () => {
    expect(checkTotal(undefined, { sum: 5n, ...ALL })).toBe('unknown');
  });

  it('contradicts all that is above what the total covers, and only certain shortfalls below it', () => {
    const totals = ['约3302.03万元', '33万元', '100余万元', '近100万元', '100万元以上', '不超过100万元'].map(amountOf);
    const sums = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 10n }), fc.bigInt({ min: 0n, max: 3n * 10n ** 8n }));
    fc.assert(
      fc.property(fc.constantFrom(...totals), sums, fc.boolean(), fc.boolean(), (stated, sum, complete, open) => {
        const { low, high } = coverage(stated);
        const asPrinted = roundHalfUp(sum, stated.step) === stated.value;
        const above = !asPrinted && high !== null && sum > high;
        const below = !asPrinted && low !== null && sum < low;
        const check = checkTotal(stated, { sum, complete, open });
        expect(check === 'contradicted').toBe(above || (below && complete && !open));
        expect(check === 'not-itemised').toBe(below && (!complete || open));
      }),
    );
  });
});

function yuan(amount: number | null): bigint | null {
  return amount === null ? null : fen(amount);
}
