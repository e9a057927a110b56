import { describe, expect, it } from 'vitest';
import { measure } from '../../../src/domain/campaign/measure.ts';
import type { Standard } from '../../../src/domain/campaign/standard.ts';
import { judgeAmount, type PayoutFacts, type StandardVerdict } from '../../../src/domain/row/payout-standard.ts';

function standardOf(standard: unknown): Standard {
  const read = measure.parse({ id: 'm', name: '补助', standard }).standard;
  return read ?? expect.fail('no standard');
}

const judged = (standard: unknown, yuan: number, facts: Partial<PayoutFacts> = {}) =>
  judgeAmount(standardOf(standard), {
    amount: BigInt(Math.round(yuan * 100)),
    householdSize: null,
    age: null,
    quantity: null,
    ...facts,
  });

const BY_SIZE = {
  tiers: [
    { household: '1', rate: '500元/户' },
    { household: '2-3', rate: '800元/户' },
    { household: '4+', rate: '1000元/户' },
  ],
};
const BY_AGE = {
  tiers: [
    { age: '80-89', rate: '200元/人' },
    { age: '90+', rate: '300元/人' },
  ],
};
const INCREASE = { increase: { base: '500元/户', each: '100元/人', upTo: '700元/户' } };

type Case = readonly [standard: unknown, yuan: number, verdict: StandardVerdict | null, facts?: Partial<PayoutFacts>];
const CASES: Readonly<Record<string, readonly Case[]>> = {
  'a fixed rate': [
    ['550元/人', 550, 'fits'],
    ['550元/人', 550.01, 'off'],
    ['550元/人', 0, 'off'],
    ['550元/人', -550, 'off'],
    ['550元/人', 1650, 'fits', { householdSize: 3 }],
    ['550元/人', 550, 'fits', { householdSize: 3 }],
    ['550元/人', 1100, 'off', { householdSize: 3 }],
    ['550元/人', 1650, 'off'],
    ['550元/户', 1650, 'off', { householdSize: 3 }],
    ['100元/份', 300, 'fits', { quantity: 3 }],
    ['100元/份', 200, 'off', { quantity: 3 }],
  ],
  'a range': [
    ['200-500元/户', 200, 'fits'],
    ['200-500元/户', 350.5, 'fits'],
    ['200-500元/户', 500, 'fits'],
    ['200-500元/户', 199.99, 'off'],
    ['200-500元/户', 500.01, 'off'],
  ],
  'a ceiling': [
    ['最高5000元/户', 5000, 'fits'],
    ['最高5000元/户', 0.01, 'fits'],
    ['最高5000元/户', 0, 'off'],
    ['最高5000元/户', 5000.01, 'off'],
  ],
  'an average': [
    ['户均2000元', 1, null],
    ['户均2000元', 100_000, null],
    [{ average: '户均2000元', range: '1000-3000元/户' }, 4000, 'off'],
    [{ average: '户均2000元', range: '1000-3000元/户' }, 3000, 'fits'],
  ],
  'what is usual': [
    ['一般500元/户', 500, null],
    ['一般500元/户', 5000, null],
    ['约500元/户', 5000, 'soft-off'],
  ],
  'steps by the size of the household': [
    [BY_SIZE, 500, 'fits', { householdSize: 1 }],
    [BY_SIZE, 800, 'fits', { householdSize: 2 }],
    [BY_SIZE, 800, 'off', { householdSize: 4 }],
    [BY_SIZE, 1000, 'fits', { householdSize: 9 }],
    [BY_SIZE, 800, 'fits'],
    [BY_SIZE, 600, 'off'],
  ],
  'steps by age': [
    [BY_AGE, 200, 'fits', { age: 89 }],
    [BY_AGE, 200, 'off', { age: 90 }],
    [BY_AGE, 300, 'fits', { age: 101 }],
    [BY_AGE, 300, null, { age: 79 }],
    [BY_AGE, 300, 'fits'],
  ],
  'a base and more for each further person': [
    [INCREASE, 500, 'fits', { householdSize: 1 }],
    [INCREASE, 600, 'fits', { householdSize: 2 }],
    [INCREASE, 600, 'off', { householdSize: 3 }],
    [INCREASE, 700, 'fits', { householdSize: 9 }],
    [INCREASE, 1300, 'off', { householdSize: 9 }],
    [INCREASE, 600, 'fits'],
    [INCREASE, 650, 'off'],
  ],
  'cash and goods of one': [
    ['每户500元慰问金和一份价值200元的大礼包', 500, 'fits'],
    ['每户500元慰问金和一份价值200元的大礼包', 200, 'fits'],
    ['每户500元慰问金和一份价值200元的大礼包', 700, 'fits'],
    ['每户500元慰问金和一份价值200元的大礼包', 600, 'off'],
    // A bag of rice has no amount: what has one may stand alone or together.
    ['300元慰问金、200元慰问品、大米1袋', 500, 'fits'],
    ['300元慰问金、200元慰问品、大米1袋', 300, 'fits'],
    ['300元慰问金、200元慰问品、大米1袋', 400, 'off'],
    ['现金500元、大米一袋/户', 500, 'fits'],
    ['现金500元、大米一袋/户', 501, 'off'],
  ],
  'either of two units': [
    ['每人或户600元', 600, 'fits', { householdSize: 3 }],
    ['每人或户600元', 1800, 'fits', { householdSize: 3 }],
    ['每人或户600元', 1200, 'off', { householdSize: 3 }],
  ],
  'an approximate step beside an exact one': [
    [
      {
        tiers: [
          { household: '1', rate: '约500元/户' },
          { household: '2+', rate: '800元/户' },
        ],
      },
      600,
      'soft-off',
    ],
    [
      {
        tiers: [
          { household: '1', rate: '约500元/户' },
          { household: '2+', rate: '800元/户' },
        ],
      },
      600,
      'off',
      { householdSize: 2 },
    ],
  ],
  'what somebody else sets': [
    ['各街镇自定', 1, null],
    [{ delegated: '街镇' }, 1, null],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  const named = cases.map(([standard, yuan, verdict, facts]) => ({ standard, yuan, verdict, facts }));
  it.each(named)('$standard: $yuan is $verdict ($facts)', ({ standard, yuan, verdict, facts }) => {
    expect(judged(standard, yuan, facts)).toBe(verdict);
  });
});
