import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../../src/totals/budget/budget.ts';
import {
  exceeds,
  type ListedMoney,
  leftOf,
  listedOutsideFunds,
  listedSpending,
  plannedSpending,
} from '../../../src/totals/budget/fund-spending.ts';
import { fundPlans } from '../../../src/totals/budget/funds.ts';
import { listedMoney } from '../../../src/totals/budget/listed-money.ts';
import { amountOf, campaignOfMeasures, fen } from '../given.ts';

const FUNDS = ['district', 'lottery', 'charity'].map((id) => ({ id, name: id }));
const A = { fund: 'district', amount: '3万元' };
const B = { fund: 'lottery', amount: '2万元' };

const NONE = { payouts: 0, persons: 0, households: null, outliers: { rows: 0, amount: 0n } };

/** What lists pay of measures, in yuan, each also without some amounts; null where they do not name one. */
function given(measures: readonly object[], paid: readonly (number | null)[], withoutAmount = 0) {
  const campaign = campaignOfMeasures([measures], { funds: FUNDS });
  const known = campaign.departments.flatMap((department) => department.measures);
  const money: ListedMoney = listedMoney({
    totals: {
      total: { ...NONE, amount: fen(paid.reduce<number>((sum, each) => sum + (each ?? 0), 0)), withoutAmount },
      departments: [
        {
          ...NONE,
          ...{ department: 0, amount: 0n, withoutAmount: 0 },
          measures: paid.flatMap((yuan, measure) =>
            yuan === null ? [] : [{ ...NONE, measure, amount: fen(yuan), withoutAmount }],
          ),
        },
      ],
    },
    lists: {
      assignments: {
        measures: paid.map((_, index) => ({
          department: 0,
          measure: { name: '', is: known[index] ?? null, nearest: null },
        })),
      },
    },
  });
  const budget = budgetOf(campaign);
  return { budget, money, plans: fundPlans(budget) };
}

describe('what lists pay from a fund', () => {
  it.each<[string, object, number | null, [number, number | null] | null]>([
    // what the first fund pays of one measure of which so much is listed
    ['is unknown where they do not name its measures', { funds: 'district' }, null, null],
    ['is unknown where they name those of others', { funds: 'lottery' }, 700, null],
    ['is all of a measure it pays alone', { funds: 'district' }, 700, [700, 700]],
    ['is all of it, more than planned', { funds: 'district', amount: '500元' }, 700, [700, 700]],
    ['is all of it, whatever its part without a whole', { funds: A }, 40_000, [40_000, 40_000]],
    ['is a part, where it is planned to pay a part', { funds: A, amount: '5万元' }, 40_000, [0, 40_000]],
    ['is anything of a joint measure', { funds: ['district', 'lottery'], amount: '5万元' }, 50_000, [0, 50_000]],
    ['is as planned where all is', { funds: [A, B], amount: '5万元' }, 50_000, [30_000, 30_000]],
    ['is what the other part leaves', { funds: ['district', B], amount: '5万元' }, 50_000, [30_000, 30_000]],
    ['is unknown where less is paid than planned', { funds: [A, B], amount: '5万元' }, 49_999, [0, 49_999]],
    ['is unknown where more is', { funds: [A, B], amount: '5万元' }, 50_001, [0, 50_001]],
    ['is unknown where the split is more than all', { funds: [A, B], amount: '4万元' }, 40_000, [0, 40_000]],
  ])('%s', (_, measure, paid, expected) => {
    const { plans, money } = given([measure], [paid]);
    const interval = expected && { low: fen(expected[0]), high: expected[1] === null ? null : fen(expected[1]) };
    expect(plans[0] && listedSpending(plans[0], money)).toEqual(interval);
  });

  it('has no upper end where rows do not say how much', () => {
    const { plans, money } = given([{ funds: 'district' }, { funds: [A, B], amount: '5万元' }], [700, 50_000], 1);
    expect(plans.slice(0, 2).map((plan) => listedSpending(plan, money))).toEqual([
      { low: fen(700), high: null },
      { low: 0n, high: null },
    ]);
  });

  it('leaves aside what no fund is named for, and history', () => {
    const measures = [{ funds: 'district' }, {}, { funds: 'district', counts: false }];
    const { budget, plans, money } = given(measures, [700, 200, 90, 5], 1); // the fourth is not in the campaign
    expect(plans[0] && listedSpending(plans[0], money)).toEqual({ low: fen(700), high: null });
    expect(listedOutsideFunds(budget, money)).toEqual({ amount: fen(295), withoutAmount: 0 });
  });

  it('lies between two ends, the lower of which together are never more than is listed', () => {
    const measure = fc.record({
      amount: fc.integer({ min: 0, max: 100 }).map((yuan) => `${yuan}元`),
      funds: fc.uniqueArray(
        fc.record({
          fund: fc.constantFrom(...FUNDS.map(({ id }) => id)),
          amount: fc.integer({ min: 0, max: 100 }).map((yuan) => `${yuan}元`),
        }),
        { minLength: 1, selector: ({ fund }) => fund },
      ),
    });
    const paid = fc.option(fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(measure, paid), { maxLength: 6 }), (all) => {
        const { plans, money } = given(
          all.map(([measure]) => measure),
          all.map(([, paid]) => paid),
        );
        const spent = plans.flatMap((plan) => listedSpending(plan, money) ?? []);
        let least = 0n;
        for (const { low, high } of spent) {
          expect([typeof low, typeof high]).toEqual(['bigint', 'bigint']);
          expect(low).toBeLessThanOrEqual(high ?? low);
          least += low;
        }
        expect(least).toBeLessThanOrEqual(money.total.amount);
      }),
    );
  });
});

