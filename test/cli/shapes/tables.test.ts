import { describe, expect, it } from 'vitest';
import { book, paid, text } from './made.ts';

type Lines = readonly string[];
/** The same lines in each of some kinds of file. */
const asText = (lines: Lines) => text(lines);
const asGb = (lines: Lines) => text(lines, { encoding: 'gb18030' });
const asXlsx = (lines: Lines) => book(lines);
const asXls = (lines: Lines) => book(lines, 'biff8');
const asOds = (lines: Lines) => book(lines, 'ods');

type Variant = readonly [what: string, file: (lines: Lines) => string, lines: Lines, paid: Lines];

/** Another table in the sheet, with other columns. */
const STACKED: readonly Variant[] = [
  [
    'below a subtotal and an empty row, in GB18030, its columns in another order',
    asGb,
    [
      '一、低保户,,,',
      '姓名,身份证号,金额,备注',
      '@A,#A,500,',
      '@B,#B,500,',
      '小计,,1000,',
      ',,,',
      '二、残疾人,,,',
      '身份证号,补助标准,姓名,实发金额',
      '#C,100,@C,600',
      '小计,,,600',
      '合计,,,1600',
    ],
    ['A 500', 'B 500', 'C 600'],
  ],
  [
    'three of them in an .xls, the last in 万元',
    asXls,
    [
      '姓名,身份证号,金额',
      '@A,#A,=500',
      '姓名,身份证号,标准,慰问金',
      '@B,#B,=100,=600',
      '证件号码,对象姓名,金额（万元）,',
      '#C,@C,=0.07,',
    ],
    ['A 500', 'B 600', 'C 700'],
  ],
  [
    'a column further right',
    asXlsx,
    ['姓名,身份证号,金额,', '@A,#A,500,', ',姓名,身份证号,金额', ',@B,#B,600'],
    ['A 500', 'B 600'],
  ],
  [
    'whose header has two rows',
    asXlsx,
    ['姓名,身份证号,金额,', '@A,#A,500,', '姓名,身份证号,补助情况,←', '↑,↑,标准,金额', '@B,#B,100,600'],
    ['A 500', 'B 600'],
  ],
];

/** A second header that lacks what the first had. */
const UNSEEN: readonly Variant[] = [
  [
    'fewer titles, in other places',
    asText,
    ['序号,姓名,身份证号,金额,备注', '1,@A,#A,500,', '金额,姓名,身份证号,,', '600,@B,#B,,'],
    ['A 500', 'B 600'],
  ],
  [
    'other words',
    asGb,
    ['姓名,身份证号,金额,备注', '@A,#A,500,', '受助人,公民身份号码,标准,补助资金', '@B,#B,100,600'],
    ['A 500', 'B 600'],
  ],
  [
    'in English',
    asOds,
    ['Name,ID Number,Amount,Remark', '@A,#A,500,', 'Name,ID Number,Standard,Amount', '@B,#B,100,600'],
    ['A 500', 'B 600'],
  ],
];

/** Totals in other words. */
const TOTALS: readonly Variant[] = [
  [
    'where the ordinal stands',
    asXlsx,
    ['序号,姓名,金额', '1,@A,500', '2,@B,500', '全镇总计,,1000', '本次发放总计,,1000', '2人,,1000'],
    ['张建国 500', '李秀英 500'],
  ],
  [
    'in GB18030, in the column of names',
    asGb,
    ['姓名,金额', '@A,500', '@B,500', '累计发放,1000', '总人数,2', '发放总额,1000', '总数,1000'],
    ['张建国 500', '李秀英 500'],
  ],
  [
    'in English',
    asText,
    ['Name,Amount', '@A,500', '@B,500', 'Subtotal,1000', 'TOTAL,1000', 'Grand Total,1000'],
    ['张建国 500', '李秀英 500'],
  ],
  [
    'merged over several columns',
    asXls,
    [
      '序号,姓名,街道,金额',
      '1,@A,东明街道,=500',
      '本页小计,←,←,=500',
      '2,@B,东明街道,=500',
      '本页合计,←,←,=500',
      '以上合计,←,←,=1000',
    ],
    ['张建国 500', '李秀英 500'],
  ],
];

