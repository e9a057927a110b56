/** Digits as numbers are written in Chinese, one by one: 一三八…, 壹叁捌…, and 幺 as telephones are read out. */
const HAN: ReadonlyMap<string, string> = new Map(
  ['〇零○', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((signs, digit) =>
    [...signs].map((sign) => [sign, String(digit)] as const),
  ),
);

/** By UTF-16 unit, the one that it reads as: what nearly all texts are of is known, any other is told when it first comes. */
const PLAIN = new Uint16Array(1 << 16);
for (let unit = 0; unit <= 0x7f; unit += 1) PLAIN[unit] = unit;
for (let unit = 0x4e00; unit <= 0x9fa5; unit += 1) PLAIN[unit] = unit; // nothing folds them
for (const [sign, digit] of HAN) PLAIN[sign.charCodeAt(0)] = digit.charCodeAt(0);

/** A text sign by sign, and the same with an ASCII digit for every digit of any script: one sign for each, so that places agree. */
export interface PlainDigits {
  readonly signs: readonly string[];
  readonly plain: string;
}

/** Every digit as it would be read out: full-width, Arabic, circled and Chinese ones as well. */
export function plainDigits(text: string): PlainDigits {
  return { signs: Array.from(text), plain: plainText(text) };
}

/** The same without its signs. */
export function plainText(text: string): string {
  let plain = '';
  let said = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdfff) return Array.from(text, plainSign).join('');
    const reads = plainUnit(unit);
    if (reads === unit) continue;
    plain += text.slice(said, at) + String.fromCharCode(reads);
    said = at + 1;
  }
  return plain + text.slice(said);
}

function plainUnit(unit: number): number {
  const known = PLAIN[unit] ?? 0;
  if (known !== 0) return known;
  const reads = otherSign(String.fromCharCode(unit)).charCodeAt(0);
  PLAIN[unit] = reads;
  return reads;
}

const plainSign = (sign: string) =>
  sign.length === 1 ? String.fromCharCode(plainUnit(sign.charCodeAt(0))) : otherSign(sign);

function otherSign(sign: string): string {
  if (/\p{Nd}/u.test(sign)) return digitOf(sign);
  if (sign === '，') return sign; // it stands between figures: 18，9,004,010 is two of them
  const folded = sign.normalize('NFKC');
  if (folded.length === 1) return folded;
  return sign.length === 1 ? sign : '\ufffc'; // half of a pair would be a sign more
}

/** Unicode's decimal digits stand in blocks that begin with a zero. */
function digitOf(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}
