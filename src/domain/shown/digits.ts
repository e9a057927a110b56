/** Digits as numbers are written in Chinese, one by one: 一三八…, 壹叁捌…, and 幺 as telephones are read out. */
const HAN: ReadonlyMap<string, string> = new Map(
  ['〇零○', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((signs, digit) =>
    [...signs].map((sign) => [sign, String(digit)] as const),
  ),
);
/** What other signs were found to be: of one unit each, so that they are never more than there are units. */
const OTHERS = new Map<string, string>();

/** Nothing but ASCII and Chinese characters that are no digits. */
const PLAIN = new RegExp(`^(?:[\\x00-\\x7f]|(?![${[...HAN.keys()].join('')}])[\\u4e00-\\u9fa5])*$`);

/** A text sign by sign, and the same with an ASCII digit for every digit of any script: one sign for each, so that places agree. */
export interface PlainDigits {
  readonly signs: readonly string[];
  readonly plain: string;
}

/** Every digit as it would be read out: full-width, Arabic, circled and Chinese ones as well. */
export function plainDigits(text: string): PlainDigits {
  const signs = Array.from(text);
  return { signs, plain: PLAIN.test(text) ? text : signs.map(plainSign).join('') };
}

function plainSign(sign: string): string {
  if (sign <= '\u007f') return sign;
  const han = HAN.get(sign);
  if (han !== undefined) return han;
  if (sign >= '\u4e00' && sign <= '\u9fa5') return sign; // nothing folds them
  const known = OTHERS.get(sign);
  if (known !== undefined) return known;
  const plain = otherSign(sign);
  if (sign.length === 1) OTHERS.set(sign, plain);
  return plain;
}

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
