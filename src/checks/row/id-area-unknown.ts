import { areaKnown } from '../../domain/people/id-area.ts';
import { maskId } from '../../domain/people/id-number.ts';
import { idIs, PERSON } from '../../engine/payout-sql.ts';
import { defineRowRule } from './row-rule.ts';

/** A valid ID number that begins with no area there can be. */
export default defineRowRule<{ id: string; area: string }>({
  id: 'id-area-unknown',
  severity: 'hint',
  documentation: {
    zh: {
      title: '身份证号的地区码不存在',
      what: '身份证号的前6位不是地区码：没有这个省，或省下不会有这个地级码。港澳台居民居住证（81至83开头）、外国人永久居留证（9开头）都认。',
      why: '校验码对得上而地区码不存在，号码可能是凑出来的。撤并了的县区，老号码仍然有效，所以只看省和地级，只作提示。',
      example: '78开头：没有代码是78的省（GB/T 2260）。',
      mend: '对照身份证原件核实。',
    },
    en: {
      title: 'Area of the ID number does not exist',
      what: 'The first six digits of the ID number are not an area code: there is no such province, or no prefecture of that number can be in it. Residence permits (港澳台居民居住证, 81 to 83) and foreigners’ permanent ones (9…) are known.',
      why: 'A number whose check digit fits and whose area does not exist may be made up. Numbers keep the code of counties long since merged, so only province and prefecture are looked at, and it is only a hint.',
      example: 'It begins with 78: no province has that code (GB/T 2260).',
      mend: 'Compare it with the ID card itself (身份证原件).',
    },
  },
  message: {
    zh: ({ id, area }) => `${id} 的地区码 ${area} 不存在`,
    en: ({ id, area }) => `${id}: there is no area ${area}`,
  },
  needs: ['id_number'],
  find: async ({ judge }) => {
    const judged = await judge({ area: PERSON.area }, idIs('valid18', 'valid15'), ({ area }) =>
      areaKnown(String(area)) ? null : {},
    );
    return [{ where: 'true', judged }];
  },
  show: ({ id }) => ({ id: maskId(id ?? ''), area: (id ?? '').slice(0, 6) }),
});
