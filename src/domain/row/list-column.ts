import { compactCell } from '../cell-text.ts';
import { readIdNumber } from '../people/id-number.ts';

/** What a column that nobody reads may hold, and should not be passed over. */
export type LooksLike = 'name' | 'id_number' | 'amount';

/** The surnames of nine people in ten. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文安向施柳倪章颜欧严牛葛俞季鲁翁殷樊';
const NAME = new RegExp(`^[${SURNAMES}][\\u4e00-\\u9fa5]{1,2}$`);
/** 马桥镇, 高血压, 方便: what begins like a name and is none. */
const NO_NAME = /[镇村乡街道区县市路居委里弄庄屯组社院校班级病症癌瘤压障残元年月日]$/;
const NUMBER = /^[¥]?(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?元?$/;
const OF_MONEY = /[金款费钱贴]|补助|补发|元|amount|money|pay/i;
const YEARS = /^(?:19|20)\d\d$/;

/** So many of a column's cells at least, of those that say something, are of one kind. */
const MOST = 0.7;
/** Names differ; what does not is a kind of people, or where they live. */
const DIFFERENT = 0.5;

/** What the cells of a column look like; null for nothing that matters. */
export function looksLike(title: string, cells: readonly string[]): LooksLike | null {
  const filled = cells.map(compactCell).filter((text) => text !== '');
  if (filled.length === 0) return null;
  const most = (is: (text: string) => boolean) => filled.filter(is).length >= MOST * filled.length;
  if (most(isIdNumber)) return 'id_number';
  if (most((text) => NAME.test(text) && !NO_NAME.test(text)) && new Set(filled).size >= DIFFERENT * filled.length) {
    return 'name';
  }
  const isMoney = OF_MONEY.test(title);
  const isAmounts = most((text) => (isMoney ? NUMBER.test(text) : isRound(text))) && !most((text) => YEARS.test(text));
  return isAmounts ? 'amount' : null;
}

const isIdNumber = (text: string) =>
  text.length >= 15 && ['valid18', 'valid15', 'checksum', 'birth-date', 'masked'].includes(readIdNumber(text).class);

/** Tens of yuan, or exact to the fen, as amounts are and ages and counts are not. */
function isRound(text: string): boolean {
  const [, whole = '', decimals] = NUMBER.exec(text) ?? [];
  const value = Number(whole.replaceAll(',', ''));
  return whole !== '' && value >= 10 && (value % 10 === 0 || decimals?.length === 2);
}
