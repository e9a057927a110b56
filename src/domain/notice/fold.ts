/** A text as it is printed, without the blanks that typesetting left, and the same folded to half-width, sign by sign. */
export interface Folded {
  readonly printed: string;
  /** As long as `printed`: each sign stands where its own does. */
  readonly text: string;
}

const BLANK = /[\s\p{Cf}]/u;
/** Controls, and halves of what is one sign. */
const UNSEEN = /(?!\t)\p{Cc}|\p{Cs}/u;
/** Digits and letters that two blanks apart would be another number. */
const WORD = /[0-9A-Za-z]/;

/**
 * Folds one line. Blanks go, but for one between two letters or digits: 5 412人 must not become 5412人, nor may it be 412人.
 * Circled numbers and Chinese punctuation stay as they are, for 3户，200元 is no 3户,200元.
 */
export function foldLine(line: string): Folded {
  let printed = '';
  let text = '';
  let isApart = false;
  let last = ''; // asking the text itself would copy it each time
  for (const each of line) {
    const sign = each.length > 1 || UNSEEN.test(each) ? ' ' : each;
    if (sign === '\t') {
      if (last !== '' && last !== '\t') {
        printed += sign;
        text += sign;
        last = sign;
      }
      isApart = false;
      continue;
    }
    if (BLANK.test(sign)) {
      isApart = true;
      continue;
    }
    const plain = foldSign(sign);
    if (isApart && WORD.test(plain) && WORD.test(last)) {
      printed += ' ';
      text += ' ';
    }
    isApart = false;
    printed += sign;
    text += plain;
    last = plain;
  }
  return { printed: printed.replace(/\t+$/, ''), text: text.replace(/\t+$/, '') };
}

function foldSign(sign: string): string {
  if (sign <= '\u007e' || (sign >= '\u2460' && sign <= '\u24ff') || '，；。、！？'.includes(sign)) return sign;
  if (sign === '〇' || sign === '○') return '〇';
  if (sign === '－' || sign === '–' || sign === '‐') return '-';
  if (sign === '圆') return '元';
  const folded = sign.normalize('NFKC');
  return folded.length === 1 ? folded : sign;
}
