import type { Day } from '../domain/calendar.ts';
import { readBirth } from '../domain/people/birth.ts';
import { EARLIEST_DEATH, readDeath } from '../domain/people/death-day.ts';
import { type DayCell, EARLIEST_PAID, readDay } from '../domain/row/payout-day.ts';
import { matches } from './plain-form.ts';
import type { CellReading, PayoutColumn } from './reading.ts';

/** 2026-1-15 and its like, with any of the signs that people put between year, month and day. */
const DAY_PARTS = ['-', '/', '[.]'].map((sign) => `[0-9]{4}${sign}[0-9]{1,2}${sign}[0-9]{1,2}`);
const USUAL_DAY = [...DAY_PARTS, '[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日'].join('|');

/** `2026-01-15`, mostly, or another usual form, or a spreadsheet's count of days; and a day there is. `day` is its name in SQL. */
function dayReading(
  field: 'birth' | 'paid_on' | 'died_on',
  column: (day: string) => PayoutColumn,
  read: CellReading['read'],
  more: readonly PayoutColumn[] = [],
  earliest: Day = '1900-01-01',
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
    plain: `${day} between date '${earliest}' and date '2099-12-31'`,
    columns: [column(day), ...more],
    read,
  };
}

/** The date of a death, or its month, as text; and what tells of one without. */
export const diedReading: CellReading = dayReading(
  'died_on',
  (day) => ({ name: 'died_on', type: 'varchar', value: `${day}::varchar`, none: 'null' }),
  (cell) => {
    const read = readDeath(cell);
    if (read === null) return [null, null];
    return ['day' in read ? read.day : 'month' in read ? read.month : null, 'unread' in read ? read.unread : null];
  },
  [{ name: 'died_on_unread', type: 'varchar', none: 'null' }],
  EARLIEST_DEATH,
);

const BIRTH_YEAR = matches('birth', '(?:19|20)[0-9]{2}');

/** Of a cell that is no day, so much is kept to be shown. */
const LONGEST_SHOWN = 40;
const shown = (cell: string) => cell.trim().slice(0, LONGEST_SHOWN);
const isUnreadable = (read: DayCell) => 'problem' in read;

/** The date of a birth, or its month or year, as text; and what is none of them. */
const born = dayReading(
  'birth',
  (day) => ({
    name: 'birth',
    type: 'varchar',
    value: `case when ${day} is null and ${BIRTH_YEAR} then birth else ${day}::varchar end`,
    none: 'null',
  }),
  (cell) => {
    const birth = readBirth(cell);
    return [birth, birth === null && isUnreadable(readDay(cell)) ? shown(cell) : null];
  },
  [{ name: 'birth_unread', type: 'varchar', none: 'null' }],
);
export const birthReading: CellReading = { ...born, plain: `coalesce(${born.plain}, ${BIRTH_YEAR})` };

/** The day of a payout; where only its month is said, the first, and that; and what is no day. `near` is one of the campaign. */
export const paidReading = (near: Day | null): CellReading =>
  dayReading(
    'paid_on',
    (day) => ({ name: 'paid_on', type: 'date', value: day, none: 'null' }),
    (cell) => {
      const read = readDay(cell, near);
      const day = 'month' in read ? `${read.month}-01` : 'day' in read ? read.day : null;
      if (day !== null && day >= EARLIEST_PAID) return [day, 'month' in read, null];
      return [null, false, 'empty' in read ? null : shown(cell)];
    },
    [
      { name: 'paid_in_month', type: 'boolean', none: 'false' },
      { name: 'paid_on_unread', type: 'varchar', none: 'null' },
    ],
    EARLIEST_PAID,
  );
