import { describe, expect, it } from 'vitest';
import {
  bareTitle,
  foldTitle,
  isUnitOnly,
  readTitle,
  unitAbove,
  unitOfTitle,
} from '../../../src/domain/row/list-title.ts';

describe('titles', () => {
  it.each([
    ['姓　名：', '姓名'],
    ['*身份证\n号码（必填）', '身份证号码'],
    ['金额（元）', '金额'],
    ['金额/万元', '金额'],
    ['银行帐号', '银行账号'],
    ['1.姓名', '姓名'],
    ['ID_Number', 'idnumber'],
    ['楼栋单元', '楼栋单元'],
  ])('%j is %s', (title, bare) => {
    expect(bareTitle(foldTitle(title))).toBe(bare);
  });

  it('folds no sentence', () => {
    expect(foldTitle('姓名'.repeat(50))).toBe('');
    expect(readTitle(`本表所列姓名均须与身份证一致${'一'.repeat(10)}`).how).toBe('unknown');
  });

  it('takes the longest title at the end, else the longest anywhere', () => {
    expect(readTitle('补助对象联系电话')).toMatchObject({ field: 'phone', how: 'contained' });
    expect(readTitle('本次应发金额')).toMatchObject({ field: 'payable', how: 'contained' });
    expect(readTitle('实发金额合计数')).toMatchObject({ field: 'amount', how: 'contained' });
    expect(readTitle('部门：民政局').how).toBe('unknown');
  });

  it('says what is said of the head', () => {
    expect(readTitle('户主年龄')).toEqual({ field: 'age', how: 'contained', of: 'head' });
    expect(readTitle('姓名（户主）')).toMatchObject({ field: 'head', how: 'exact' });
    expect(readTitle('户主联系电话')).toMatchObject({ field: 'phone', of: null });
  });
});

describe('units', () => {
  it.each<[string, bigint | null]>([
    ['金额', null],
    ['金额（元）', 100n],
    ['金额(人民币：元)', 100n],
    ['金额（单位：万元）', 1_000_000n],
    ['金额（百万元）', 100_000_000n],
    ['补助金额（元/人）', 100n],
    ['金额千元', 100_000n],
    ['补助情况（万元） 金额', 1_000_000n],
    ['Amount (yuan)', 100n],
    ['金额（美元）', null],
    ['金额（税后）', null],
  ])('of the title %s', (title, fen) => {
    expect(unitOfTitle(title)).toBe(fen);
  });

  it.each<[string[], bigint | null]>([
    [['单位：元'], 100n],
    [['（单位:千元）'], 100_000n],
    [['', '金 额 单 位 ：', '万 元'], 1_000_000n],
    [['单位：户、人、万元'], 1_000_000n],
    [['计量单位：人民币元'], 100n],
    [['单位：普陀区民政局'], null],
    [['单位：元和街道'], null],
    [['填报单位：', '万里街道'], null],
    [['发放金额5000元'], null],
  ])('in the row %j', (row, fen) => {
    expect(unitAbove(row)).toBe(fen);
  });

  it('stands alone below a title', () => {
    expect(['（元）', '万元', '元', '(人)', '金额', ''].map(isUnitOnly)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
