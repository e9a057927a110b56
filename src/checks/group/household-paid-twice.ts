import { isPerHousehold } from '../../domain/campaign/standard.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { isAmong } from '../../engine/among.ts';
import { namesMembers } from '../../engine/listed-members.ts';
import { everyList } from '../../engine/lists.ts';
import { defineGroupRule } from './group-rule.ts';
import { OF_HOUSEHOLD } from './identifying.ts';
import { PAID_OFTEN, PAYS, TOO_MUCH } from './paid.ts';
import { byMeasure } from './same-measure.ts';

/** SQL: the head of a household that a list gives the members of. */
const HEAD = '(select h.head from home_head h where h.household = r.household)';
const ofHead = (head: string | undefined) => (head === undefined ? '' : ` (that of ${head})`);

/** Several people of one household paid for the same measure. */
export default defineGroupRule<{ persons: number; measure: string; perHousehold: boolean; names?: string[] }>({
  id: 'household-paid-twice',
  severity: 'error',
  documentation: {
    zh: {
      title: '同一户几个人领了同一项目',
      what: '同一户的两个以上的人领了同一项目。标准是按户的，为错误；标准按人的、没有标准的，只作提示。同一户是指户号相同，没有户号的看户主身份证号；名单把家庭成员列在户主旁边或下面的，他们和户主是一户（成员有有效的身份证号、姓名相近的为确定；只有姓名和居委会、住址、电话，或号码的一部分对得上的，是很可能）；加 --household-by-address 的，还看街镇和门牌。四位以下的数字户号只在本名单里有效，两份名单的3号不是一户。名单上没有户的，用同一人在别的名单上的户。只是很可能是一户的，低一级，要核实，不移出行。冲回抵掉一次；同一人领几次的，归 paid-twice。',
      why: '“按户发放补助资金，1人户补助标准为300元，2人及以上户补助标准为400元”：一户一份，家里几口人已经算在标准里。所列金额是合计减去最大的一笔。',
      example: '户号 DB99001 的安一和白二各领一份低保家庭补助400元。',
      mend: '一户留一行，多发的追回；户号写错、两家共用一个户号的改正；其实按人发的，把活动文件里的标准写成“元/人”。',
    },
    en: {
      title: 'Several people of one household paid for one measure',
      what: 'Two or more people of one household are paid for the same measure. It is an error where the standard is per household, a hint where it is per person or not known. A household is known by its number, else by its head’s ID number; where a list names members beside or below a head, they and the head are one (certain by a member’s valid ID number and a near name; very probable by the name and the committee, address or telephone, or by part of the number); with --household-by-address also by subdistrict and house number. A number of four digits or fewer only counts within its list: 户号 3 of two lists are two households. Where a list says nothing, the household that the person has on another list counts. What is only very probably one household is one severity lower, to be verified, and takes no row out. A payment that was taken back cancels one; one person paid twice is left to paid-twice.',
      why: 'Money per household is paid once, and how many live there is in the standard already (“按户发放补助资金，1人户补助标准为300元，2人及以上户补助标准为400元”). The amount is the sum but for the largest payment.',
      example: '安一 and 白二 of household DB99001 each get 400 yuan (低保家庭补助).',
      mend: 'Keep one row of the household and recover the rest; correct a wrong number, or one that two families share; where the money is per person after all, write the standard in 元/人.',
    },
  },
  message: {
    zh: ({ persons, measure, perHousehold, names: [head] = [] }) =>
      `${head === undefined ? '同一户' : `户主${head}一户`}${persons > 1 ? `${persons}人都领了` : '不止一次领了'}“${measure}”${perHousehold ? '，而标准是按户的' : ''}`,
    en: ({ persons, measure, perHousehold, names: [head] = [] }) =>
      `${persons > 1 ? `${persons} people of one household${ofHead(head)} get` : `one household${ofHead(head)} gets more than once`} “${measure}”${perHousehold ? ', whose standard is per household' : ''}`,
  },
  needs: [OF_HOUSEHOLD, 'measure'],
  find: ({ lists }) => {
    const { assignments } = lists;
    const { measures } = assignments;
    const indexes = (is: (each: (typeof measures)[number]) => boolean) =>
      measures.flatMap((each, index) => (is(each) ? [index] : []));
    const isOf = (some: readonly number[]) => isAmong('r.measure', some);
    const unnamed = indexes(({ measure }) => measure.name === '');
    const perHousehold = indexes(({ measure: { is } }) => is?.standard !== undefined && isPerHousehold(is.standard));
    const twice = {
      from: 'resolved',
      by: ['household', 'measure'],
      having: 'count(*) > 1',
      // Whoever is only confirmed to be one may be two, and is of one household all the same.
      sure: `min(r.certain) <> max(r.certain) and ${PAID_OFTEN}`,
      taken: { as: 'household' },
      atStake: TOO_MUCH,
      // Who finds two people under one roof asks which list says so.
      ...(everyList(lists).some(({ source }) => namesMembers(source.head)) ? { says: HEAD } : {}),
    } as const;
    const where = `r.household is not null and ${PAYS} and not ${isOf(unnamed)}`;
    const isPer = isOf(perHousehold);
    return [
      ...(perHousehold.length > 0
        ? byMeasure(assignments, { ...twice, where: `${where} and ${isPer}`, detail: { perHousehold: 1 } })
        : []),
      ...byMeasure(assignments, { ...twice, where: `${where} and not ${isPer}`, severity: 'hint', atStake: 'null' }),
    ];
  },
  show: ({ persons, rows, detail, says }) => ({
    persons,
    ...(says === null ? {} : { names: [maskText(says)] }),
    measure: maskText(rows[0]?.measure ?? ''),
    perHousehold: detail.perHousehold === 1,
  }),
});
