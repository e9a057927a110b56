import { maskId } from '../../domain/people/id-number.ts';
import { idIs } from '../../engine/payout-sql.ts';
import { defineRowRule } from './row-rule.ts';

/** An 18-character ID number whose check digit is not the one that its other digits give. */
export default defineRowRule<{ id: string }>({
  id: 'id-checksum',
  severity: 'error',
  documentation: {
    zh: {
      title: '身份证号校验码不对',
      what: '18位身份证号的最后一位校验码，与前17位算出来的不一致。',
      why: '校验码（GB 11643-1999）不对，号码一定抄错了至少一位：查不了重，银行也会退票。',
      example: '990000194901010014 的校验码应另是一位，多半是某一位抄错或相邻两位颠倒。',
      mend: '对照身份证原件改正；不要只改最后一位凑对。',
    },
    en: {
      title: 'ID number fails its check digit',
      what: 'The last character of an 18-character ID number is not the check digit that its first 17 digits give.',
      why: 'The check digit (GB 11643-1999) proves that at least one digit was copied wrongly: duplicates stay hidden and the bank returns the payment.',
      example: '990000194901010014: one digit is mistyped, or two neighbours are swapped.',
      mend: 'Correct it from the ID card itself; never just change the last digit until it fits.',
    },
  },
  message: {
    zh: ({ id }) => `${id} 校验码不对`,
    en: ({ id }) => `${id} fails its check digit`,
  },
  needs: ['id_number'],
  find: () => [{ where: idIs('checksum') }],
  show: ({ id }) => ({ id: maskId(id ?? '') }),
});
