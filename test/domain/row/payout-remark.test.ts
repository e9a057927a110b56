import { describe, expect, it } from 'vitest';
import { isForSuch, OBJECTIONS, readObjection } from '../../../src/domain/row/payout-remark.ts';

const SAID: Readonly<Partial<Record<(typeof OBJECTIONS)[number], string>>> = {
  deceased: '死亡 已故 1月3日去世 本人已于2026年1月病故 去世（家属代领）',
  moved: '迁出 已搬离 户口迁出，去向不明',
  refused: '放弃 本人放弃 自愿放弃领取 拒领',
  excluded: '不符合条件 停发 取消资格 已注销 剔除',
  repeated: '重复 重复领取 与民政局重复 同残联重复享受 已由总工会发放 已在其他部门领取过 已由区红十字会慰问',
  withheld:
    '未领 没领取 退回 已退款 支付失败 冻结 被退票 退回，账号不对 缓发 暂缓发放 暂不发放 不予发放 待核实 待查 核实中',
};

describe('what a remark says against its row', () => {
  for (const objection of OBJECTIONS) {
    it.each((SAID[objection] ?? '').split(' ').filter(Boolean))(`${objection}: %s`, (remark) => {
      expect(readObjection(remark)).toBe(objection);
      expect(readObjection(` ${remark}。`)).toBe(objection);
    });
  }

  it.each(
    (
      '丈夫去世 父亡母病 配偶病故，独居 低保 重残 代领 退休 退役军人 已发放 已领 已由女儿领取 已由居委会发放 已在社区领取 ' +
      '不重复 未发放 待发放 未重复领取 未发现异常 未成年 待业 核实无误 已核实 发放不及时 搬迁户 取消低保后返贫？ 退伍 放弃治疗 ' +
      '不要现金要实物 重复残疾 停车场职工 故居 迁出地原住户 终止妊娠'
    ).split(' '),
  )('nothing: %s', (remark) => {
    expect(readObjection(remark)).toBeNull();
  });

  it.each(['丧葬补助', '遗属困难补助', '低保渐退补贴', '补发上月失败'])('is what the measure is for: %s', (measure) => {
    expect(isForSuch(measure)).toBe(true);
    expect(isForSuch('节日补助')).toBe(false);
  });
});
