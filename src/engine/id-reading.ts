import { FEWEST_DIGITS, readIdNumber } from '../domain/people/id-number.ts';
import { idClass } from './payout-sql.ts';
import { checkDigitFits, isDayNumber, isDigits, matches } from './plain-form.ts';
import type { CellReading } from './reading.ts';

/**
 * A valid number is kept as its 17 digits before the check digit, which say all, in an integer: numbers take less room
 * than text and are compared and counted faster. Any other is kept as text. 18 digits that are mistyped are plain too, and so are
 * 15 digits, and what a spreadsheet leaves of 18 (3.10107E+17): they are what most often is wrong with a list. `otherKey` is SQL
 * for the key of a mistyped number.
 */
export function idReading(
  field: 'id_number' | 'head_id',
  key: string,
  text: string,
  otherKey: (text: string) => string = () => 'null',
): CellReading {
  const part = (name: string) => `${field}_${name}`;
  const [bare, number, first17, first9, next8, last] = ['bare', 'number', 'first17', 'first9', 'next8', 'last'].map(
    part,
  ) as [string, string, string, string, string, string];
  const [born, isDay, fits, found] = ['born', 'is_day', 'fits', 'class'].map(part) as [string, string, string, string];
  const is = (...classes: Parameters<typeof idClass>[0][]) => `${found} in (${classes.map(idClass).join(', ')})`;
  return {
    field,
    parts: [
      // What is put around a number to keep it text: ="…", an apostrophe, a tab.
      {
        [bare]: `case when strlen(${field}) = 18 then ${field} when strlen(${field}) = 20 and ${matches(field, CARD)} then left(${field}, 18)
          else rtrim(ltrim(${field}, '=''" \t'), '''" \t') end`,
      },
      // An X makes it no number; to find out by trying takes a microsecond.
      { [number]: `case when ends_with(${bare}, 'X') then null else try_cast(${bare} as bigint) end` },
      {
        [first17]: `case when ${number} is null then try_cast(substr(${bare}, 1, 17) as bigint)
          when ${number} between 100000000000000000 and 999999999999999999 then ${number} // 10
          when ${number} between 100000000000000 and 999999999999999 then ${inFull(number)} end`,
      },
      { [first9]: `try_cast(${first17} // 100000000 as integer)` },
      // Of numbers of 64 bits, what is left is faster found by taking away than by dividing again.
      {
        [next8]: `(${first17} - ${first9}::bigint * 100000000)::integer`,
        [last]: `case when ${number} is null then 10 when ${number} > 999999999999999 then ${number} - ${first17} * 10 end::integer`,
        [part('is_written')]:
          `case when ${number} is null then ${first17}::varchar || 'X' = ${bare} else ${isDigits(bare, number, 18)} end
          and ${first17} between 10000000000000000 and 99999999999999999`,
      },
      { [born]: `${first9} % 1000 * 100000 + ${next8} // 1000` },
      {
        [isDay]: isDayNumber(born),
        [fits]: checkDigitFits(first9, next8, last),
      },
      {
        [found]: `case when ${part('is_written')} then
            case when ${isDay} and ${fits} then ${idClass('valid18')} when ${mayMeanNothing(number)} then null
              when ${isDay} then ${idClass('checksum')} when not ${isDay} then ${idClass('birth-date')} end
          when strlen(${bare}) = 15 and ${isDigits(bare, number, 15)} then
            case when ${isDay} and ${number} % 111111111111111 <> 0 then ${idClass('valid15')} end
          when ${matches(bare, DAMAGED)} then ${idClass('damaged')} end`,
      },
    ],
    plain: `case when ${found} is not null then true end`, // else only an empty cell is
    columns: [
      {
        name: key,
        type: 'bigint',
        value: `case when ${is('valid18', 'valid15')} then ${first17} when ${is('checksum', 'birth-date')} then ${otherKey(bare)} end`,
        none: 'null',
      },
      {
        name: text,
        type: 'varchar',
        value: `case when not ${is('valid18', 'valid15')} then ${bare} end`,
        none: 'null',
      },
      {
        name: `${text}_class`,
        type: 'utinyint',
        value: `coalesce(${found}, ${idClass('missing')})`,
        none: String(idClass('missing')),
      },
    ],
    read: (cell) => {
      const { class: found, text, key } = readIdNumber(cell);
      return [key && BigInt(key.slice(0, 17)), key ? null : text || null, idClass(found)];
    },
  };
}

/** A 残疾人证, which begins with its bearer's number. */
const CARD = '[0-9]{6}(?:19|20)[0-9]{9}[0-9X][1-7][1-4]';
/** So few digits that they are nobody's. */
const DAMAGED = `[0-9][.][0-9]{1,${FEWEST_DIGITS - 2}}E[+]1[4-9]`;

/** SQL: the first 17 digits of a number of 15, from before 1999: the year of birth had two, and there was no check digit. */
const inFull = (number: string) => `${number} // 1000000000 * 100000000000 + 19000000000 + ${number} % 1000000000`;

/** SQL: may 18 digits that are no valid number be damaged, or stand for nothing? They end in 000, are all the same, or ascend. */
function mayMeanNothing(number: string): string {
  return `coalesce(${number} % 1000 = 0 or ${number} % 111111111111111111 = 0 or ${number} = 123456789012345678, false)`;
}
