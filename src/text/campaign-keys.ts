import { type Keys, MEASURE, STATED } from './measure-keys.ts';

/** Keys that every part of a campaign may have. */
export const EVERYWHERE: Keys = {
  source: '出处：文件哪一节',
  note: '备注：别处写不下的，照文件的话写',
};

export const CAMPAIGN: Keys = {
  relief: '文件格式的版本',
  id: '编号，供引用：字母、汉字、数字、连字符',
  title: '活动的名称',
  type: '文种',
  issuer: '发文机关',
  document: '文号',
  region: '哪个地区：上海市普陀区',
  issued: '发文日期：2016-12-28、2016年12月28日',
  year: '春节所在的年份',
  stated: ['文件所写的总数：{reach: 约8.5万人次, amount: 约3302.03万元}', STATED],
  funds: [
    '资金来源',
    {
      id: '编号，供引用：字母、汉字、数字、连字符',
      name: '资金来源的名称：区财政',
      ceiling: '最多支出多少',
      income: '已筹集或拨入多少',
      earmark: '专款专用：true 用于本次活动，或只可用于的项目、对象类别',
    },
  ],
  categories: '类别 → 它包含的类别',
  bases: '按比例的标准所说的基数：{低保标准: 每人每月1510元}',
  delivery: [
    '哪种形式怎么发放',
    {
      form: '形式：cash 现金、goods 实物、service 服务',
      through: '发放方式：bank 社会化发放、procurement 政府采购、visit 走访慰问、hand 当面发放',
      except: '例外：这些发放方式不在此限',
    },
  ],
  stages: [
    '工作阶段',
    {
      name: '阶段的名称',
      when: '起止：2023年12月下旬至2024年1月20日',
      from: '从哪天起：2026-01-01、12月下旬',
      until: '到哪天为止：2016年12月底前、春节前',
      kind: '性质：prepare 部署、survey 摸底、donation 募捐、visit 走访、payout 发放、report 总结；几种的写成列表：[payout, visit]',
      binding: '硬期限 hard，还是“原则上” soft',
      tasks: [
        '这一阶段的任务',
        {
          name: '做什么',
          owner: '谁来做',
          on: '哪天',
          from: '从哪天起：2026-01-01、12月下旬',
          until: '到哪天为止：2016年12月底前、春节前',
          kind: '性质：prepare 部署、survey 摸底、donation 募捐、visit 走访、payout 发放、report 总结；几种的写成列表：[payout, visit]',
          binding: '硬期限 hard，还是“原则上” soft',
        },
      ],
    },
  ],
  deadlines: [
    '期限',
    {
      name: '要完成什么',
      until: '期限：春节前、2017年2月9日前',
      kind: '性质：prepare 部署、survey 摸底、donation 募捐、visit 走访、payout 发放、report 总结',
      binding: '硬期限 hard，还是“原则上” soft',
    },
  ],
  roles: [
    '职责分工',
    {
      name: '谁：单位或部门',
      duty: '职责',
    },
  ],
  departments: [
    '部门和它们的帮困项目',
    {
      name: '部门的名称，照文件写',
      kind: '条还是块：department、subdistrict',
      aliases: '别的叫法：名单上写的名称',
      stated: ['文件所写的这个部门的总数', STATED],
      measures: ['帮困项目', MEASURE],
    },
  ],
  overlap: [
    '哪些重复是允许的',
    {
      allow: '可以同时领的项目（编号）：[[entitled, disabled-visit]]',
      departments: '一人最多由几个部门帮困',
      person: '一人合计最多多少',
      household: '一户合计最多多少',
    },
  ],
  sharing: [
    '哪些账号、电话、代领人可以共用',
    {
      accounts: '可以多人共用的银行账号，或它的户名：福利院、监护人',
      phones: '可以多户共用的电话：居委会',
      agents: '可以代多户领取的人',
    },
  ],
  publish: [
    '公示怎么写',
    {
      by: '一个什么一份：committee 居委会、measure 项目、department 部门',
      names: '姓名：full 全名、masked 隐名（张*三）；未成年人和患病的一律只写姓',
      unit: '公示单位，不写就是发文机关',
      phone: '监督电话：办公电话',
      days: '公示几天，不写是 7 天',
      words: '项目、对象里不宜公开的词 → 公示时的写法：{大病救助金: 困难救助金}',
    },
  ],
  parts: '下级活动的文件，如街镇的方案',
  lists: [
    '发放名单',
    {
      file: '发放名单：文件或通配符',
      sheet: '工作簿里的哪张表；不写的，有名单的表都读',
      department: '整份名单属于哪个部门',
      measure: '整份名单属于哪个项目',
      batch: '哪一批；不写的是同一批',
      paid: '已经发出去的：true，或哪天发的；这些行不再移出',
      columns: [
        '表头 → 字段；几个项目各占一列的，表头 → {measure: 项目}',
        {
          measure: '这一列是哪个项目的金额',
        },
      ],
    },
  ],
  rosters: [
    '名册：谁在册，谁不得领',
    {
      id: '编号，供引用：字母、汉字、数字、连字符',
      file: '名册文件',
      sheet: '工作簿里的哪张表',
      columns: '表头 → 字段',
      name: '名册的名称；不写就用编号',
      measures: '在册的人可领哪些项目',
      blocked: '在册的人不得领取，原因',
      asOf: '名册反映的是哪天的情况',
    },
  ],
  returns: [
    '银行回盘',
    {
      file: '银行回盘文件',
      sheet: '工作簿里的哪张表',
      columns: '表头 → 字段',
      mode: 'incremental 增量：每份只有新的交易；cumulative 累计：每份都从头列起，以最后一份为准',
      complete: 'true：全部回盘都在这里了，没有回的就是没有付',
      department: '只管这个部门发的',
      measure: '只管这个项目的',
      batch: '只管名单的这一批',
    },
  ],
  banks: [
    '代发银行，和各银行代发文件的样子',
    {
      name: '银行的名称：示范农商行',
      match: '哪些账号归它：账号开头的数字，或开户行里的字；不写的，收下其余的账号',
      template: '银行给的模板（.xlsx）：表头照旧，从表头下一行填起',
      sheet: '填模板里的哪张表；不写的，填表头对得上的那一张',
      columns: '列标题 → 填什么：{收款账号: "{账号}", 金额: "{金额}", 附言: 春节帮困}',
      head: '文本文件：明细之前的行，如 "{总笔数}|{总金额:分}"',
      row: '文本文件：每笔一行，如 "{账号}|{户名}|{金额}|{代发编号}"',
      foot: '文本文件：明细之后的行',
      format: '没有模板、没有 row 的，写成 xlsx 还是 csv；不写是 xlsx',
      file: '文件名：DF{日期}{总笔数:06}；不写就用批次和银行的名称',
      maxRows: '一个文件最多几笔，多的分成几个文件',
      encoding: '文本和 csv 的编码：utf-8、gbk、gb18030；不写是 gb18030',
    },
  ],
  outcomes: [
    '银行自己的状态怎么算：{paid: [代发完成], failed: [E01]}',
    {
      paid: '银行的哪些写法是付成了',
      failed: '银行的哪些写法是发放失败',
      reversed: '银行的哪些写法是付了又退回',
      pending: '银行的哪些写法是还在处理',
    },
  ],
  rules: '规则的轻重：{id-area-unknown: off, shared-phone: hint}',
  exceptions: [
    '已核实、不再算数的疑点',
    {
      rule: '规则编号',
      finding: '疑点的指纹，见 --format json',
      reason: '为什么算核实了',
      until: '有效期至：2017-02-09',
    },
  ],
};
