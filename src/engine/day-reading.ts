import { readBirth } from '../domain/birth.ts';
import { readDay } from '../domain/payout-day.ts';
import type { CellReading, PayoutColumn } from './cell-reading.ts';
import { matches } from './plain-form.ts';

/** 2026-1-15 and its like, with any of the signs that people put between year, month and day. */
const DAY_PARTS = ['-', '/', '[.]'].map((sign) => `[0-9]{4}${sign}[0-9]{1,2}${sign}[0-9]{1,2}`);
const USUAL_DAY = [...DAY_PARTS, '[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日'].join('|');

/** `2026-01-15`, mostly, or another usual form, or a spreadsheet's count of days; and a day there is. `day` is its name in SQL. */
function dayReading(
  field: 'birth' | 'paid_on' | 'died_on',
  column: (day: string) => PayoutColumn,
  read: CellReading['read'],
  ...more: readonly PayoutColumn[]
) {
  const [cast, day] = [`${field}_cast`, `${field}_day`];
  const compact = `substr(${field}, 1, 4) || '-' || substr(${field}, 5, 2) || '-' || substr(${field}, 7, 2)`;
  const dashed = `translate(${field}, './年月日', '----')`;
  return {
    field,
    parts: [
      { [cast]: `try_cast(${field} as date)` },
      {
        [day]: `case when ${cast}::varchar = ${field} then ${cast} when ${matches(field, '[0-9]{8}')} then try_cast(${compact} as date)
          when ${matches(field, USUAL_DAY)} then try_cast(${dashed} as date)
          when ${matches(field, '[1-9][0-9]{4}')} then date '1899-12-30' + try_cast(${field} as integer) end`,
      },
    ],
    plain: `${day} between date '1900-01-01' and date '2099-12-31'`,
    columns: [column(day), ...more],
    read,
  };
}

/** The date of a death, or its month, as text. */
export const diedReading: CellReading = dayReading(
  'died_on',
  (day) => ({ name: 'died_on', type: 'varchar', value: `${day}::varchar`, none: 'null' }),
  (cell) => {
    const read = readDay(cell);
    return ['day' in read ? read.day : 'month' in read ? read.month : null];
  },
);

const BIRTH_YEAR = matches('birth', '(?:19|20)[0-9]{2}');

/** The date of a birth, or its month or year, as text. */
const born = dayReading(
  'birth',
  (day) => ({
    name: 'birth',
    type: 'varchar',
    value: `case when ${day} is null and ${BIRTH_YEAR} then birth else ${day}::varchar end`,
    none: 'null',
  }),
  (cell) => [readBirth(cell)],
);
export const birthReading: CellReading = { ...born, plain: `coalesce(${born.plain}, ${BIRTH_YEAR})` };

/** The day of a payout; where only its month is said, the first, and that. */
export const paidReading: CellReading = dayReading(
  'paid_on',
  (day) => ({ name: 'paid_on', type: 'date', value: day, none: 'null' }),
  (cell) => {
    const read = readDay(cell);
    return 'month' in read ? [`${read.month}-01`, true] : ['day' in read ? read.day : null, false];
  },
  { name: 'paid_in_month', type: 'boolean', none: 'false' },
);
