import { compactCell, foldCell, saysNothing, unwrapped } from '../cell-text.ts';
import type { Fen } from '../money.ts';
import { type Numeral, readNumeral, scaleExponent } from '../numeral.ts';

/**
 * An amount, a blank, or why neither: `unreadable` is no one number of money; `below-fen` is exact to less than a fen,
 * which nobody can pay out.
 */
export type AmountCell = { fen: Fen } | { empty: true } | { problem: 'unreadable' | 'below-fen' };

const UNREADABLE = { problem: 'unreadable' } as const;
const FEN_PER_YUAN = 100n;
const MOST_FEN = 10n ** 17n; // 15 digits of yuan
/** No amount is written longer, not even in formal numerals. */
const LONGEST = 64;

/** Numbers that only a space divides are two numbers, or one with a thousands separator: nobody can tell. */
const DIVIDED = /[\d.,]\s+[\d.,]/;
const SIGNED = /^([-−+]?)(?:人民币|RMB|CNY)?¥?([-−+]?)(.+)$/i;
const IN_BRACKETS = /^\(((?:人民币|RMB|CNY)?¥?[\d.,]+[万千百]?元?)\)(元?)$/i;
const PARTS = /^(?:(.+)元)?(?:零?([\d零一二三四五六七八九])角)?(?:零?([\d零一二三四五六七八九])分)?[整正]?$/;
const SCALED = /^([\d.,]+)([十百千万亿]+)$/;
const OWN_SCALE = /[万亿]$|^[\d.,]+[十百千]+$/;
const DECIMAL = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/;
const SCIENTIFIC = /^(\d+)(?:\.(\d+))?E([-+]?\d{1,2})$/i;

/** Formal, traditional and everyday characters are mixed in one amount (伍百圆), so all are read as the everyday ones. */
const FORMAL = '壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟萬億圆圓';
const EVERYDAY = '一二二三三三四五六六七八九十百千万亿元元';
const ANY_FORMAL = new RegExp(`[${FORMAL}]`, 'g');

/**
 * Reads a cell of an amount column whose header says what one unit is (`fenPerUnit`: 100 for 元, 1 000 000 for 万元). A
 * cell that names its own unit (0.05万元, 5百元, 伍佰圆整) means that. Negative amounts (-500, (500)) are negative fen.
 *
 * Spreadsheets save binary numbers with noise (0.30000000000000004): less than a millionth of a yuan is dropped.
 */
export function readAmount(cell: string, fenPerUnit: bigint): AmountCell {
  if (/^\d{1,9}$/.test(cell)) return { fen: BigInt(cell) * fenPerUnit };
  const text = unwrapped(compactCell(cell));
  if (saysNothing(text)) return { empty: true };
  if (text.length > LONGEST || DIVIDED.test(foldCell(cell))) return UNREADABLE;
  const [, inBrackets, unit = ''] = IN_BRACKETS.exec(text) ?? [];
  const [, before = '', behind = '', unsigned = ''] = SIGNED.exec(inBrackets ? `-${inBrackets}${unit}` : text) ?? [];
  if (before && behind) return UNREADABLE;
  const amount = readUnsigned(everyday(unsigned), fenPerUnit);
  if (!amount) return UNREADABLE;
  const sign = before === '-' || behind === '-' || before === '−' || behind === '−' ? -1n : 1n;
  return toFen({ digits: sign * amount.digits, exponent: amount.exponent });
}

function everyday(text: string): string {
  return text.replace(ANY_FORMAL, (character) => EVERYDAY.charAt(FORMAL.indexOf(character)));
}

/** The amount in fen, exactly as printed. */
function readUnsigned(text: string, fenPerUnit: bigint): Numeral | undefined {
  const [whole, yuan, jiao, fen] = PARTS.exec(text) ?? [];
  if (whole === undefined || (yuan ?? jiao ?? fen) === undefined) return readPlain(text, fenPerUnit);
  const number = yuan === undefined ? { digits: 0n, exponent: 0 } : readNumber(yuan);
  if (!number) return undefined;
  const change = digitOf(jiao) * 10n + digitOf(fen);
  if (jiao === undefined && fen === undefined) return times(number, FEN_PER_YUAN);
  if (number.exponent < 0) return undefined; // 1.5元5角
  return { digits: number.digits * 10n ** BigInt(number.exponent) * FEN_PER_YUAN + change, exponent: 0 };
}

/** A number that names no unit is of the column's, unless it has a scale of its own: 5万 and 5百 are yuan. */
function readPlain(text: string, fenPerUnit: bigint): Numeral | undefined {
  const number = readNumber(text.replace(/[整正]$/, ''));
  return number && times(number, OWN_SCALE.test(text) ? FEN_PER_YUAN : fenPerUnit);
}

function readNumber(text: string): Numeral | undefined {
  const [scaled, mantissa = '', scale = ''] = SCALED.exec(text) ?? [];
  const exponent = scaleExponent(scale) ?? 0;
  const number = readArabic(scaled === undefined ? text : mantissa);
  if (number) return { digits: number.digits, exponent: number.exponent + exponent };
  return readNumeral(text);
}

function readArabic(text: string): Numeral | undefined {
  const [, mantissa = '', places = '', power] = SCIENTIFIC.exec(text) ?? [];
  if (power !== undefined) return { digits: BigInt(mantissa + places), exponent: Number(power) - places.length };
  const [, whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  if (whole === '' && fraction === '') return undefined;
  return { digits: BigInt(whole.replaceAll(',', '') + fraction), exponent: -fraction.length };
}

function digitOf(character = '零'): bigint {
  const digit = '零一二三四五六七八九'.indexOf(character);
  return BigInt(digit < 0 ? character : digit);
}

function times({ digits, exponent }: Numeral, factor: bigint): Numeral {
  return { digits: digits * factor, exponent };
}

/** Fen of a decimal number of fen, if it is one but for noise below a millionth of a yuan (1/10 000 fen). */
function toFen({ digits, exponent }: Numeral): AmountCell {
  const step = 10n ** BigInt(Math.max(0, -exponent));
  const value = digits * 10n ** BigInt(Math.max(0, exponent));
  const doubled = 2n * value + step;
  const fen = (doubled - (((doubled % (2n * step)) + 2n * step) % (2n * step))) / (2n * step);
  if (fen >= MOST_FEN || fen <= -MOST_FEN) return UNREADABLE;
  const off = fen * step - value;
  return (off < 0n ? -off : off) * 10_000n < step ? { fen } : { problem: 'below-fen' };
}
