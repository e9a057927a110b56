import nzh from 'nzh/cn';

/** A printed number: `digits` × 10^`exponent`, where 10^`exponent` is one unit of its last printed digit. */
export interface Numeral {
  readonly digits: bigint;
  readonly exponent: number;
}

const ARABIC = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const CHINESE_SMALL = /^[〇零一二三四五六七八九十百千万亿]+$/;
const CHINESE_FORMAL = /^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+$/;

/** The characters that Chinese numerals are written with, for a regular expression's class. */
export const CHINESE_DIGITS = '〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟';

/** Powers of ten that may stand behind a number: 3.8万, 7千, 3百万. */
const SCALES: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8 };

/** The exponent of a run of scale words (万 is 4, 百万 6, 万亿 12), or undefined for anything else. */
export function scaleExponent(words: string): number | undefined {
  let exponent = 0;
  for (const word of words) {
    const power = SCALES[word];
    if (power === undefined) return undefined;
    exponent += power;
  }
  return exponent;
}

/**
 * Reads Arabic digits (with thousands separators in their places) or Chinese numerals, small (三千五百) or formal
 * (壹仟贰佰); undefined for what is neither or is not written as such numbers are (`1,23`, 二百五).
 * A Chinese numeral that ends in 万 or 亿 is as precise as 100万 is; any other is precise to its ones.
 */
export function readNumeral(text: string): Numeral | undefined {
  const arabic = ARABIC.exec(text);
  if (arabic) {
    const [, whole = '', fraction = ''] = arabic;
    return { digits: BigInt(whole.replaceAll(',', '') + fraction), exponent: fraction ? -fraction.length : 0 };
  }
  const [, whole, decimals, scaleOf = ''] = CHINESE_DECIMAL.exec(text) ?? [];
  if (whole && decimals) return decimalOf(whole, decimals, scaleOf);
  const scale = /[万亿]+$/.exec(text)?.[0] ?? '';
  const value = chineseInteger(text.replaceAll('两', '二'));
  if (value === undefined) return undefined;
  const exponent = scaleExponent(scale) ?? 0;
  const step = 10n ** BigInt(exponent);
  return value % step === 0n ? { digits: value / step, exponent } : { digits: value, exponent: 0 };
}

/** 六十点二三亿: a numeral, digits behind 点, and a scale. */
const CHINESE_DECIMAL = /^([〇零一二两三四五六七八九十百千]+)点([〇零一二三四五六七八九]{1,6})([十百千万亿]*)$/;

function decimalOf(whole: string, decimals: string, scale: string): Numeral | undefined {
  const value = chineseInteger(whole.replaceAll('两', '二'));
  if (value === undefined) return undefined;
  const digits = [...decimals].map((each) => '零一二三四五六七八九'.indexOf(each.replace('〇', '零'))).join('');
  return { digits: BigInt(`${value}${digits}`), exponent: (scaleExponent(scale) ?? 0) - decimals.length };
}

/** nzh reads leniently, so what it read is written back and must be what was printed. */
function chineseInteger(text: string): bigint | undefined {
  const formal = CHINESE_FORMAL.test(text);
  if (!formal && !CHINESE_SMALL.test(text)) return undefined;
  const withOne = /^[百千佰仟万亿]/.test(text) ? (formal ? '壹' : '一') + text : text; // 百万 is 一百万
  const value = formal ? nzh.decodeB(withOne) : nzh.decodeS(withOne);
  if (!Number.isSafeInteger(value)) return undefined;
  const written = formal ? nzh.encodeB(value) : nzh.encodeS(value);
  const plain = (numeral: string) => numeral.replaceAll('〇', '零').replace(/^[一壹](?=[十拾])/, '');
  return plain(written) === plain(withOne) ? BigInt(value) : undefined;
}
