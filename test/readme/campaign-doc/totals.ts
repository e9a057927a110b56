/** A count at a standard against the amount that is stated. */
export const PRODUCTS: readonly (readonly [what: string, yaml: string])[] = [
  ['The same', 'reach: 600人\nstandard: 550元/人\namount: 33万元'],
  [
    'A bare amount is compared half-up to its printed digits',
    'reach: 约2205人\nstandard: 每人450元\namount: 99.23万元',
  ],
  [
    'Tiers are a range',
    'reach: 约5369户\nstandard: {tiers: [{household: 1, rate: 300元/户}, {household: 2+, rate: 400元/户}]}\namount: 约190万元',
  ],
  ['The count’s 约 covers it', 'reach: 约8000人\nstandard: 50元/人\namount: 41万元'],
  ['一般 contradicts nothing', 'reach: 20人\nstandard: 一般每人2000元\namount: 5万元'],
  ['Nothing covers it', 'reach: 640份\nstandard: 300元/份\namount: 19.3万元'],
  [
    'Beside a range and a ceiling, the average decides',
    'reach: 1000户\nstandard: {range: 1000至3000元/户, ceiling: 5000元/户, average: 户均2000元}',
  ],
  ['Per month, for so many', 'reach: 5名\nstandard: 每人每月20元\nmonths: 3'],
  ['Per day, for so many months: months differ', 'reach: 10人\nstandard: 每人每天20元\nduration: 3个月'],
  [
    'The last tier has the rest of the count',
    'reach: 962户\nstandard: {tiers: [{household: 1, rate: 300元/户, reach: 400户}, {household: 2+, rate: 400元/户}]}',
  ],
  [
    'Joint tiers are added',
    'reach: 18人\nstandard: {joint: true, tiers: [{funder: 国家, rate: 每人150元}, {funder: 省, rate: 每人55元}]}',
  ],
  ['Of two counts, the one that the standard fits', 'reach: 65户180人\nstandard: 每人500元'],
  ['Households at a standard per person: a lower bound, and nothing is compared', 'reach: 65户\nstandard: 每人500元'],
  ['A count of one or the other fits both', 'reach: 5823户（人）\nstandard: 100元/人'],
  ['床 are not 箱', 'reach: 400箱\nstandard: 120元/床'],
  ['份 fit every standard: each goes to one', 'reach: 640份\nstandard: 每人300元'],
  ['A bare count is of what the standard is per', 'reach: 600\nstandard: 550元/人'],
  ['A share of a base, here of 每人每月1510元', 'reach: 20人\nstandard: 低保标准的50%\nmonths: 1'],
  ['Lots of goods', 'goods: [{item: 棉被, quantity: 400床, value: 120元/床}]\namount: 4.8万元'],
  ['An amount alone', 'amount: 5.1万元'],
];

