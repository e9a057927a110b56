import { checkDigit } from './people/id-number.ts';
import { plainText } from './shown/digits.ts';
import { hasDigits } from './shown/sign-kinds.ts';

/** Area and last digits of an ID number, as `maskId` leaves them, of 18 digits or 15. */
const MASKED = /(?<![\d*])(\d{6})(\*{8}\d{3}[\dX]|\*{6}\d{3})(?![\d*])/g;
const mayBeMasked = (text: string) => text.includes('***');
/** A day on which something was done or due, as our own messages say it: nobody was born by it, whatever digits it would make up. */
const DONE =
  '(?<!(?:发放|期限|晚于|早于|截至|截止|按|到|paid|after|before|until|on|died)\\s?[“”"（(]?)(?!\\d{4}-\\d\\d-\\d\\d\\s?(?:发放|去世|死亡|之?前|之?后|到期|算|[,)）]? ?(?:after|before)))';
const DAYS = new RegExp(
  `${DONE}(?<!\\d)((?:18|19|20)\\d\\d)\\D{0,3}(0?[1-9]|1[0-2])\\D{0,3}(0?[1-9]|[12]\\d|3[01])(?!\\d)`,
  'g',
);
const AGE =
  /(?<![\d\-–—~至到])\d{1,3}\s?(?:周?岁(?!\s?(?:[及以]|的?标准))|years? old)|(?:年龄|aged?|岁数)[^\p{L}\d]{0,3}\d{1,3}(?![\d+\-–—])|(?:出生|生于|生日|\bborn|\bbirth)\D{0,8}\d|\d[年月日.]?\s?(?:出?生(?![产活效])|\bborn)/iu;

/** Without one of these no text says an age, and without four digits one after the other none says a day: the patterns are dear. */
const MAY_SAY_AGE = /[岁龄生]|year|age|born|birth/i;
const MAY_SAY_DAY = /(?:18|19|20)\d\d\D{0,3}\d/;

/**
 * Shows less of the masked ID numbers in what stands together, where a birth date or an age stands beside them: those are what the
 * mask hides. With the day of birth a masked number is whole again, and with an age, since its check digit is known, one of 33. Null
 * where there is nothing to hide.
 */
export function incomplete(together: readonly string[]): ((text: string) => string) | null {
  if (!together.some((text) => mayBeMasked(text) && text.search(MASKED) >= 0)) return null;
  const besides = together
    .map((text) => (mayBeMasked(text) ? text.replace(MASKED, '') : text))
    .filter((text) => hasDigits(text, 1));
  if (besides.length === 0) return null;
  const plain = besides.map(plainText);
  const isAged = plain.some((text) => MAY_SAY_AGE.test(text) && AGE.test(text));
  const births = plain
    .filter((text) => MAY_SAY_DAY.test(text))
    .flatMap((text) =>
      [...text.matchAll(DAYS)].map(
        ([, year, month = '', day = '']) => year + month.padStart(2, '0') + day.padStart(2, '0'),
      ),
    );
  if (!isAged && births.length === 0) return null;
  const completes = (area: string, last: string) =>
    isAged ||
    births.some(
      (birth) =>
        checkDigit(area + birth + last.slice(0, 3)) === (last[3] ?? checkDigit(area + birth + last.slice(0, 3))),
    );
  return (text) =>
    text.replace(MASKED, (number, area: string, rest: string) => {
      const last = rest.replaceAll('*', '');
      return completes(area, last) ? area + '*'.repeat(number.length - area.length) : number;
    });
}