describe('what is left of a fund', () => {
  it('is its limit less what is known of the plan', () => {
    const limit = amountOf('10万元');
    const left = (measures: readonly object[]) => {
      const [plan] = given(measures, []).plans;
      return plan && leftOf(limit, plannedSpending(plan));
    };
    const joint = { amount: '5万元', funds: ['district', 'lottery'] };
    expect(left([{ amount: '3万元', funds: 'district' }])).toEqual({ low: fen(70_000), high: fen(70_000) });
    expect(left([{ amount: '12万元', funds: 'district' }])).toEqual({ low: fen(-20_000), high: fen(-20_000) });
    expect(left([{ amount: '3万元', funds: 'district' }, joint])).toEqual({ low: fen(20_000), high: fen(70_000) });
    expect(left([joint])).toEqual({ low: fen(50_000), high: fen(100_000) });
    expect(left([{ amount: '3万元', funds: 'district' }, { funds: 'district' }])).toEqual({
      low: null,
      high: fen(70_000),
    });
    expect([left([{ funds: 'district' }]), left([])]).toEqual([null, null]);
  });

  it.each([
    ['30万元', 300_000, 300_001],
    ['不超过30万元', 300_000, 300_001],
    ['约30万元', 315_000, 315_001],
    ['近30万元', 300_000, 300_001],
  ])('of %s is enough for %i yuan, not for %i', (limit, most, more) => {
    expect([most, more].map((yuan) => exceeds(fen(yuan), amountOf(limit)))).toEqual([false, true]);
  });

  it('of 30万元以上 is enough for anything', () => {
    expect(exceeds(fen(9_000_000), amountOf('30万元以上'))).toBe(false);
  });
});

describe('the money of lists', () => {
  it('adds up what rows of several departments pay of one measure', () => {
    const campaign = campaignOfMeasures([[{ funds: 'district' }]], { funds: FUNDS });
    const [is = null] = campaign.departments.flatMap((department) => department.measures);
    const of = (measure: number, amount: bigint) => ({
      ...NONE,
      ...{ department: measure, amount, withoutAmount: 1 },
      measures: [{ ...NONE, measure, amount, withoutAmount: 1 }],
    });
    const money = listedMoney({
      totals: { total: { ...NONE, amount: 12n, withoutAmount: 2 }, departments: [of(0, 5n), of(1, 7n)] },
      lists: {
        assignments: {
          measures: [0, 1].map((department) => ({ department, measure: { name: '', is, nearest: null } })),
        },
      },
    });
    expect([...money.of.values()]).toEqual([{ amount: 12n, withoutAmount: 2 }]);
  });
});
