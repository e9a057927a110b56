import { describe, expect, it } from 'vitest';
import { campaignSchema } from '../../../src/domain/campaign/campaign.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { listedTotals } from '../../../src/totals/lists/listed.ts';
import { everyNonPayout, nonPayoutsOf } from '../../../src/totals/lists/non-payouts.ts';
import { inputOf, saved, withLists, withText } from '../../engine/reading.ts';

const [A, B] = ['990000194501010019', '990000194501010027'];
const LIST = `姓名,身份证号,部门,项目,金额,街道,户号
王秀英,${A},残联,甲,100,石泉路,H1
王秀英,${A},民政局,乙,200.5,石泉路,H1
李强,${B},民政局,乙,,长风,H1
李强,,民政局,丙,300,长风,
李强,,民政局,丙,300,,H2
`;

const NONE = { rows: 0, amount: 0n };

describe('the totals of lists', () => {
  it('add up money, and count people and households once in each whole', async () => {
    await withText(LIST, async (lists) => {
      const resolved = await resolveIdentities(lists, { certain: true });
      const { total, departments, subdistricts } = await listedTotals(resolved);
      expect(total).toEqual({
        payouts: 5,
        persons: 4,
        households: 2,
        amount: 90_050n,
        withoutAmount: 1,
        outliers: NONE,
      });
      const name = (index: number) => lists.assignments.departments[index]?.name;
      const said = departments.map(({ department, payouts, persons, amount }) => [
        name(department),
        payouts,
        persons,
        amount,
      ]);
      expect(said).toHaveLength(2);
      expect(said).toContainEqual(['残联', 1, 1, 10_000n]);
      expect(said).toContainEqual(['民政局', 4, 4, 80_050n]);
      const civil = departments.find(({ department }) => name(department) === '民政局');
      const measures = civil?.measures.map(({ measure, payouts, amount }) => [
        lists.assignments.measures[measure]?.measure.name,
        payouts,
        amount,
      ]);
      expect(measures).toHaveLength(2);
      expect(measures).toContainEqual(['乙', 2, 20_050n]);
      expect(measures).toContainEqual(['丙', 2, 60_000n]);
      expect(subdistricts).toBeNull();
    });
  });

  it('are given by subdistrict where that is asked, with the same others', async () => {
    await withText(LIST, async (lists) => {
      const resolved = await resolveIdentities(lists, { certain: true });
      const { subdistricts, ...others } = await listedTotals(resolved, { bySubdistrict: true });
      const { subdistricts: none, ...without } = await listedTotals(resolved);
      expect(others).toEqual(without);
      expect(none).toBeNull();
      const said = subdistricts?.map(({ subdistrict, department, payouts, persons, households, amount }) => [
        subdistrict,
        lists.assignments.departments[department]?.name,
        payouts,
        persons,
        households,
        amount,
      ]);
      expect(said).toHaveLength(4);
      expect(said).toContainEqual(['', '民政局', 1, 1, 1, 30_000n]);
      expect(said).toContainEqual(['石泉路', '民政局', 1, 1, 1, 20_050n]);
      expect(said).toContainEqual(['石泉路', '残联', 1, 1, 1, 10_000n]);
      expect(said).toContainEqual(['长风', '民政局', 2, 2, 1, 30_000n]);
    });
  });

  it('follow the order of the campaign, then that of the lists', async () => {
    const campaign = campaignSchema.parse({
      relief: 1,
      id: 'c',
      title: 't',
      year: 2017,
      departments: [{ name: '民政部门', aliases: ['民政局'] }, { name: '残联' }],
    });
    const other = saved(`姓名,部门,金额\n赵六,工会,1\n张三,妇联,1\n`);
    await withLists(
      [inputOf(other), inputOf(saved(LIST))],
      async (lists) => {
        const resolved = await resolveIdentities(lists, { certain: true });
        const { departments } = await listedTotals(resolved);
        const names = departments.map(({ department }) => lists.assignments.departments[department]?.name);
        expect(names.slice(0, 2)).toEqual(['民政部门', '残联']);
        expect(names.slice(2).sort()).toEqual(['妇联', '工会']);
      },
      { campaign },
    );
  });

  it('of lists that pay nobody are nothing, without households', async () => {
    await withText('姓名,金额\n合计,0\n', async (lists) => {
      const resolved = await resolveIdentities(lists, { certain: true });
      expect(await listedTotals(resolved, { bySubdistrict: true })).toEqual({
        total: { payouts: 0, persons: 0, households: null, amount: 0n, withoutAmount: 0, outliers: NONE },
        people: { certain: 0, confirmed: 0, review: 0, range: { low: 0, high: 0 } },
        departments: [],
        subdistricts: [],
        batches: [],
      });
    });
  });

  it('are exact beyond what a 64-bit integer holds', async () => {
    const rows = Array.from({ length: 120 }, (_, order) => `王${order},999999999999999\n`).join('');
    await withText(`姓名,金额\n${rows}`, async (lists) => {
      const resolved = await resolveIdentities(lists, { certain: true });
      expect((await listedTotals(resolved)).total.amount).toBe(120n * 99_999_999_999_999_900n);
    });
  });

  it('take the department and the measure of a whole list from what is said of it', async () => {
    const input = inputOf(saved('姓名,部门,金额\n赵六,街道,1\n'), { department: '残联', measure: '走访' });
    await withLists([input], ({ assignments }) => {
      expect(assignments.departments.map(({ name }) => name)).toEqual(['残联']);
      expect(assignments.measures.map(({ measure }) => measure.name)).toEqual(['走访']);
    });
  });
});

describe('rows that are no payouts', () => {
  it('are told by list and reason, the first few by their row', async () => {
    const list = `名单,,\n姓名,身份证号,金额\n${`,,\n王秀英,${A},1\n`.repeat(7)}小计,,7\n,,9\n合计,,7\n`;
    await withLists([inputOf(saved(list)), inputOf(saved('姓名,金额\n李强,5\n'))], async (lists) => {
      const said = [
        { list: 0, reason: 'title', count: 1, first: [1] },
        { list: 0, reason: 'header', count: 1, first: [2] },
        { list: 0, reason: 'blank', count: 7, first: [3, 5, 7, 9, 11] },
        { list: 0, reason: 'subtotal', count: 1, first: [17] },
        { list: 0, reason: 'no-person', count: 1, first: [18] },
        { list: 0, reason: 'total', count: 1, first: [19] },
        { list: 1, reason: 'header', count: 1, first: [1] },
      ];
      expect(await nonPayoutsOf(lists)).toEqual(said);
      const every: unknown[] = [];
      for await (const rows of everyNonPayout(lists)) every.push(...rows.map(({ list, row }) => [list, row]));
      expect(every).toEqual([1, 2, 3, 5, 7, 9, 11, 13, 15, 17, 18, 19].map((row) => [0, row]).concat([[1, 1]]));
    });
  });
});
