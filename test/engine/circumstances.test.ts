import { describe, expect, it } from 'vitest';
import { payouts, withText } from './reading.ts';

describe('what says who somebody is beside name and number', () => {
  it('of a pupil', async () => {
    await withText(
      `姓名,学校,学号,监护人姓名,监护人电话,出生年份,金额
王小明,石泉路第一小学,2017-00123,王建国（父）,13912345678/62345678,2008年,500
李小红,无,000000,无,,2009,500
`,
      async (lists) => {
        expect(await payouts(lists, 'workplace, other_id, guardian, more_phones, phone, birth')).toEqual([
          {
            workplace: '石泉路第一小学',
            other_id: '201700123',
            guardian: '王建国',
            more_phones: '13912345678 62345678',
            phone: null,
            birth: '2008',
          },
          { workplace: null, other_id: null, guardian: null, more_phones: null, phone: null, birth: '2009' },
        ]);
      },
      { columns: new Map([['出生年份', 'birth']]) },
    );
  });

  it('of a couple, and of somebody’s spouse', async () => {
    const columns = 'name, spouse, couple';
    await withText('男方姓名,女方姓名,金额\n王建国,李秀英,500\n张伟,,500\n', async (lists) => {
      expect(await payouts(lists, columns)).toEqual([
        { name: '王建国', spouse: '李秀英', couple: true },
        { name: '张伟', spouse: null, couple: false },
      ]);
    });
    await withText('姓名,配偶,户主,金额\n王建国,李秀英 （亡）,王大山,500\n', async (lists) => {
      expect(await payouts(lists, `${columns}, head_name`)).toEqual([
        { name: '王建国', spouse: '李秀英', couple: false, head_name: '王大山' },
      ]);
    });
  });

  it('of whoever has several telephones, in plain rows and in others', async () => {
    await withText(
      '姓名,联系电话,家属电话,居委会,地址,金额\n' +
        '王建国,13912345678,13800000001,石泉一,石泉路12弄3-501室,500\n' +
        '李秀英,021-62345678,,石泉一,石泉路12弄3#A室,500\n' +
        '张伟,62345678、13800000002（女儿）,057187654321,石泉一,石泉路,500\n',
      async (lists) => {
        expect(await payouts(lists, 'phone, more_phones, committee, address')).toEqual([
          { phone: 13912345678n, more_phones: '13800000001', committee: '石泉一', address: '石泉路12弄3-501室' },
          { phone: 2162345678n, more_phones: '62345678', committee: '石泉一', address: '石泉路12弄3#A室' },
          {
            phone: 13800000002n,
            more_phones: '62345678 57187654321 87654321',
            committee: '石泉一',
            address: '石泉路',
          },
        ]);
        const { odd } = await lists.database.one<{ odd: bigint }>('select count(*) as odd from odd_payout');
        expect(odd).toBe(1n);
      },
    );
  });

  it('is known of earlier lists and rosters too', async () => {
    await withText(
      '姓名,工作单位,金额\n王建国,石泉路小学,1\n',
      async ({ database }) => {
        expect(await database.all('select workplace from any_person')).toEqual([{ workplace: '石泉路小学' }]);
      },
      { role: 'roster' },
    );
  });
});
