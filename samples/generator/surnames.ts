import type { Random } from './random.ts';

/** Surnames from the commonest on, after the frequencies that the Ministry of Public Security publishes each year. */
const SURNAMES =
  '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 邓 冯 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 ' +
  '于 杜 叶 程 魏 苏 吕 丁 任 卢 姚 沈 钟 姜 崔 谭 陆 范 汪 廖 石 金 韦 贾 夏 付 方 邹 熊 白 孟 秦 邱 侯 江 尹 薛 闫 段 雷 ' +
  '龙 黎 史 陶 贺 毛 郝 顾 龚 邵 万 覃 武 钱 戴 严 莫 孔 向 常 汤 康 易 乔 赖 文 洪 倪 樊 兰 殷 施 安 颜 牛 温 芦 季 俞 章 ' +
  '鲁 葛 伍 庄 聂 齐 童 焦 岳 翟 邢 欧 耿 关 邬 左 詹 曲 解 祝 单 包 宁 尚 符 舒 阮 柯 纪 梅 凌 毕 裴 霍 成 苗 谷 盛 冉 涂 ' +
  '翁 臧 路 游 靳 管 柴 蒙 鲍 华 喻 祁 房 滕 屈 饶 解 牟 艾 卜 仇 欧阳 诸葛 司马 上官 司徒 尉迟 夏侯 皇甫 端木 东方';

const RANKED = [...new Set(SURNAMES.split(' '))];

/** Near enough to what is counted: 7.2% for the first, 2.4% for the tenth, 0.2% for the hundredth. */
const CUMULATIVE = cumulative(RANKED.map((_, rank) => 1 / (1 + rank / 9) ** 1.45));

function cumulative(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  return weights.map((weight) => {
    reached += weight / total;
    return reached;
  });
}

export function drawSurname(random: Random): string {
  const point = random.next() / 2 ** 32;
  let low = 0;
  let high = RANKED.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((CUMULATIVE[middle] ?? 1) < point) low = middle + 1;
    else high = middle;
  }
  return RANKED[low] as string;
}
