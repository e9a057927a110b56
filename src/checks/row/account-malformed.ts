import { SEVERITIES } from '../../domain/finding.ts';
import type { AccountFault } from '../../domain/people/account-fault.ts';
import { maskAccount } from '../../domain/people/contact.ts';
import { isAmong } from '../../engine/among.ts';
import { accountFaultIs } from '../../engine/payout-sql.ts';
import { bankedMeasures } from './not-through-bank.ts';
import { defineRowRule, type Judged } from './row-rule.ts';

type Fault = Exclude<AccountFault, 'none' | 'damaged'>;

/** Of a list's cards, or of those that begin alike: so many that do not fit, and more than one in so many, are no mistakes. */
const FEWEST_UNUSUAL = 3;
const ONE_IN = 4;

const MESSAGES: Readonly<
  Record<Fault, { readonly zh: (account: string) => string; readonly en: (account: string) => string }>
> = {
  'check-digit': {
    zh: (account) => `卡号 ${account} 校验位不对，可能抄错了一位`,
    en: (account) => `the check digit of card ${account} does not fit: perhaps a digit is wrong`,
  },
  'card-length': {
    zh: (account) => `账号 ${account} 有${account.length}位，62开头的卡是16到19位`,
    en: (account) => `account ${account} has ${account.length} digits; cards that begin with 62 have 16 to 19`,
  },
  length: {
    zh: (account) => `账号 ${account} 有${account.length}位，没有这样长短的账号`,
    en: (account) => `account ${account} has ${account.length} digits, as no account has`,
  },
  letters: {
    zh: (account) => `账号 ${account} 里有字母`,
    en: (account) => `account ${account} has letters in it`,
  },
  'id-number': {
    zh: (account) => `${account} 是身份证号，不是银行账号`,
    en: (account) => `${account} is an ID number, not an account`,
  },
  mobile: {
    zh: (account) => `${account} 是手机号，不是银行账号`,
    en: (account) => `${account} is a mobile number, not an account`,
  },
  'no-number': {
    zh: () => '银行账号一格写了字，没有账号',
    en: () => 'the cell of the account has words in it, and no number',
  },
};

/** An account to which no bank can pay. */
export default defineRowRule<{ fault: Fault; account: string; isUsual: boolean }>({
  id: 'account-malformed',
  severity: 'warning',
  documentation: {
    zh: {
      title: '银行账号写得不对',
      what: `账号里有字母，位数太少或太多，写的是身份证号、手机号或文字；62开头的银联卡不是16到19位，或最后一位校验位不对。打了星号的不看，空着的不看。一份名单（或同一个卡头）的62开头账号里有${FEWEST_UNUSUAL}个以上、超过四分之一不合规矩的，多半是银行自己的账号不带校验位，只作提示。`,
      why: '银行会退票，节前来不及重发；错一位要是碰巧是别人的账号，钱就打给了别人。',
      example: '62284800O0123456，夹了一个字母O；卡号待补。',
      mend: '让本人或居委会看着卡、存折重抄一遍。',
    },
    en: {
      title: 'Account is not right',
      what: `The account has letters in it, too few or too many digits, or is an ID number, a mobile number or words; a UnionPay card (62…) has not 16 to 19 digits, or its last, the check digit, does not fit. What is masked or blank is not looked at. Where ${FEWEST_UNUSUAL} or more of a list’s numbers with 62 (or of those that begin with the same six digits), and over a quarter, do not fit, the bank’s own accounts probably have no check digit, and it is a hint.`,
      why: 'The bank returns the payment, and there is no time to issue it again before the festival; where a mistyped number happens to be an account, somebody else is paid.',
      example: '62284800O0123456, with a letter O in it; 卡号待补.',
      mend: 'Have the person or the committee copy the number once more, from the card or passbook.',
    },
  },
  message: {
    zh: ({ fault, account, isUsual }) =>
      MESSAGES[fault].zh(account) + (isUsual ? '；同一名单或同一银行有不少这样的，也可能是银行自己的账号' : ''),
    en: ({ fault, account, isUsual }) =>
      MESSAGES[fault].en(account) +
      (isUsual ? '; many others of this list or bank are like it, so they may not be card numbers' : ''),
  },
  needs: ['account'],
  find: ({ campaign, assignments }) => {
    const banked = campaign ? bankedMeasures(campaign, assignments) : [];
    // Where a bank is to pay and there is no number, that says another rule.
    const ofOthers = banked.length > 0 ? `not ${isAmong('p.measure', banked)}` : 'true';
    return (Object.keys(MESSAGES) as Fault[]).map((fault) => {
      const is = `p.account_fault = ${accountFaultIs(fault)}`;
      const isCard = fault === 'check-digit' || fault === 'card-length';
      return {
        where: fault === 'no-number' ? `${is} and ${ofOthers}` : is,
        detail: { fault },
        ...(isCard ? { judged: judgedByOthers(fault) } : {}),
      };
    });
  },
  show: ({ account }, { fault, usual }) => ({
    fault: fault as Fault,
    account: maskAccount(account ?? ''),
    isUsual: usual === 1,
  }),
});

/** A hint where so many of the list's cards, or of the same bank's, do not fit either. */
function judgedByOthers(fault: Fault): Judged {
  const is = `p.account_fault = ${accountFaultIs(fault)}`;
  const unusual = (by: string) => `(select ${by} as common from payout p where ${BEGINS_AS_CARD} group by common
    having count(*) filter (${is}) >= ${FEWEST_UNUSUAL} and ${ONE_IN} * count(*) filter (${is}) > count(*))`;
  const isUsual = 'of_list.common is not null or of_bank.common is not null';
  return {
    join: `left join ${unusual('p.list')} of_list on of_list.common = p.list
      left join ${unusual(BANK)} of_bank on of_bank.common = ${BANK}`,
    severity: `case when ${isUsual} then ${SEVERITIES.indexOf('hint')} end`,
    detail: `case when ${isUsual} then '{"fault":"${fault}","usual":1}' else '{"fault":"${fault}"}' end`,
  };
}

/** SQL: 62, and from 6 to 17 digits more. */
const BEGINS_AS_CARD = `(${Array.from({ length: 12 }, (_, more) => 10n ** BigInt(more + 6))
  .map((unit) => `p.account between ${62n * unit} and ${63n * unit - 1n}`)
  .join(' or ')})`;
/** SQL: the first six digits of a card, which say whose it is. */
const BANK = `case ${[13, 12, 11, 10].map((behind) => `when p.account >= ${10n ** BigInt(behind + 5)} then p.account // ${10n ** BigInt(behind)}`).join(' ')} end`;
