import type { Random } from './random.ts';

export type Sex = '男' | '女';

/** The names that were common among those born until a year, whole, and the characters that others were made of. */
interface Fashion {
  readonly until: number;
  readonly whole: Readonly<Record<Sex, readonly string[]>>;
  readonly characters: Readonly<Record<Sex, readonly string[]>>;
  /** How many have a name of one character, of a thousand. */
  readonly single: number;
}

const words = (text: string) => text.split(' ');
const fashion = (until: number, single: number, men: string, women: string, hers: string, his: string): Fashion => ({
  until,
  single,
  whole: { 男: words(men), 女: words(women) },
  characters: { 男: [...his], 女: [...hers] },
});

const FASHIONS: readonly Fashion[] = [
  fashion(
    1949,
    120,
    '德明 国华 金生 根生 阿根 福生 永昌 树林 文华 志明 金龙 宝根 林生 长根 炳生 玉林 德福 荣生 志英 国良',
    '秀英 桂英 秀兰 玉兰 桂兰 玉英 凤英 素珍 秀珍 凤珍 玉珍 淑珍 素英 淑英 秀芳 兰英 阿妹 金妹 月英 惠珍',
    '秀英桂兰玉凤珍淑素芬月金梅荷巧招翠香莲菊妹娣惠芳银',
    '德国金根福永树文志宝林长炳荣昌富贵寿生祥茂忠义良田泉',
  ),
  fashion(
    1959,
    180,
    '建国 国强 志强 建华 建平 国平 卫国 保国 建民 国庆 援朝 和平 志华 建新 永明 国荣 解放 志刚 文明 伟民',
    '秀英 玉兰 桂英 秀兰 建华 玉梅 秀珍 凤英 丽华 桂芳 和平 淑华 玉珍 桂珍 爱华 惠芳 美华 爱珍 秀华 月华',
    '秀玉桂兰英珍华梅芳丽淑爱惠美琴娟芬萍珠凤月霞云芝琼',
    '建国志卫保民平华新明荣强伟文永援庆和刚忠祥林发根福生',
  ),
  fashion(
    1969,
    260,
    '卫东 建军 红兵 志强 建华 国强 卫国 向阳 建国 永红 卫民 文革 建平 志刚 红卫 学军 国华 建忠 立新 勇',
    '红 丽华 卫红 秀英 桂兰 丽萍 玉梅 建华 红梅 秀梅 惠芳 玉华 丽娟 爱红 萍 小红 美珍 海燕 秀琴 霞',
    '红丽卫玉梅萍华娟芳琴燕霞英秀美珍敏莉云玲艳文静彩兰',
    '卫建军红志国向永文立学东强平刚勇华明新兵忠林伟斌海峰',
  ),
  fashion(
    1979,
    420,
    '伟 勇 军 强 建军 斌 涛 海涛 建华 志刚 国庆 永强 晓东 海峰 文军 建新 志伟 波 峰 刚',
    '丽 敏 静 燕 艳 芳 红梅 丽娜 晓燕 海燕 春梅 玲 娟 霞 丽萍 红霞 晓红 秀丽 雪梅 英',
    '丽敏静燕艳芳红梅娜晓海春玲娟霞萍秀雪英莉琳华琴蓉洁',
    '伟勇军强建斌涛海志永晓文波峰刚东平辉杰明亮超鹏宏林',
  ),
  fashion(
    1989,
    480,
    '伟 磊 超 鹏 杰 勇 涛 浩 俊 志强 海龙 晓明 文杰 建伟 亮 波 凯 斌 飞 刚',
    '静 丽 娜 婷 燕 敏 丹 雪 晶晶 婷婷 丽娜 莉莉 艳 娟 倩 雯 晓丽 佳 莹 璐',
    '静丽娜婷燕敏丹雪晶莉艳娟倩雯晓佳莹璐慧颖蕾洁琳芳玲',
    '伟磊超鹏杰勇涛浩俊志海晓文建亮波凯斌飞刚龙峰明宇阳',
  ),
  fashion(
    1999,
    330,
    '杰 浩 俊杰 鑫 磊 伟 帅 文杰 浩然 宇 志豪 嘉伟 凯 子豪 晨 鹏飞 明 阳 泽宇 家豪',
    '婷 雪 静 敏 佳怡 婷婷 欣怡 雨婷 丹 悦 颖 梦婷 思琪 晓雯 佳 莹 雅婷 梦瑶 慧敏 倩',
    '婷雪静敏佳怡欣雨丹悦颖梦思琪晓雯莹雅瑶慧倩诗琳璐萱',
    '杰浩俊鑫磊伟帅文然宇志豪嘉凯子晨鹏飞明阳泽家天昊睿',
  ),
  fashion(
    2100,
    110,
    '浩宇 子轩 浩然 宇轩 梓轩 俊熙 奕辰 宇航 一诺 沐宸 子涵 皓轩 博文 梓豪 铭泽 睿 嘉懿 煜城 天佑 辰逸',
    '欣怡 梓涵 诗涵 雨桐 一诺 欣妍 子萱 可馨 梓萱 语桐 思涵 若汐 艺涵 苡沫 依诺 佳琪 梦琪 雨涵 悦 芷若',
    '欣怡梓涵诗雨桐妍萱可馨语思若汐艺沫依佳琪梦悦芷瑶晗',
    '浩宇子轩然梓俊熙奕辰航沐宸涵皓博文豪铭泽睿嘉煜天逸',
  ),
];

export function fashionOf(birthYear: number): Fashion {
  return FASHIONS.find(({ until }) => birthYear <= until) as Fashion;
}

/** A given name of the time; brothers and sisters often share their first character, which is then `generation`. */
export function drawGivenName(random: Random, birthYear: number, sex: Sex, generation?: string): string {
  const { whole, characters, single } = fashionOf(birthYear);
  if (generation) return generation + random.pick(characters[sex]);
  const kind = random.below(1000);
  if (kind < single) return random.pick(characters[sex]);
  return kind < single + 350 ? random.pick(whole[sex]) : random.pick(characters[sex]) + random.pick(characters[sex]);
}

const UYGHUR: Readonly<Record<Sex, readonly string[]>> = {
  男: words('买买提 艾力 吐尔逊 阿不都拉 玉素甫 库尔班 热合曼 依明 艾合买提 木沙'),
  女: words('阿依古丽 古丽娜尔 帕提古丽 热依拉 阿米娜 茹仙古丽 祖丽菲亚 迪丽娜尔'),
};

/** A name with a middle dot: one's own and the father's. */
export function drawDottedName(random: Random, sex: Sex): string {
  return `${random.pick(UYGHUR[sex])}·${random.pick(UYGHUR.男)}`;
}
