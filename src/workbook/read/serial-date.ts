const DAY = 86_400;
/** 9999-12-31, from 1900. */
const LAST = 2_958_465;
/** Days by which the two systems differ, in serials of the real calendar. */
const TO_1904 = 1462;
/** The 29th of February 1900, which was none; Lotus 1-2-3 had it, and Excel kept it. */
const FALSE_LEAP_DAY = 60;

/**
 * A serial number as `YYYY-MM-DD`, or `YYYY-MM-DD HH:MM:SS` when it has a time of half a second or more. Null when it is
 * out of range: before the first day (a mere time of day too), or after 9999.
 */
export function serialDate(serial: number, from1904: boolean): string | null {
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * DAY);
  if (seconds === DAY) {
    day++;
    seconds = 0;
  }
  if (from1904 && day >= 0) day += TO_1904;
  if (!(day >= 1 && day <= LAST)) return null;
  const time = seconds === 0 ? '' : ` ${new Date(seconds * 1000).toISOString().slice(11, 19)}`;
  if (day === FALSE_LEAP_DAY) return `1900-02-29${time}`;
  const sinceNewYear1900 = day < FALSE_LEAP_DAY ? day - 1 : day - 2;
  return new Date(Date.UTC(1900, 0, 1 + sinceNewYear1900)).toISOString().slice(0, 10) + time;
}
