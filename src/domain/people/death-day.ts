import type { Day } from '../calendar.ts';
import { compactCell } from '../cell-text.ts';
import { readDay } from '../row/payout-day.ts';

/** What a cell of a day of death says: the day, or its month; that somebody died, and no day that can be read; or null, nothing of the kind. */
export type DeathCell = { day: Day } | { month: string } | { unread: string } | null;

/** What systems write for no day: 0, 0000-00-00, 1900-01-00, 9999-12-31. Nobody who died so long ago is on a roster. */
const NO_DAY = /^(?:0+$|(?:000\d|18\d\d|19[0-4]\d|9999)(?:$|\D|\d{4}$))/;
export const EARLIEST_DEATH: Day = '1950-01-01';
/** Somebody is alive, or nobody knows that they died. */
const ALIVE = /健在|在世|健康|存活|生存|正常|[未没无非不否]/;
/** 不详, 未知: when, and not whether. */
const NOT_WHEN = /^(?:日期|时间|具体)*(?:不详|不明|不清楚|未知|待查)/;

/** Reads a cell of a column of days of death: whoever has died some day has died, whether the day can be read or not. */
export function readDeath(cell: string): DeathCell {
  const read = readDay(cell);
  if ('empty' in read) return null;
  if ('day' in read) return read.day < EARLIEST_DEATH ? null : read;
  if ('month' in read) return read.month < EARLIEST_DEATH ? null : read;
  const text = compactCell(cell.slice(0, LONGEST_SHOWN));
  if (text === '' || NO_DAY.test(text) || (ALIVE.test(text) && !NOT_WHEN.test(text))) return null;
  return { unread: cell.trim().slice(0, LONGEST_SHOWN) };
}

/** Of a cell that is no day, so much is kept to be shown. */
const LONGEST_SHOWN = 40;
