import { maskId } from '../../domain/people/id-number.ts';
import { idIs } from '../../engine/payout-sql.ts';
import { defineRowRule } from './row-rule.ts';

/** An ID number of 15 digits, as they were until 1999. */
export default defineRowRule<{ id: string }>({
  id: 'id-legacy-15',
  severity: 'hint',
  documentation: {
    zh: {
      title: '15位旧身份证号',
      what: '身份证号是15位的旧号（1999年以前的编法），没有校验码。',
      why: '第一代身份证自2013年1月1日起停止使用，银行不认旧号；名单多半是从多年前的底册抄来的，人是否还在也要核实。旧号没有校验码，抄错了查不出。',
      example: '990000490101001，现应为18位。',
      mend: '换成现在的18位号码。查重不受影响：relief 按18位（年份补19，再加校验码）比对。',
    },
    en: {
      title: 'Old ID number of 15 digits',
      what: 'The ID number has 15 digits, as before 1999, and no check digit.',
      why: 'Cards of the first generation (第一代身份证) ended on 1 January 2013 and banks refuse their numbers; the list was probably copied from an old register, so see whether the person is still there. A copying error can’t be noticed.',
      example: '990000490101001, of 18 characters today.',
      mend: 'Write today’s number of 18 characters (18位). Duplicates are found all the same: it is compared with 19 put before the year and the check digit added.',
    },
  },
  message: {
    zh: ({ id }) => `${id} 是15位旧号`,
    en: ({ id }) => `${id} is an old number of 15 digits`,
  },
  needs: ['id_number'],
  find: () => [{ where: idIs('valid15') }],
  show: ({ id }) => ({ id: maskId(asWritten(id ?? '')) }),
});

/** Payouts hold today's number; people will look for the one on the list. */
function asWritten(id18: string): string {
  return id18.slice(0, 6) + id18.slice(8, 17);
}
