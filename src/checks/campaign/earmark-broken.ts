import { containment } from '../../domain/campaign/category.ts';
import { earmarkNames, fundPlans, partOf } from '../../totals/budget/funds.ts';
import { defineRule } from '../rule.ts';

/** An earmarked fund that pays for something it is not earmarked for. */
export default defineRule<{
  fund: string;
  name: string;
  measure: string;
  measureName: string;
  earmark: readonly string[];
}>({
  id: 'earmark-broken',
  severity: 'error',
  documentation: {
    zh: {
      title: '专款未专用',
      what: '资金写明专款专用（earmark），却列为范围以外项目的资金来源。',
      why: '募集的善款、专项资金只能用于公布的用途（“存入街道帮困专户，专款专用”）。',
      example: '帮困专户只用于困难家庭，却列支机关慰问。',
      mend: '改用别的资金，或把项目编号、对象类别补进 earmark（须有文件依据）。',
    },
    en: {
      title: 'Earmark broken',
      what: 'A fund is earmarked, but a measure outside the earmark names it as a source.',
      why: 'Donations and special funds may be spent only on what was announced (存入街道帮困专户，专款专用).',
      example: 'The relief account is for families in need, but a staff visit is charged to it.',
      mend: 'Use another fund, or add the measure’s id or category to earmark if a document allows it.',
    },
  },
  message: {
    zh: ({ name, measureName, earmark }) => `${name}专用于${earmark.join('、')}，却列支“${measureName}”`,
    en: ({ name, measureName, earmark }) =>
      `${name} is earmarked for ${earmark.join(', ')} but pays for “${measureName}”`,
  },
  *find(budget) {
    const containing = containment(budget.campaign.categories);
    for (const { fund, measures } of fundPlans(budget)) {
      const { earmark } = fund;
      if (!earmark || earmark === true) continue;
      for (const paid of measures) {
        const { measure, at } = paid;
        const within = measure.to.some((term) => containing(term).some((outer) => earmark.includes(outer)));
        if (earmark.includes(measure.id) || within) continue;
        yield {
          data: {
            fund: fund.id,
            name: fund.name,
            measure: measure.id,
            measureName: measure.name,
            earmark: earmarkNames(fund, budget.campaign),
          },
          at: [['departments', at[0], 'measures', at[1], 'funds']],
          amount: partOf(paid, fund.id),
        };
      }
    }
  },
});
