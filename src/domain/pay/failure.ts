import { compactCell } from '../cell-text.ts';

/** What a bank's reason for a payment that failed comes to. */
export const FAILURES = [
  'no-account',
  'name-differs',
  'closed',
  'frozen',
  'dormant',
  'account-kind',
  'limit',
  'funds',
  'bank',
  'returned',
  'unknown',
] as const;
export type Failure = (typeof FAILURES)[number];

/** In this order: 账号户名不符 is no wrong number, and 账户状态异常（已销户） is closed. */
const FORMS: readonly (readonly [Failure, RegExp])[] = [
  [
    'name-differs',
    /户名.*(?:不符|不一致|不匹配|错误|有误)|(?:账号|卡号|账户)(?:与|和|、)?(?:户名|姓名)|姓名.*(?:不符|不一致|不匹配)|户名不/,
  ],
  ['closed', /销户|注销|关闭|清户/],
  ['frozen', /冻结|止付|挂失|没收|吞卡|只收不付|不收不付|管控|受限|涉案/],
  ['dormant', /睡眠|休眠|久悬|不动户|未激活|长期不|状态(?:异常|不正常|非正常)/],
  ['account-kind', /类账户|II类|III类|二类|三类|非结算|对公|账户类型|币种|定期/],
  ['limit', /超限|限额|超过.*额/],
  ['funds', /余额不足|头寸|资金不足|付款(?:方|账户).*不足/],
  ['no-account', /不存在|无此|未开户|无效|(?:账号|卡号|账户)(?:错误|有误|长度|校验)|查无|行号|开户行/],
  ['bank', /超时|系统|网络|通讯|通信|清算|渠道|稍后|维护|日切/],
  ['returned', /冲正|冲销|退汇|退回|退票|撤销/],
];

/** Whether trying again without changing anything can help: an account that is wrong stays wrong. */
const AS_IT_IS: ReadonlySet<Failure> = new Set(['funds', 'bank']);

/** What a bank's reason comes to. */
export function failureOf(reason: string): Failure {
  const text = compactCell(reason).replaceAll('帐', '账');
  return FORMS.find(([, form]) => form.test(text))?.[0] ?? 'unknown';
}

/** Has something to be corrected, or confirmed, before it can be tried again? */
export const needsCorrection = (failure: Failure): boolean => !AS_IT_IS.has(failure);

/** Why a payment failed, as its row of a return says it: where a bank has no column for that, its remark may say so; else its word for the outcome. */
export function bankReason(said: {
  readonly reason: string | null;
  readonly remark: string | null;
  readonly result: string | null;
}): string {
  const { reason, remark, result } = said;
  return reason || (remark !== null && failureOf(remark) !== 'unknown' ? remark : (result ?? ''));
}
