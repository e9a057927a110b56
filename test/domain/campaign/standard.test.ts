import { describe, expect, it } from 'vitest';
import { payoutCost, type Standard, standardUnits } from '../../../src/domain/campaign/standard.ts';
import { type Rate, readRate } from '../../../src/domain/rate.ts';

const FIXED: Standard = { rate: rate('550元/人') };
const RANGE: Standard = { rate: rate('1000-3000元/户') };
const AVERAGE: Standard = { ...RANGE, average: rate('户均2000元'), ceiling: rate('最高5000元/户') };
const TIERS: Standard = {
  tiers: [
    { household: '2+', rate: rate('400元/户') },
    { household: '1', rate: rate('300元/户') },
    { age: '80+', rate: rate('每人350元左右') },
  ],
};
const INCREASE: Standard = { increase: { base: rate('1000元/户'), each: rate('200元/人') } };

type Bounds = readonly [bigint | null, bigint | null];

describe('payoutCost', () => {
  it.each<[string, Standard, Bounds, Bounds]>([
    // in fen: at face value, and all that the figures may stand for
    ['a fixed rate is itself', FIXED, [55_000n, 55_000n], [55_000n, 55_000n]],
    ['a range', RANGE, [100_000n, 300_000n], [100_000n, 300_000n]],
    ['一般 is soft', { rate: rate('一般2000元/户') }, [200_000n, 200_000n], [190_000n, 210_000n]],
    ['a ceiling alone has no lower end', { ceiling: rate('最高5000元/户') }, [null, 500_000n], [null, 500_000n]],
    [
      'a usual rate reaches up to the ceiling beside it',
      { rate: rate('一般2000元/户'), ceiling: rate('最高5000元/户') },
      [200_000n, 500_000n],
      [190_000n, 500_000n],
    ],
    ['an average decides over range and ceiling', AVERAGE, [200_000n, 200_000n], [199_950n, 200_049n]],
    ['tiers reach from the least to the most', TIERS, [30_000n, 40_000n], [30_000n, 40_000n]],
    [
      'a tier keeps its own tolerance',
      { tiers: [{ rate: rate('约300元/户') }, { rate: rate('400元/户') }] },
      [30_000n, 40_000n],
      [28_500n, 40_000n],
    ],
    ['a base that grows is open above', INCREASE, [100_000n, null], [100_000n, null]],
    [
      'a base that grows up to a limit',
      { increase: { base: rate('1000元/户'), each: rate('200元/人'), upTo: rate('3000元/户') } },
      [100_000n, 300_000n],
      [100_000n, 300_000n],
    ],
  ])('%s', (_, standard, [nominalLow, nominalHigh], [low, high]) => {
    expect(payoutCost(standard, 'nominal')).toEqual({ low: nominalLow, high: nominalHigh });
    expect(payoutCost(standard, 'tolerance')).toEqual({ low, high });
  });

  it.each<[string, Standard]>([
    ['left to others', { text: '各街镇自定', delegatedTo: '各街镇自定' }],
    ['not given', {}],
  ])('a standard %s has no cost', (_, standard) => {
    expect(payoutCost(standard, 'nominal')).toBeUndefined();
    expect(payoutCost(standard, 'tolerance')).toBeUndefined();
  });
});

describe('standardUnits', () => {
  it.each<[string, Standard, string[]]>([
    ['of one rate', FIXED, ['persons']],
    ['of a dual rate', { rate: rate('每人次（户）500元') }, ['personTimes', 'households']],
    ['of several rates, each once', AVERAGE, ['households']],
    ['of a ceiling alone', { ceiling: rate('最高5000元/户') }, ['households']],
    ['of tiers', TIERS, ['households', 'persons']],
    ['of a base that grows: what the base is per', INCREASE, ['households']],
    ['of a rate without one', { rate: rate('50元至230元不等') }, []],
    ['of a standard left to others', { delegatedTo: '各街镇' }, []],
  ])('%s', (_, standard, units) => {
    expect(standardUnits(standard)).toEqual(units);
  });
});

function rate(printed: string): Rate {
  const read = readRate(printed);
  if ('ok' in read) return read.ok;
  throw new Error(read.problem);
}