/** Headers of three rows. */
const THREE_ROWS: readonly Variant[] = [
  [
    '应发 and 实发 over 标准 and 金额, without a title',
    asXls,
    ['姓名,身份证号,发放情况,←,←,←', '↑,↑,应发,←,实发,←', '↑,↑,标准,金额,标准,金额', '@A,#A,=100,=600,=100,=500'],
    ['A 500'],
  ],
  [
    'a text file, where the merged cells are blank',
    asGb,
    [
      '姓名,身份证号,发放情况,,',
      ',,项目,补助,',
      ',,,标准（元/人）,金额（元）',
      '@A,#A,节日补助,250,500',
      '@B,#B,节日补助,250,500',
    ],
    ['A 500 节日补助', 'B 500 节日补助'],
  ],
  [
    'the amount before its standard, under a unit',
    asXlsx,
    [
      '2025年春节慰问,←,←,←,←',
      '单位：元,←,←,←,←',
      '序号,姓名,身份证号,慰问金发放,←',
      '↑,↑,↑,其中,←',
      '↑,↑,↑,金额,标准',
      '1,@A,#A,500,250',
      '2,@B,#B,500,250',
      '合计,,,1000,',
    ],
    ['A 500', 'B 500'],
  ],
];

/** One person over several payouts. */
const MERGED: readonly Variant[] = [
  [
    'three payouts in an .xls',
    asXls,
    ['姓名,身份证号,项目,金额', '@A,#A,节日补助,=500', '↑,↑,大病救助,=2000', '↑,↑,助学,=300', '@B,#B,节日补助,=500'],
    ['A 500 节日补助', 'A 2000 大病救助', 'A 300 助学', 'B 500 节日补助'],
  ],
  [
    'with the account, in an .ods',
    asOds,
    [
      '姓名,身份证号,银行账号,项目,金额',
      '@A,#A,9900001234567890,节日补助,500',
      '↑,↑,↑,大病救助,2000',
      '@B,#B,9900001234567891,节日补助,500',
    ],
    ['A 500 …7890 节日补助', 'A 2000 …7890 大病救助', 'B 500 …7891 节日补助'],
  ],
  [
    'under merged streets, with the ordinal',
    asXlsx,
    [
      '街道,序号,姓名,身份证号,项目,金额',
      '东明街道,1,@A,#A,节日补助,500',
      '↑,↑,↑,↑,大病救助,2000',
      '↑,2,@B,#B,节日补助,500',
    ],
    ['A 500 节日补助', 'A 2000 大病救助', 'B 500 节日补助'],
  ],
];

/** Marks for what stands above. */
const DITTO: readonly Variant[] = [
  [
    '同前 and 〃 in a text file of GB18030',
    asGb,
    ['姓名,身份证号,项目,金额', '@A,#A,节日补助,500', '@B,#B,同前,同前', '@C,#C,〃,〃'],
    ['A 500 节日补助', 'B 500 节日补助', 'C 500 节日补助'],
  ],
  [
    'in a workbook, under another measure',
    asXlsx,
    ['姓名,身份证号,项目,金额', '@A,#A,节日补助,500', '@B,#B,同上,同上', '@C,#C,大病救助,2000', '@D,#D,″,″'],
    ['A 500 节日补助', 'B 500 节日补助', 'C 2000 大病救助', 'D 2000 大病救助'],
  ],
  [
    'in quotes, below a subtotal',
    asXls,
    ['姓名,身份证号,项目,金额', '@A,#A,节日补助,=500', '小计,,,=500', '@B,#B,",=500'],
    ['A 500 节日补助', 'B 500 节日补助'],
  ],
];

