/** Rows of a table of figures: what it is about, and what notices print for it. */
type Rows = readonly (readonly [what: string, ...printed: string[]])[];

export const COUNTS: Rows = [
  ['人, 名, 位: people', '600人', '181名', '100位', '600名困难职工'],
  ['户, 家庭: households', '250户', '250户困难家庭'],
  ['人次, 户次: times that one of them gets something', '5000人次', '300户次'],
  ['份: gift packs, each of which goes to one', '640份'],
  ['个: what the noun behind it is', '12个困难学生', '12个困难家庭', '130个温暖包', '38个敬老院', '12个'],
  ['Pieces of goods', '400床', '200箱', '3吨'],
  ['Institutions', '18所', '20家'],
  ['Words around it that say nothing of how much', '困难职工200名', '走访慰问困难群众2000户', '共计101人'],
  ['Two counts of one fact', '1355户9980人', '1355户、共9980人', '1355户（9980人）'],
  ['A count of one or the other', '5823户（人）'],
  ['Scales, separators, Chinese numerals, full width', '68万人次', '7千户', '1,234人', '一千二百人', '６００人'],
];

export const AMOUNTS: Rows = [
  ['元, 万元, 亿元', '550元', '33万元', '3302.03万元', '3.3亿元'],
  ['A bare number is 元', '550', '1234.5'],
  ['Signs and separators', '￥1,200.00', '人民币3万元', '1,200元整'],
  ['Chinese numerals', '三万五千元', '壹万贰仟元整'],
  ['Words around it', '价值约4.61万元', '发放慰问金33万元', '共计100万元'],
];

export const QUALIFIED: Rows = [
  [
    'Nothing: what rounds to it, half-up, to its printed digits',
    '600人',
    '3.8万人',
    '3.80万人',
    '33万元',
    '3302.03万元',
    '550元',
  ],
  [
    '约, 大约, 左右, 上下: half a unit of the last digit that is not 0, but at most 5%',
    '约600人',
    '约8.5万人次',
    '约190万元',
    '约3302.03万元',
    '约100万元',
    '600人左右',
  ],
  ['余, 多, 逾: up to one such unit above', '7000余人', '1万余名', '2千多人', '100余万元', '逾500户', '约7000余人'],
  ['近, 接近, 将近: one such unit below, but at most 10%', '近5000人次', '近600户', '近40万元', '近100万元'],
  ['以上, 至少, 超过, 不少于, 不低于: open above', '500人以上', '至少500人', '超过500人', '不低于30万元'],
  ['不超过, 不到, 不足, 最多, 以内, 以下: open below', '不超过500人', '不到500人', '500人以内', '不超过2500万元'],
];

export const RATES: Rows = [
  ['So much each', '550元/人', '每户500元', '每名困难学生1000元', '500元/生', '按照每户700元的标准'],
  ['Each of several goods', '120元/床', '300元/份'],
  ['Each of two', '每人次（户）1000元', '每户（人）600元'],
  ['Without a unit it fits every count', '300元'],
  ['From one to another', '每户200-500元', '1000至3000元/户', '1-3万元/户', '50元至230元'],
  ['Qualified', '150元左右/份', '每人约300元', '每人不低于300元'],
  ['一般: usual', '一般每人2000元', '每人一般2000元'],
  ['均: an average', '户均2000元', '人均约300元'],
  ['最高: a ceiling', '最高5000元/户', '每户不超过5000元'],
  ['What recurs', '每人每月600元', '600元/人/月', '每人每天20元'],
];

export const STANDARDS: Rows = [
  ['A rate', '550元/人'],
  ['What recurs, and how long', '每人每月600元', '每人每月600元，期限3个月', '每人每天20元，共90天'],
  ['In cash and in goods', '每户2000元现金，500元物品', '每人300元及米面油1套'],
  [
    'A base, and more for each further person',
    '1人户600元，每增加1人增加100元',
    '1人户600元，每增加1人增加100元，最高1000元',
  ],
  ['A share of a base', '低保标准的50%', '最低工资标准的30%'],
  ['Left to somebody else', '各街镇自定', '由各街道另行制定'],
];

export const DURATIONS: Rows = [
  ['Days, months, quarters, terms, years', '90天', '3个月', '2个季度', '1个学期', '一学年', '两年'],
  ['Words around it', '期限3个月', '为期两年', '按3个月计'],
];

export const CONDITIONS: Rows = [
  ['One number', '1', '3人户'],
  ['From one to another', '2-4', '60至79周岁'],
  ['So many and more', '2+', '70岁以上', '80周岁及以上'],
];

export const DATES: Rows = [
  ['A day', '2025-01-07', '2025年1月7日', '2025.1.7', '1月25日', '12月20日', '截至2025年2月9日'],
  ['By a day: a printed one is still in time', '1月25日前', '1月25日之前', '1月25日17时前'],
  ['Since a day', '1月25日起', '自1月25日起'],
  [
    'A month, or a part of it',
    '1月',
    '2024年12月',
    '12月底前',
    '12月上旬',
    '12月中旬',
    '12月下旬',
    '1月中上旬',
    '1月中下旬',
    '2月初',
    '2月底前',
  ],
  ['From one to another', '2023年12月下旬至2024年1月20日', '1月10日至1月20日', '12月20日至春节前'],
  ['From the notice on', '即日起至春节前', '发文之日起至1月25日'],
  ['Days that have a name', '元旦', '小年', '除夕', '春节', '元宵节', '腊月二十三', '正月十五'],
  [
    'By a day that has a name: on that day it is too late',
    '元旦前',
    '小年前',
    '春节前',
    '春节前夕',
    '节前',
    '2026年春节前',
  ],
  ['By a day of the lunar calendar: a printed one again', '腊月二十三前', '农历腊月二十前'],
  ['The days before it', '春节前一周', '春节前10天'],
  ['The festivals', '元旦春节期间', '元旦、春节期间', '两节期间'],
];
