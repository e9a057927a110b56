import { describe, expect, it } from 'vitest';
import type { Standard } from '../../../src/domain/campaign/standard.ts';
import { readStandard } from '../../../src/domain/campaign/standard-text.ts';
import type { Rate } from '../../../src/domain/rate.ts';

function standardOf(printed: string): Standard {
  const read = readStandard(printed);
  if ('ok' in read) return read.ok;
  throw new Error(`${printed}: ${read.problem} at ${read.at}`);
}

const yuan = (rate: Rate | undefined) => (rate ? Number(rate.low.value) / 100 : null);

describe('cash and goods', () => {
  it.each<[string, readonly (readonly [string, number | null])[]]>([
    [
      '每户2000元现金，500元物品',
      [
        ['cash', 2000],
        ['goods', 500],
      ],
    ],
    [
      '每户现金1000元、慰问品200元',
      [
        ['cash', 1000],
        ['goods', 200],
      ],
    ],
    [
      '300元及米面油1套',
      [
        ['cash', 300],
        ['goods', null],
      ],
    ],
    [
      '现金500元＋棉被1床',
      [
        ['cash', 500],
        ['goods', null],
      ],
    ],
    [
      '600元慰问金和1份大礼包',
      [
        ['cash', 600],
        ['goods', null],
      ],
    ],
    [
      '每户500元现金和价值300元的米、油',
      [
        ['cash', 500],
        ['goods', 300],
      ],
    ],
    [
      '每人发放慰问金800元和价值200元的慰问品',
      [
        ['cash', 800],
        ['goods', 200],
      ],
    ],
  ])('%s', (printed, parts) => {
    expect(standardOf(printed).parts?.map(({ form, rate }) => [form, yuan(rate)])).toEqual(parts);
  });

  it('are for whom the first says', () => {
    expect(standardOf('每户2000元现金，500元物品').parts?.map(({ rate }) => rate?.per)).toEqual([
      ['households'],
      ['households'],
    ]);
  });
});

describe('steps', () => {
  it.each<[string, object[]]>([
    ['1人户300元，2人及以上户400元', [{ household: '1' }, { household: '2+' }]],
    ['每户3人以下500元，4人以上800元', [{ household: '1-3' }, { household: '4+' }]],
    ['1-2人户500元；3人以上户800元/户', [{ household: '1-2' }, { household: '3+' }]],
    ['1200元/户，其中残疾家庭1500元/户', [{}, { category: '残疾家庭' }]],
    ['低保家庭每户500元，低收入家庭每户300元', [{ category: '低保家庭' }, { category: '低收入家庭' }]],
    ['60-79岁100元/人，80周岁以上200元/人', [{ age: '60-79' }, { age: '80+' }]],
    ['国家150元，省55元', [{ funder: '国家' }, { funder: '省' }]],
    ['500元、800元、1000元三档', [{}, {}, {}]],
    ['分500元、1000元两类', [{}, {}]],
  ])('%s', (printed, tiers) => {
    const found = standardOf(printed).tiers ?? [];
    expect(found).toHaveLength(tiers.length);
    expect(found).toMatchObject(tiers);
    for (const { rate } of found) expect(rate.per).toEqual(found[0]?.rate.per);
  });
});

describe('a base and more for each', () => {
  it.each([
    ['1人户600元，每增加1人增加100元', 600, 100, null],
    ['1人户600元，每增加1人则增加100元', 600, 100, null],
    ['每户500元，每增1人加100元', 500, 100, null],
    ['基数1000元，每增加一人加200元', 1000, 200, null],
    ['1人户600元，每增加1人增加100元，最高1200元', 600, 100, 1200],
  ])('%s', (printed, base, each, upTo) => {
    const { increase } = standardOf(printed);
    expect([yuan(increase?.base), yuan(increase?.each), yuan(increase?.upTo)]).toEqual([base, each, upTo]);
  });
});

describe('over time', () => {
  it.each([
    ['每人每天20元，期限3个月', 'day', 3n, 'month'],
    ['每人每天50元，共10天', 'day', 10n, 'day'],
    ['每人每月600元，发放3个月', 'month', 3n, 'month'],
    ['每人100元×3个月', 'month', 3n, 'month'],
  ])('%s', (printed, each, value, unit) => {
    const { rate, duration } = standardOf(printed);
    expect([rate?.each, duration]).toEqual([each, { value, unit }]);
  });
});

describe('what else one phrase says', () => {
  it.each<[string, object]>([
    ['低保标准的50%', { share: { base: '低保标准', share: 5000n } }],
    ['按当地低保标准的1.5倍发放', { share: { base: '低保标准', share: 15_000n } }],
    ['由各街镇自行制定', { delegatedTo: '由各街镇自行制定' }],
    ['参照往年标准', { delegatedTo: '参照往年标准' }],
    ['每户50斤大米', { text: '每户50斤大米' }],
  ])('%s', (printed, standard) => {
    expect(standardOf(printed)).toMatchObject(standard);
  });

  it('funders give all of it together, categories each their own', () => {
    expect(standardOf('国家150元，省级55元').joint).toBe(true);
    expect(standardOf('孤儿150元，困难学生55元').joint).toBeUndefined();
    expect(readStandard('国家150元，孤儿55元')).toHaveProperty('problem');
  });

  it('a range, a ceiling and an average', () => {
    const { rate, ceiling, average } = standardOf('每户1000元至3000元不等，最高5000元，户均2000元');
    expect([yuan(rate), yuan(ceiling), yuan(average)]).toEqual([1000, 5000, 2000]);
  });

  it.each([
    ['每人500元（其中市级300元，区级200元）', '(其中市级300元,区级200元)'],
    ['每户500元，另视情况1000元', ',另视情况1000元'],
    ['每对夫妻1000元', '每对夫妻'],
    ['适当补助', '适当'],
  ])('%s is refused at “%s”', (printed, at) => {
    expect(readStandard(printed)).toEqual({ problem: 'not-a-figure', at });
  });

  it.each(['1', '每户', '1人户600元，', '元、', ' '])('“%s” a hundred thousand times is refused', (part) => {
    expect(readStandard(part.repeat(100_000))).toHaveProperty('problem');
  });
});
