/**
 * Variants in names that OpenCC leaves as they are, each with its standard form: of the 第一批异体字整理表 (1955), old print,
 * Japanese forms that input methods offer. 喆, 堃, 淼 and 甯 are none: since the 通用规范汉字表 (2013) they are characters of
 * their own in names.
 */
const VARIANTS =
  '珮佩 濬浚 玨珏 晧皓 暠皓 菓果 翺翱 崐昆 琹琴 栢柏 靑青 淸清 兪俞 郞郎 尙尚 髙高 徳德 悳德 恵惠 寳宝 枏楠 柟楠 蘂蕊 蕋蕊 楳梅 ' +
  '煕熙 熈熙 凞熙 衞卫 勲勋 秌秋 煇辉 燿耀 珎珍 籣兰 蔴麻 犂犁 棃梨 璢琉 瑠琉 霛灵 渕渊 囯国 桒桑 姪侄 鐡铁 鉄铁 銕铁 愼慎 敍叙 ' +
  '暎映 稺稚 隣邻 颕颖 飜翻 鳯凤 鵞鹅 黙默 冨富 呉吴 曽曾 増增 豊丰 賛赞 黒黑 彊强 凃涂';

/** Surnames that stand for each other since the second simplification of 1977, or, 邱, since a taboo of 1725. */
const SURNAMES = '肖萧 闫阎 代戴 付傅 兰蓝 丘邱';

const standardForms = pairsIn(VARIANTS);
const surnameForms = pairsIn(SURNAMES);

/** The standard form of a simplified character. */
export function standardForm(character: string): string {
  return standardForms.get(character) ?? character;
}

/** One form for all in which a surname is written, of its standard form. */
export function surnameForm(character: string): string {
  return surnameForms.get(character) ?? character;
}

function pairsIn(pairs: string): Map<string, string> {
  return new Map(pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
}
