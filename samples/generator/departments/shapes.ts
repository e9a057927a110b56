import type { Random } from '../random.ts';

/** Characters that are taken for each other where handwriting is typed in. */
const SHAPES =
  '末未 侯候 己已巳 士土 日曰 刘对 霞露 千干于 天夫 王玉主 大太 木本术 田由甲申 人入八 冶治 方万 云去 元无 午牛 史吏 白自 永水 ' +
  '龙尤 思恩 宇字 宋宗 官宫 季李秀 良艮 昌冒 芳芬劳 杨扬汤 郑邓 陈阵 贤坚 贵责 美姜羡 章童 银根 间问闻 雷雪 高亮 唐康 芝艺 ' +
  '兰三 英苗 珍玲 桂佳 凤风 娣梯 萍苹 娟婿 敏繁 静净 艳艺 梅海悔 翠萃 惠思 淑椒 荣菜 财材 根很 林材 德得 荷何 建健 ' +
  '强弦 伟纬 涛铸 鹏朋 浩洁 磊品 俊峻 杰木 波破 斌武 辉挥 峰蜂 欣欢 怡冶 涵函 轩斩 宸晨 梓样 莹茔 婷停 倩情 佳住';

const alike = new Map<string, string>();
for (const group of SHAPES.split(' ')) {
  for (const character of group) alike.set(character, (alike.get(character) ?? '') + group.replace(character, ''));
}

/** A name in which one character is another that looks like it, if any does. */
export function misread(name: string, random: Random): string {
  const characters = [...name];
  const places = characters.flatMap((character, place) => (alike.has(character) ? [place] : []));
  if (places.length === 0) return name;
  const place = random.pick(places);
  characters[place] = random.pick([...(alike.get(characters[place] as string) as string)]);
  return characters.join('');
}
