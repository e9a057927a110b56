import { describe, expect, it } from 'vitest';
import { isLayoutFault, readLayout } from '../../../src/domain/campaign/payment-layout.ts';
import { layoutText } from '../../../src/domain/pay/layout-text.ts';
import { bytesIn } from '../../../src/file/encode.ts';

const FACTS = {
  count: 2,
  total: 123_456n,
  date: '2026-01-08',
  batch: 3,
  part: 1,
  campaign: '送温暖',
  payer: '农商行',
  ordinal: 7,
  reference: 'KTWB003000123X',
  name: '张三',
  holder: '张三丰',
  account: '6228480000000001',
  bank: '某支行',
  amount: 50_005n,
  id: '',
  measure: '节日补助',
  department: '民政局',
};

function written(layout: string, isLine = false): unknown {
  const read = readLayout(layout);
  return isLayoutFault(read) ? read : layoutText(read, FACTS, (text) => bytesIn(text, 'gbk'), isLine);
}

describe('a layout', () => {
  it.each([
    ['账号', '6228480000000001'],
    ['account', '6228480000000001'],
    ['帐号', '6228480000000001'],
    ['春节帮困', '春节帮困'],
    ['{金额}', '500.05'],
    ['{金额:分}', '50005'],
    ['{金额：分：012}', '000000050005'],
    ['{总金额:元:>10}', '   1234.56'],
    ['{户名:<10}|', '张三丰    |'],
    ['{户名:>10}|', '    张三丰|'],
    ['{活动:=<10}', '送温暖===='],
    ['{序号:05}', '00007'],
    ['{总笔数:06}', '000002'],
    ['{日期}', '20260108'],
    ['{日期:YYYY年MM月DD日}', '2026年01月08日'],
    ['{日期:YYMMDD}{批次}-{文件序号}', '2601083-1'],
    ['{{{序号}}}', '{7}'],
  ])('%s is %s', (layout, text) => {
    expect(written(layout)).toBe(text);
  });

  it.each([
    ['{卡号}', '{卡号}'],
    ['{金额:角}', '{金额:角}'],
    ['{户名:分}', '{户名:分}'],
    ['{日期:明天}', '{日期:明天}'],
    ['账号{', '{'],
    ['{户名:0}', '{户名:0}'],
  ])('%s is not understood', (layout, at) => {
    expect(written(layout)).toEqual({ at });
  });

  it('says what has no room, no character, or would divide a line', () => {
    expect(written('{户名:<5}')).toEqual({ unfit: 'too-long', field: 'holder' });
    expect(written('{账号}.{户名}.{金额}', true)).toEqual({ unfit: 'divides', field: 'amount' });
    const read = readLayout('{户名}');
    const odd = isLayoutFault(read)
      ? ''
      : layoutText(read, { ...FACTS, holder: '张㛃' }, (text) => bytesIn(text, 'gbk'));
    expect(odd).toEqual({ unfit: 'no-character', field: 'holder' });
    expect(bytesIn('张㛃', 'gb18030')).toBe(6);
  });
});
