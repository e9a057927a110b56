import { maskAccount } from '../../domain/people/contact.ts';
import { ALLOWED, allowSharing, withoutZeros } from './allowed-sharing.ts';
import { defineGroupRule } from './group-rule.ts';
import { SUM } from './paid.ts';
import { severityIs } from './store-groups.ts';

/** One bank account for several people. */
export default defineGroupRule<{ account: string; persons: number; homes: number }>({
  id: 'shared-account',
  severity: 'warning',
  documentation: {
    zh: {
      title: '几个人共用一个银行账号',
      what: '不止一个人的钱打到同一个账号。三人以上又不在一户的是警告，其余是提示；不知道是哪一户的，一人算一户。账号前面的零和中间的空格不计；被表格软件改成 6.22E+18 的、各位都相同的账号不看。活动文件 sharing.accounts 列出的账号，或列出户名的账号，不看。',
      why: '“必须通过金融机构渠道实行社会化发放”，是要钱直接到本人账户。几户人一个账号，可能是监护人、福利院代收，也可能钱没有到本人手里。所列金额是打到这个账号的合计。',
      example: '三户的安一、白二、程三，账号都是 6228********0001。',
      mend: '核实账户是谁的、凭什么代收；写错的改成本人账号；福利院、监护人写进活动文件 sharing: {accounts: [账号或户名]}。',
    },
    en: {
      title: 'One bank account for several people',
      what: 'The money of more than one person goes to one account. Three people or more of different households give a warning, anything else a hint; whoever’s household is not known is one alone. Zeros before the number and spaces in it do not matter; accounts that a spreadsheet made 6.22E+18, or of one repeated digit, are not looked at. Accounts in sharing.accounts of the campaign, or whose holder is named there, are left out.',
      why: 'Paying through a bank is to bring the money to the very person (“必须通过金融机构渠道实行社会化发放”). An account for several families may be a guardian’s or an institution’s, or the money may not have arrived. The amount is all that goes to the account.',
      example: '安一, 白二 and 程三 of three households all have the account 6228********0001.',
      mend: 'Find out whose account it is and why it receives for others; put in the person’s own where it was mistyped; list institutions and guardians under sharing: {accounts: […]}, by number or holder.',
    },
  },
  message: {
    zh: ({ account, persons, homes }) =>
      `${homes === 1 ? '一户' : `${homes}户`}${persons}人共用${account === '' ? '一个账号' : `账号 ${account}`}`,
    en: ({ account, persons, homes }) =>
      `${account === '' ? 'one account' : `account ${account}`} is used by ${persons} people of ${homes === 1 ? 'one household' : `${homes} households`}`,
  },
  needs: ['account'],
  tables: [allowSharing],
  find: () => [
    {
      from: 'resolved',
      by: ['account'],
      where: `r.account is not null and r.account not in (${ALLOWED.account})`,
      having: 'min(r.identity) <> max(r.identity)',
      keeps: { one: 'min(r.identity)', another: 'max(r.identity)' },
      severity: {
        sql: `case when bool_or(r.identity <> c.one and r.identity <> c.another) and min(r.home) <> max(r.home) then null
          else ${severityIs('hint')} end`,
      },
      atStake: SUM,
    },
  ],
  show: ({ rows, persons, homes }) => ({
    account: maskAccount(withoutZeros(rows[0]?.account)),
    persons,
    homes,
  }),
});
