import { throughBank } from '../../domain/row/through-bank.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { defineRowRule } from './row-rule.ts';

/** Something handed over for which nobody signed. */
export default defineRowRule<{ what: string }>({
  id: 'signature-missing',
  severity: 'warning',
  documentation: {
    zh: {
      title: '没有签收',
      what: '名单有签收一栏，这一行空着或写“未领”。只看当面发放的现金和实物；不知道怎么发的（没有活动文件，或文件没有写），只看没有银行账号的行。',
      why: '当面发放没有银行流水，签收是送到本人手里的唯一凭据（“完善发放和签收手续”）。',
      example: '春节大礼包的签收表上，这一户没有签名。',
      mend: '核实东西是否送到：送到的补签，代领的写明代领人；没有送到的，抓紧送，或从名单删去。',
    },
    en: {
      title: 'Nobody signed for it',
      what: 'The list has a column for signatures, and here it is blank or says 未领. Only cash and goods that are handed over are looked at; where that is not known (no campaign, or it does not say), only rows without a bank account.',
      why: 'What is handed over is on no bank statement: the signature is the only proof that it arrived (“完善发放和签收手续”).',
      example: 'One household has not signed for its parcel (春节大礼包).',
      mend: 'Find out whether it arrived: if so, have it signed for, naming whoever took it for somebody else (代领); if not, deliver it, or take the row off the list.',
    },
  },
  message: {
    zh: ({ what }) => `${what}没有签收`,
    en: ({ what }) => (what === '' ? 'nobody signed' : `nobody signed for ${what}`),
  },
  needs: ['sign'],
  find: ({ campaign, assignments: { measures } }) => {
    const known = measures.flatMap(({ measure: { is } }, index) => {
      const bank = campaign && is ? throughBank(is, campaign) : null;
      return bank === null ? [] : [`when ${index} then ${bank}`];
    });
    const bank = known.length > 0 ? `case p.measure ${known.join(' ')} end` : 'null';
    return [{ where: `not p.signed and not coalesce(${bank}, p.has_account)` }];
  },
  show: ({ measure }) => ({ what: maskText(measure) }),
});
