import { readIdNumber } from '../domain/id-number.ts';
import type { CellReading } from './cell-reading.ts';
import { idClass } from './payout-sql.ts';
import { checkDigitFits, isDayNumber } from './plain-form.ts';

/**
 * A valid number is kept as its 17 digits before the check digit, which say all, in an integer: numbers take less room
 * than text and are compared and counted faster. Any other is kept as text. 18 digits that are mistyped are plain too:
 * they are what most often is wrong with a list.
 */
export function idReading(field: 'id_number' | 'head_id', key: string, text: string): CellReading {
  const part = (name: string) => `${field}_${name}`;
  const [number, first17, isDay, fits] = ['number', 'first17', 'is_day', 'fits'].map(part) as [
    string,
    string,
    string,
    string,
  ];
  const found = part('class');
  return {
    field,
    parts: [
      { [number]: `try_cast(${field} as bigint)` }, // an X makes it no number
      {
        [first17]: `case when ${number} is null then try_cast(substr(${field}, 1, 17) as bigint) else ${number} // 10 end`,
      },
      {
        [part('first9')]: `(${first17} // 100000000 % 1000000000)::integer`,
        [part('next8')]: `(${first17} % 100000000)::integer`,
        [part('last')]: `case when ${number} is null then 10 else ${number} % 10 end::integer`,
        [part('born')]: `(${first17} // 1000 % 100000000)::integer`,
        // A cast reads more than 18 digits (spaces, signs, 1e17): what it read must be what was written.
        [part('is_written')]:
          `case when ${number} is null then ${first17}::varchar || 'X' else ${number}::varchar end = ${field}
          and ${first17} between 10000000000000000 and 99999999999999999`,
      },
      {
        [isDay]: isDayNumber(part('born')),
        [fits]: checkDigitFits(part('first9'), part('next8'), part('last')),
      },
      {
        [found]: `case when not ${part('is_written')} then null when ${isDay} and ${fits} then ${idClass('valid18')}
          when ${mayMeanNothing(number)} then null when ${isDay} then ${idClass('checksum')}
          when not ${isDay} then ${idClass('birth-date')} end`,
      },
    ],
    plain: `${found} is not null`,
    columns: [
      {
        name: key,
        type: 'bigint',
        value: `case when ${found} = ${idClass('valid18')} then ${first17} end`,
        none: 'null',
      },
      {
        name: text,
        type: 'varchar',
        value: `case when ${found} <> ${idClass('valid18')} then ${field} end`,
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

/** SQL: may 18 digits that are no valid number be damaged, or stand for nothing? They end in 000, are all the same, or ascend. */
function mayMeanNothing(number: string): string {
  return `coalesce(${number} % 1000 = 0 or ${number} % 111111111111111111 = 0 or ${number} = 123456789012345678, false)`;
}
