import { describe, expect, it } from 'vitest';
import { atHome } from '../../../src/answer/cases/homes.ts';
import type { PayoutRow } from '../../../src/checks/payout-row.ts';
import amountOutlier from '../../../src/checks/row/amount-outlier.ts';

const living = (livesIn: string | null, committee: string | null) => ({ livesIn, committee }) as PayoutRow;
const HOMES = new Map([['安庭居委', '南屏街道安庭居委']]);

describe('whose case it is, and what is at risk in it', () => {
  it.each([
    ['安庭居委', '安庭居委', '南屏街道安庭居委'], // the row names no subdistrict, and only one has that committee
    ['南屏街道安庭居委', '安庭居委', '南屏街道安庭居委'],
    ['竹桥居委', '竹桥居委', '竹桥居委'], // several subdistricts have one, or none
    ['南屏街道', null, '南屏街道'],
    [null, null, null],
  ])('of a row that says %s is the unit %s → %s', (livesIn, committee, unit) => {
    expect(atHome(living(livesIn, committee), HOMES).livesIn).toBe(unit);
  });

  it('is what a row would pay if it were right, where its amount is out of all proportion', () => {
    expect(amountOutlier.atRisk?.({ usual: '200000', by: 'median' })).toBe(200_000n);
  });
});
