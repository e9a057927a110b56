import { expect, it } from 'vitest';
import { failureOf, needsCorrection } from '../../../src/domain/pay/failure.ts';

it.each([
  ['户名不符', 'name-differs'],
  ['账号户名不符', 'name-differs'],
  ['收款人姓名与账号不一致', 'name-differs'],
  ['账户已销户', 'closed'],
  ['帐户状态异常（已销户）', 'closed'],
  ['账户冻结', 'frozen'],
  ['挂失', 'frozen'],
  ['久悬户', 'dormant'],
  ['账户状态不正常', 'dormant'],
  ['II类账户不允许', 'account-kind'],
  ['超过单笔限额', 'limit'],
  ['付款账户余额不足', 'funds'],
  ['账号不存在', 'no-account'],
  ['卡号错误', 'no-account'],
  ['系统超时，请稍后再试', 'bank'],
  ['退汇', 'returned'],
  ['冲正', 'returned'],
  ['重复交易', 'unknown'],
  ['E0031', 'unknown'],
  ['', 'unknown'],
] as const)('%s is %s', (reason, failure) => {
  expect(failureOf(reason)).toBe(failure);
});

it('tries again as it is only what was not the account’s fault', () => {
  expect(
    ['系统超时', '余额不足', '户名不符', '不知道', '退汇'].map((reason) => needsCorrection(failureOf(reason))),
  ).toEqual([false, false, true, true, true]);
});
