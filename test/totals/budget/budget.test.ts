import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Qualifier } from '../../../src/domain/figure-words.ts';
import { type Budget, budgetOf, type Subtotal } from '../../../src/totals/budget/budget.ts';
import { counted } from '../../../src/totals/budget/measure-budget.ts';
import { type Reach, reachOf } from '../../../src/totals/budget/reach.ts';
import { printQuantity } from '../../domain/print-quantity.ts';
import { campaignOf, campaignOfMeasures, fen } from '../given.ts';

const NO_REACH: Reach = reachOf([]);

/** The figures of the 2017 notice (普民【2016】51号), by department. */
const NOTICE: readonly (readonly object[])[] = [
  [
    { reach: '约600人', standard: '每人550元', amount: '33万元' },
    { reach: '约2205人', standard: '每人450元', amount: '99.23万元' },
    {
      reach: '约5369户',
      standard: {
        tiers: [
          { household: 1, rate: '300元/户' },
          { household: '2+', rate: '400元/户' },
        ],
      },
      amount: '约190万元',
    },
    { standard: '50元至230元不等' },
    { reach: '约3.8万人', standard: '每人500元', amount: '约1900万元' },
  ],
  [{ reach: '7000余人', amount: '约100万元' }],
  [{}],
  [{ form: 'goods' }, { form: 'service' }],
  [{ reach: '5412人', amount: '100余万元' }],
  [{ reach: '100名', standard: '每人500元', amount: '5万元' }],
  [{ reach: '共计101人', amount: '10.45万元' }],
  [
    { reach: '8000人次', amount: '240万元' },
    { reach: '约250户', amount: '共计30万元' },
  ],
  [{ reach: '共计1000户', standard: '每人次（户）500元', amount: '50万元' }],
  [{ reach: '6000户', standard: '每户200-500元不等', amount: '约150万元' }],
  [{ reach: '640份', standard: '每份300元', amount: '19.2万元' }],
  [
    {
      reach: '1400户',
      standard: { range: '每户1000元至3000元不等', ceiling: '最高5000元/户', average: '户均2000元' },
      amount: '共计280万元',
    },
    { reach: '181名', amount: '共19.55万元' },
    { reach: '4200份', standard: '每份180元', amount: '75.6万元' },
  ],
];

