import type { Failure } from '../../domain/pay/failure.ts';

/** What is said of payments that failed: who does what. */
const zh = {
  sheet: '没有付成的：谁做什么',
  columns: { reason: '银行的原因', what: '归类', who: '谁做什么', count: '笔数', amount: '金额（元）' },
  kinds: {
    'no-account': { what: '账号不存在、写错', who: '部门向本人或居委会要卡、存折，重抄账号' },
    'name-differs': { what: '户名与账号不符', who: '部门核对是谁的账户：改户名，或换本人的账号' },
    closed: { what: '账户已销户', who: '部门请本人提供新的账号' },
    frozen: { what: '账户冻结、挂失、止付', who: '本人到开户行解除，或换账号；部门确认后再发' },
    dormant: { what: '久悬、休眠、状态异常', who: '本人到开户行激活，或换账号' },
    'account-kind': { what: '账户类型不能收款', who: '部门请本人换一类户（借记卡）' },
    limit: { what: '超过账户限额', who: '本人到开户行调额，或换账号' },
    funds: { what: '付款账户余额不足', who: '财务补足资金，原账号补发' },
    bank: { what: '银行系统原因', who: '财务问过银行确实没有付出，原账号补发' },
    returned: { what: '银行付了又退回，没有说为什么', who: '财务问银行为什么退回；要再付的，由部门确认或更正账号' },
    unknown: { what: '原因不明', who: '财务先问银行，再定' },
  } satisfies Record<Failure, { readonly what: string; readonly who: string }>,
};

export default zh;
export type FailureWords = typeof zh;
