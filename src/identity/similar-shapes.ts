/**
 * Simplified characters in names that are taken for each other by their shape and are not near in sound, which is looked at
 * first (侯 候, 莹 萤). Such mistakes are made where somebody types or scans what was written by hand (末 for 未, 对 for 刘),
 * and by 五笔, where like shapes have like keys. A reviewed choice of what occurs, not all that looks alike.
 */
const GROUPS =
  '未末 己已巳 土士 日曰 戊戌戍 刘对 霞露 千干于 天夫 王玉主 大太犬 木本术 田由甲申 人入八 冶治 万方 文义 云去 元无 手毛 ' +
  '午牛生 史吏 右石 白自 禾木 民氏 永水 车东乐 马乌鸟 贝见贞 月用 龙尤 母毋 丘兵岳 向问 叶汁 全金 光先 华毕 伟传 佳住往 余佘 ' +
  '何柯 志忠 思恩 孟盂 宇字宁 宋宗 官宫 容客 季李秀 良艮 昌冒 芳芬 杜社 杨汤 郑邓 邹邬 邵部 陈阵 贤坚 贵责 姜美羡 章童 ' +
  '银根 闻间 雷雪 高亮 康唐 庞宠 裴斐 贺货 项须 瑞端 焦集 狄秋 洁沽 淑椒 锦绵';

const alike = new Map<string, string>();
for (const group of GROUPS.split(' ')) {
  for (const character of group) alike.set(character, (alike.get(character) ?? '') + group);
}

/** Whether two simplified characters are taken for each other by their shape. */
export function similarInShape(one: string, other: string): boolean {
  return alike.get(one)?.includes(other) ?? false;
}

/** The groups of characters that are taken for each other by their shape, in which a simplified character is. */
export const shapesOf = (form: string): string[] => GROUPS.split(' ').filter((group) => group.includes(form));
