import { SEVERITIES } from '../../domain/finding.ts';
import { contactKey, readAccount } from '../../domain/people/contact.ts';
import { readName } from '../../domain/people/person-name.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { defineRowRule, type RowSearch } from './row-rule.ts';

/** Money that goes to an account of somebody else than the payee. */
export default defineRowRule<{ holder: string; ofHousehold: boolean; isGuardian?: boolean; relation?: string }>({
  id: 'holder-not-payee',
  severity: 'warning',
  documentation: {
    zh: {
      title: '户名不是领款人',
      what: '名单有户名一栏，这一行的户名和姓名是两个名字。户名空着的不看；空格、全角、间隔号、括号里的备注不算不同。户名是这一行写的监护人、配偶、户主，或名单上同一户的另一人（同户号，或户主、同一户主的家人）的，或者这一行写明了收款人与本人的亲属、监护关系（父子、祖孙、监护人）的，只作提示；“本人”“邻居”或空着，不算写明。活动文件 sharing.accounts 列出的账号或户名不看。',
      why: '社会化发放是为了把钱直接打到本人手里。打到别人账户，银行也会因户名不符退票；真发成了，要说得清为什么由他代收。',
      example: '姓名安一，户名白二，两人不在一户。',
      mend: '核对账号和户名，改成本人的；由监护人、福利院代收的，在 sharing: {accounts: [账号或户名]} 里列出；个别的用 exceptions: 记下理由。',
    },
    en: {
      title: 'Account holder is not the payee',
      what: 'The list has a column for the account’s holder (户名), and in this row it is another name than the payee’s. A blank one is not looked at; spaces, width, dots and remarks in brackets make no other name. If the holder is the guardian, the spouse or the head whom the row names, or of the same household on the list (its number, its head, or the same head), or if a column says that the holder is family or a guardian (父子, 祖孙, 监护人; but neither 本人 nor 邻居), it is a hint. Accounts and holders that the campaign lists under sharing.accounts are left out.',
      why: 'Paying through a bank (社会化发放) is to bring the money to the very person. A bank returns what is made out to another name; if it does arrive, somebody must be able to say why it was paid to that account.',
      example: 'The payee is 安一, the account is 白二’s, and they are of two households.',
      mend: 'Check account and holder and put the payee’s own; where a guardian or an institution receives the money, list the account or its holder under sharing: {accounts: […]}; for a single case, record the reason under exceptions:.',
    },
  },
  message: {
    zh: ({ holder, ofHousehold, isGuardian, relation }) =>
      `户名是${isGuardian ? '监护人' : ofHousehold ? '同户的' : ''}“${holder}”，不是本人${relation === undefined ? '' : `（写明关系：${relation}）`}`,
    en: ({ holder, ofHousehold, isGuardian, relation }) =>
      `the account is held by ${holder}${isGuardian ? ', the guardian' : ofHousehold ? ', of the same household' : relation === undefined ? '' : `, said to be ${relation}`}`,
  },
  needs: ['holder', 'name'],
  find: async (search) => [
    {
      where: OTHER,
      judged: {
        join: `${await notAllowed(search)} left join (${OF_HOUSEHOLD}) family on family.list = p.list and family.row = p.row`,
        severity: `case when family.row is not null or ${IS_GUARDIAN} or ${IS_AT_HOME} or ${IS_RELATED} then ${SEVERITIES.indexOf('hint')} end`,
        detail: `case when ${IS_GUARDIAN} then '{"guardian":1}'
          when family.row is not null or ${IS_AT_HOME} then '{"ofHousehold":1}'
          when ${IS_RELATED} then json_object('relation', p.relation) else '{}' end`,
      },
    },
  ],
  show: ({ holder }, { ofHousehold, guardian, relation }) => ({
    holder: maskText(holder ?? ''),
    ofHousehold: ofHousehold === 1,
    ...(guardian === 1 ? { isGuardian: true } : {}),
    ...(typeof relation === 'string' ? { relation: maskText(relation) } : {}),
  }),
});

const OTHER = 'p.holder <> p.name';
/** SQL: does the row itself say who that is? */
const IS_GUARDIAN = 'coalesce(p.holder = p.guardian, false)';
const IS_AT_HOME = '(coalesce(p.holder = p.spouse, false) or coalesce(p.holder = p.head_name, false))';

/** Kinship of a kind that explains nothing was not loaded. */
const IS_RELATED = 'p.relation is not null';

/** SQL: rows whose holder is the name of somebody on the lists who is of the payee's household. */
const OF_HOUSEHOLD = ['o.household_id = p.household_id', 'o.head = p.head', 'o.person = p.head', 'o.head = p.person']
  .map((same) => `select p.list, p.row from payout p join payout o on o.name = p.holder and ${same} where ${OTHER}`)
  .join(' union ');

/** SQL that joins only what the campaign does not allow to be shared. */
async function notAllowed({ campaign, judge }: RowSearch): Promise<string> {
  const accounts = campaign?.sharing?.accounts ?? [];
  if (accounts.length === 0) return '';
  const names = new Set(accounts.map((text) => readName(text).name));
  const numbers = new Set(accounts.map((text) => contactKey(readAccount(text))));
  const columns = { holder: 'p.holder', account: `ltrim(coalesce(p.account_text, p.account::varchar), '0')` };
  const { join } = await judge(columns, OTHER, ({ holder, account }) => {
    const isAllowed = names.has(holder as string) || (account !== null && numbers.has(account as string));
    return isAllowed ? null : {};
  });
  return join;
}
