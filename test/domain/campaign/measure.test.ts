import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { measure, stated } from '../../../src/domain/campaign/measure.ts';

const YUAN = 100n;
const money = (yuan: bigint) => ({ value: yuan * YUAN, unit: 'money' });
const rate = (low: bigint, high = low) => ({ low: money(low), high: money(high) });

describe('a measure', () => {
  it('of a name alone has no figures, and counts', () => {
    const { reach, to, form, funds, excludes, counts, overlaps, standard, amount } = parse({});
    expect({ reach, to, form, funds, excludes, counts, overlaps }).toEqual({
      reach: [],
      to: [],
      form: [],
      funds: [],
      excludes: [],
      counts: true,
      overlaps: false,
    });
    expect([standard, amount]).toEqual([undefined, undefined]);
  });

  it.each([
    ['form', { form: '现金' }, { form: ['cash'] }],
    ['mixed forms', { form: ['cash', '实物', 'service'] }, { form: ['cash', 'goods', 'service'] }],
    ['one category', { to: '孤老' }, { to: ['孤老'] }],
    ['status', { status: '预计' }, { status: 'expected' }],
    ['delivery', { delivery: '社会化发放' }, { delivery: 'bank' }],
    ['history', { counts: false }, { counts: false, overlaps: false }],
    ['overlap', { overlaps: true }, { counts: true, overlaps: true }],
    ['one fund', { funds: 'district' }, { funds: [{ fund: 'district' }] }],
    [
      'funds with a known split',
      { funds: ['district', { fund: 'lottery', amount: '20万元' }] },
      { funds: [{ fund: 'district' }, { fund: 'lottery', amount: money(200_000n) }] },
    ],
    [
      'exclusions of a person and of a household',
      { excludes: ['entitled', { measure: 'special', of: '全户' }] },
      {
        excludes: [
          { measure: 'entitled', of: 'person' },
          { measure: 'special', of: 'household' },
        ],
      },
    ],
    ['eligibility', { eligible: { age: '80周岁及以上' } }, { eligible: { age: '80+' } }],
  ])('%s', (_, given, read) => {
    expect(parse(given)).toMatchObject(read);
  });
});

describe('its reach', () => {
  it.each<[string, object, object[]]>([
    ['one count', { reach: '约600人' }, [{ value: 600n, unit: 'persons', qualifier: 'about' }]],
    [
      'several counts',
      { reach: ['100名', '250户'] },
      [
        { value: 100n, unit: 'persons' },
        { value: 250n, unit: 'households' },
      ],
    ],
    [
      'a bare count is of what the rate is per',
      { reach: 600, standard: '550元/人' },
      [{ value: 600n, unit: 'persons' }],
    ],
    ['… of what the average is per', { reach: '1400', standard: '户均2000元' }, [{ value: 1400n, unit: 'households' }]],
    [
      '… of what every tier is per',
      { reach: 10, standard: { tiers: [{ rate: '300元/户' }, { rate: '400元/户' }] } },
      [{ value: 10n, unit: 'households' }],
    ],
  ])('%s', (_, given, reach) => {
    expect(parse(given).reach).toMatchObject(reach);
  });

  it.each<[string, object, object[]]>([
    [
      'all its tiers',
      {
        standard: {
          tiers: [
            { rate: '300元/户', reach: '1000户' },
            { rate: '400元/户', reach: 2000 },
          ],
        },
      },
      [
        { value: 1000n, unit: 'households' },
        { value: 2000n, unit: 'households' },
      ],
    ],
    [
      'nothing of its tiers where it says so itself',
      { reach: '约3000户', standard: { tiers: [{ rate: '300元/户', reach: '1000户' }] } },
      [{ value: 3000n, qualifier: 'about' }],
    ],
  ])('is made of %s', (_, given, reach) => {
    expect(parse(given).reach).toMatchObject(reach);
  });

  it.each<[string, object, string]>([
    ['a tier whose rate has no unit', { standard: { tiers: [{ rate: 300, reach: 9 }] } }, 'standard.tiers.0.reach'],
    ['no standard', { reach: 600 }, 'reach.0'],
    ['a rate without a unit', { reach: 600, standard: '550元' }, 'reach.0'],
    ['a rate per two things', { reach: 600, standard: '每户（人）600元' }, 'reach.0'],
    ['no standard, in a list', { reach: ['100人', 600] }, 'reach.1'],
  ])('a bare count is refused where there is %s', (_, given, at) => {
    expect(problems(given)).toEqual([`${at}: reach-unit-missing`]);
  });
});

