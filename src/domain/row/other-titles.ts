const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** People on a list who are not the one it pays: 监护人身份证号 is nobody's ID number here. */
export const OTHER_PERSONS: readonly string[] =
  words(`配偶 监护人 联系人 紧急联系 子女 父亲 母亲 父母 家长 家属 亲属 经办人 承办人 代领 代办 委托
  受托 法定代理 开户人 持卡人 审核人 填表人 制表人 负责人 责任人 结对 捐赠 捐款 志愿者 抚养人 赡养人 担保人`);

/** The head of the household, whose name and ID number have fields of their own. */
export const HEAD_WORDS: readonly string[] = ['户主', '申请人'];

/** Of a couple in one row, the one who is paid where no column is anybody else's, and the other. */
export const HUSBAND_WORDS: readonly string[] = ['男方', '丈夫'];
export const WIFE_WORDS: readonly string[] = ['女方', '妻子'];

/** Whoever else lives in the household: nobody who is paid where its head stands on the list. */
export const MEMBER_OF_HOUSEHOLD: readonly string[] = ['成员', '同住人'];

/** Things that are known to be none of the fields, although a field's word may stand in the title. */
export const OTHER_THINGS: readonly string[] =
  words(`标准 收入 人均 人数 关系 意见 审核 审批 是否 有效期 复印件 大写 拼音 代码 编号 性质 计量单位 工作单位
  填报单位 所在单位 所属单位 基层单位 用人单位 就业单位 残疾证 残疾人证 单价 规格 余额 扣款 扣除 累计 上年 去年 上月 上次 申请金额
  其中 医疗费 自付 自负 报销 费用 社保卡号 医保卡 市民卡 学籍 联行号 行号 客户号 方式`);

/** Titles that lists often have and nothing here reads. */
export const KNOWN_TITLES: ReadonlySet<string> = new Set(
  words(
    `存折 民族 学校 班级 年级 学历 文化程度 政治面貌 婚姻状况 健康状况 身体状况 致贫原因 困难原因 职业 职务 岗位 邮编 邮政编码 品牌 币种 户籍 户口性质 病种 疾病 大病名称`,
  ),
);

/** How titles end, or begin, under which somebody wrote of what state a row is: 健在情况, 居委审核, 是否符合. */
const OF_STATE =
  /(?:状态|状况|情况|意见|结果|结论|审核|审批|初审|复审|复核|核查|核实|比对|变动|变更|异动|增减|与否)$|^是否.*(?:死亡|已故|去世|亡故|迁出|搬离|放弃|停发|注销|退出|取消|终止|重复|符合|合格|通过|同意|享受|在册)|在世|健在/;
/** Of how people live, and of what else they have: who no longer has 低保 may well be paid here. */
const OF_LIFE =
  /健康|身体|病|婚姻|住房|居住|就业|就学|学习|经济|收入|家庭|低保|特困|社保|医保|养老|保险|户籍|户口|车|房|企业|工商/;

/** Does a column that is no field say, by its folded title, of what state a row is? That of another person says nothing of it. */
export const isOfState = (title: string): boolean =>
  OF_STATE.test(title) &&
  !OF_LIFE.test(title) &&
  ![...OTHER_PERSONS, ...MEMBER_OF_HOUSEHOLD].some((person) => title.includes(person));
