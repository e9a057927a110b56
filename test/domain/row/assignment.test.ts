import { describe, expect, it } from 'vitest';
import { campaignSchema } from '../../../src/domain/campaign/campaign.ts';
import { assign } from '../../../src/domain/row/assignment.ts';

const campaign = campaignSchema.parse({
  relief: 1,
  id: 'c',
  title: 't',
  year: 2017,
  region: '上海市普陀区',
  departments: [
    {
      name: '民政部门',
      aliases: ['民政局', '区民政'],
      measures: [
        { id: 'low-income', name: '低保家庭补助', to: ['低保家庭', '困难家庭'] },
        { id: 'destitute', name: '特困人员补助', to: ['特困人员', '困难家庭'] },
      ],
    },
    { name: '残联', measures: [{ id: 'disabled', name: '残疾人补助', to: '残疾人' }] },
    { name: '街道', measures: [] },
  ],
});

const assigned = (department: string, measure: string) => {
  const found = assign(department, measure, campaign);
  return [found.department.is?.name ?? null, found.measure.is?.id ?? null];
};

describe('where a payout belongs', () => {
  it.each([
    ['the names', '民政部门', '低保家庭补助', ['民政部门', 'low-income']],
    ['an alias', '民政局', '特困人员补助', ['民政部门', 'destitute']],
    ['an id', '民政局', 'destitute', ['民政部门', 'destitute']],
    ['a category that only one is for', '民政局', '特困人员', ['民政部门', 'destitute']],
    ['a category that two are for', '民政局', '困难家庭', ['民政部门', null]],
    ['spaces and full-width signs', ' 民 政 局 ', '低保 家庭补助', ['民政部门', 'low-income']],
    ['the only measure of a department', '残联', '', ['残联', 'disabled']],
    ['no measure among several', '民政局', '', ['民政部门', null]],
    ['no measure where there is none', '街道', '', ['街道', null]],
    ['another department’s measure', '残联', '低保家庭补助', ['残联', null]],
    ['a department of the district', '区残联', '残疾人补助', ['残联', 'disabled']],
    ['a department of the place itself', '普陀区残联', '残疾人补助', ['残联', 'disabled']],
    ['a department without its ending', '民政', '特困人员补助', ['民政部门', 'destitute']],
    ['no department, but a measure that one has', '', '残疾人补助', ['残联', 'disabled']],
    ['no department, but the id of a measure', '', 'destitute', ['民政部门', 'destitute']],
    ['no department, but a category, which others may help too', '', '残疾人', [null, 'disabled']],
    ['a department that is not there', '教育局', '残疾人补助', [null, 'disabled']],
    ['nothing', '', '', [null, null]],
  ])('is found by %s', (_, department, measure, found) => {
    expect(assigned(department, measure)).toEqual(found);
  });

  it('is none of two departments that have a measure of one name, where a row names no department', () => {
    const measures = (id: string) => [{ id, name: '春节慰问' }];
    const two = campaignSchema.parse({
      relief: 1,
      id: 'c',
      title: 't',
      year: 2017,
      departments: [
        { name: '残联', measures: measures('one') },
        { name: '总工会', measures: measures('other') },
      ],
    });
    const { department, measure } = assign('', '春节慰问', two);
    expect([department.is, measure.is, measure.name]).toEqual([null, null, '春节慰问']);
  });

  it('is none of two departments that are called alike, and both are named', () => {
    const two = campaignSchema.parse({
      relief: 1,
      id: 'c',
      title: 't',
      year: 2017,
      departments: [{ name: '市妇联' }, { name: '区妇联' }, { name: '区民政局' }],
    });
    expect(assign('妇联', '', two).department).toMatchObject({ is: null, nearest: '市妇联、区妇联' });
    expect(assign('区妇联', '', two).department.is?.name).toBe('区妇联');
    expect(assign('县妇联', '', two).department).toMatchObject({ is: null, nearest: '市妇联、区妇联' });
    expect(assign('民政', '', two).department.is?.name).toBe('区民政局');
    expect(assign('市场监管局', '', two).department.is).toBeNull();
  });

  it('is called as the campaign calls it, else as it is written, with the nearest name', () => {
    expect(assign('民政局', '特困人员', campaign)).toMatchObject({
      department: { name: '民政部门', nearest: null },
      measure: { name: '特困人员补助', nearest: null },
    });
    expect(assign('民政部們', '低保家庭补肋', campaign)).toMatchObject({
      department: { name: '民政部們', is: null, nearest: '民政部门' },
      measure: { name: '低保家庭补肋', is: null, nearest: '低保家庭补助' },
    });
    expect(assign('天文台', '观星', campaign)).toMatchObject({
      department: { nearest: null },
      measure: { nearest: null },
    });
  });

  it('without a campaign is what it is called', () => {
    expect(assign(' 民政 局', '低 保', null)).toEqual({
      department: { name: '民政局', is: null, nearest: null },
      measure: { name: '低保', is: null, nearest: null },
    });
  });
});