describe('its standard', () => {
  it.each([
    ['550元/人', { text: '550元/人', rate: { ...rate(550n), kind: 'fixed' } }],
    [550, { text: '550', rate: { ...rate(550n), per: [] } }],
    ['每户200-500元不等', { rate: rate(200n, 500n) }],
    ['一般为每人2000元', { rate: { ...rate(2000n), kind: 'usual' } }],
    ['户均2000元', { average: { ...rate(2000n), kind: 'average' } }],
    ['最高5000元/户', { ceiling: { ...rate(5000n), kind: 'ceiling' } }],
    [{ rate: '550元/人' }, { rate: rate(550n) }],
    [{ usual: '2000元/人' }, { rate: { ...rate(2000n), kind: 'usual' } }],
    [{ ceiling: '5000元/户' }, { ceiling: { ...rate(5000n), kind: 'ceiling' } }],
    [{ average: '2000元/户' }, { average: { ...rate(2000n), kind: 'average' } }],
    [
      { range: '每户1000元至3000元不等', ceiling: '最高5000元/户', average: '户均2000元' },
      { rate: rate(1000n, 3000n), ceiling: rate(5000n), average: rate(2000n) },
    ],
    [
      {
        tiers: [
          { household: 1, rate: '300元/户' },
          { household: '2+', rate: '400元/户', reach: '100户' },
        ],
      },
      {
        tiers: [
          { household: '1', rate: rate(300n) },
          { household: '2+', rate: rate(400n), reach: { value: 100n, unit: 'households' } },
        ],
      },
    ],
    [
      { increase: { base: '1000元/户', each: '200元/人', upTo: '3000元/户' } },
      { increase: { base: rate(1000n), each: rate(200n), upTo: rate(3000n) } },
    ],
    ['各街镇自定', { delegatedTo: '各街镇自定' }],
    ['由各单位酌情确定', { delegatedTo: '由各单位酌情确定' }],
    ['各街镇自行确定', { delegatedTo: '各街镇自行确定' }],
    ['标准另行通知', { delegatedTo: '标准另行通知' }],
    ['由区统筹制定', { delegatedTo: '由区统筹制定' }],
    ['一事一议', { delegatedTo: '一事一议' }],
    ['给予相应补助', { delegatedTo: '给予相应补助' }],
    [{ delegated: '各街镇' }, { delegatedTo: '各街镇' }],
  ])('%j', (given, standard) => {
    expect(parse({ standard: given }).standard).toMatchObject(standard);
  });

  it.each(['户均2000元', '最高5000元/户', { average: '户均2000元' }, { delegated: '各街镇' }, '各街镇自定'])(
    '%j gives no rate that every payout must be',
    (given) => {
      expect(parse({ standard: given }).standard?.rate).toBeUndefined();
    },
  );
});

it.each<[string, object, string]>([
  ['an unknown key', { standart: '550元/人' }, ': unrecognized_keys'],
  ['an unknown word', { form: '现钱' }, 'form: invalid_union'],
  ['a name left blank', { name: ' ' }, 'name: empty-text'],
  ['an id with capitals', { id: 'Low' }, 'id: not-an-id'],
  ['an amount that is a count', { amount: '600人' }, 'amount: not-money'],
  ['text for yes or no', { counts: 'false' }, 'counts: invalid_type'],
  ['no tier at all', { standard: { tiers: [] } }, 'standard: invalid_union'],
])('refuses %s', (_, given, problem) => {
  expect(problems(given)).toEqual([problem]);
});

describe('what is stated of a whole', () => {
  it('is a reach and an amount', () => {
    expect(stated.parse({ reach: '约8.5万人次', amount: '约3302.03万元', status: '计划' })).toMatchObject({
      reach: { value: 85_000n, unit: 'personTimes', qualifier: 'about' },
      amount: { value: 3_302_030_000n, unit: 'money', qualifier: 'about' },
      status: 'planned',
    });
  });

  it('must say what it counts', () => {
    expect(stated.safeParse({ reach: '约8.5万' }).error?.issues).toMatchObject([
      { path: ['reach'], params: { problem: 'reach-unit-missing', kind: 'count' } },
    ]);
  });
});

type Measure = z.output<typeof measure>;

function parse(given: object): Measure {
  return measure.parse({ id: 'a', name: '慰问', ...given });
}

/** Where it is wrong, and what is. */
function problems(given: object): string[] {
  const { error } = measure.safeParse({ id: 'a', name: '慰问', ...given });
  return (error?.issues ?? []).map((issue) => {
    const problem = issue.code === 'custom' ? issue.params?.problem : issue.code;
    return `${issue.path.join('.')}: ${problem}`;
  });
}
