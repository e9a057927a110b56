import { grouped, yuan } from '../../domain/money.ts';
import { hasSteps, isStepOpen, judgeAmount, judgesAmounts } from '../../domain/row/payout-standard.ts';
import type { SaidTiers } from '../../domain/row/said-tiers.ts';
import { isAmong } from '../../engine/among.ts';
import { printStandard } from '../../text/figures.ts';
import { IS_SPLIT_PAYMENT } from '../group/split-payments.ts';
import { judgeStandards, standardsOf } from './judged-standards.ts';
import { defineRowRule, type PassedOver } from './row-rule.ts';
import { unlisted } from './unlisted.ts';

/** An amount that the measure's standard does not allow. */
export default defineRowRule<{
  amount: string;
  measure: string;
  standard: { zh: string; en: string };
  said?: string;
  isTorn?: boolean;
}>({
  id: 'amount-off-standard',
  severity: 'error',
  documentation: {
    zh: {
      title: '金额不合标准',
      what: '这一行的金额不是该项目的标准，或超出了标准的区间、上限；分档的标准按户内人数、年龄看应得哪一档；类别栏（类别、困难类型、残疾等级……）和备注里写明的户型或类别（二人户、重度、残疾家庭）也算，带“非、原、申请、退出”一类字样的不算；各处说法互相矛盾的，不替谁作主，作警告请人核实。差上千倍的归 amount-outlier。',
      why: '标准由文件规定：多发少发都要说得清。“约”的标准只作提示；“一般”和平均数管不到单独一行，不判。按月发的，按发了几个月看；几方叠加、现金加实物的，单发一份和合起来发都算对。',
      example: '标准 550元/人，名单上是 650 元。',
      mend: '核对该给多少；标准变了就改活动文件，确有依据的写进 exceptions: 并说明理由。',
    },
    en: {
      title: 'Amount is not the standard',
      what: 'The amount of this row is not the standard of its measure, or outside its range or ceiling; for a standard in tiers, the household size and age decide which applies, and so does a column of categories (类别, 困难类型, 残疾等级 …) or a remark that says the household or the category (二人户, 重度, 残疾家庭), unless it says 非, 原, 申请, 退出 or the like. Where one place contradicts another, nothing is taken for true: it is a warning. What is off by a thousand times is left to amount-outlier.',
      why: 'The document sets the standard: too much and too little must both be accounted for. An approximate standard gives only a hint; a usual one and an average judge no single row. What recurs is judged by how often it may be paid; of joint funders, or cash and goods, one part or all together are right.',
      example: 'The standard is 550元/人, the list says 650.',
      mend: 'Check what is due; if the standard has changed, correct the campaign, and record what is justified under exceptions: with the reason.',
    },
  },
  message: {
    zh: ({ amount, measure, standard, said, isTorn }) =>
      `${amount} 元，${measure}的标准是 ${standard.zh}${said ? `，名单上写的是${said}` : ''}${isTorn ? '，互相矛盾，应得哪一档要核实' : ''}`,
    en: ({ amount, measure, standard, said, isTorn }) =>
      `${amount} yuan, the standard of ${measure} is ${standard.en}${said ? `, and the row says ${said}` : ''}${isTorn ? ', which contradict each other: verify which step is due' : ''}`,
  },
  needs: ['amount'],
  find: async (search) => {
    const { campaign, assignments, outliers, splits, isRun } = search;
    if (!campaign) return 'no-campaign';
    const standards = standardsOf(assignments);
    if (standards.size === 0) return unlisted(campaign, ({ standard }) => standard !== undefined);
    const judged = await judgeStandards(search, standards, ({ standard, facts }) => {
      const { said, householdSize } = facts;
      const isTorn = said?.isTorn ?? false;
      const verdict = judgeAmount(standard, { ...facts, householdSize: isTorn ? null : householdSize });
      if (!verdict || (verdict === 'fits' && !isTorn)) return null;
      const detail = {
        zh: printStandard(standard, 'zh'),
        en: printStandard(standard, 'en'),
        ...(said && { said: saidOf(said, householdSize) }),
        ...(isTorn && { torn: 1 }),
      };
      if (verdict === 'fits') return { severity: 'warning', detail };
      return verdict === 'soft-off' ? { severity: 'hint', detail } : { detail };
    });
    // What is off by a thousand times is told as that.
    const isOwn = isRun('amount-outlier') && (await outliers()).sums.length > 0;
    const where = [
      ...(isOwn ? ['not exists (select 1 from outlier o where o.list = p.list and o.row = p.row)'] : []),
      // Parts of one payment are what the standard allows together.
      ...((await splits())
        ? [
            `not exists (select 1 from repeated r where r.list = p.list and r.row = p.row
        and ${IS_SPLIT_PAYMENT})`,
          ]
        : []),
    ];
    return [{ where: where.join(' and ') || 'true', judged }];
  },
  passesOver: async (search) => {
    const { measures } = search.assignments;
    const open = measures.flatMap(({ measure: { is } }, index) =>
      is && !(is.standard && judgesAmounts(is.standard)) ? [index] : [],
    );
    const stepped = new Map([...standardsOf(search.assignments)].filter(([, standard]) => hasSteps(standard)));
    const steps: PassedOver[] = [];
    if (stepped.size > 0) {
      const { join } = await judgeStandards(search, stepped, ({ standard, facts }) =>
        isStepOpen(standard, facts) && judgeAmount(standard, facts) === 'fits' && !facts.said?.isTorn ? {} : null,
      );
      steps.push({ why: 'no-step', where: 'true', join });
    }
    return [
      ...(open.length > 0
        ? [{ why: 'no-standard' as const, where: `p.amount > 0 and ${isAmong('p.measure', open)}` }]
        : []),
      ...steps,
    ];
  },
  show: ({ amount, measure }, { zh, en, said, torn }) => ({
    amount: grouped(yuan(amount ?? 0n)),
    measure,
    standard: { zh: String(zh), en: String(en) },
    ...(said && { said: String(said) }),
    ...(torn && { isTorn: true }),
  }),
});

/** What a row says in all its places; the size of its household with it, where that contradicts another place. */
const saidOf = ({ words, isTorn }: SaidTiers, size: number | null): string =>
  [...new Set([...(isTorn && size !== null ? [`${size}人户`] : []), ...words])].join('、');
