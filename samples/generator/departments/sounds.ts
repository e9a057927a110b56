import { pinyin } from 'pinyin-pro';
import { fashionOf } from '../given-names.ts';
import type { Random } from '../random.ts';

/** Characters of names beside those that the people here have, so that a mistake need not be another's name. */
const FURTHER =
  '莹颖瑛盈萤映营影迎应鹰樱 华花画桦骅滑 珍贞真针桢臻镇振震 兰岚蓝澜览 梅玫眉美煤湄媚 芳方坊房妨防放 英瑛鹰应迎影 丽莉利力立俐理李礼励历 ' +
  '敏民闽珉旻 静敬靖净竞镜晶京 娟鹃涓捐卷 琴勤芹秦沁 霞夏侠遐 燕艳雁彦焰宴延言炎 洁杰捷婕节结 红宏鸿洪虹泓弘 军君钧均俊骏峻 伟玮炜纬苇卫维 ' +
  '强蔷墙 志智治致质芝知之 明铭鸣名茗 建健剑见坚间 国果过 平萍苹屏坪凭 文雯纹闻稳问 生胜盛声圣升 福富复付傅甫 荣容蓉融榕 新心欣馨昕鑫芯 ' +
  '东冬栋董 林琳霖临邻玲龄灵铃凌 海亥 涛滔桃 峰锋丰枫凤风 波博伯勃 辉晖慧惠会卉 雪学薛 月悦越岳跃 云芸耘韵 春椿纯淳 金锦今瑾进晋 玉裕钰昱宇语雨羽 ' +
  '秀绣袖修 凤奉冯 桂贵 香湘祥翔详 莲连联廉 菊举巨聚 素苏肃 爱艾 巧乔俏 彩采蔡 娣弟迪 宝保葆 根庚 长常昌 德得 永勇咏泳 忠中钟仲 良亮梁 庆清青晴卿';

/** Surnames for which others are heard: those that one is asked to spell. */
const SURNAMES_HEARD =
  '张章 李黎厉 王汪 陈程成 刘柳 杨羊 黄皇 吴伍武 徐许 孙荪 朱诸祝 胡扈 何贺 高郜 郑正 余俞于虞 肖萧 沈申 江姜蒋 石施史 付傅符 严阎颜闫 季纪冀 任仁 魏卫 秦覃 左佐 邵绍 路陆鲁卢 冯封';

const bySound = new Map<string, string>();
const byNearSound = new Map<string, string>();
const heard = new Map<string, string>();

/** How a clerk hears a syllable who does not tell apart what many dialects do not. */
function nearSound(sound: string): string {
  return sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/(?<=i|e|a)ng$/, 'n');
}

const soundOf = (character: string) => pinyin(character, { toneType: 'none' });

function characters(): Set<string> {
  const years = [1940, 1955, 1965, 1975, 1985, 1995, 2010].map(fashionOf);
  const names = years.flatMap(({ whole, characters: single }) => [
    ...whole.男,
    ...whole.女,
    ...single.男,
    ...single.女,
  ]);
  return new Set([...names.join(''), ...FURTHER.replaceAll(' ', '')]);
}

function add(groups: Map<string, string>, key: string, character: string): void {
  groups.set(key, (groups.get(key) ?? '') + character);
}

for (const character of characters()) {
  const sound = soundOf(character);
  add(bySound, sound, character);
  add(byNearSound, nearSound(sound), character);
}
for (const group of SURNAMES_HEARD.split(' ')) for (const surname of group) heard.set(surname, group);

/** Another character of the same sound, as an input method offers it. */
export function homophone(character: string, random: Random): string {
  return other(bySound.get(soundOf(character)), character, random);
}

/** Another character of a sound that is taken for it. */
export function nearlyHeard(character: string, random: Random): string {
  const sound = soundOf(character);
  const group = byNearSound.get(nearSound(sound)) ?? '';
  return other([...group].filter((near) => soundOf(near) !== sound).join(''), character, random);
}

export function surnameHeard(surname: string, random: Random): string {
  return other(heard.get(surname), surname, random);
}

function other(group: string | undefined, character: string, random: Random): string {
  const others = [...(group ?? '')].filter((one) => one !== character);
  return others.length > 0 ? random.pick(others) : character;
}
