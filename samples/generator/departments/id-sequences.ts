export const FIRST_YEAR = 1915;

const AREAS = 100; // 990000 to 990099, where no real person is registered
const DAYS = 111 * 366; // from FIRST_YEAR on
const PAIRS = 499;
const MS_PER_DAY = 86_400_000;
const EPOCH = Date.UTC(FIRST_YEAR, 0, 1) / MS_PER_DAY;

/** The day of a year, counted from the first day of FIRST_YEAR. */
export function daysOf(year: number, dayOfYear: number): number {
  return Date.UTC(year, 0, 1) / MS_PER_DAY - EPOCH + dayOfYear;
}

/** `YYYY-MM-DD` */
export function dayText(days: number): string {
  return new Date((days + EPOCH) * MS_PER_DAY).toISOString().slice(0, 10);
}

export function yearOf(days: number): number {
  return new Date((days + EPOCH) * MS_PER_DAY).getUTCFullYear();
}

/** Gives out sequence numbers as offices do: those born on one day in one area get one after the other, from anywhere on. */
export class IdSequences {
  private readonly given = new Uint16Array(DAYS * AREAS);

  /** A pair of numbers, the odd one for a man and the even one for a woman, which nobody of this day and area has. */
  next(day: number, area: number): number {
    const slot = day * AREAS + area;
    const given = this.given[slot] as number;
    if (given >= PAIRS) throw new RangeError(`more than ${PAIRS} people born on one day in one area`);
    this.given[slot] = given + 1;
    return ((Math.imul(slot, 0x9e3779b1) >>> 8) + given) % PAIRS;
  }
}
