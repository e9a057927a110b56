import type { ListField } from './list-field.ts';

/**
 * The titles that columns have in practice, folded as `foldTitle` folds (no spaces, small letters, 账 for 帐). English ones
 * are what exports of databases say. What follows a `|` means the field only as the whole title: 补助方式 is no amount.
 */
export const TITLES: Readonly<Record<ListField, string>> = {
  ordinal: '序号 顺序号 行号 | 序 编号 no no. # seq index 序列',
  name: `姓名 名字 对象姓名 受助人 受助人员 受助对象 受益人 补助对象 补助人员 帮困对象 帮扶对象 救助对象 资助对象 慰问对象 优抚对象 发放对象
    保障对象 发放人员 人员姓名 领款人 领取人 收款人 领款人姓名 领取人姓名 收款人姓名 受助学生 学生姓名 职工姓名 老人姓名 患者姓名 夫妻姓名 夫妻双方姓名 |
    夫妻双方 xm name fullname recipient recipientname beneficiary beneficiaryname payee payeename`,
  spouse: '配偶姓名 爱人姓名 | 配偶 爱人 spouse spousename',
  husband: '男方姓名 丈夫姓名 | 男方 丈夫 husband husbandname',
  wife: '女方姓名 妻子姓名 | 女方 妻子 wife wifename',
  guardian: `监护人姓名 家长姓名 法定监护人姓名 法定代理人姓名 | 监护人 家长 法定监护人 法定代理人 第一监护人 监护人1 学生家长
    guardian guardianname`,
  head: '户主 户主姓名 户主名 申请人 申请人姓名 | head headname householdhead headofhousehold',
  head_id: `户主身份证 户主身份证号 户主身份证号码 户主证件号 户主证件号码 户主公民身份号码 申请人身份证 申请人身份证号 申请人身份证号码
    | headid headidnumber`,
  id_number: `身份证 身份证号 身份证号码 身份证件号 身份证件号码 身份证编号 证件号 证件号码 证件编号 公民身份号码 公民身份证号
    公民身份证号码 居民身份证号 居民身份证号码 社会保障号 社会保障号码 身份号码 社保号 |
    sfzh sfzhm idnumber idno idno. idcard idcardno idcardnumber identitynumber identitycard identitycardnumber nationalid citizenid`,
  card_number: `残疾证号 残疾证号码 残疾证编号 残疾人证号 残疾人证号码 残疾人证编号 残疾证证号 残疾人证证号 | 残疾证 残疾人证 残证号
    disabilitycard disabilitycardno disabilitycardnumber`,
  id_type: '证件类型 证件类别 证件种类 证件名称 身份证件类型 | idtype documenttype',
  other_id: `优抚证号 优抚证号码 优抚证编号 优抚编号 优待证号 优待证号码 优待证编号 退役证号 退伍证号 退伍证编号 残疾军人证号 残疾军人证编号
    烈属证号 伤残证号 军官证号 士兵证号 工号 职工号 职工编号 员工号 员工编号 教工号 教职工号 学号 学籍号 学籍编号 全国学籍号 会员证号 会员号
    会员编号 会员卡号 工会会员证号 工会会员号 护照号 护照号码 通行证号 通行证号码 老年证号 社保卡号 社会保障卡号 人员编号 对象编号 档案编号 |
    staffno staffnumber employeeid employeeno studentid studentno memberid memberno passport passportno passportnumber`,
  sex: '性别 | sex gender',
  birth: '出生日期 出生年月 出生年月日 出生时间 生日 | birth birthdate birthday dateofbirth dob',
  age: '年龄 周岁 | age',
  department: `部门 条线 主管部门 责任部门 牵头部门 归口部门 实施部门 帮困部门 发放部门 发放单位 慰问单位 帮扶单位 帮困单位 救助单位
    资助单位 补助单位 主办单位 部门名称 | 单位 单位名称 department dept agency`,
  measure: `帮困项目 帮困类别 帮困类型 帮扶项目 帮扶类别 帮扶类型 补助项目 补助类别 补助类型 补贴项目 补贴类别 补贴类型 救助项目 救助类别
    救助类型 资助项目 资助类别 资助类型 慰问项目 慰问类别 慰问类型 发放项目 发放类别 发放类型 对象类别 对象类型 项目名称 |
    项目 类别 measure program programme scheme category`,
  category: `残疾等级 残疾级别 残疾类别 残疾类型 残疾程度 困难类别 困难类型 困难等级 困难程度 困难情况 家庭类型 家庭类别 人员类别 人员类型 身份类别
    低保类别 低保类型 保障类别 保障类型 户别 优抚类别 优抚对象类别 优抚对象类型 | 残疾证等级 残疾证类别 类型 等级 级别 档次 户型 身份 对象身份 学段
    就读学段 就学学段 就读阶段 就学阶段`,
  amount: `金额 补助金额 发放金额 补贴金额 救助金额 资助金额 慰问金额 帮困金额 帮扶金额 实发金额 实领金额 实付金额 实际金额 领取金额
    领款金额 支付金额 交易金额 转账金额 打款金额 代发金额 到账金额 入账金额 核发金额 总金额 救助总额 补助总额 补贴总额 发放总额 慰问总额 资助总额 合计金额 金额合计 补助金 补贴金 救助金
    资助金 慰问金 帮困金 帮扶金 助学金 奖学金 优待金 抚恤金 低保金 保障金 救济金 发放资金 补助资金 救助资金 补贴资金 资助资金 帮困资金 帮扶资金 慰问资金 补助款 慰问款
    助困金 扶助金 关爱金 抚慰金 助困款 扶助款 帮扶款 资助款 补贴款 帮困费 帮困款 救助款 救济款 补助费 慰问费 现金金额 实发合计 节日补助 节日补贴 春节补助 春节补贴 生活补助 生活补贴 一次性补助 一次性补贴 护理补贴 | 实发 实发数 实领 合计 总计 现金 款项 补助 补贴 慰问现金 je amount amountpaid paidamount payment sum`,
  payable:
    '应发金额 应发合计 应付金额 应领金额 应补金额 应发放金额 拟发金额 拟发放金额 计划金额 | 应发 应发数 payable amountpayable',
  goods: `慰问品 慰问物品 大礼包 物品名称 实物名称 慰问品名称 发放物品 物资名称 慰问物资 救助物资 发放物资 发放实物 | 实物 物品 物资 品名
    礼包 goods item`,
  quantity: '份数 数量 件数 发放数量 领取数量 发放份数 领取份数 | quantity qty',
  household_id: `户号 户编号 家庭编号 低保证号 低保证号码 低保证编号 低保编号 低保号 低保户号 救助证号 特困证号 低收入证号 |
    householdid householdno householdnumber`,
  household_size: `家庭人口 家庭人口数 家庭人数 保障人数 保障人口 户内人数 户内人口 低保人数 享受人数 家庭成员数 家庭成员人数 同住人数
    共同生活人数 | 人口 人口数 人数 householdsize familysize`,
  subdistrict: '街道 街镇 镇街 乡镇 街道镇 街道乡镇 乡镇街道 街道名称 街镇名称 乡镇名称 | 镇 subdistrict town township',
  committee: `居委 居委会 村居 居村 社区 村委 村委会 村社区 居村委 村居委 居村委会 村居委会 居民委员会 村民委员会 行政村 居委名称
    居委会名称 社区名称 村名 村名称 所在村 所属村 村居名称 | 村 committee community neighborhood neighbourhood village`,
  address: `地址 住址 户籍地址 居住地址 家庭住址 家庭地址 现住址 联系地址 通讯地址 详细地址 户籍所在地 户口所在地 实际居住地 居住地 | address`,
  workplace: `工作单位 工作单位名称 所在单位 所在单位名称 所属单位 用人单位 就业单位 就职单位 单位全称 基层单位 就读学校 就读学校名称 学校名称 所在学校
    就读院校 就学学校 在读学校 | 学校 院校 workplace employer school schoolname`,
  phone: `电话 手机 手机号 手机号码 电话号码 联系方式 联系电话 联系手机 移动电话 固定电话 本人电话 家庭电话 |
    phone phonenumber mobile mobilenumber tel telephone cellphone`,
  other_phone: `监护人电话 监护人手机 监护人手机号 监护人手机号码 监护人联系电话 监护人联系方式 监护人电话号码 家长电话 家长手机 家长手机号 家长手机号码
    家长联系电话 家长联系方式 家属电话 家属联系电话 家属联系方式 亲属电话 亲属联系电话 配偶电话 配偶联系电话 配偶手机号 联系人电话 联系人手机
    联系人联系电话 联系人手机号 紧急联系人电话 紧急联系电话 其他电话 其他联系电话 备用电话 备用联系电话 备用手机 电话2 手机2 手机号2 联系电话2 |
    guardianphone otherphone phone2 mobile2`,
  bank: `开户行 开户银行 银行名称 开户行名称 开户银行名称 开户网点 发卡银行 发卡行 收款行 收款银行 收款行名称 发放银行 所属银行 | 银行
    bank bankname`,
  account: `银行账号 账号 卡号 银行卡号 账户号 账户号码 银行账户 银行卡账号 收款账号 收款人账号 开户账号 存折账号 存折号 卡折号 |
    账户 银行卡 新账号 新卡号 正确账号 更正账号 更正后账号 变更后账号 现账号 account accountnumber accountno bankaccount cardnumber`,
  holder: `户名 开户名 账户名 账户名称 账户姓名 开户人 开户人姓名 开户姓名 开户户名 银行户名 收款户名 收款人户名 收款人名称 持卡人
    持卡人姓名 | holder accountholder accountname`,
  relation: `| 收款人与学生关系 收款人与受助人关系 收款人与本人关系 开户人与本人关系 开户人与受助人关系 持卡人与本人关系 户名与本人关系 relation relationship`,
  serial:
    '流水号 交易流水 交易流水号 银行流水号 业务流水号 凭证号 凭证号码 | transactionid transactionno transactionnumber',
  reference: `代发编号 付款编号 参考号 业务参考号 客户参考号 企业参考号 付款参考号 客户流水号 企业流水号 商户流水号 商户订单号 |
    附言 用途 摘要 reference referenceno`,
  batch: '批次号 批次 发放批次 | 批号 batch batchno batchnumber',
  paid_on: `发放日期 发放时间 发放年月 领取日期 领取时间 领款日期 到账日期 到账时间 入账日期 交易日期 交易时间 支付日期 付款日期 慰问日期
    慰问时间 | 日期 date paidon paiddate paymentdate`,
  died_on: '死亡日期 死亡时间 死亡年月 去世日期 去世时间 死亡注销日期 火化日期 | diedon dateofdeath deathdate',
  result: `发放状态 发放结果 交易结果 交易状态 处理结果 处理状态 支付结果 支付状态 到账状态 回盘结果 人员状态
    在册状态 登记状态 经营状态 车辆状态 核查结果 核实结果 核查情况 核实情况 |
    状态 结果 result status`,
  reason:
    '失败原因 退票原因 退汇原因 银行反馈 返回信息 返回原因 错误信息 错误原因 失败说明 结果说明 | 原因 reason message',
  state: '对象状态 | 生存状态 是否在世 变动情况 审核意见 审批意见 核查意见 eligibility',
  sign: `签收 签名 签字 签领 签章 监护人签字 监护人签名 监护人签收 家长签字 家长签名 家属签字 家属签名 户主签字 户主签名 领取人签字 领取人签名 领款人签字 领款人签名 领取人签收 受助人签字 受助人签名 本人签字 本人签名 签收人 |
    signature signed`,
  agent: '代领人 代领人姓名 代领人签字 代领人签名 | 代领 agent',
  remark: '备注 附注 | 说明 remark remarks note notes comment comments',
};
