import { compactCell, saysNothing } from '../cell-text.ts';

/** What a bank did with a payment: it arrived; it did not; it was taken back; the bank has not decided. */
export const OUTCOMES = ['paid', 'failed', 'reversed', 'pending'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A campaign's own words for them, as its bank writes them. */
export type OutcomeWords = { readonly [O in Outcome]?: readonly string[] | undefined };

/** What is left of a status when a code in brackets, or before it, and the end of the sentence are taken away. */
const CODE = /^(?:[0-9A-Z]{1,10}[:：\-_.])|\((?:代码|编码)?[:：]?[0-9A-Z]{1,10}\)$|[。.!]$/gi;

/** What is to be taken back and was not: whether the money had arrived before, it does not say. */
const NOT_REVERSED = /^(?:冲正|冲销|冲账|红冲|抹账|撤销|撤回|退回|退款|退汇|退库)(?:交易)?(?:失败|未成功|不成功)/;

/** In this order: 交易失败 has 交易, 未成功 has 成功, and 冲正成功 is a reversal. */
const FORMS: readonly (readonly [Outcome, RegExp])[] = [
  [
    'reversed',
    /^(?:已|被|已被)?(?:冲正|冲销|冲账|红冲|抹账|撤销|撤回|退回|退款|退汇|退库)(?:成功|完成|交易|支付|转账)?$/,
  ],
  [
    'failed',
    /失败|未成功|不成功|未能|不符|不一致|不匹配|不存在|错误|有误|冻结|销户|挂失|止付|异常|休眠|睡眠户|久悬|不动户|无此|无效|拒绝|拒付|超限|超过限额|已关闭|已注销|未开户|非正常|不正常|退票|受限|^(?:FAIL|FAILED|FAILURE|F|N|ERROR|REJECTED)$/i,
  ],
  ['pending', /处理中|待处理|受理|未处理|待发放|待支付|待入账|在途|挂起|未知|^(?:PENDING|PROCESSING|P)$/i],
  [
    'paid',
    /^(?:(?:交易|支付|发放|转账|入账|代发|处理|扣款|付款|打款|到账|划拨|划转|上账|记账|业务)?(?:已)?(?:成功|完成|完毕)(?:入账|到账|发放|支付)?|已?(?:发放|支付|到账|入账|付款|打款|上账|转账|划拨)|正常|SUCCESS|SUCCESSFUL|SUCCEEDED|OK|S|Y|0+|PAID|DONE)$/i,
  ],
];

/**
 * What a status says, by the campaign's own words first; null where that is not known: nobody guesses whether money arrived.
 * A bank that has a column of reasons alone fills it for failures only: `reasonOnly` says that an empty one was paid.
 */
export function readOutcome(status: string, words: OutcomeWords, reasonOnly = false): Outcome | null {
  const text = compactCell(status);
  const own = OUTCOMES.find((outcome) => words[outcome]?.some((word) => compactCell(word) === text));
  if (own) return own;
  if (saysNothing(text)) return reasonOnly ? 'paid' : null;
  const bare = text.replace(CODE, '') || text;
  if (NOT_REVERSED.test(bare)) return null;
  return FORMS.find(([, form]) => form.test(bare))?.[0] ?? null;
}
