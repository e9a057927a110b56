/**
 * Surnames of nine in ten who have a Chinese name, so that the two names of a couple are told from a name and a remark, or from
 * the parts of a longer name. Those with which transcribed names often begin (古丽, 艾山, 买买提) are left out.
 */
const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康' +
    '毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗' +
    '凌费纪靳盛童欧甄项曲成游裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解柴华车冉房边辜吉饶刁瞿戚丘米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆燕郎邸' +
    '冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇蓝荆戈巫应宗丰沙狄麻肖闫付代邝阳仲佟岑滑原储鹿芮荀羊惠幸强乐邰浦桑汲井缪蒲虞' +
    '張陳楊趙黃吳孫馬羅鄭謝許馮蕭葉蘇盧呂蔣賈閻餘鍾鐘譚廖鄒陸龍萬錢湯賀賴龔龐蘭顏嚴溫蘆魯韋畢聶齊莊關費紀項遲劉韓鄧莊單鮑柴華車滿竇衛闞藍仇劉範',
);
const COMPOUND = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 端木 独孤 南宫 轩辕 申屠 百里 歐陽 東方 諸葛 司馬 尉遲 呼延 钟离 澹台 公冶 宗政 濮阳 太史 闻人 赫连 万俟 淳于 单于'.split(
    ' ',
  ),
);

const CHINESE = /^[\u4E00-\u9FA5]{2,4}$/;
const SIGNS = /\s*[、/,;&+|\n]\s*/;
/** Between two names, but in many names too: 张永和. */
const WORDS = /[和与及]/g;
/** 夫：张建国 妻：王秀英 */
const LABEL = /^(?:夫|妻|丈夫|妻子|男方?|女方?|配偶):/;
const SHORTEST_PAIR = 5;

/** The two names in a cell of a couple's (张建国、王秀英); null where it is one name, or more than two. `text` is folded. */
export function coupleIn(text: string): readonly [string, string] | null {
  if (text.includes('·')) return null;
  const signs = text.split(SIGNS);
  if (signs.length > 1) return coupleOf(signs);
  const compact = text.replace(/\s+/g, '');
  if (compact.length < SHORTEST_PAIR - 1) return null;
  const spaced = coupleOf(text.split(/\s+/));
  if (spaced && !COMPOUND.has(spaced[0])) return spaced;
  if (compact.length < SHORTEST_PAIR) return null;
  for (const { index } of compact.matchAll(WORDS)) {
    const named = coupleOf([compact.slice(0, index), compact.slice(index + 1)]);
    if (named) return named;
  }
  return null;
}

function coupleOf(parts: readonly string[]): readonly [string, string] | null {
  const [one = '', other = '', ...more] = parts.map((part) => part.replace(/\s+/g, '').replace(LABEL, ''));
  return more.length === 0 && one !== other && isName(one) && isName(other) ? [one, other] : null;
}

/** 欧阳, 司马: a surname of two characters. */
export const isCompoundSurname = (text: string): boolean => COMPOUND.has(text);

function isName(text: string): boolean {
  if (!CHINESE.test(text) || text.endsWith('代') || text.endsWith('代领')) return false;
  return SURNAMES.has(text[0] ?? '') || COMPOUND.has(text.slice(0, 2));
}
