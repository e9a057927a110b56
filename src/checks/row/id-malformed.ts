import { maskId } from '../../domain/people/id-number.ts';
import { idIs } from '../../engine/payout-sql.ts';
import { defineRowRule } from './row-rule.ts';

type Fault = 'hidden' | 'length' | 'characters' | 'birth-date';

/** A cell that is no ID number, nor any other document that is known; or one whose digits are hidden. */
export default defineRowRule<{ id: string; length: number; fault: Fault }>({
  id: 'id-malformed',
  severity: 'error',
  documentation: {
    zh: {
      title: '身份证号不成形',
      what: '这一格不是身份证号（18位，或15位旧号），也不是护照、通行证、军官证一类证件号。用星号遮住几位的另作警告。',
      why: '号码不成形就认不出是谁：查不了重，银行也发不出去。遮住的号码同样校验不了，名单里要用完整的。',
      example: '只有17位；数字0写成字母O；两个人的号码写在一格；310107********1234。',
      mend: '对照身份证原件改正；遮住的，请部门提供完整号码（名单只在内部流转，公示时再遮）。',
    },
    en: {
      title: 'Not an ID number',
      what: 'The cell is no ID number (18 characters, or 15 digits of old) and no passport, permit or officer’s certificate. One with stars in place of digits is a warning.',
      why: 'Whose it is can’t be told: duplicates stay hidden and the bank can’t pay. Hidden digits can be neither checked nor paid either.',
      example: 'Only 17 digits; the letter O for a zero; two people’s numbers in one cell; 310107********1234.',
      mend: 'Correct it from the ID card itself; where it is masked, ask the department for the whole number (mask it when the list is published, not before).',
    },
  },
  message: {
    zh: ({ id, length, fault }) =>
      ({
        hidden: `${id} 有几位被遮住：查不了重，也发不了款`,
        length: `${id} 不是身份证号：${length}位，应为18位`,
        characters: `${id} 不是身份证号：${length}位里有不该有的字符`,
        'birth-date': `${id} 不是15位旧身份证号：里面的出生日期不存在`,
      })[fault],
    en: ({ id, length, fault }) =>
      ({
        hidden: `${id} has hidden digits: it can be neither checked nor paid`,
        length: `${id} is no ID number: ${length} characters where 18 are due`,
        characters: `${id} is no ID number: among its ${length} characters are some that no ID number has`,
        'birth-date': `${id} is not a valid old ID number of 15 digits: the birth date in it does not exist`,
      })[fault],
  },
  needs: ['id_number'],
  find: () => [{ where: idIs('malformed') }, { where: idIs('masked'), severity: 'warning' }],
  show: ({ id, idClass }) => {
    const text = id ?? '';
    return {
      id: maskId(text.slice(0, LONGEST_SHOWN)),
      length: text.length,
      fault: idClass === 'masked' ? 'hidden' : faultOf(text),
    };
  },
});

/** Of a whole sentence in the cell, so much is shown, and masked. */
const LONGEST_SHOWN = 24;

function faultOf(text: string): Fault {
  if (/^\d{15}$/.test(text)) return 'birth-date';
  return text.length === 15 || text.length === 18 ? 'characters' : 'length';
}
