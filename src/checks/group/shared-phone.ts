import { maskPhone } from '../../domain/people/contact.ts';
import { ALLOWED, allowSharing, withoutZeros } from './allowed-sharing.ts';
import { defineGroupRule, HOMES, PERSONS } from './group-rule.ts';
import { SUM } from './paid.ts';

/** One telephone number for several households. */
export default defineGroupRule<{ phone: string; persons: number; homes: number }>({
  id: 'shared-phone',
  severity: 'hint',
  documentation: {
    zh: {
      title: '几户共用一个电话',
      what: '三户以上、三人以上写了同一个电话。一户人共用的不算；不知道是哪一户的，一人算一户。手机号前的 86、0 和分机号不计，不足七位的不看。活动文件 sharing.phones 列出的电话不看。',
      why: '多半是村居干部填了自己的电话，那就联系不到本人，没法核实，也可能这些人并不存在。一个电话下姓名超过十个的，也不用来认同一人。',
      example: '安一、白二、程三不在一户，电话都是 139****0001。',
      mend: '补上本人或家属的电话；本人没有电话、确由居委会联系的，写进活动文件 sharing: {phones: [电话]}。',
    },
    en: {
      title: 'One telephone for several households',
      what: 'Three people or more, of three households or more, have the same telephone number. One household sharing one is not found; whoever’s household is not known is one alone. 86 or 0 before a mobile number and an extension after it do not matter, and fewer than seven digits are not looked at. Numbers in sharing.phones of the campaign are left out.',
      why: 'It is probably an official of the committee who gave their own number; then nobody can call the people themselves, nor find out whether they are there at all. A number under more than ten names is not used to tell one person either.',
      example: '安一, 白二 and 程三 are of three households, and all have 139****0001.',
      mend: 'Fill in the number of the person or the family; where they have none and are reached through the committee, list it under sharing: {phones: […]}.',
    },
  },
  message: {
    zh: ({ phone, persons, homes }) => `${homes}户${persons}人共用${phone === '' ? '一个电话' : `电话 ${phone}`}`,
    en: ({ phone, persons, homes }) =>
      `${phone === '' ? 'one telephone' : `telephone ${phone}`} is used by ${persons} people of ${homes} households`,
  },
  needs: ['phone'],
  tables: [allowSharing],
  find: () => [
    {
      from: 'resolved',
      by: ['phone'],
      where: `r.phone is not null and r.phone not in (${ALLOWED.phone})`,
      having: 'min(r.home) <> max(r.home)',
      sure: `least(${HOMES}, ${PERSONS}) >= 3`,
      atStake: SUM,
    },
  ],
  show: ({ rows, persons, homes }) => ({
    phone: maskPhone(withoutZeros(rows[0]?.phone)),
    persons,
    homes,
  }),
});