/** A whole and its items: what is stated, and measures. */
export const WHOLES: readonly (readonly [what: string, yaml: string])[] = [
  [
    'Nothing is stated: the sum of the items is the amount',
    'measures:\n- {amount: 60万元}\n- {reach: 600人, standard: 500元/人}',
  ],
  ['The items come to what is stated', 'stated: {amount: 90万元}\nmeasures:\n- {amount: 60万元}\n- {amount: 30万元}'],
  ['They do after half-up rounding', 'stated: {amount: 91万元}\nmeasures:\n- {amount: 60万元}\n- {amount: 30.5万元}'],
  [
    'The total’s own 约 covers the difference',
    'stated: {amount: 约85万元}\nmeasures:\n- {amount: 60万元}\n- {amount: 25.3万元}',
  ],
  ['The 约 of an item does not', 'stated: {amount: 90万元}\nmeasures:\n- {amount: 约60万元}\n- {amount: 35万元}'],
  [
    'Items below what is stated are some of many',
    'stated: {amount: 100万元}\nmeasures:\n- {amount: 60万元}\n- {amount: 30万元}',
  ],
  [
    '… unless the document says that they are all',
    'stated: {amount: 100万元, itemised: all}\nmeasures:\n- {amount: 60万元}\n- {amount: 30万元}',
  ],
  [
    '… but one of them is 余',
    'stated: {amount: 100万元, itemised: all}\nmeasures:\n- {amount: 60余万元}\n- {amount: 30万元}',
  ],
  ['… or is not known', 'stated: {amount: 100万元, itemised: all}\nmeasures:\n- {amount: 60万元}\n- {to: 困难职工}'],
  ['A gap under 5%, every item known', 'stated: {amount: 100万元}\nmeasures:\n- {amount: 60万元}\n- {amount: 38万元}'],
  ['An amount that is not known makes a sum a lower bound', 'measures:\n- {amount: 60万元}\n- {to: 困难职工}'],
  ['So does one that is 余 or 以上', 'measures:\n- {amount: 60余万元}\n- {amount: 30万元}'],
  ['… but not beside one that may be less', 'measures:\n- {amount: 60余万元}\n- {amount: 近30万元}'],
  [
    '其中: a part of another measure is not added',
    'measures:\n- {name: 帮困, amount: 60万元}\n- {of: 帮困, amount: 20万元}',
  ],
  ['A part may not be more than its whole', 'measures:\n- {name: 帮困, amount: 60万元}\n- {of: 帮困, amount: 70万元}'],
  [
    'A figure that overlaps others is shown beside the rest',
    'measures:\n- {amount: 60万元}\n- {amount: 20万元, overlaps: true}',
  ],
  ['A figure of earlier years is left out', 'measures:\n- {amount: 60万元}\n- {amount: 55万元, counts: false}'],
  ['A count and its parts', 'measures:\n- {reach: {total: 18名, parts: [5名, 13名]}}'],
  ['Parts that come to more', 'measures:\n- {reach: {total: 18名, parts: [5名, 14名]}}'],
  ['Counts of parts only are added up', 'measures:\n- {reach: [5名, 13名]}'],
  [
    '人次 takes in people, households and 份, each once',
    'stated: {reach: 约1000人次}\nmeasures:\n- {reach: 600人}\n- {reach: 300户}\n- {reach: 100份}',
  ],
  [
    '… and households and 份 are one at least',
    'stated: {reach: 约1200人次}\nmeasures:\n- {reach: 600人}\n- {reach: 300户}',
  ],
  ['Pieces and institutions are nobody', 'measures:\n- {reach: 600人}\n- {reach: 38个敬老院}\n- {reach: 400床}'],
  ['Of two counts of one fact the people count', 'measures:\n- {reach: 1355户9980人}'],
  [
    'People may be the same ones in two measures',
    'stated: {reach: 800人}\nmeasures:\n- {reach: 600人}\n- {reach: 300人}',
  ],
  [
    'What several funds pay is not more than the measure',
    'measures:\n- {amount: 5万元, funds: [{fund: 区财政, amount: 4万元}, {fund: 慈善, amount: 2万元}]}',
  ],
];

/** What is refused, and where it stands. */
export const REFUSED: readonly (readonly [path: string, yaml: string])[] = [
  ['departments.measures', 'standart: 550元/人'],
  ['departments.measures', 'form: money'],
  ['departments.measures', 'amount: 几十万元'],
  ['departments.measures', 'amount: 33万元（含市级）'],
  ['departments.measures', 'amount: 33万元，其中市级5万元'],
  ['departments.measures', 'amount: 33.333元'],
  ['departments.measures', 'amount: -5万元'],
  ['departments.measures', 'amount: 1,20万元'],
  ['departments.measures', 'amount: 近100余万元'],
  ['departments.measures', 'amount: 600人'],
  ['departments.measures', 'reach: 600'],
  ['departments.measures', 'reach: 33万元'],
  ['departments.measures', 'reach: 若干人'],
  ['departments.measures', 'reach: 3.5人'],
  ['departments.measures', 'reach: [1,200人, 300人]'],
  ['departments.measures', 'standard: 500-200元/户'],
  ['departments.measures', 'standard: 适当补助'],
  ['departments.measures', 'duration: 一阵子'],
  ['departments.measures', 'eligible: {age: 老年}'],
  ['departments.measures', 'id: Low Income'],
  ['departments.measures', 'note: " "'],
  ['deadlines', 'until: 尽快'],
  ['deadlines', 'until: 2月30日'],
  ['', 'issued: 春节前'],
  ['', 'year: 2200'],
];

/** Of a measure: what is refused, and how the same is said. */
export const OTHERWISE: readonly (readonly [what: string, refused: string, instead: string])[] = [
  ['A count, of which', 'reach: 200户（其中低保120户）', 'reach: {total: 200户, parts: [120户]}'],
  ['A separator within a list', 'reach: [1,200人, 300人]', 'reach: [1200人, 300人]'],
  [
    'An amount, of which',
    'amount: 33万元，其中市级5万元',
    'amount: 33万元\nfunds: [{fund: 市财政, amount: 5万元}, 区财政]',
  ],
  ['A remark in brackets', 'amount: 33万元（不含市级）', 'amount: 33万元\nnote: 不含市级'],
  ['A standard where an amount is asked for', 'amount: 2000元/人', 'standard: 2000元/人'],
  ['Goods whose worth nobody says', 'standard: 慰问品1份', 'form: goods\ngoods: [{item: 慰问品}]'],
  ['Words without a figure', 'standard: 适当补助', 'note: 适当补助'],
];
