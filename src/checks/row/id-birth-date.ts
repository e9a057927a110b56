import { maskId } from '../../domain/people/id-number.ts';
import { idIs, PERSON } from '../../engine/payout-sql.ts';
import { defineRowRule } from './row-rule.ts';

/** An ID number whose birth date is no day, or one on which its bearer was not yet born when paid. */
export default defineRowRule<{ id: string; birth: 'no-day' | 'after-payout' | 'future' }>({
  id: 'id-birth-date',
  severity: 'error',
  documentation: {
    zh: {
      title: '身份证号里的出生日期不对',
      what: '身份证号第7至14位的出生日期不存在（2月30日、13月），或者晚于发放日期；没有发放日期的，晚于今天。',
      why: '第7至14位是出生日期（GB 11643-1999）。日期不存在，号码一定抄错或编造；没出生的人领不了钱。',
      example: '第7至14位是19490230：2月没有30日。',
      mend: '对照身份证原件改正；发放日期写错的改发放日期。',
    },
    en: {
      title: 'Birth date in the ID number is wrong',
      what: 'Characters 7 to 14 of the ID number are not a date (30 February, a 13th month), or one after the payout; where the day of the payout is not said, after today.',
      why: 'They are the birth date (GB 11643-1999). One that does not exist was copied wrongly or made up, and nobody is paid before being born.',
      example: 'Characters 7 to 14 are 19490230: February has no 30th.',
      mend: 'Correct it from the ID card itself; if the day of the payout (发放日期) is the wrong one, correct that.',
    },
  },
  message: {
    zh: ({ id, birth }) =>
      ({
        'no-day': `${id} 里的出生日期不存在`,
        'after-payout': `${id} 里的出生日期晚于发放日期`,
        future: `${id} 里的出生日期还没有到`,
      })[birth],
    en: ({ id, birth }) =>
      ({
        'no-day': `the birth date in ${id} does not exist`,
        'after-payout': `the birth date in ${id} is later than the payout`,
        future: `the birth date in ${id} is still to come`,
      })[birth],
  },
  needs: ['id_number'],
  find: ({ today }) => {
    // A list may only say the month: whoever was born in it may have been paid in it.
    const monthOf = (day: string) => `(year(${day}) * 100 + month(${day})) * 100`;
    const now = today.replaceAll('-', '');
    const paid = `coalesce(${monthOf('p.paid_on')} + 31, ${now})`;
    const first = `(select least(coalesce(${monthOf('min(paid_on)')}, ${now}), ${now}) from payout)`; // spares most rows the year
    const unborn = `${idIs('valid18', 'valid15')} and ${PERSON.born} > ${first} and ${PERSON.born} > ${paid}`;
    return [{ where: `${idIs('birth-date')} or (${unborn})` }];
  },
  show: ({ id, idClass, paidOn }) => ({
    id: maskId(id ?? ''),
    birth: idClass === 'birth-date' ? 'no-day' : paidOn === null ? 'future' : 'after-payout',
  }),
});
