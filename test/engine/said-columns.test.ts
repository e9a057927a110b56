import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ListInput } from '../../src/read/list/list-input.ts';
import { saidColumns } from '../../src/read/list/said-columns.ts';
import { inputOf, payouts, problemsOf, saved, withLists } from './reading.ts';

const CARD = '99000019450101001X43';
const cards = () => saved(`姓名,卡片,金额\n王秀英,${CARD},5\n`);
const ids = () => saved('姓名,身份证号,金额\n王秀英,99000019450101001X,5\n');
const asked = (files: readonly string[], said: Record<string, string>) =>
  files.map((file): ListInput => inputOf(file, { anywhere: new Map(Object.entries(said)) }));

describe('what the command line says of columns', () => {
  it('is said of whichever lists have them', async () => {
    await withLists(asked([ids(), cards(), ids()], { 卡片: 'id_number' }), async (lists) => {
      const people = new Set((await payouts(lists, 'person')).map(({ person }) => person));
      expect(people.size).toBe(1);
    });
  });

  it('is wrong where no list has them, and the nearest is named', async () => {
    expect(await problemsOf(asked([ids(), cards()], { 卡牌: 'id_number' }))).toMatchObject([
      { code: 'list-given-column-unknown', data: { title: '卡牌', nearest: '卡片', lists: 2 } },
    ]);
    expect(await problemsOf(asked([ids()], { 卡牌: 'id_number' }))).toMatchObject([
      { data: { title: '卡牌', nearest: null, titles: ['姓名', '身份证号', '金额'], lists: 1 } },
    ]);
  });

  it('is said of one list by its name, which has to have them', async () => {
    const [one, other] = [cards(), cards()];
    for (const name of [one, basename(one)]) {
      await withLists(asked([one, other], { [`${name}:卡片`]: 'id_number' }), async (lists) => {
        expect((await payouts(lists, 'person is not null as known')).map(({ known }) => known)).toEqual([true, false]);
      });
      expect(await problemsOf(asked([one, other], { [`${name}:卡牌`]: 'id_number' }))).toMatchObject([
        { place: { file: one }, data: { title: '卡牌', nearest: '卡片', lists: 1 } },
      ]);
    }
    const misspelt = `${basename(one).replace('.csv', 'x.csv')}:卡片`;
    expect(await problemsOf(asked([one, other], { [misspelt]: 'id_number' }))).toMatchObject([
      { data: { title: misspelt, nearest: `${basename(one)}:卡片` } },
    ]);
  });

  it('may name a file on a drive, and a title with a colon', () => {
    const said = { 'C:\\名单\\残联.csv:证号': 'id_number', '备注:手机': 'phone', '残联.csv:a:b': 'name' };
    const of = (file: string) => {
      const { own, anywhere } = saidColumns(inputOf(file, { anywhere: new Map(Object.entries(said)) }));
      return [Object.fromEntries(own), [...anywhere.keys()]];
    };
    expect(of('C:\\名单\\残联.csv')[0]).toMatchObject({ 证号: 'id_number' });
    expect(of('lists/残联.csv')).toEqual([{ 'a:b': 'name' }, ['C:\\名单\\残联.csv:证号', '备注:手机']]);
    expect(of('民政.csv')).toEqual([{}, Object.keys(said)]);
  });

  it('goes over the campaign, whose columns of a list have to be there', async () => {
    const input = inputOf(cards(), {
      columns: new Map([['卡片', 'account']]),
      anywhere: new Map([['卡片', 'id_number']]),
    });
    await withLists([input], async (lists) => {
      expect(await payouts(lists, 'person is not null as known, account')).toEqual([{ known: true, account: null }]);
    });
    expect(await problemsOf([inputOf(ids(), { columns: new Map([['卡片', 'account']]) })])).toMatchObject([
      { data: { title: '卡片' } },
    ]);
  });
});
