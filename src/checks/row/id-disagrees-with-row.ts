import { birthOf, maskId, sexOf } from '../../domain/people/id-number.ts';
import { idIs, PERSON } from '../../engine/payout-sql.ts';
import type { PayoutRow } from '../payout-row.ts';
import { defineRowRule } from './row-rule.ts';

type Differing = 'sex' | 'birth';

const ZH: Readonly<Record<Differing, string>> = { sex: '性别', birth: '出生日期' };
const EN: Readonly<Record<Differing, string>> = { sex: 'sex', birth: 'birth date' };

/** A valid ID number that says another sex or birth date than the row. */
export default defineRowRule<{ id: string; differ: readonly Differing[] }>({
  id: 'id-disagrees-with-row',
  severity: 'error',
  documentation: {
    zh: {
      title: '身份证号与性别、出生日期不符',
      what: '身份证号校验码是对的，但它说的性别（第17位，单数为男）或出生日期（第7至14位）与这一行写的不一样。',
      why: '两者必有一错（GB 11643-1999），也可能是张冠李戴：把别人的身份证号写在了这个人名下，钱就发错了人。',
      example: '性别写“女”，身份证号第17位是单数。',
      mend: '对照身份证原件，改正错的那一个；先看是不是错了行。出生日期只有年月的，只比年月。',
    },
    en: {
      title: 'ID number disagrees with sex or birth date',
      what: 'The ID number is valid, but the sex in it (its 17th digit, odd for men) or the birth date (characters 7 to 14) is not what the row says.',
      why: 'One of them must be wrong (GB 11643-1999), perhaps the person: with somebody else’s ID number, somebody else is paid.',
      example: 'The row says 女, the 17th digit is odd.',
      mend: 'Compare with the ID card itself and correct the one that is wrong; look first whether the column slipped by a row (错行). Where only the month of birth is given, only that is compared.',
    },
  },
  message: {
    zh: ({ id, differ }) => `${id} 与名单上的${differ.map((what) => ZH[what]).join('、')}不符`,
    en: ({ id, differ }) => `${id} disagrees with the ${differ.map((what) => EN[what]).join(' and ')} of the row`,
  },
  needs: ['id_number', ['sex', 'birth']],
  find: () => {
    const { born, male } = PERSON;
    const differs = `p.male <> (${male}) or not starts_with(${born}::varchar, replace(p.birth, '-', ''))`;
    return [{ where: `${idIs('valid18', 'valid15')} and (${differs})` }];
  },
  show: (row) => ({ id: maskId(row.id ?? ''), differ: differing(row) }),
});

function differing({ id, male, birth }: PayoutRow): Differing[] {
  const key = id ?? '';
  const sexDiffers = male !== null && male !== (sexOf(key) === 'male');
  const birthDiffers = birth !== null && !birthOf(key)?.startsWith(birth);
  return [...(sexDiffers ? (['sex'] as const) : []), ...(birthDiffers ? (['birth'] as const) : [])];
}
