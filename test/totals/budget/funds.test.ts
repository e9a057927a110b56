import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../../src/totals/budget/budget.ts';
import { earmarkNames, type FundPlan, fundPlans, unsplitInAll } from '../../../src/totals/budget/funds.ts';
import { campaignOf, campaignOfMeasures, fen } from '../given.ts';

const FUNDS = [
  { id: 'district', name: '区财政' },
  { id: 'lottery', name: '福彩公益金' },
  { id: 'charity', name: '慈善捐款' },
];

function plansOf(measures: readonly object[]): FundPlan[] {
  return fundPlans(budgetOf(campaignOfMeasures([measures], { funds: FUNDS })));
}

/** A measure of some yuan and its funds, each stated part within what the others leave. */
const fundedMeasure = fc
  .record({
    yuan: fc.integer({ min: 0, max: 1_000_000 }),
    funds: fc.uniqueArray(fc.constantFrom(...FUNDS.map(({ id }) => id)), { minLength: 1 }),
    shares: fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 3, maxLength: 3 }),
  })
  .map(({ yuan, funds, shares }) => {
    let left = yuan;
    return {
      amount: `${yuan}元`,
      funds: funds.map((fund, index) => {
        const share = shares[index];
        if (share === null || share === undefined) return fund;
        const part = Math.floor((left * share) / 100);
        left -= part;
        return { fund, amount: `${part}元` };
      }),
    };
  });

