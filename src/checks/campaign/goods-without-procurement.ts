import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Measure } from '../../domain/campaign/measure.ts';
import { counted } from '../../totals/budget/measure-budget.ts';
import { defineRule } from '../rule.ts';

/** Goods that are to be bought by government procurement, without a reference to it. */
export default defineRule<{ measure: string; name: string; department: string }>({
  id: 'goods-without-procurement',
  severity: 'hint',
  documentation: {
    zh: {
      title: '实物没有政府采购的依据',
      what: '文件规定实物须经政府采购（delivery 规则，或项目写明 delivery: procurement），而这个发实物的项目没有写采购的文号或合同号。',
      why: '“采取发放实物的慰问项目，必须按照财政部门规定的政府采购方式进行采购后，予以发放”。有文号，审计时才对得上。',
      example: '养老机构入住老人节日慰问品，价值150元左右，没有采购文号。',
      mend: '采购完成后，把文号或合同号写进该项目的 procurement:；还没有采购的，发放前办理。',
    },
    en: {
      title: 'Goods without a procurement reference',
      what: 'The document has goods bought by government procurement (a delivery rule, or the measure’s own delivery: procurement), and this measure of goods names no procurement or contract number.',
      why: 'Goods must be procured as the finance department prescribes before they are handed out (“按照财政部门规定的政府采购方式进行采购后，予以发放”). The number lets an audit follow them.',
      example:
        'Festival gifts for residents of care homes (节日慰问品), about 150 yuan each, without a procurement number.',
      mend: 'Once procured, write the number into procurement: of the measure (采购文号或合同号); if not yet procured, do so before handing out.',
    },
  },
  message: {
    zh: ({ department, name }) => `${department} ${name}`,
    en: ({ department, name }) => `${department}: ${name}`,
  },
  *find({ campaign, departments }) {
    for (const { department, measures } of departments) {
      for (const { measure, at } of counted(measures)) {
        if (measure.procurement !== undefined || !isToBeProcured(measure, campaign)) continue;
        yield {
          data: { measure: measure.id, name: measure.name, department: department.name },
          at: [['departments', at[0], 'measures', at[1]]],
        };
      }
    }
  },
});

/** Goods bought by procurement may still be brought on a visit: only an exception in the rule frees them from it. */
function isToBeProcured({ form, delivery }: Measure, campaign: Campaign): boolean {
  if (!form.includes('goods')) return false;
  if (delivery === 'procurement') return true;
  return campaign.delivery.some(
    (rule) =>
      rule.form === 'goods' &&
      rule.through === 'procurement' &&
      !(delivery !== undefined && rule.except?.includes(delivery)),
  );
}
