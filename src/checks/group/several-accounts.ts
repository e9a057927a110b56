import { maskAccount } from '../../domain/people/contact.ts';
import { ALLOWED, allowSharing, withoutZeros } from './allowed-sharing.ts';
import { defineGroupRule } from './group-rule.ts';
import { SUM } from './paid.ts';

/** The money of one person goes to several accounts. */
export default defineGroupRule<{ accounts: readonly string[] }>({
  id: 'several-accounts',
  severity: 'hint',
  documentation: {
    zh: {
      title: '同一人有几个银行账号',
      what: '同一人在几行里写了不同的账号。账号前面的零和中间的空格不计；打了星号的、被表格软件改坏的账号不看。活动文件 sharing.accounts 列出的账号不看。',
      why: '惠民补贴“一卡通”要求一人一卡。几个账号里可能有一个是抄错的、已经注销的，或者是别人的。所列金额是这个人的合计。',
      example: '安一在民政局的名单上是 6228********0001，在残联的名单上是 6228********0002。',
      mend: '与本人核对用哪个账号，各部门的名单改成同一个。',
    },
    en: {
      title: 'One person, several accounts',
      what: 'Rows of one person have different accounts. Zeros before the number and spaces in it do not matter; what is masked, or was damaged by a spreadsheet, is not looked at. Accounts in sharing.accounts of the campaign are left out.',
      why: 'Benefits are to be paid to one card a person (一卡通). One of several accounts may be mistyped, closed, or somebody else’s. The amount is all that the person is paid.',
      example: '安一 has 6228********0001 on one department’s list and 6228********0002 on another’s.',
      mend: 'Ask the person which account to use, and put the same one on all lists.',
    },
  },
  message: {
    zh: ({ accounts }) => `同一人写了几个账号${accounts.length === 0 ? '' : `：${accounts.join('、')}`}`,
    en: ({ accounts }) => `one person has several accounts${accounts.length === 0 ? '' : `: ${accounts.join(', ')}`}`,
  },
  needs: ['account'],
  find: async (search) => {
    await allowSharing(search);
    return [
      {
        from: 'repeated',
        by: ['identity'],
        where: `r.account is not null and r.account not in (${ALLOWED.account})`,
        having: 'min(r.account) <> max(r.account)',
        taken: { as: 'person' },
        atStake: SUM,
      },
    ];
  },
  show: ({ rows }) => ({ accounts: distinctAccounts(rows.flatMap(({ account }) => withoutZeros(account) || [])) }),
});

/** Masked, each once, in an order that is not the rows'. */
function distinctAccounts(accounts: readonly string[]): string[] {
  return [...new Set(accounts)].sort().map(maskAccount);
}
