/** What a UTF-16 unit is to whoever looks for numbers and commands; halves of pairs may be anything. */
const DIGIT = 1;
const LETTER = 2;
const BETWEEN = 4;
const UNSEEN = 8;
/** However many of them, they are one gap. */
const SPACE = 16;

/**
 * By unit: most texts are of a few hundred signs, and a pattern costs a microsecond a text. What nearly all texts are of is
 * known without asking Unicode, any other is told when it first comes.
 */
const KINDS = new Uint8Array(1 << 16);
for (const [kind, rows] of [
  [LETTER, ['az', 'AZ', '**', '\u4e00\u9fa5']],
  [BETWEEN, ['!)', '+/', ':@', '[`', '{~', '··', '××', '\u2010\u2027', '\u2200\u22ff', '\u2500\u257f']],
  [BETWEEN, ['、〃', '〈】', '〔〟', '！／', '：＠', '￥￥']],
  [DIGIT, ['09', ...Array.from('零一壹幺二贰三叁四肆五伍六陆七柒八捌九玖', (sign) => sign + sign)]],
  [SPACE, ['  ']],
] as const)
  for (const row of rows) KINDS.fill(kind, row.charCodeAt(0), row.charCodeAt(1) + 1);

function kindOf(unit: number): number {
  const known = KINDS[unit] ?? 0;
  if (known !== 0) return known;
  KINDS[unit] = toldKind(String.fromCharCode(unit));
  return KINDS[unit];
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
