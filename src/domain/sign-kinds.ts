/** What a UTF-16 unit is to whoever looks for numbers and commands; halves of pairs may be anything. */
const DIGIT = 1;
const LETTER = 2;
const BETWEEN = 4;
const UNSEEN = 8;
/** However many of them, they are one gap. */
const SPACE = 16;

/** By unit, each told when it first comes: most texts are of a few hundred signs, and a pattern costs a microsecond a text. */
const KINDS = new Uint8Array(1 << 16);

function kindOf(unit: number): number {
  const known = KINDS[unit] ?? 0;
  if (known !== 0) return known;
  KINDS[unit] = plainKind(unit) ?? toldKind(String.fromCharCode(unit));
  return KINDS[unit];
}

const HAN_DIGITS = '零一壹幺二贰三叁四肆五伍六陆七柒八捌九玖';

/** Of nearly all that is met, without asking Unicode: ASCII that prints, and the Chinese characters of GB 2312 and more. */
function plainKind(unit: number): number | undefined {
  if (unit >= 0x4e00 && unit <= 0x9fa5) return HAN_DIGITS.includes(String.fromCharCode(unit)) ? DIGIT : LETTER;
  if (unit < 0x20 || unit > 0x7e) return undefined;
  if (unit === 0x20) return SPACE;
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  const isLetter = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x2a;
  return isLetter ? LETTER : BETWEEN;
}

function toldKind(sign: string): number {
  if (/[\p{N}〇零○一壹幺二贰三叁四肆五伍六陆七柒八捌九玖]/u.test(sign)) return DIGIT;
  if (/\p{Cs}/u.test(sign)) return DIGIT | UNSEEN;
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(sign)) return (/\s/.test(sign) ? SPACE : BETWEEN) | UNSEEN;
  if (/\s/.test(sign)) return SPACE;
  return sign === '*' || /\p{L}/u.test(sign) ? LETTER : BETWEEN;
}

/** Between two digits of a number there may be so much. */
const WIDEST_GAP = 5;

/** Has a text so many digits, of any script, with little between them? Only such a one can hold a number that names somebody. */
export function hasDigits(text: string, fewest: number): boolean {
  let digits = 0;
  let gap = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind & DIGIT) {
      digits += 1;
      gap = 0;
      if (digits === fewest) return true;
    } else if (kind & LETTER || (kind & BETWEEN && ++gap > WIDEST_GAP)) digits = 0;
  }
  return false;
}

/** Has a text anything that is not seen: controls, marks of direction, halves of pairs? A whole pair is one that has. */
export function hasUnseen(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (kindOf(text.charCodeAt(at)) & UNSEEN) return true;
  return false;
}
