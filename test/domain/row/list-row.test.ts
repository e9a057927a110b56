import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../src/domain/people/id-number.ts';
import { ASIDE_REASONS, asideReason } from '../../../src/domain/row/list-row.ts';

const TITLES = ['序号', '姓名', '身份证号', '居委会', '金额'];
const ROLES = { ordinal: 0, name: 1, id_number: 2, amount: 4 };
const reason = (...row: string[]) => asideReason(row, ROLES, TITLES);

/** A synthetic ID number under 990000. */
const id = (n: number) => {
  const first17 = `99000019500101${String(n).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
};

describe('rows that are no payouts', () => {
  it.each<[expected: string, row: string[]]>([
    ['blank', []],
    ['blank', ['', ' ', '\u3000', '\t', '\u200b']],
    ['blank', ['17', '', '', '', '']],
    ['header', ['序号', '姓名', '身份证号', '居委会', '金额']],
    ['header', ['序 号', '姓　名', '身份证号', '', '金 额']],
    ['header', ['1', '2', '3', '4', '5']],
    ['header', ['甲', '乙', '1', '2', '3']],
    ['subtotal', ['小计', '', '', '', '4500']],
    ['subtotal', ['', '小 计', '', '', '4500']],
    ['subtotal', ['', '', '', '本页小计：', '4500']],
    ['subtotal', ['本页合计', '', '', '', '4500']],
    ['subtotal', ['长寿街道小计', '', '', '', '4500']],
    ...'承前页 承上页 接前页 过次页 转次页 转下页 結轉下頁 过次页： 承前页合计'
      .split(' ')
      .map((label): [string, string[]] => ['subtotal', ['', label, '', '', '4500']]),
    ['subtotal', ['', '曹杨新村街道合计', '', '', '4500']],
    ['subtotal', ['', '村小计', '', '', '4500']],
    ['subtotal', ['其中：现金', '', '', '', '4500']],
    ['subtotal', ['一、低保家庭', '', '', '', '4500']],
    ['total', ['合计', '', '', '', '90000']],
    ['total', ['合 计', '', '', '', '90000']],
    ['total', ['合', '计', '', '', '90000']],
    ['total', ['', '', '', '总计：', '90000']],
    ['total', ['36', '合计', '', '', '90000']],
    ['total', ['合计（大写）：玖万元整', '', '', '', '']],
    ['total', ['人民币（大写）玖万元整', '', '', '', '']],
    ['total', ['合计35人', '', '', '', '90000']],
    ['total', ['共35户', '', '', '', '90000']],
    ['total', ['总合计', '', '', '', '']],
    ['total', ['累计', '', '35', '', '90000']],
    ['subtotal', ['', '村合计', '', '', '1500']],
    ['subtotal', ['', '全镇总计', '', '', '1500']],
    ['subtotal', ['', '曹杨街道汇总', '', '', '1500']],
    ['subtotal', ['', 'Subtotal', '', '', '1500']],
    ['total', ['', 'Grand Total', '', '', '1500']],
    ['subtotal', ['', '小計', '', '', '1500']],
    ['subtotal', ['', 'Sub-total', '', '', '1500']],
    ['subtotal', ['宜川街道', '小计', '', '', '1500']],
    ['total', ['宜川街道', '', '合计', '', '1500']],
    ...(
      '以上共计 总金额 Total TOTAL GrandTotal 汇总 总数 总人数 发放总额 累计发放 本次发放总计 合計 以上人员共计 ' +
      '合计/Total 总发放金额 实发合计 金额合计 合计金额： 3人 三人 12户 以上3人 共3户9人 发放金额 人数'
    )
      .split(' ')
      .map((label): [string, string[]] => ['total', ['', label, '', '', '1500']]),
    ['end-mark', ['', '以下空白', '', '', '']],
    ['end-mark', ['——以下空白——', '', '', '', '']],
    ['end-mark', ['（以下无正文）', '', '', '', '']],
    ['end-mark', ['此页以下空白', '', '', '', '']],
    ['end-mark', ['/', '/', '/', '/', '/']],
    ['footer', ['填表人：', '张三', '', '审核人：', '李四']],
    ['footer', ['制表人', '', '联系电话：62000000', '', '']],
    ['footer', ['', '', '', '', '2017年1月15日']],
    ['footer', ['单位负责人（签字）：', '', '', '', '']],
    ['footer', ['联系电话', '', '13800000000', '', '']],
    ['footer', ['（盖章）', '', '', '', '']],
    ['footer', ['填报日期：2017年1月15日', '', '', '', '']],
    ['footer', ['会计：', '', '出纳：', '', '']],
    ['note', ['注：本表一式三份。', '', '', '', '']],
    ['note', ['备注：', '张三已故', '', '', '']],
    ['note', ['', '', '', '低保家庭以2016年12月在册人员为准', '']],
    ['note', ['', '本表所列人员均已按规定公示无异议，特此说明', '', '', '']],
    ['note', ['一、低保家庭', '', '', '', '']],
    ['page', ['第1页', '', '', '', '']],
    ['page', ['', '', '', '第 1 页', '共 3 页']],
    ['page', ['', '', '', '', '1/3']],
    ['page', ['第1页，共3页', '', '', '', '']],
    ['no-person', ['', '', '', '', '90000']],
    ['no-person', ['12', '', '', '', '90000']],
    ['no-person', ['12', '-', '无', '宜川居委', '500']],
  ])('%s: %j', (expected, row) => {
    expect(reason(...row)).toBe(expected);
  });

  it('knows either row of a header of two, repeated', () => {
    const titles = ['序号', '姓名', '银行信息 户名', '银行信息 账号', '金额'];
    const of = (...row: string[]) => asideReason(row, { ordinal: 0, name: 1, amount: 4 }, titles);
    expect(of('序号', '姓名', '银行信息', '', '金额')).toBe('header');
    expect(of('', '', '户名', '账号', '')).toBe('header');
  });
});

describe('rows that are payouts', () => {
  it.each<[string, string[]]>([
    ['plain', ['1', '张三', id(1), '宜川居委', '500']],
    ['a name that looks like a label', ['2', '何小计', id(2), '', '500']],
    ['the same without an ID number', ['2', '何小计', '', '', '500']],
    ['计小平', ['3', '计小平', '', '', '500']],
    ['总文华', ['4', '总文华', '', '', '500']],
    ['合明', ['4', '合明', '', '', '500']],
    ...(
      '王总和 李汇总 张共计 欧阳小计 司马合计 李累计 陈总额 全汉计 金额尔敦 总布 计合 合计划 其中华 全村富 三人行 王人数 累东升 金总量 ' +
      'Sumaya Totalai'
    )
      .split(' ')
      .map((name): [string, string[]] => [name, ['4', name, '', '', '500']]),
    ['what a list is of before a name', ['救助汇总', '张三', '', '', '500']],
    ['a household of three', ['3人', '张三', '', '', '500']],
    ['a masked name', ['5', '*三', '', '', '500']],
    ['a wrong check digit', ['6', '合计', `${id(6).slice(0, 17)}${id(6).endsWith('1') ? '2' : '1'}`, '', '500']],
    ['a masked ID number', ['7', '小计', '990000********0017', '', '500']],
    ['a damaged ID number', ['8', '小计', '9.90000E+17', '', '500']],
    ['no amount', ['9', '张三', '', '', '']],
    ['only a name', ['', '张三', '', '', '']],
    ['an ID number without a name', ['10', '', id(10), '', '500']],
    ['a passport', ['11', 'MARIA GARCIA LOPEZ', 'E12345678', '', '500']],
    ['a committee that is called 备注', ['12', '张三', '', '备注', '500']],
  ])('%s', (_, row) => {
    expect(reason(...row)).toBeNull();
  });

  it('needs no column of names beside a good ID number', () => {
    expect(asideReason(['合计', id(3)], { id_number: 1 }, ['备注', '身份证号'])).toBeNull();
  });

  it('never sets a name with a good ID number aside, whatever stands beside them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 }), fc.nat(999), (beside, n) => {
        const [ordinal = '', committee = '', amount = ''] = beside;
        expect(reason(ordinal, '合计', id(n), committee, amount)).toBeNull();
      }),
    );
  });
});

it('says one of the reasons, or none, of any row whatsoever', () => {
  const label = fc.constantFrom('合计', '小计', '填表人：', '1', '/', '张三', '', '第1页', '（', '——');
  fc.assert(
    fc.property(fc.array(fc.oneof(label, fc.string({ unit: 'binary' })), { maxLength: 8 }), (row) => {
      expect([...ASIDE_REASONS, 'no-person', null]).toContain(reason(...row));
    }),
  );
});