describe('fundPlans', () => {
  it.each<[string, object[], { known: bigint | null; complete: boolean }]>([
    // what the first fund is planned to pay
    ['nothing', [{ amount: '5万元', funds: 'lottery' }], { known: null, complete: false }],
    ['a measure alone', [{ amount: '5万元', funds: 'district' }], { known: fen(50_000), complete: true }],
    [
      'several measures',
      [{ amount: '5万元', funds: 'district' }, { amount: '3万元' }, { amount: '0.01元', funds: 'district' }],
      { known: fen(50_000) + 1n, complete: true },
    ],
    [
      'a measure that is computed',
      [{ reach: '100人', standard: '500元/人', funds: 'district' }],
      { known: fen(50_000), complete: true },
    ],
    [
      'its part of a joint measure',
      [{ amount: '5万元', funds: [{ fund: 'district', amount: '2万元' }, 'lottery'] }],
      { known: fen(20_000), complete: true },
    ],
    [
      'its part, though it pays alone',
      [{ amount: '5万元', funds: { fund: 'district', amount: '2万元' } }],
      { known: fen(20_000), complete: true },
    ],
    [
      'a joint measure without a split',
      [{ amount: '5万元', funds: ['district', 'lottery'] }],
      { known: null, complete: false },
    ],
    ['a measure whose amount is unknown', [{ funds: 'district' }], { known: null, complete: false }],
    [
      'known and unknown parts',
      [
        { amount: '5万元', funds: 'district' },
        { amount: '9万元', funds: ['district', 'lottery'] },
      ],
      { known: fen(50_000), complete: false },
    ],
    [
      'history, which it does not pay',
      [
        { amount: '5万元', funds: 'district' },
        { amount: '9万元', funds: 'district', counts: false },
      ],
      { known: fen(50_000), complete: true },
    ],
    [
      'a figure that overlaps others, alone',
      [{ amount: '5万元', funds: 'district', overlaps: true }],
      { known: fen(50_000), complete: true },
    ],
    [
      'figures that overlap, which are never added up',
      [
        { amount: '5万元', funds: 'district', overlaps: true },
        { amount: '3万元', funds: 'district' },
      ],
      { known: fen(30_000), complete: false },
    ],
    ['a measure that costs nothing', [{ amount: 0, funds: 'district' }], { known: 0n, complete: true }],
    [
      'what the stated part of the other leaves',
      [{ amount: '5万元', funds: ['district', { fund: 'lottery', amount: '2万元' }] }],
      { known: fen(30_000), complete: true },
    ],
    [
      'an unknown part of a measure whose stated part is more than all of it',
      [{ amount: '5万元', funds: ['district', { fund: 'lottery', amount: '6万元' }] }],
      { known: null, complete: false },
    ],
    [
      'two stated parts of one measure',
      [{ amount: '5万元', funds: [1, 2].map((part) => ({ fund: 'district', amount: `${part}万元` })) }],
      { known: fen(30_000), complete: true },
    ],
  ])('pays %s', (_, measures, plan) => {
    expect(plansOf(measures)[0]).toMatchObject(plan);
  });

  it.each<[string, object[], { unsplit: bigint | null; bounded: boolean }]>([
    ['nothing', [{ funds: 'lottery' }], { unsplit: null, bounded: false }],
    ['nothing but its own', [{ amount: '5万元', funds: 'district' }], { unsplit: 0n, bounded: true }],
    ['a measure', [{ amount: '5万元', funds: ['district', 'lottery'] }], { unsplit: fen(50_000), bounded: true }],
    [
      'what a split leaves of a measure',
      [{ amount: '5万元', funds: ['district', 'lottery', { fund: 'charity', amount: '2万元' }] }],
      { unsplit: fen(30_000), bounded: true },
    ],
    ['a measure of unknown amount', [{ funds: ['district', 'lottery'] }], { unsplit: null, bounded: false }],
    [
      'several, of one of which the amount is unknown',
      [{ amount: '5万元', funds: ['district', 'lottery'] }, { funds: ['district', 'lottery'] }],
      { unsplit: fen(50_000), bounded: false },
    ],
    [
      'figures that overlap, which are never added up',
      [1, 2].map(() => ({ amount: '5万元', funds: ['district', 'lottery'], overlaps: true })),
      { unsplit: null, bounded: false },
    ],
  ])('share %s without a split', (_, measures, plan) => {
    expect(plansOf(measures)[0]).toMatchObject(plan);
  });

  it('account for every fen of the measures that name funds: known parts, and what is not split, once', () => {
    fc.assert(
      fc.property(fc.array(fundedMeasure, { maxLength: 8 }), (measures) => {
        const budget = budgetOf(campaignOfMeasures([measures], { funds: FUNDS }));
        const plans = fundPlans(budget);
        const known = plans.reduce((sum, plan) => sum + (plan.known ?? 0n), 0n);
        const unsplit = unsplitInAll(budget);
        expect(known + unsplit).toBe(budget.itemised.amount ?? 0n);
        for (const plan of plans) {
          expect(plan.unsplit ?? 0n).toBeLessThanOrEqual(unsplit);
          if (plan.complete) expect(plan).toMatchObject({ unsplit: 0n, bounded: true });
        }
      }),
    );
  });

  it('leave out of what is not split what is never added up', () => {
    const joint = { amount: '5万元', funds: ['district', 'lottery'] };
    const budget = budgetOf(campaignOfMeasures([[joint, { ...joint, overlaps: true }, { ...joint, counts: false }]]));
    expect(unsplitInAll(budget)).toBe(fen(50_000));
  });

  it('are in the order of the file, each with what it pays', () => {
    const plans = plansOf([{ funds: 'lottery' }, { funds: ['lottery', 'district'] }, {}]);
    expect(
      plans.map(({ fund, index, measures }) => [fund.id, index, measures.map(({ measure }) => measure.id)]),
    ).toEqual([
      ['district', 0, ['m1-2']],
      ['lottery', 1, ['m1-1', 'm1-2']],
      ['charity', 2, []],
    ]);
  });

  it('of a campaign without funds are none', () => {
    expect(fundPlans(budgetOf(campaignOfMeasures([[{ amount: '5万元' }]])))).toEqual([]);
  });
});

describe('earmarkNames', () => {
  it.each<[unknown, string[]]>([
    [undefined, []],
    [true, []],
    ['gift', ['春节大礼包']],
    [
      ['gift', '困难学生', 'visit'],
      ['春节大礼包', '困难学生', '走访慰问'],
    ],
  ])('of %j are %j', (earmark, names) => {
    const campaign = campaignOf({
      funds: [{ id: 'donations', name: '慈善捐款', ...(earmark === undefined ? {} : { earmark }) }],
      departments: [
        { name: '民政', measures: [{ id: 'gift', name: '春节大礼包' }] },
        { name: '工会', measures: [{ id: 'visit', name: '走访慰问' }] },
      ],
    });
    expect(campaign.funds.flatMap((fund) => earmarkNames(fund, campaign))).toEqual(names);
  });
});
