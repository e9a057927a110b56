import { describe, expect, it } from 'vitest';
import { campaignSchema } from '../../../src/domain/campaign/campaign.ts';

const campaignOf = (given: object) => campaignSchema.parse({ relief: 1, id: 'c', title: 't', year: 2024, ...given });
const measuresOf = (...departments: (readonly object[])[]) =>
  campaignOf({
    departments: departments.map((measures, index) => ({ name: ['民政局', '残联', '妇联'][index], measures })),
  }).departments.flatMap(({ measures }) => measures);

describe('ids', () => {
  it('are names where the file writes none, with the department where two have that name', () => {
    const found = measuresOf(
      [{ name: '低保家庭补助' }, { name: '节日补助' }, { id: 'visit', name: '走访' }],
      [{ name: '节日补助' }],
    );
    expect(found.map(({ id }) => id)).toEqual(['低保家庭补助', '民政局/节日补助', 'visit', '残联/节日补助']);
  });

  it('may be Chinese', () => {
    expect(measuresOf([{ id: '低保-2024', name: '低保家庭补助' }])[0]?.id).toBe('低保-2024');
  });

  it('are what names refer to, wherever that is', () => {
    const { departments, overlap, lists, rosters, returns } = campaignOf({
      funds: [{ name: '区财政' }, { id: 'lottery', name: '福彩公益金' }],
      departments: [
        {
          name: '民政局',
          measures: [
            { id: 'low-income', name: '低保家庭补助', amount: '10万元', funds: ['区财政', '福彩公益金'] },
            { name: '走访慰问', of: '低保家庭补助', excludes: ['低保家庭补助', '残联/节日补助'] },
            { name: '节日补助' },
          ],
        },
        { name: '残联', measures: [{ name: '节日补助', excludes: [{ measure: '节日补助', of: 'household' }] }] },
      ],
      overlap: { allow: [['低保家庭补助', '走访慰问']] },
      lists: [{ file: 'a.csv', measure: '低保家庭补助' }],
      rosters: [{ id: 'r', file: 'r.csv', measures: ['低保家庭补助'] }],
      returns: [{ file: 'b.csv', measure: '残联/节日补助' }],
    });
    const [first, second, , last] = departments.flatMap(({ measures }) => measures);
    expect(first?.funds.map(({ fund }) => fund)).toEqual(['区财政', 'lottery']);
    expect(second).toMatchObject({
      of: 'low-income',
      excludes: [{ measure: 'low-income' }, { measure: '残联/节日补助' }],
    });
    expect(last?.excludes).toEqual([{ measure: '节日补助', of: 'household' }]); // two are called so: none is taken
    expect([overlap?.allow, lists[0]?.measure, rosters[0]?.measures, returns[0]?.measure]).toEqual([
      [['low-income', '走访慰问']],
      'low-income',
      ['low-income'],
      '残联/节日补助',
    ]);
  });
});

describe('categories in one phrase', () => {
  it.each([
    ['低保对象、孤儿', ['低保对象', '孤儿']],
    ['低保家庭，特困人员；困难学生', ['低保家庭', '特困人员', '困难学生']],
    ['卧床不起、年老失智的老三八红旗手', ['卧床不起、年老失智的老三八红旗手']],
    ['孤儿、年老失智的老三八红旗手', ['孤儿、年老失智的老三八红旗手']],
    ['困难劳模', ['困难劳模']],
  ])('%s', (to, expected) => {
    expect(measuresOf([{ name: '慰问', to }])[0]?.to).toEqual(expected);
  });

  it('are known by what another measure is for, and by categories', () => {
    const [first] = measuresOf([
      { name: '慰问', to: '回乡务工者、孤儿' },
      { name: '补助', to: ['回乡务工者'] },
    ]);
    expect(first?.to).toEqual(['回乡务工者', '孤儿']);
    const { departments } = campaignOf({
      categories: { 困难群众: ['渔民'] },
      departments: [{ name: '民政局', measures: [{ name: '慰问', to: '渔民、困难群众' }] }],
    });
    expect(departments[0]?.measures[0]?.to).toEqual(['渔民', '困难群众']);
  });
});

describe('a share of a base', () => {
  const given = (bases: object, standard: unknown = '低保标准的50%') =>
    campaignOf({
      bases,
      departments: [{ name: '民政局', measures: [{ name: '慰问', reach: '20人', standard, months: 3 }] }],
    }).departments[0]?.measures[0]?.standard;

  it.each([
    [{ 低保标准: '每人每月1510元' }, 75_500n],
    [{ 低保标准: '1510元/人' }, 75_500n],
    [{ 低保: '1511元/人' }, 75_550n],
  ])('%j', (bases, fen) => {
    expect(given(bases)?.rate).toMatchObject({ low: { value: fen }, high: { value: fen }, per: ['persons'] });
  });

  it('in parts', () => {
    const standard = { share: { base: '低保标准', percent: 33.5 } };
    expect(given({ 低保标准: '1000元/人' }, standard)?.rate?.low.value).toBe(33_500n);
  });

  it('of nothing known stays open', () => {
    expect(given({})).toMatchObject({ text: '低保标准的50%', share: { base: '低保标准', share: 5000n } });
    expect(given({})?.rate).toBeUndefined();
  });
});
