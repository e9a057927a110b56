import { definePlanRule } from './plan-rule.ts';

/** A measure of the plan that no list pays. */
export default definePlanRule<{ measure: string; department: string }>({
  id: 'planned-not-listed',
  severity: 'warning',
  documentation: {
    zh: {
      title: '计划有，名单没有',
      what: '活动文件里发现金或实物的项目，没有一份名单有它的记录。服务项目、历史数字（counts: false）不看。',
      why: '名单没有交，或名单上的项目名称与文件不同，没有对上。所列金额是计划的数。',
      example: '计划慰问困难教师200人，教育局没有交名单。',
      mend: '催部门交名单；名称不同的，改名单或活动文件里的项目名称。',
    },
    en: {
      title: 'Planned, and on no list',
      what: 'A measure of cash or goods in the campaign file of which no list has a row. Services and figures of former years (counts: false) are not meant.',
      why: 'The list is missing, or calls the measure by another name. The amount is what is planned.',
      example: '200 teachers are to be visited, and 教育局 has sent no list.',
      mend: 'Ask the department for its list; where the names differ, correct the list or the campaign file.',
    },
  },
  message: {
    zh: ({ measure, department }) => `${department}“${measure}”没有名单`,
    en: ({ measure, department }) => `no list has “${measure}” of ${department}`,
  },
  *find({ department, plan, listed }) {
    if (!plan) return;
    const { measure, adopted } = plan;
    const gives = measure.form.length === 0 || measure.form.some((form) => form !== 'service');
    if (gives && listed.count === 0) yield { data: { measure: measure.name, department }, amount: adopted };
  },
});
