import { compactCell } from '../cell-text.ts';
import type { Fen } from '../money.ts';
import { scaleExponent } from '../numeral.ts';
import { FIELD_OF_PART, FIELD_OF_TITLE } from './field-of-title.ts';
import type { ListField } from './list-field.ts';
import {
  HEAD_WORDS,
  HUSBAND_WORDS,
  KNOWN_TITLES,
  MEMBER_OF_HOUSEHOLD,
  OTHER_PERSONS,
  OTHER_THINGS,
  WIFE_WORDS,
} from './other-titles.ts';

/** What one title says of its column. */
export interface TitleReading {
  readonly field: ListField | null;
  readonly how: 'exact' | 'contained' | 'unused' | 'unknown';
  /** 户主性别, 女方身份证号: of the head or one of a couple, who may or may not be the one who is paid. */
  readonly of: Member | null;
}

/** People of a household whom titles name. */
export type Member = 'head' | 'husband' | 'wife' | 'member';
const MEMBER_WORDS: readonly (readonly [Member, readonly string[]])[] = [
  ['head', HEAD_WORDS],
  ['husband', HUSBAND_WORDS],
  ['wife', WIFE_WORDS],
  ['member', MEMBER_OF_HOUSEHOLD],
];
const memberIn = (text: string) => MEMBER_WORDS.find(([, words]) => mentions(text, words))?.[0];

/** Longer texts are sentences, not titles. */
const LONGEST_CELL = 80;
const LONGEST_TITLE = 20;
const LONGEST_PART = Math.max(...[...FIELD_OF_PART.keys()].map((part) => part.length));

