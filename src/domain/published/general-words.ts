/** Words that reveal an illness, a family's misfortune or a past, and what is published in their place; the first that fits counts. */
const GENERAL: ReadonlyArray<readonly [revealing: RegExp, general: string]> = [
  [
    /(?:社会)?散居孤儿|集中供养孤儿|孤残儿童|孤儿|弃[婴儿童]+|事实无人抚养儿童|监护缺失儿童|(?:服刑|戒毒|强戒)人员(?:的?未成年)?(?:子女|儿童)|受艾滋病影响儿童|残疾儿童|病残儿童/g,
    '困境儿童',
  ],
  [/因病(?:支出型)?(?:致贫|返贫|致困|支出型)?(?:的)?(?:贫困|困难)?/g, '支出型困难'],
  [/失独|计划生育特殊|计生特殊|独生子女伤残死亡/g, '特殊困难'],
  [
    /艾滋病?|HIV|(?:恶性)?肿瘤|癌症|[两双]癌|乳腺癌|宫颈癌|[肺肝胃肠]癌|白血病|尿毒症|血友病|肾透析|罕见病|精神病|精神障碍|老年痴呆|失智|重特大疾病|重大疾病|重大病|重症|重病|大病|慢性病|患病|病患|患者/gi,
    '困难',
  ],
  [/(?:精神|智力|肢体|视力|听力|言语|多重)(?=残疾)/g, ''],
  [/刑满释放|社区矫正|吸毒|戒毒/g, '困难'],
];
/** What such a change leaves twice. */
const DOUBLED: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?:困难|支出型困难){2,}/g, '困难'],
  [/支出型困难困难/g, '支出型困难'],
  [/困难(?:的)?(?=特困|贫困|特殊困难)/g, ''],
];
const ILLNESS = /病|癌|肿瘤|艾滋|透析|失智|痴呆|精神(?:残疾|障碍)|智力残疾|重症|患者|医疗|康复/;
const CHILDREN = /儿童|孤儿|弃婴|未成年|留守|困境|青少年|学生|助学/;

/** Words of one's own, by the words that they stand for. */
export type OwnWords = Readonly<Record<string, string>>;

/** What a measure or a category is called in public: the campaign's own words first, then those that reveal nothing. */
export function generalised(text: string, own: OwnWords): string {
  const whole = own[text];
  if (whole !== undefined) return whole;
  let said = text;
  for (const [word, general] of Object.entries(own)) said = said.replaceAll(word, general);
  for (const [pattern, general] of GENERAL) said = said.replace(pattern, general);
  for (const [pattern, once] of DOUBLED) said = said.replace(pattern, once);
  return said;
}

/** Do these words say that somebody is ill? */
export const revealsIllness = (text: string): boolean => ILLNESS.test(text);
/** Are they about children, who are minors unless an age says otherwise? */
export const isOfChildren = (text: string): boolean => CHILDREN.test(text);
