import { describe, expect, it } from 'vitest';
import { checkDigit, wholeNumber } from '../../src/domain/people/id-number.ts';
import { idIs } from '../../src/engine/payout-sql.ts';
import { payouts, withText } from './reading.ts';

const ids = [1, 2, 3].map((order) => {
  const first17 = `9900001950010${order}001`;
  return first17 + checkDigit(first17);
}) as [string, string, string];
const [ONE, TWO, THREE] = ids;
const numbers = (rows: Record<string, unknown>[]) =>
  rows.map(({ person }) =>
    person === null ? null : (person as bigint) > 0n ? wholeNumber(person as bigint) : 'other',
  );

describe('a disability card', () => {
  it('says its bearer’s ID number, in a column of its own and in one of ID numbers', async () => {
    for (const title of ['残疾证号', '残疾人证号', '身份证号']) {
      const rows = [`${ONE}43`, `${TWO}11B1`, `'${THREE} 24`, `${ONE.slice(0, 17)}${ONE.endsWith('1') ? '2' : '1'}43`];
      const text = rows.map((number) => `王秀英,${number},500`).join('\n');
      await withText(`姓名,${title},金额\n${text}\n李强,990000********1234${'43'},5\n`, async (lists) => {
        expect(numbers(await payouts(lists, 'person'))).toEqual([ONE, TWO, THREE, 'other', 'other']);
        expect(
          await lists.database.all(`select id from payout p where ${idIs('checksum', 'masked')} order by row`),
        ).toEqual([{ id: rows[3]?.slice(0, 18) }, { id: '990000********1234' }]);
      });
    }
  });

  it('stands in for an ID number that is missing', async () => {
    const text = `残疾证号,姓名,身份证号,金额,签收\n${ONE}43,王秀英,,500,\n${ONE}43,王秀英,${TWO},500,\n${THREE}21,李强,无,500,未签 \n,张三,,500,\n`;
    await withText(text, async (lists) => {
      expect(numbers(await payouts(lists, 'person'))).toEqual([ONE, TWO, THREE, null]);
    });
  });
});

describe('columns that say one thing together', () => {
  it('are read in the order in which they were given', async () => {
    const text =
      'rec_id, surname , given_name, street_number, address_1, amount\n1, smith , john , 12 , high street,5\n2,王,秀英,12弄,石泉路,5\n3,,mary,,,5\n';
    const columns = new Map([
      ['given_name', 'name'],
      ['surname', 'name'],
      ['address_1', 'address'],
      ['street_number', 'address'],
    ]);
    await withText(
      text,
      async (lists) => {
        expect(await payouts(lists, 'name, address')).toEqual([
          { name: 'john smith', address: 'high street 12' },
          { name: '秀英王', address: '石泉路12弄' },
          { name: 'mary', address: null },
        ]);
      },
      { columns },
    );
  });

  it('are several telephones, of which the mobile one is somebody’s own', async () => {
    const text =
      '姓名,固定电话,手机号码,家属电话,紧急联系人电话,金额\n王秀英,62345678,13800000001,13800000002,13800000003,5\n李强,,13800000004,,13800000005,5\n';
    await withText(text, async (lists) => {
      expect(await payouts(lists, 'phone, more_phones')).toEqual([
        { phone: 13800000001n, more_phones: '62345678 13800000002 13800000003' },
        { phone: 13800000004n, more_phones: '13800000005' },
      ]);
    });
  });
});
