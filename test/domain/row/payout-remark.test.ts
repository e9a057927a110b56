import { describe, expect, it } from 'vitest';
import { isForSuch, OBJECTIONS, readObjection } from '../../../src/domain/row/payout-remark.ts';

const SAID: Readonly<Partial<Record<(typeof OBJECTIONS)[number], string>>> = {
  deceased:
    '死亡 已故 1月3日去世 本人已于2026年1月病故 去世（家属代领） ' +
    '2025年11月病逝 12月亡 已亡 去逝 户口已注销 已火化 死亡待核减 1月死亡停发 该人已死亡 老人已去世 户主死亡 对象死亡',
  moved: '迁出 已搬离 户口迁出，去向不明',
  refused: '放弃 本人放弃 自愿放弃领取 拒领',
  excluded:
    '不符合条件 停发 取消资格 已注销 剔除 2月起停发 本月停发 核减 不再享受 超龄 年龄不符 审核不通过 不同意 此行作废 删除 财产超标 名下有车',
  repeated:
    '重复 重复领取 与民政局重复 同残联重复享受 已由总工会发放 已在其他部门领取过 已由区红十字会慰问 民政已发 民政局已发放 工会已慰问 残联已补助',
  withheld:
    '未领 没领取 退回 已退款 支付失败 冻结 被退票 退回，账号不对 缓发 暂缓发放 暂不发放 不予发放 待核实 待查 核实中 账号有误 银行卡已注销 户名不符 账户冻结 打卡失败 未成功 资料不全 待补材料 未交证明 未审核 待审批',
  questioned: '失联 查无此人 联系不上 录入错误 已录错 多发 应退回 需追回',
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
      '不要现金要实物 重复残疾 停车场职工 故居 迁出地原住户 终止妊娠 ' +
      '独生子女死亡 死亡赔偿未到 老人死亡，由女儿照顾 账号有误，已更正 联系不上，已重新登记 新增 补发 换卡 已更换银行卡 公示无异议 企业停产 ' +
      '停薪留职 无退休金 取消监测 未享受其他补助 父亡 户籍在外 单位停发工资 不会写字 无法签字 人户分离 卧床'
    ).split(' '),
  )('nothing: %s', (remark) => {
    expect(readObjection(remark)).toBeNull();
  });

  it.each(['丧葬补助', '遗属困难补助', '低保渐退补贴', '补发上月失败'])('is what the measure is for: %s', (measure) => {
    expect(isForSuch(measure)).toBe(true);
    expect(isForSuch('节日补助')).toBe(false);
  });
});