const BRACKETED = /[([{【〔〈《]([^()[\]{}【】〔〕〈〉《》]*)[)\]}】〕〉》]/g;
const UNIT = '(?:人民币)?:?([十百千万亿]{0,2})[元圆](?:/.{0,4})?|人民币|yuan|rmb|cny';
const BRACKETED_UNIT = new RegExp(`^(?:金额)?(?:单位)?:?(?:${UNIT})$`);
const TRAILING_UNIT = new RegExp(`[/:,、-]?(?<!单)(?:${UNIT})$`);
const UNIT_ABOVE =
  /单位[:(|为]*(?:[人户份次个]{1,2}[、,/和及])*(?:人民币)?:?([十百千万亿]{0,2})[元圆](?![\u4e00-\u9fff])/;

/** A title as titles are compared: also in small letters, without stars and numbering, with 账 for 帐; brackets stay. */
export function foldTitle(title: string): string {
  if (title.length > LONGEST_CELL) return '';
  return compactCell(title)
    .toLowerCase()
    .replace(/[*★_"'“”。]+/g, '')
    .replace(/^\d+[.、](?=\D)/, '')
    .replace(/:+$/, '')
    .replaceAll('帐', '账');
}

/** A folded title without what stands in brackets and without its unit. */
export function bareTitle(folded: string): string {
  const bare = folded.replace(BRACKETED, '');
  const unitless = bare.replace(TRAILING_UNIT, '');
  return (unitless === '' ? bare : unitless).replace(/[:/.]+$/, '');
}

/** Is this text a unit and nothing else, as it stands below 金额 in a second row? */
export function isUnitOnly(title: string): boolean {
  const folded = foldTitle(title);
  return folded !== '' && (bareTitle(folded) === '' || BRACKETED_UNIT.test(folded));
}

/**
 * What a column is by its title, or by its two titles, the upper first: 银行信息 + 账号. A whole title decides first, then the
 * longest known one at its end (Chinese says the thing last: 帮困对象电话 is a phone), then the longest anywhere in it; but
 * nothing that belongs to another person or is another thing.
 */
export function readTitle(upper: string, lower = ''): TitleReading {
  if (lower === '' || isUnitOnly(lower)) return readOne(upper);
  if (upper === '' || foldTitle(upper) === foldTitle(lower)) return readOne(lower);
  const joined = readOne(upper + lower);
  if (joined.how === 'exact') return joined;
  if (mentions(foldTitle(upper), OTHER_PERSONS)) return readExact(upper.replace(/信息|情况/, '') + lower) ?? UNUSED;
  const own = readOne(lower);
  if (own.how === 'unknown') return joined;
  if (own.field === 'amount') return paidUnder(foldTitle(upper), own);
  return belongingTo(memberIn(foldTitle(upper)), own);
}

/** Amounts that stand under what is not paid out: 应发, and 补助标准. */
const OWED = /[应拟][发付领补]|计划/;
const NOT_PAID = /(?:标准|单价)$|上[年月次]|去年/;

function paidUnder(upper: string, own: TitleReading): TitleReading {
  if (/实[发领付际]/.test(upper)) return own;
  if (OWED.test(upper)) return { field: 'payable', how: 'contained', of: null };
  return NOT_PAID.test(bareTitle(upper)) ? UNUSED : own;
}

const UNUSED: TitleReading = { field: null, how: 'unused', of: null };
const UNKNOWN: TitleReading = { field: null, how: 'unknown', of: null };

function readOne(title: string): TitleReading {
  const folded = foldTitle(title);
  const bare = bareTitle(folded);
  if (bare === '' || bare.length > LONGEST_TITLE) return UNKNOWN;
  const asides = bare === folded ? [] : [...folded.matchAll(BRACKETED)].map(([, aside = '']) => aside);
  if (asides.some((aside) => OTHER_PERSONS.includes(aside) || IN_WORDS.test(aside))) return UNUSED;
  const reading = readBare(bare);
  const member = MEMBER_WORDS.find(([, words]) => asides.some((aside) => words.includes(aside)))?.[0];
  return belongingTo(member, reading);
}

/** 补助金额（大写） says again what stands in figures beside it. */
const IN_WORDS = /^(?:大写|中文大写|人民币大写)$/;

/** 监护人信息 + 姓名 */
function readExact(title: string): TitleReading | undefined {
  const reading = readOne(title);
  return reading.how === 'exact' ? reading : undefined;
}

function readBare(bare: string): TitleReading {
  const exact = FIELD_OF_TITLE.get(bare);
  if (exact) return { field: exact, how: 'exact', of: null };
  if (bare.includes(':') && !bare.startsWith('其中')) return UNKNOWN; // a label and its value: 部门:民政局
  if (KNOWN_TITLES.has(bare) || mentions(bare, OTHER_PERSONS) || mentions(bare, OTHER_THINGS)) return UNUSED;
  if (MEMBER_ALONE.test(bare)) return { field: 'name', how: 'contained', of: 'member' };
  const part = partAtEnd(bare) ?? partAnywhere(bare);
  if (!part) return UNKNOWN;
  return belongingTo(memberIn(bare), { field: part, how: 'contained', of: null });
}

/** 家庭成员 names somebody like 家庭成员姓名. */
const MEMBER_ALONE = /^(?:家庭|户内|共同生活的?(?:家庭)?)?成员$/;

function partAtEnd(bare: string): ListField | undefined {
  for (let length = Math.min(LONGEST_PART, bare.length); length > 0; length--) {
    const field = FIELD_OF_PART.get(bare.slice(-length));
    if (field) return field;
  }
  return undefined;
}

/** Of several that are equally long, the last. */
function partAnywhere(bare: string): ListField | undefined {
  for (let length = Math.min(LONGEST_PART, bare.length); length > 0; length--) {
    for (let start = bare.length - length; start >= 0; start--) {
      const field = FIELD_OF_PART.get(bare.slice(start, start + length));
      if (field) return field;
    }
  }
  return undefined;
}

const mentions = (folded: string, words: readonly string[]) => words.some((word) => folded.includes(word));

/** The same title said of a member: a name is the member's name; phone and address are the household's anyway, but for a wife's. */
function belongingTo(member: Member | undefined, reading: TitleReading): TitleReading {
  if (member === undefined) return reading;
  if (member === 'member') return reading.field === null ? reading : { ...reading, of: member };
  switch (reading.field) {
    case 'name':
      return { ...reading, field: member };
    case 'id_number':
      return member === 'head' ? { ...reading, field: 'head_id' } : { ...reading, of: member };
    case 'card_number':
    case 'other_id':
    case 'sex':
    case 'birth':
    case 'age':
    case 'id_type':
      return { ...reading, of: member };
    case 'account':
    case 'holder':
      return member === 'head' ? reading : { ...reading, of: member };
    case 'phone':
      return member === 'wife' ? { ...reading, field: 'other_phone' } : reading;
    default:
      return reading;
  }
}

/** The fen in one unit that a title of amounts names, as in 金额（万元） or 金额/元; null when it names none. */
export function unitOfTitle(title: string): Fen | null {
  const folded = foldTitle(title);
  const units = [...folded.matchAll(BRACKETED)].map(([, aside = '']) => BRACKETED_UNIT.exec(aside));
  const named = units.findLast((unit) => unit !== null) ?? TRAILING_UNIT.exec(folded.replace(BRACKETED, ''));
  return named ? fenIn(named[1] ?? '') : null;
}

/** The same in a row above the header: 单位：万元, 金额单位：元. 单位：普陀区民政局 names nothing of the kind. */
export function unitAbove(row: readonly string[]): Fen | null {
  const text = row.filter((cell) => cell !== '' && cell.length <= LONGEST_CELL).map(compactCell);
  const named = UNIT_ABOVE.exec(text.join('|'));
  return named ? fenIn(named[1] ?? '') : null;
}

const fenIn = (scale: string): Fen => 100n * 10n ** BigInt(scaleExponent(scale) ?? 0);
