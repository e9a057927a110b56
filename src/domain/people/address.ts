import { foldCell, LONGEST_CELL } from '../cell-text.ts';
import { CHINESE_DIGITS, readNumeral } from '../numeral.ts';

/**
 * An address as far as it can be told where somebody lives: 石泉路12弄3号501室, 石泉路12-3-501 and 石泉路12弄3号楼501 say the same.
 * Empty where nothing is said.
 */
export interface Address {
  /** Road, lane or estate, or the village where there is neither: 石泉路, 石泉小区. Of an address in letters all words, sorted. */
  readonly street: string;
  /** All numbers in their order, the room's last: 12, 3, 501. */
  readonly numbers: readonly string[];
  /** The committee that is named before the street, without what kind it is: 石泉一. */
  readonly committee: string;
  /** The subdistrict or town that is named before either, without what kind it is: every town has a 人民路, and many a 东村. */
  readonly town: string;
  /** Words in letters; none of a Chinese address. */
  readonly words: readonly string[];
}

const HAN = /\p{Script=Han}/u;
const IN_CHINESE = new RegExp(`[${CHINESE_DIGITS}]+(?=号|弄|室|幢|栋|座|单元|楼|层|组|队|支弄)`, 'g');
const BRACKETS = /[(（[【][^)）\]】]*[)）\]】]?/g;
/** 上海市普陀区, 山东省莱州市; 小区, 社区 and 校区 are no districts. */
const DISTRICT = /^(?:.{2,7}?(?:省|自治区))?(?:.{2,6}?市)?(?:.{1,6}?(?<![小社校园厂矿林景新])(?:区|县))?/;
const SUBDISTRICT = /^([^0-9]{2,6}?)(?:街道(?:办事处)?|镇|乡)(?=.)/;
const COMMITTEE =
  /^([^0-9]{1,10}?)(?:社区居委会|社区居民委员会|居民委员会|村民委员会|居委会|村委会|居委|村委|社区|(?<!新)村(?!村|社区|居))(?=.)/;
/** Of numbers of a building or a room, letters are a part: 3号B座, 501A. */
const NUMBER = /[0-9]+(?:[A-Za-z](?![A-Za-z]))?/g;

/** Reads an address cell. */
export function readAddress(cell: string): Address {
  if (cell.length > LONGEST_CELL) return { street: '', numbers: [], committee: '', town: '', words: [] };
  const folded = foldCell(cell).replace(BRACKETS, '');
  if (!HAN.test(folded)) return inLetters(folded);
  const text = folded.replace(/[\s,，.。、;；]+/g, '').replace(IN_CHINESE, inDigits);
  const inDistrict = text.replace(DISTRICT, '');
  const [before = '', town = ''] = SUBDISTRICT.exec(inDistrict) ?? [];
  const rest = inDistrict.slice(before.length);
  const [whole = '', named = ''] = COMMITTEE.exec(rest) ?? [];
  const place = rest.slice(whole.length);
  const street = /^[^0-9]*/.exec(place)?.[0] ?? '';
  return {
    street: street.replace(/[-#/号]+$/g, '') || named,
    numbers: place.slice(street.length).match(NUMBER)?.map(withoutZeros) ?? [],
    committee: named,
    town,
    words: [],
  };
}

function inLetters(text: string): Address {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const isNumber = (word: string) => /\d/.test(word);
  const named = [...new Set(words.filter((word) => !isNumber(word)))].sort();
  return { street: named.join(' '), numbers: words.filter(isNumber), committee: '', town: '', words: named };
}

/** 一〇二 is 102, 十二 is 12. */
function inDigits(numeral: string): string {
  const digit = (one: string) => '〇一二三四五六七八九'.indexOf(one.replace('零', '〇').replace('两', '二'));
  const each = Array.from(numeral, digit);
  if (each.every((value) => value >= 0)) return each.join('');
  const read = readNumeral(numeral);
  return read && read.exponent === 0 ? String(read.digits) : numeral;
}

const withoutZeros = (number: string) => number.replace(/^0+(?=[0-9])/, '').toUpperCase();
