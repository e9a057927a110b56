import { describe, expect, it } from 'vitest';
import { type Outcome, readOutcome } from '../../../src/domain/row/bank-outcome.ts';

const SAID: readonly (readonly [string, Outcome | null])[] = [
  ...[
    '成功',
    '交易成功',
    '已入账',
    '发放成功',
    '成功(0000)',
    '0000:交易成功',
    '代发成功',
    'SUCCESS',
    '0000',
    '已到账',
  ].map((word) => [word, 'paid'] as const),
  ...[
    '失败',
    '交易失败',
    '未成功',
    '户名不符',
    '账户冻结',
    '账户已销户',
    '账号不存在',
    '退票',
    '收款账户状态异常',
    'F',
    '失败（户名不符）',
  ].map((word) => [word, 'failed'] as const),
  ...['冲正', '已冲正', '冲正成功', '撤销', '退回', '退款成功'].map((word) => [word, 'reversed'] as const),
  ...['处理中', '已受理', '待发放'].map((word) => [word, 'pending'] as const),
  ...['', '—', '见附件', '他行', 'QX', '冲正失败', '撤销未成功'].map((word) => [word, null] as const),
];

describe('what a bank says', () => {
  it.each(SAID)('%s: %s', (word, outcome) => {
    expect(readOutcome(word, {})).toBe(outcome);
  });

  it('is what the campaign says it means', () => {
    expect(readOutcome('QX', { reversed: ['QX'] })).toBe('reversed');
    expect(readOutcome('成功', { pending: ['成功'] })).toBe('pending');
  });

  it('is success where a column of reasons has none', () => {
    expect(readOutcome('', {}, true)).toBe('paid');
    expect(readOutcome('账户冻结', {}, true)).toBe('failed');
    expect(readOutcome('他行', {}, true)).toBeNull();
  });
});
