import { type Day, isDay } from '../calendar.ts';
import { foldCell, LONGEST_CELL, saysNothing, unwrapped } from '../cell-text.ts';
import { readNumeral } from '../numeral.ts';

/** A day (`YYYY-MM-DD`), a month (`YYYY-MM`) where no day is said, a blank, or none of them. */
export type DayCell = { day: Day } | { month: string } | { empty: true } | { problem: 'unreadable' };

/** Spreadsheets count days from 1900, or from 1904 in workbooks begun on old Macintoshes (`date1904`). */
export type SerialEpoch = 1900 | 1904;

/** Nobody on a list was paid before: 1.15 is no day of 1900. */
export const EARLIEST_PAID: Day = '1990-01-01';

const UNREADABLE = { problem: 'unreadable' } as const;

const TIME =
  /(?:T|\s+)(?:[上下]午\s?)?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:\s?[AP]M)?(?:Z|\s?[-+]\d\d:?\d\d)?$/i;
const ISO_DAY = /^(?:18|19|20)\d\d-\d\d-\d\d$/;
const COMPACT = /^((?:18|19|20)\d\d)(\d\d)(\d\d)?$/;
const SEPARATED = /^((?:18|19|20)\d\d)([-/.])(\d{1,2})(?:\2(\d{1,2})[日号]?)?$/;
const PRINTED = /^((?:18|19|20)\d\d)年(\d{1,2})月(?:份|(\d{1,2})[日号]?)?$/;
/** What people write for the sign between year, month and day; a space, where all three are there. */
const OTHER_SEPARATORS = /[、。—–−‐\\]/g;
const IN_SPACES = /^(\d{2,4}) +(\d{1,2}) +(\d{1,2})$/;
/** 24-1-3 and 240103, of a year that may be another; 1月3日, 1-15 and 1.15, of none. */
const SHORT_YEAR = /^(\d\d)([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})[日号]?$|^(\d\d)(\d\d)(\d\d)$/;
const NO_YEAR = /^(\d{1,2})([-/.月])(\d{1,2})[日号]?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2((?:18|19|20)\d\d)$/;
const IN_CHINESE =
  /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(?:份|([一二三四五六七八九十]{1,3})[日号]?)?$/;
const SERIAL = /^(0|[1-9]\d{0,4})(?:\.\d+)?$/;
const YEAR = /^(?:19|20)\d\d$/;

const DAY_MS = 86_400_000;
const LAST_SERIAL = 73_050; // 2099-12-31 of the 1900 system
const SERIALS_APART = 1462; // 1904-01-01 is 1462 of the 1900 system
/** Lotus 1-2-3 took 1900 for a leap year, and every spreadsheet since counts its 29 February. */
const NEVER_WAS = 60;

/**
 * Reads a cell of a day column. The day is the one printed: a time of day and its zone are dropped. Nothing is guessed:
 * 5/1/2017 may be May or January, 2017.1 may be a spreadsheet's 2017.10, and 2017 alone is a year, not a serial. A year that is
 * left out, or of two digits, is only known where days lie `near` another.
 */
export function readDay(cell: string, near: Day | null = null, epoch: SerialEpoch = 1900): DayCell {
  if (ISO_DAY.test(cell) && isDay(cell)) return { day: cell };
  if (cell.length > LONGEST_CELL) return UNREADABLE;
  const stamp = unwrapped(foldCell(cell));
  const printed = stamp.replace(TIME, '');
  if (saysNothing(printed)) return stamp === printed ? { empty: true } : UNREADABLE;
  const dashed = printed.trim().replace(IN_SPACES, '$1-$2-$3');
  if (/\d\s+\d/.test(dashed)) return UNREADABLE;
  const text = dashed.replace(/\s+/g, '').replace(OTHER_SEPARATORS, '-').replace('元月', '1月');
  const [, year, month, day] = COMPACT.exec(text) ?? PRINTED.exec(text) ?? chineseParts(text) ?? [];
  if (year && month) return dayOrMonth(year, month, day);
  const separated = SEPARATED.exec(text);
  if (separated) return readSeparated(separated);
  return readYearLast(text) ?? (near === null ? null : readNear(text, near)) ?? readSerial(text, epoch);
}

