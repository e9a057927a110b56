import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Measure } from '../../domain/campaign/measure.ts';
import { throughBank } from '../../domain/row/through-bank.ts';
import { isAmong } from '../../engine/among.ts';
import { defineRowRule, type RowSearch } from './row-rule.ts';
import { unlisted } from './unlisted.ts';

/** Cash that is to go through a bank, in a row without an account. */
export default defineRowRule<{ measure: string }>({
  id: 'not-through-bank',
  severity: 'error',
  documentation: {
    zh: {
      title: '应社会化发放而没有银行账号',
      what: '活动文件规定该项目的补助资金通过银行发放，而这一行的银行账号空着。写明走访、当面发放的项目除外。',
      why: '“涉及发放补助资金的项目，必须通过金融机构渠道实行社会化发放（不包含相关领导走访的慰问金）”。没有账号，多半是发了现金，没有银行流水可查。',
      example: '文件写现金一律社会化发放，这一行没有账号。',
      mend: '补上本人的账号；文件允许当面发放的，在活动文件该项目写 delivery: visit 或 hand；个别确实没有账户的，用 exceptions: 记下理由。',
    },
    en: {
      title: 'To be paid through a bank, but without an account',
      what: 'The campaign file has the money of this measure paid through a bank (社会化发放), and the row has no account. Measures said to be handed over are left out.',
      why: 'Grants must be paid through a bank (“必须通过金融机构渠道实行社会化发放”), all but what leaders bring on visits. Without an account it was probably paid in cash, and no bank statement shows it.',
      example: 'The document has all cash paid through banks; this row has no account.',
      mend: 'Fill in the person’s own account; where the document allows handing over, say delivery: visit or hand in that measure; for somebody who really has none, record the reason under exceptions:.',
    },
  },
  message: {
    zh: ({ measure }) => `${measure}应通过银行发放，没有银行账号`,
    en: ({ measure }) => `${measure} is to be paid through a bank, and there is no account`,
  },
  needs: ['account'],
  find: ({ campaign, assignments }) => {
    if (!campaign) return 'no-campaign';
    const banked = bankedMeasures(campaign, assignments);
    if (banked.length === 0) return unlisted(campaign, (measure) => throughBank(measure, campaign) === true);
    return [{ where: `${isAmong('p.measure', banked)} and not p.has_account and p.amount > 0` }];
  },
  passesOver: ({ campaign, assignments: { departments, measures } }) => {
    const byHand = measures.flatMap(({ department, measure: { is } }, index) => {
      // Whatever it may be of, where that is not known.
      const some = is ? [is] : (departments[department]?.is ?? { measures: measuresOf(campaign) }).measures;
      const isByHand = (each: Measure) => campaign !== null && throughBank(each, campaign) === false;
      return some.length > 0 && some.every(isByHand) ? [index] : [];
    });
    const where = `not p.has_account and p.amount > 0 and not ${isAmong('p.measure', byHand)}`;
    return [{ why: 'no-account', where, toldBy: ['not-through-bank', 'account-malformed'] }];
  },
  show: ({ measure }) => ({ measure }),
});

const measuresOf = (campaign: Campaign | null) => campaign?.departments.flatMap(({ measures }) => measures) ?? [];

/** The measures (indexes) whose money the campaign has paid through a bank. */
export function bankedMeasures(campaign: Campaign, { measures }: RowSearch['assignments']): number[] {
  return measures.flatMap(({ measure: { is } }, index) => (is && throughBank(is, campaign) ? [index] : []));
}
