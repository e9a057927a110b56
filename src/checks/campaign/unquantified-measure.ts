import { counted } from '../../totals/budget/measure-budget.ts';
import { defineRule } from '../rule.ts';

/** A measure about which the document gives no figure at all. */
export default defineRule<{ measure: string; name: string; department: string }>({
  id: 'unquantified-measure',
  severity: 'hint',
  documentation: {
    zh: {
      title: '项目没有数字',
      what: '文件写了这个帮困项目，但没有写数量、标准，也没有写金额。',
      why: '没有数字不等于零：所在部门和全部活动的合计因此都是“至少”（≥）。',
      example: '教育部门：对困难教职工及学生开展帮困送温暖，未写人数和金额。',
      mend: '向部门要数，填入 reach、standard 或 amount；文件没有的不要编。',
    },
    en: {
      title: 'Measure without figures',
      what: 'The document names this measure but gives no count, no standard and no amount.',
      why: 'No figure is not zero: the totals of its department and of the campaign are lower bounds (≥).',
      example: 'Education department: relief for teachers and pupils in need, no number of people, no amount.',
      mend: 'Ask the department, then fill in reach, standard or amount; never make a figure up.',
    },
  },
  message: {
    zh: ({ department, name }) => `${department} ${name}`,
    en: ({ department, name }) => `${department}: ${name}`,
  },
  *find({ departments }) {
    for (const { department, measures } of departments) {
      for (const { measure, at, reach, stated } of counted(measures)) {
        const isInLots = measure.goods.some(({ quantity, value }) => quantity || value);
        if (stated || reach.length > 0 || measure.standard || isInLots) continue;
        yield {
          data: { measure: measure.id, name: measure.name, department: department.name },
          at: [['departments', at[0], 'measures', at[1]]],
        };
      }
    }
  },
});
