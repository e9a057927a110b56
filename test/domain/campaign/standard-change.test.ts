import { describe, expect, it } from 'vitest';
import { standardChange } from '../../../src/domain/campaign/standard-change.ts';
import { measureOf } from '../../totals/given.ts';

const standard = (given: unknown) => measureOf(given === null ? {} : { standard: given }).standard;
const tiers = (...given: readonly (readonly [household: string, rate: string])[]) => ({
  tiers: given.map(([household, rate]) => ({ household, rate })),
});
const MIRROR = { raised: 'lowered', lowered: 'raised', changed: 'changed', same: 'same', unknown: 'unknown' };

describe('standardChange', () => {
  it.each<[string, unknown, unknown, keyof typeof MIRROR]>([
    ['one figure', '550元/人', '600元/人', 'raised'],
    ['the same in other words', '550元/人', '每人550元', 'same'],
    ['another unit', '每户700元', '每人800元', 'changed'],
    ['no unit in either', '50元至230元不等', '60元至230元不等', 'raised'],
    ['a unit in one alone', '500元', '500元/人', 'changed'],
    ['a range, both ends up', '200-500元/户', '300-600元/户', 'raised'],
    ['a range, one end up', '200-500元/户', '200-600元/户', 'raised'],
    ['a range that narrows', '800-1500元/人', '900-1400元/人', 'changed'],
    ['a figure that becomes a range above it', '500元/人', '600-800元/人', 'raised'],
    ['a figure that becomes a range around it', '500元/人', '400-600元/人', 'changed'],
    ['a figure that becomes a range up to it', '500元/人', '300-500元/人', 'changed'],
    ['一般 instead of fixed', '2000元/人', '一般每人2000元', 'changed'],
    ['about, and clearly more', '150元左右', '200元', 'raised'],
    ['about instead of exact', '150元左右', '150元', 'changed'],
    ['at least instead of exact', '150元以上', '200元', 'changed'],
    ['an average', '户均2000元', '户均2100元', 'raised'],
    ['an average instead of a ceiling', '户均2000元', '最高2000元/户', 'changed'],
    ['a ceiling beside it', '500元/户', { rate: '500元/户', ceiling: '900元/户' }, 'changed'],
    [
      'one tier of two',
      tiers(['1', '300元/户'], ['2+', '400元/户']),
      tiers(['2+', '450元/户'], ['1', '300元/户']),
      'raised',
    ],
    [
      'tiers both ways',
      tiers(['1', '300元/户'], ['2+', '400元/户']),
      tiers(['1', '200元/户'], ['2+', '450元/户']),
      'changed',
    ],
    [
      'other tiers',
      tiers(['1', '300元/户'], ['2+', '400元/户']),
      tiers(['1-2', '300元/户'], ['3+', '400元/户']),
      'changed',
    ],
    [
      'tiers alike in whom they are for',
      tiers(['1', '300元/户'], ['1', '400元/户']),
      tiers(['1', '300元/户'], ['1', '400元/户']),
      'same',
    ],
    [
      'base and increment',
      { increase: { base: '1000元/户', each: '200元/人' } },
      { increase: { base: '1000元/户', each: '250元/人' } },
      'raised',
    ],
    ['left to others by both', '各街镇自定', '各街镇 自定', 'same'],
    ['left to somebody else', '各街镇自定', '各村自定', 'changed'],
    ['left to others by one', '各街镇自定', '500元/户', 'changed'],
    ['said by one alone', null, '500元/户', 'unknown'],
    ['said by neither', null, null, 'unknown'],
  ])('%s', (_, from, to, expected) => {
    expect(standardChange(standard(from), standard(to))).toBe(expected);
    expect(standardChange(standard(to), standard(from))).toBe(MIRROR[expected]);
  });
});