describe('the notice of 2017', () => {
  const budget = budgetOf(campaignOfMeasures(NOTICE, { stated: { reach: '约8.5万人次', amount: '约3302.03万元' } }));

  it('adds up to 3302.03万元 exactly: 862.03 firm and 2440 approximate', () => {
    expect(budget.itemised).toMatchObject({
      amount: fen(33_020_300),
      firm: fen(8_620_300),
      approximate: fen(24_400_000),
      complete: false,
      lowerBound: true,
    });
    expect(budget).toMatchObject({ amount: fen(33_020_300), basis: 'itemised', amountCheck: 'exact' });
  });

  it('adds up department by department', () => {
    expect(budget.departments.map(({ amount }) => amount)).toEqual(
      [
        22_222_300,
        1_000_000,
        null,
        null,
        1_000_000,
        50_000,
        104_500,
        2_700_000,
        500_000,
        1_500_000,
        192_000,
        3_751_500,
      ].map((yuan) => (yuan === null ? null : fen(yuan))),
    );
    expect(budget.departments.map(({ complete }) => complete)).toEqual([
      false,
      true,
      false,
      false,
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('reaches 80,458 of the stated 8.5万人次', () => {
    const { reach } = budget.itemised;
    expect(reach).toEqual({
      persons: 53_599n,
      households: 14_019n,
      items: 4840n,
      personTimes: 8000n,
      householdTimes: null,
      pieces: null,
      institutions: null,
      all: 80_458n,
      atLeast: ['persons', 'all'], // 7000余人
    });
    expect(budget.reachCheck).toBe('not-itemised');
  });

  it('checks each measure', () => {
    const checks = budget.departments.flatMap(({ measures }) => measures.map(({ check }) => check));
    expect(checks).toEqual([
      ...['exact', 'rounded', 'in-range', 'unknown', 'exact'],
      ...['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
      ...['exact', 'unknown', 'unknown', 'unknown', 'exact', 'in-range', 'exact', 'exact', 'unknown', 'exact'],
    ]);
  });
});

describe('one measure', () => {
  it.each([
    ['what is stated', { amount: '5万元' }, { adopted: fen(50_000), basis: 'stated', check: 'unknown' }],
    [
      'what is stated, even where it is contradicted',
      { reach: '640份', standard: '300元/份', amount: '19.3万元' },
      { adopted: fen(193_000), basis: 'stated', check: 'contradicted', difference: fen(1000) },
    ],
    ['what is computed', { reach: '100人', standard: '500元/人' }, { adopted: fen(50_000), basis: 'computed' }],
    [
      'nothing of a range, which is shown',
      { reach: '100户', standard: '200-500元/户' },
      { adopted: null, basis: 'unknown', computed: { low: fen(20_000), high: fen(50_000) } },
    ],
    [
      'nothing of a ceiling',
      { reach: '100户', standard: '最高5000元/户' },
      { adopted: null, basis: 'unknown', computed: { low: null, high: fen(500_000) } },
    ],
    [
      'nothing of nothing',
      {},
      { adopted: null, basis: 'unknown', computed: null, stated: null, count: null, unit: null },
    ],
    ['nothing of a rate alone', { standard: '500元/人' }, { adopted: null, basis: 'unknown', computed: null }],
  ])('adopts %s', (_, given, expected) => {
    expect(budgetOfOne(given).departments[0]?.measures[0]).toMatchObject(expected);
  });

  it.each([
    ['one count', { reach: '100人' }, { unit: 'persons', count: 100n }],
    ['counts of one unit', { reach: ['100人', '50名'] }, { unit: 'persons', count: 150n }],
    ['counts of several units, which do not add up', { reach: ['100人', '50户'] }, { unit: null, count: null }],
  ])('has %s', (_, given, expected) => {
    expect(budgetOfOne(given).departments[0]?.measures[0]).toMatchObject(expected);
  });

  it('knows where it stands in the file', () => {
    const { departments } = budgetOf(campaignOfMeasures([[{}], [{}, {}]]));
    expect(departments.flatMap(({ measures }) => measures.map(({ at }) => at))).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(departments.map(({ index }) => index)).toEqual([0, 1]);
  });
});

describe('what is unknown', () => {
  const NOTHING: Subtotal = {
    amount: null,
    firm: null,
    approximate: null,
    complete: false,
    lowerBound: false,
    reach: NO_REACH,
  };

  it.each<[string, object[][]]>([
    ['no departments', []],
    ['a department without measures', [[]]],
    ['measures without figures', [[{}, { form: 'service' }], [{ standard: '50元至230元不等' }]]],
    ['history alone', [[{ amount: '5万元', reach: '100人', counts: false }]]],
  ])('is null and never 0: %s', (_, measures) => {
    const { itemised, amount, basis, departments } = budgetOf(campaignOfMeasures(measures));
    expect(itemised).toEqual(NOTHING);
    expect({ amount, basis }).toEqual({ amount: null, basis: 'unknown' });
    for (const department of departments) expect(department).toMatchObject(NOTHING);
  });

  it('is not what is stated to be nothing', () => {
    const { itemised } = budgetOfOne({ amount: '0元', reach: '0人' });
    expect(itemised).toMatchObject({ amount: 0n, firm: 0n, approximate: 0n, complete: true });
    expect(itemised.reach).toEqual({ ...NO_REACH, persons: 0n, all: 0n });
  });

  it('takes the stated amount where there are no items', () => {
    const { amount, basis, amountCheck } = budgetOf(campaignOfMeasures([[{}]], { stated: { amount: '3.3亿元' } }));
    expect({ amount, basis, amountCheck }).toEqual({
      amount: fen(330_000_000),
      basis: 'stated',
      amountCheck: 'not-itemised',
    });
  });
});

describe('firm and approximate', () => {
  const COUNT_AND_RATE = { reach: '100人', standard: '500元/人' };

  it.each<[string, object, number]>([
    // what is firm of 50,000 yuan
    ['a bare amount', { amount: '5万元' }, 50_000],
    ['a bare amount, whatever its count', { amount: '5万元', reach: '约100人', standard: '500元/人' }, 50_000],
    ['about', { amount: '约5万元' }, 0],
    ['over', { amount: '5万余元' }, 0],
    ['nearly', { amount: '近5万元' }, 0],
    ['at least', { amount: '5万元以上' }, 0],
    ['at most', { amount: '不超过5万元' }, 0],
    ['computed from bare figures', COUNT_AND_RATE, 50_000],
    ['computed from a count that is 约', { ...COUNT_AND_RATE, reach: '约100人' }, 0],
    ['computed from a rate that is 约', { ...COUNT_AND_RATE, standard: '约500元/人' }, 0],
    ['computed from a usual rate', { ...COUNT_AND_RATE, standard: '一般500元/人' }, 0],
    ['computed from an average', { ...COUNT_AND_RATE, standard: '人均500元' }, 0],
    [
      'computed from an average within a range',
      { reach: '100人', standard: { rate: '500元/人', average: '人均500元' } },
      0,
    ],
    ['computed from bare tiers', { standard: { tiers: [{ rate: '500元/人', reach: '100人' }] } }, 50_000],
    ['computed from a tier that is 约', { standard: { tiers: [{ rate: '约500元/人', reach: '100人' }] } }, 0],
    ['computed from a tier for 约100人', { standard: { tiers: [{ rate: '500元/人', reach: '约100人' }] } }, 0],
    [
      'computed from a tier for 约100人, whatever the measure counts',
      { reach: '100人', standard: { tiers: [{ rate: '500元/人', reach: '约100人' }] } },
      0,
    ],
    [
      'computed from bare tiers, whatever the measure counts',
      { reach: '约100人', standard: { tiers: [{ rate: '500元/人', reach: '100人' }] } },
      50_000,
    ],
  ])('%s', (_, given, firm) => {
    const { itemised } = budgetOfOne(given);
    expect(itemised).toMatchObject({ amount: fen(50_000), firm: fen(firm), approximate: fen(50_000 - firm) });
  });
});

describe('a lower bound', () => {
  const UNKNOWN = {};
  const tier = (rate: string, reach: string) => ({ standard: { tiers: [{ rate, reach }] } });

  it.each<[string, object[], boolean]>([
    ['all known', [{ amount: '5万元' }], false],
    ['nothing known', [UNKNOWN], false],
    ['a part unknown', [{ amount: '5万元' }, UNKNOWN], true],
    ['a part unknown, another about', [{ amount: '约5万元' }, UNKNOWN], true],
    ['a part unknown, another over', [{ amount: '5万余元' }, UNKNOWN], true],
    ['a part unknown, another nearly', [{ amount: '近5万元' }, UNKNOWN], false],
    ['a part unknown, another at most', [{ amount: '不超过5万元' }, { amount: '5万元' }, UNKNOWN], false],
    ['history unknown', [{ amount: '5万元' }, { counts: false }], false],
    ['history nearly', [{ amount: '5万元' }, { amount: '近5万元', counts: false }, UNKNOWN], true],
    ['a part unknown, another computed', [{ reach: '100人', standard: '500元/人' }, UNKNOWN], true],
    ['… of nearly so many', [{ reach: '近100人', standard: '500元/人' }, UNKNOWN], false],
    ['… of at most so many', [{ reach: '不超过100人', standard: '500元/人' }, UNKNOWN], false],
    ['… at nearly so much', [{ reach: '100人', standard: '近500元/人' }, UNKNOWN], false],
    ['… of tiers', [tier('500元/人', '100人'), UNKNOWN], true],
    ['… of a tier for nearly so many', [tier('500元/人', '近100人'), UNKNOWN], false],
    ['stated, of nearly so many', [{ amount: '5万元', reach: '近100人', standard: '500元/人' }, UNKNOWN], true],
  ])('%s', (_, measures, expected) => {
    const { itemised, departments } = budgetOf(campaignOfMeasures([measures]));
    expect([itemised.lowerBound, departments[0]?.lowerBound]).toEqual([expected, expected]);
  });
});

describe('history (counts: false)', () => {
  const history = { amount: '100万元', reach: '9999户', counts: false };
  const stated = { amount: '约5万元', reach: '100人次' };
  const own = [{ amount: '5万元', reach: '100人次' }];

  it('is left out of every figure', () => {
    const without = budgetOf(campaignOfMeasures([own], { stated }));
    const withHistory = budgetOf(campaignOfMeasures([[...own, history, { counts: false }]], { stated }));
    expect(figures(withHistory)).toEqual(figures(without));
    expect(figures(without)).toMatchObject({ amount: fen(50_000), amountCheck: 'exact', reachCheck: 'exact' });
  });

  it('does not overlap with anything', () => {
    const budget = budgetOf(campaignOfMeasures([[...own, { ...history, overlaps: true }]], { stated }));
    expect(budget).toMatchObject({ overlapping: null, basis: 'itemised', amount: fen(50_000) });
  });

  it('is left out of a department that states its own total', () => {
    const department = {
      name: '民政',
      stated: { amount: '5万元' },
      measures: [measure('a', own[0]), measure('b', history)],
    };
    const budget = budgetOf(campaignOf({ departments: [department] }));
    expect(budget.departments[0]).toMatchObject({ amount: fen(50_000), amountCheck: 'exact', complete: true });
  });

  it('is still there to be shown', () => {
    const { departments } = budgetOf(campaignOfMeasures([[...own, history]]));
    const measures = departments[0]?.measures ?? [];
    expect(measures.map(({ adopted }) => adopted)).toEqual([fen(50_000), fen(1_000_000)]);
    expect(counted(measures)).toEqual([measures[0]]);
  });
});

describe('overlapping figures (overlaps: true)', () => {
  const overlapping = [
    { amount: '60万元', reach: '80人次', overlaps: true },
    { amount: '70万元', reach: '80人次' },
  ];

  it.each([
    ['more than is stated', '100万元'],
    ['less than is stated', '500万元'],
    ['as much as all is', '130万元'],
  ])('are never added up to the amount: %s', (_, amount) => {
    const budget = budgetOf(campaignOfMeasures([overlapping], { stated: { amount } }));
    const stated = fen(Number(amount.slice(0, 3)) * 10_000);
    expect(budget).toMatchObject({ basis: 'stated', amount: stated, amountCheck: 'not-itemised' });
    expect([budget.itemised.amount, budget.overlapping?.amount]).toEqual([fen(700_000), fen(600_000)]);
  });

  it.each(['100人次', '500人次'])('do not contradict a reach of %s', (reach) => {
    const { reachCheck } = budgetOf(campaignOfMeasures([overlapping], { stated: { reach } }));
    expect(reachCheck).not.toBe('contradicted');
  });

  it.each(['100万元', '500万元'])("do not contradict a department's %s", (amount) => {
    const measures = overlapping.map((given, index) => measure(`m${index}`, given));
    const budget = budgetOf(campaignOf({ departments: [{ name: '民政', stated: { amount }, measures }] }));
    expect(budget.departments[0]?.amountCheck).not.toBe('contradicted');
  });

  it('leave the sum of the others where none is stated', () => {
    const { amount, basis, departments, itemised } = budgetOf(campaignOfMeasures([overlapping]));
    expect({ amount, basis }).toEqual({ amount: fen(700_000), basis: 'itemised' });
    expect([departments[0]?.amount, itemised.reach.all]).toEqual([fen(700_000), 80n]);
  });

  it('alone leave it unknown', () => {
    const { amount, basis } = budgetOf(campaignOfMeasures([[{ amount: '60万元', overlaps: true }]]));
    expect({ amount, basis }).toEqual({ amount: null, basis: 'unknown' });
  });

  it('do not keep the others from adding up to what is stated', () => {
    const stated = { amount: '70万元', reach: '80人次' };
    const { amountCheck, reachCheck, basis } = budgetOf(campaignOfMeasures([overlapping], { stated }));
    expect([amountCheck, reachCheck, basis]).toEqual(['exact', 'exact', 'itemised']);
  });
});

describe('a part of another measure (of)', () => {
  const whole = { amount: '100万元', reach: '500人次' };
  const part = { of: 'm1-1', amount: '40万元', reach: '200人次' };

  it('is added to nothing', () => {
    const { amount, itemised, departments } = budgetOf(campaignOfMeasures([[whole, part]]));
    expect([amount, departments[0]?.amount, itemised.reach.all]).toEqual([fen(1_000_000), fen(1_000_000), 500n]);
  });

  it('may be known where the whole is not', () => {
    const { amount, itemised } = budgetOf(campaignOfMeasures([[{ reach: '500人次' }, part]]));
    expect([amount, itemised.complete]).toEqual([null, false]);
  });
});

describe('how a measure is counted', () => {
  it.each<[string, object, object]>([
    ['pieces are no people', { reach: '2500床' }, { pieces: 2500n, all: null }],
    ['nor are institutions', { reach: '38个敬老院' }, { institutions: 38n, all: null }],
    ['nor is 个 alone', { reach: '130个' }, { persons: null, all: null }],
    ['a gift pack is one', { reach: '130个温暖包' }, { items: 130n, all: 130n }],
    ['two counts of one fact', { reach: '1355户9980人' }, { households: 1355n, persons: 9980n, all: 9980n }],
    ['the same the other way round', { reach: '9980人1355户' }, { households: 1355n, persons: 9980n, all: 9980n }],
    ['households or people', { reach: '5823户（人）' }, { households: 5823n, persons: null, all: 5823n }],
    ['parts are not added to their total', { reach: { total: '18名', parts: ['5名', '13名'] } }, { persons: 18n }],
    ['余 makes a lower bound', { reach: ['640余人', '700余人'] }, { persons: 1340n, atLeast: ['persons', 'all'] }],
    ['… but not with 近', { reach: ['640余人', '近700人'] }, { persons: 1340n, atLeast: [] }],
  ])('%s', (_, given, expected) => {
    expect(budgetOfOne(given).itemised.reach).toMatchObject(expected);
  });

  it('of two counts the standard takes the one it fits', () => {
    for (const [standard, amount] of [
      ['每户100元', 135_500],
      ['每人10元', 99_800],
    ] as const) {
      const { amount: computed } = budgetOfOne({ reach: '1355户9980人', standard });
      expect(computed).toBe(fen(amount));
    }
    expect(budgetOfOne({ reach: '5823户（人）', standard: '每人100元' }).amount).toBe(fen(582_300));
  });
});

describe('the stated amount', () => {
  const known = [{ amount: '60万元' }, { amount: '40万元' }];
  const computedOver = { reach: '7000余人', standard: '500元/人' };

  it.each<[string, object[], string, string]>([
    ['equal', known, '100万元', 'exact'],
    ['more, all known', known, '110万元', 'contradicted'],
    ['more, a part unknown', [...known, {}], '110万元', 'not-itemised'],
    ['more, there being no part', [], '110万元', 'not-itemised'],
    ['more, a part over', [{ amount: '60余万元' }, { amount: '40万元' }], '110万元', 'not-itemised'],
    ['more, a part at least', [{ amount: '60万元以上' }, { amount: '40万元' }], '110万元', 'not-itemised'],
    ['more, a part about', [{ amount: '约60万元' }, { amount: '40万元' }], '110万元', 'contradicted'],
    ['more, a part computed of 余 so many', [computedOver], '400万元', 'not-itemised'],
    ['more, a part computed at 余 so much', [{ reach: '100人', standard: '500余元/人' }], '6万元', 'not-itemised'],
    [
      'more, a tier for 余 so many',
      [{ standard: { tiers: [{ rate: '500元/人', reach: '7000余人' }] } }],
      '400万元',
      'not-itemised',
    ],
    ['more, a part stated of 余 so many', [{ ...computedOver, amount: '350万元' }], '400万元', 'contradicted'],
    ['more, a part over is history', [...known, { amount: '60余万元', counts: false }], '110万元', 'contradicted'],
    ['less', known, '90万元', 'contradicted'],
    ['less, a part unknown', [...known, {}], '90万元', 'contradicted'],
    ['less, as 余 allows', [{ amount: '60万元' }, { amount: '35万元' }], '90余万元', 'approximate'],
    ['less, more than 余 allows', known, '90余万元', 'contradicted'],
  ])('%s', (_, measures, amount, check) => {
    const stated = { amount, itemised: 'all' };
    const whole = budgetOf(campaignOfMeasures([measures], { stated }));
    expect(whole.amountCheck).toBe(check);
    const named = measures.map((given, index) => measure(`m${index}`, given));
    const department = budgetOf(campaignOf({ departments: [{ name: '民政', stated, measures: named }] }));
    expect(department.departments[0]?.amountCheck).toBe(check);
  });

  it('that is more is not itemised where the items are not said to be all', () => {
    expect(budgetOf(campaignOfMeasures([known], { stated: { amount: '110万元' } })).amountCheck).toBe('not-itemised');
    expect(budgetOf(campaignOfMeasures([known], { stated: { amount: '90万元' } })).amountCheck).toBe('contradicted');
  });

  it.each([
    ['110万元', 1_100_000, 'stated'],
    ['90万元', 900_000, 'stated'],
    ['100万元', 1_000_000, 'itemised'],
    ['约98万元', 980_000, 'stated'],
  ])('of %s is what the campaign costs', (amount, yuan, basis) => {
    const budget = budgetOf(campaignOfMeasures([known], { stated: { amount } }));
    expect([budget.amount, budget.basis]).toEqual([fen(yuan), basis]);
  });
});

describe('the stated reach', () => {
  it.each<[string, object[], string | undefined, string]>([
    ['not stated', [{ reach: '100人次' }], undefined, 'unknown'],
    ['人次 are all that is reached', [{ reach: '100人次' }, { reach: '50户' }, { reach: '20份' }], '170人次', 'exact'],
    ['人次, fewer than all', [{ reach: '100人次' }, { reach: '50户' }], '140人次', 'contradicted'],
    ['人次, more, all known', [{ reach: '100人次' }, { reach: '50人' }], '160人次', 'contradicted'],
    [
      '人次, more, a household being at least one',
      [{ reach: '100人次' }, { reach: '50户' }],
      '160人次',
      'not-itemised',
    ],
    ['人次, more, a part unknown', [{ reach: '100人次' }, { amount: '5万元' }], '160人次', 'not-itemised'],
    ['人次, more, a part over', [{ reach: '100余人次' }, { reach: '50人' }], '350人次', 'not-itemised'],
    ['人次, more, a part at least', [{ reach: '100人次以上' }, { reach: '50人' }], '350人次', 'not-itemised'],
    ['人次, of nothing known', [{ amount: '5万元' }], '160人次', 'not-itemised'],
    ['份 add up by themselves', [{ reach: '640份' }, { reach: '50户' }], '640份', 'exact'],
    ['份, fewer', [{ reach: '640份' }, { reach: '50户' }], '600份', 'contradicted'],
    ['人 are distinct, so that items can be more', [{ reach: '100人' }, { reach: '100人' }], '150人', 'unknown'],
    ['人, more', [{ reach: '100人' }], '150人', 'not-itemised'],
    ['人, as many', [{ reach: '100人' }, { reach: '50户' }], '100人', 'exact'],
    ['户 are distinct, so that items can be more', [{ reach: '100户' }, { reach: '100户' }], '150户', 'unknown'],
    ['户, more', [{ reach: '100户' }], '150户', 'not-itemised'],
    ['history does not reach anybody', [{ reach: '100人次' }, { reach: '50人次', counts: false }], '100人次', 'exact'],
  ])('%s', (_, measures, reach, check) => {
    const given = reach === undefined ? {} : { stated: { reach, itemised: 'all' } };
    expect(budgetOf(campaignOfMeasures([measures], given)).reachCheck).toBe(check);
    const department = { name: '民政', ...given, measures: measures.map((each, index) => measure(`m${index}`, each)) };
    expect(budgetOf(campaignOf({ departments: [department] })).departments[0]?.reachCheck).toBe(check);
  });

  it('is added up by unit', () => {
    const { itemised } = budgetOf(
      campaignOfMeasures([
        [{ reach: ['100人', '20户'] }, { reach: '30人次' }],
        [{ reach: '7户次' }, { reach: '5人' }, { reach: '3份' }, {}],
      ]),
    );
    expect(itemised.reach).toEqual({
      persons: 105n,
      households: 20n,
      items: 3n,
      personTimes: 30n,
      householdTimes: 7n,
      pieces: null,
      institutions: null,
      all: 165n,
      atLeast: [],
    });
    expect(NO_REACH.all).toBeNull();
  });
});

describe('adding up', () => {
  const money = fc.integer({ min: 0, max: 10 }).chain((exponent) => {
    const step = 10n ** BigInt(exponent);
    return fc.record({
      value: fc.bigInt({ min: 0n, max: 10n ** 13n / step }).map((times) => times * step),
      step: fc.constant(step),
      unit: fc.constant('money' as const),
      qualifier: fc.constantFrom<Qualifier>('exact', 'about', 'over', 'atLeast', 'nearly', 'atMost'),
    });
  });
  /** A measure, what it costs in fen (null: unknown) and whether that is firm. */
  const line = fc.oneof(
    {
      weight: 4,
      arbitrary: money.map((q) => ({
        given: { amount: printQuantity(q) },
        fen: q.value,
        firm: q.qualifier === 'exact',
      })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.nat(99_999), fc.integer({ min: 1, max: 9999 })).map(([count, rate]) => ({
        given: { reach: `${count}人`, standard: `${rate}元/人` },
        fen: fen(count) * BigInt(rate),
        firm: true,
      })),
    },
    { weight: 1, arbitrary: fc.constant({ given: {}, fen: null, firm: false }) },
  );
  const counting = fc.tuple(line, fc.boolean(), fc.boolean()).map(([each, often, seldom]) => {
    const counts = often || seldom;
    return { ...each, counts, given: { ...each.given, counts } };
  });

  it('never loses a fen', () => {
    fc.assert(
      fc.property(fc.array(fc.array(counting, { maxLength: 5 }), { maxLength: 5 }), (departments) => {
        const budget = budgetOf(campaignOfMeasures(departments.map((lines) => lines.map(({ given }) => given))));
        for (const [index, lines] of departments.entries()) {
          expect(budget.departments[index]).toMatchObject(expected(lines));
        }
        expect(budget.itemised).toMatchObject(expected(departments.flat()));
        expect(budget.amount).toBe(budget.itemised.amount);
        const { firm, approximate, amount } = budget.itemised;
        expect((firm ?? 0n) + (approximate ?? 0n)).toBe(amount ?? 0n);
        expect(budget.departments.reduce((sum, department) => sum + (department.amount ?? 0n), 0n)).toBe(amount ?? 0n);
      }),
      { numRuns: 300 },
    );
  });

  interface Line {
    readonly fen: bigint | null;
    readonly firm: boolean;
    readonly counts: boolean;
  }

  function expected(lines: readonly Line[]): Partial<Subtotal> {
    const own = lines.filter(({ counts }) => counts);
    const known = own.filter((each) => each.fen !== null);
    const total = (some: readonly Line[]) =>
      known.length === 0 ? null : some.reduce((all, each) => all + (each.fen ?? 0n), 0n);
    return {
      amount: total(known),
      firm: total(known.filter(({ firm }) => firm)),
      approximate: total(known.filter(({ firm }) => !firm)),
      complete: own.length > 0 && known.length === own.length,
    };
  }

  it('does not depend on the order of departments', () => {
    fc.assert(
      fc.property(fc.array(fc.array(counting, { maxLength: 4 }), { maxLength: 4 }), (departments) => {
        const measures = departments.map((lines) => lines.map(({ given }) => given));
        const { itemised } = budgetOf(campaignOfMeasures(measures));
        expect(budgetOf(campaignOfMeasures([...measures].reverse())).itemised).toEqual(itemised);
      }),
    );
  });
});

function budgetOfOne(given: object): Budget {
  return budgetOf(campaignOfMeasures([[given]]));
}

function measure(id: string, given: object | undefined): object {
  return { id, name: '慰问', ...given };
}

/** All that is added up, without the lines that it is added up from. */
function figures(budget: Budget) {
  const { campaign: _, departments, ...whole } = budget;
  return { ...whole, departments: departments.map(({ measures: _, department: __, ...totals }) => totals) };
}
