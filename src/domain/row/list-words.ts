import { compactCell, saysNothing, unwrapped } from '../cell-text.ts';
import { readNumeral } from '../numeral.ts';
import { readName } from '../people/person-name.ts';

export type Sex = 'male' | 'female';

/** GB/T 2261.1 writes 1 and 2; its 0 (unknown) and 9 (not said) are neither. */
const SEXES: ReadonlyMap<string, Sex> = new Map([
  ...['男', '男性', '男士', 'M', 'MALE', '1'].map((word) => [word, 'male'] as const),
  ...['女', '女性', '女士', 'F', 'FEMALE', '2'].map((word) => [word, 'female'] as const),
]);

const COUNTED =
  /^(.+?)(?:\.0+)?(?:周?岁|人次?|人户|口(?:人|之家|户)?|户|份|个|件|袋|套|盒|箱|条|张|次|桶|瓶|只|床|包|名|位)?$/;
/** No count is written longer. */
const LONGEST_COUNT = 32;

const NOT_SIGNED = /^(?:[未没](?:有)?(?:领取?|签收?|签[名字]|收到?|到)?|待[领签]取?|[否×✗✕✘✖XN0]|NO|FALSE)$/;

/** The sex that a cell says; null when it says none. */
export function readSex(cell: string): Sex | null {
  return SEXES.get(word(cell)) ?? null;
}

/** A whole number of persons, years or things: 3, 3人, 75周岁, 两份. Null for anything else, also for a fraction. */
export function readCountCell(cell: string): number | null {
  const text = word(cell);
  if (text.length > LONGEST_COUNT) return null;
  const numeral = readNumeral(COUNTED.exec(text)?.[1] ?? '');
  if (!numeral || numeral.exponent < 0) return null;
  const count = Number(numeral.digits * 10n ** BigInt(numeral.exponent));
  return Number.isSafeInteger(count) ? count : null;
}

/** Whether a sign-off cell says that somebody signed: any name or tick does; a blank, 未签, 未领, 否 and a cross do not. */
export function isSigned(cell: string): boolean {
  const text = word(cell);
  return !saysNothing(text) && !NOT_SIGNED.test(text);
}

/** Words in a column of agents that name nobody. */
const NOBODY =
  /^(?:本人|自己|自领|否|是|[√×✓✗]|家属|家人|亲属|亲戚|配偶|丈夫|妻子|爱人|父亲?|母亲?|父母|儿子?|女儿?|子女|媳妇|儿媳|女婿|孙子|孙女|兄弟|哥哥?|弟弟?|姐姐?|妹妹?|邻居|监护人|代领人?|居委会?|村委会?|社区|街道|单位|学校|志愿者|社工|护工)$/;

/** Who a cell says collects for somebody else; null where it names nobody. */
export function readAgent(cell: string): string | null {
  const { name } = readName(cell);
  return name === '' || saysNothing(name) || NOBODY.test(name) ? null : name;
}

function word(cell: string): string {
  return unwrapped(compactCell(cell)).toUpperCase();
}
