/** Subdistricts and committees of 示范区, which does not exist. */
export const SUBDISTRICTS = [
  '青溪街道',
  '云塘街道',
  '晴川街道',
  '南屏街道',
  '望湖街道',
  '松鹤街道',
  '柏泉镇',
  '白沙镇',
  '石桥镇',
  '新河镇',
  '东岭镇',
  '西浦镇',
] as const;

const FIRST = [...'柳梅松竹兰荷桂枫银金玉清明安福康'];
const SECOND = [...'桥园苑庭湾溪泉坊里巷浜塘岭坡堰'];

/** A name that places have; no two of the first 256 are alike. */
export function placeStem(number: number): string {
  return `${FIRST[number % FIRST.length]}${SECOND[Math.floor(number / FIRST.length) % SECOND.length]}`;
}

/** A committee's name without 居委; no two of the 240 are alike. */
export function committeeStem(subdistrict: number, committee: number): string {
  return placeStem(subdistrict * 20 + committee);
}
