import { wanYuan } from '../../domain/money.ts';
import { printReach, printStandard } from '../../text/figures.ts';
import { unmetUnits } from '../../totals/budget/cost.ts';
import { defineRule } from '../rule.ts';

/** A count and a standard of unlike units, of which nothing can be computed. */
export default defineRule<{
  name: string;
  reach: string;
  standard: Readonly<Record<'zh' | 'en', string>>;
  atLeast: string | null;
}>({
  id: 'units-do-not-meet',
  severity: 'hint',
  documentation: {
    zh: {
      title: '数量和标准的单位对不上',
      what: '数量按户、标准按人（或床、次……），相乘没有意义，所以这一项的金额没有核对。每户至少一人，按人的标准乘户数就是下限。',
      why: '没有算的要说明没有算，不然空着的“测算”会被当成已经核对。',
      example: '65户 × 每人500元：至少3.25万元。',
      mend: '文件另写了人数的，写成 65户180人；没有的，保持原样。',
    },
    en: {
      title: 'Count and standard are of unlike units',
      what: 'The count is of households and the standard per person (or per piece, per time …): multiplying them means nothing, and the amount is not checked. Each household has a person at least, so that is a lower bound.',
      why: 'What was not computed is said, or the empty cell would pass for a check.',
      example: '65户 × 每人500元: at least 3.25万元.',
      mend: 'Where the document gives the people too, write 65户180人; otherwise leave it.',
    },
  },
  message: {
    zh: ({ name, reach, standard, atLeast }) =>
      `${name}：${reach}，标准是${standard.zh}，单位不同，没有测算${atLeast === null ? '' : `（至少${atLeast}万元）`}`,
    en: ({ name, reach, standard, atLeast }) =>
      `${name}: ${reach}, and the standard is ${standard.en}: unlike units, nothing computed${atLeast === null ? '' : ` (at least ${atLeast}万元)`}`,
  },
  *find({ departments }) {
    for (const { measure, at, reach } of departments.flatMap(({ measures }) => measures)) {
      const unmet = unmetUnits(reach, measure.standard);
      if (!unmet || !measure.standard) continue;
      const { standard } = measure;
      yield {
        data: {
          name: measure.name,
          reach: printReach(reach),
          standard: { zh: printStandard(standard, 'zh'), en: printStandard(standard, 'en') },
          atLeast: unmet.atLeast === null ? null : wanYuan(unmet.atLeast),
        },
        at: [['departments', at[0], 'measures', at[1], 'standard']],
      };
    }
  },
});