/** A day without its century, or its year: that which is nearest. 1.2 may be a spreadsheet's 1.20. */
function readNear(text: string, near: Day): DayCell | null {
  const of = Number(near.slice(0, 4));
  const years = [of, of - 1, of + 1];
  const [short, ...parts] = SHORT_YEAR.exec(text) ?? [];
  if (short !== undefined) {
    const [year = '', , month = '', day = ''] = parts[0] === undefined ? [parts[4], '', parts[5], parts[6]] : parts;
    const full = years.find((each) => each % 100 === Number(year));
    return full === undefined ? UNREADABLE : dayOrMonth(String(full), month, day);
  }
  const [whole, month = '', separator, day = ''] = NO_YEAR.exec(text) ?? [];
  if (whole === undefined) return null;
  if (separator === '.' && /^[123]$/.test(day)) return UNREADABLE;
  const days = years
    .map((year) => dayOrMonth(String(year), month, day))
    .flatMap((read) => ('day' in read ? [read.day] : []));
  const distance = (day: Day) => Math.abs(Date.parse(day) - Date.parse(near));
  const [nearest] = days.sort((a, b) => distance(a) - distance(b));
  return nearest === undefined ? UNREADABLE : { day: nearest };
}

function dayOrMonth(year: string, month: string, day: string | undefined): DayCell {
  const date = `${year}-${month.padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
  if (!isDay(date)) return UNREADABLE;
  return day === undefined ? { month: date.slice(0, 7) } : { day: date };
}

/** 二〇一七年一月十五日 as 2017, 1 and 15, in the places of a match. */
function chineseParts(text: string): (string | undefined)[] | undefined {
  const [whole, year = '', month = '', day] = IN_CHINESE.exec(asSmall(text)) ?? [];
  if (whole === undefined) return undefined;
  const digits = Array.from(year, (digit) => Math.max(0, '零一二三四五六七八九'.indexOf(digit)));
  return [whole, digits.join(''), integer(month), day && integer(day)];
}

/** As cheques have a day, so that nobody adds to it: 贰零贰肆年零壹月零叁日. */
const FORMAL = '壹贰叁肆伍陆柒捌玖拾';
const asSmall = (text: string) =>
  text
    .replace(/[壹贰叁肆伍陆柒捌玖拾]/g, (digit) => '一二三四五六七八九十'.charAt(FORMAL.indexOf(digit)))
    .replace(/(?<=[年月])零/g, '');

function integer(numeral: string): string {
  return readNumeral(numeral)?.digits.toString() ?? '0';
}

function readSeparated([text, year = '', separator, month = '', day]: RegExpExecArray): DayCell {
  const octoberOrJanuary = separator === '.' && day === undefined && text.endsWith('.1');
  return octoberOrJanuary ? UNREADABLE : dayOrMonth(year, month, day);
}

/** 15/1/2017: only one of the two numbers can be the month. */
function readYearLast(text: string): DayCell | undefined {
  const [, first = '', , second = '', year] = YEAR_LAST.exec(text) ?? [];
  if (!year) return undefined;
  if (Number(first) > 12) return dayOrMonth(year, second, first);
  return Number(second) > 12 || Number(first) === Number(second) ? dayOrMonth(year, first, second) : UNREADABLE;
}

function readSerial(text: string, epoch: SerialEpoch): DayCell {
  const [, whole] = SERIAL.exec(text) ?? [];
  if (!whole || YEAR.test(text)) return UNREADABLE;
  const serial = Number(whole) + (epoch === 1904 ? SERIALS_APART : 0);
  if (serial < 1 || serial === NEVER_WAS || serial > LAST_SERIAL) return UNREADABLE;
  const dayZero = Date.UTC(1899, 11, serial < NEVER_WAS ? 31 : 30);
  return { day: new Date(dayZero + serial * DAY_MS).toISOString().slice(0, 10) };
}
