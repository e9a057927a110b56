/** What a key of a campaign file means, for editors; and of its inner keys, where it has any. */
type Said = string | readonly [string, Keys];
export type Keys = { readonly [key: string]: Said };

/** What the document states of a whole: the campaign's or a department's. */
export const STATED: Keys = {
  reach: '文件所写的覆盖总数，带单位：约8.5万人次',
  amount: '文件所写的总金额：约3302.03万元',
  itemised: 'all：文件列出的分项就是全部，合计必须等于总数',
  departments: '文件说有几个部门、单位',
  status: '数字的性质：planned 计划、expected 预计、actual 实际',
};

export const MEASURE: Keys = {
  id: '编号，供引用；不写就以名称为编号',
  name: '帮困项目的名称',
  to: '对象：一个或几个类别',
  form: '形式：cash 现金、goods 实物、service 服务；兼有的写成列表',
  status: '数字的性质：planned 计划、expected 预计、actual 实际',
  reach: [
    '覆盖，照文件写：约600人、[5名, 13名]、{total: 18名, parts: [5名, 13名]}',
    {
      total: '总数',
      parts: '总数的各部分，只核对，不另加',
    },
  ],
  standard: [
    '标准：一句话（550元/人、每户200-500元、户均2000元、每户2000元现金，500元物品、低保标准的50%、各街镇自定），或分开写的 {range, ceiling, average, tiers, parts …}',
    {
      rate: '固定标准或区间',
      range: '区间：1000至3000元/户',
      usual: '一般标准，不约束单独一笔',
      average: '平均：户均2000元',
      ceiling: '最高：5000元/户',
      tiers: [
        '分档：按户内人数、年龄、类别或出资方',
        {
          household: '几人户：1、2+',
          age: '年龄：60-79、80+',
          category: '对象类别',
          funder: '出资方：国家、省、区',
          rate: '这一档的标准：300元/户',
          reach: '这一档有多少；各档都写的，合起来就是项目的覆盖数',
        },
      ],
      joint: 'true：各档叠加，每人都领（国家150元＋省55元）；不写是各领一档',
      parts: [
        '每笔由几部分组成：现金、实物各多少',
        {
          form: '这部分是 cash 现金还是 goods 实物',
          rate: '多少钱，或值多少：每户2000元',
          goods: '没有写价值的实物：米面油1套',
        },
      ],
      increase: [
        '一个基数，每增加一人再加',
        {
          base: '基数：一人户600元',
          each: '每增加一人加多少',
          upTo: '封顶',
        },
      ],
      share: [
        '某个基数的百分之几：低保标准的50%',
        {
          base: 'bases: 里的名称：低保标准',
          percent: '百分之几：50',
        },
      ],
      delegated: '标准由谁另定',
    },
  ],
  months: '按月发的发几个月',
  duration: '发多久：3个月、90天、一学年',
  goods: [
    '实物：一批一行',
    {
      item: '物品：棉被',
      quantity: '多少：400床',
      value: '一件的价值（120元/床）或全部的价值（4.8万元）',
    },
  ],
  amount: '文件所写的金额',
  of: '其中：是哪个项目（编号或名称）的一部分，只列示，不加总',
  funds: [
    '资金来源：编号，或 {fund, amount}',
    {
      fund: '资金来源的编号或名称',
      amount: '这笔资金出多少',
    },
  ],
  excludes: [
    '不含领取哪些项目的人：另一项目的编号或名称，或 {measure, of}',
    {
      measure: '另一项目的编号或名称',
      of: '排除到人还是到户：person、household',
    },
  ],
  eligible: [
    '什么人可领：截止日期、年龄、名册',
    {
      asOf: '截止到哪天在册',
      age: '年龄条件，周岁：18+、60-79、80周岁及以上',
      roster: '名册的编号：在册的才可领',
    },
  ],
  delivery: '发放方式：bank 社会化发放、procurement 政府采购、visit 走访慰问、hand 当面发放',
  procurement: '政府采购的文号或合同号',
  counts: 'false：历史数字，不计入本次活动',
  overlaps: 'true：与别的数字交叉，只列示，不加总',
};