/** People side by side. */
const BESIDE: readonly Variant[] = [
  [
    'three of them, the last rows not full',
    asText,
    [
      '姓名,身份证号,金额,姓名,身份证号,金额,姓名,身份证号,金额',
      '@A,#A,500,@C,#C,600,@E,#E,700',
      '@B,#B,500,@D,#D,600,,,',
    ],
    ['A 500', 'B 500', 'C 600', 'D 600', 'E 700'],
  ],
  [
    'under a title, in an .xls, each half with a total',
    asXls,
    [
      '慰问金签收表,←,←,←,←,←',
      '姓名,金额,签名,姓名,金额,签名',
      '@A,=500,,@C,=600,',
      '@B,=500,,@D,=600,',
      '小计,=1000,,小计,=1200,',
    ],
    ['张建国 500', '李秀英 500', '王志强 600', '陈桂花 600'],
  ],
  [
    'with a blank column between, in GB18030',
    asGb,
    [
      '序号,对象姓名,证件号码,慰问金,,序号,对象姓名,证件号码,慰问金',
      '1,@A,#A,500,,3,@C,#C,600',
      '2,@B,#B,500,,4,@D,#D,600',
    ],
    ['A 500', 'B 500', 'C 600', 'D 600'],
  ],
];

/** A column for each measure. */
const WIDE: readonly Variant[] = [
  [
    'in an .xls, the sum in front',
    asXls,
    ['姓名,身份证号,合计,节日补助,助学金', '@A,#A,=1500,=1200,=300', '@B,#B,=1200,=1200,'],
    ['A 1200 节日补助', 'B 1200 节日补助', 'A 300 助学金'],
  ],
  [
    'in 万元, with 小计',
    asGb,
    ['单位：万元,,,,', '姓名,身份证号,节日补助,助学金,小计', '@A,#A,0.12,0.03,0.15', '@B,#B,0.12,,0.12'],
    ['A 1200 节日补助', 'B 1200 节日补助', 'A 300 助学金'],
  ],
  [
    'under one title that is merged over them',
    asXlsx,
    ['姓名,身份证号,发放金额,←,←', '↑,↑,节日补助,助学金,合计', '@A,#A,1200,300,1500', '@B,#B,1200,0,1200'],
    ['A 1200 节日补助', 'B 1200 节日补助', 'A 300 助学金'],
  ],
];

/** Heads and members. */
const HOUSEHOLDS: readonly Variant[] = [
  [
    'a text file, the head once and blank below',
    asText,
    [
      '户主,户主身份证号,家庭成员,家庭成员身份证号,与户主关系,帮扶金额',
      '@A,#A,@B,#B,配偶,3000',
      ',,@C,#C,子女,',
      '@D,#D,@E,#E,配偶,3000',
    ],
    ['A 3000', 'D 3000'],
  ],
  [
    'everybody with a row, in an .xls',
    asXls,
    [
      '姓名,身份证号,与户主关系,补助金额',
      '@A,#A,户主,=3000',
      '@B,#B,配偶,',
      '@C,#C,子女,',
      '@D,#D,户主,=3000',
      '@E,#E,配偶,',
    ],
    ['A 3000', 'D 3000'],
  ],
  [
    'the head beside everybody, in GB18030',
    asGb,
    ['户主姓名,姓名,身份证号,金额', '@A,@A,#A,3000', '@A,@B,#B,', '@D,@D,#D,3000', '@D,@E,#E,'],
    ['A 3000', 'D 3000'],
  ],
];

describe.each([
  ['another table with other columns', STACKED],
  ['a second header that lacks titles', UNSEEN],
  ['totals in other words', TOTALS],
  ['a header of three rows', THREE_ROWS],
  ['a person merged over payouts', MERGED],
  ['ditto marks', DITTO],
  ['people side by side', BESIDE],
  ['a column for each measure', WIDE],
  ['heads and members', HOUSEHOLDS],
])('%s', (_, variants) => {
  it.each(variants)('%s', async (_what, file, lines, expected) => {
    expect(await paid(file(lines))).toEqual(expected);
  });
});
