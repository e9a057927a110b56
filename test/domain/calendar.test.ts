import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, isDay, isKnownYear, SPRING_FESTIVAL_YEARS, springFestival } from '../../src/domain/calendar.ts';
import { readDatePhrase, readDay } from '../../src/domain/date-phrase.ts';

const YEARS = Array.from(
  { length: SPRING_FESTIVAL_YEARS.last - SPRING_FESTIVAL_YEARS.first + 1 },
  (_, index) => SPRING_FESTIVAL_YEARS.first + index,
);

describe('springFestival', () => {
  it.each([
    [1950, '1950-02-17'],
    [1985, '1985-02-20'],
    [2008, '2008-02-07'],
    [2012, '2012-01-23'],
    [2017, '2017-01-28'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2033, '2033-01-31'],
    [2100, '2100-02-09'],
  ])('in %i is %s', (year, day) => {
    expect(springFestival(year)).toBe(day);
  });

  it('is known for 1950 to 2100', () => {
    expect(SPRING_FESTIVAL_YEARS).toEqual({ first: 1950, last: 2100 });
  });

  it.each(YEARS)("in %i is ICU's first day of the first month", (year) => {
    expect(springFestival(year)).toBe(firstDayByIcu(year));
  });

  it.each([1949, 2101, 0, -1, 2017.5, Number.NaN])('of %s is refused', (year) => {
    expect(() => springFestival(year)).toThrow(RangeError);
  });
});

describe('isKnownYear', () => {
  it.each([
    [1949, false],
    [1950, true],
    [2017, true],
    [2100, true],
    [2101, false],
    [2017.5, false],
    [Number.NaN, false],
  ])('of %s: %s', (year, known) => {
    expect(isKnownYear(year)).toBe(known);
  });
});

describe('isDay', () => {
  it.each(['2017-01-01', '2016-12-31', '2024-02-29', '2000-02-29', '2017-04-30', '1950-10-01'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    ...['2017-02-29', '2100-02-29', '2017-04-31', '2017-01-32', '2017-13-01', '2017-00-10', '2017-01-00'],
    ...['2017-1-5', '2017年1月5日', '20170105', '17-01-05', '2017-01-05 ', '2017-01-05T00:00:00Z', '春节', ''],
  ])('“%s” is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('the words of notices, in the season of 2024', () => {
  it.each<[string, string | null, string | null]>([
    ['2025年1月7日', '2025-01-07', '2025-01-07'],
    ['1月25日起', '2024-01-25', null],
    ['自1月25日起', '2024-01-25', null],
    ['从1月5日开始', '2024-01-05', null],
    ['自2024年1月1日起至春节前', '2024-01-01', '2024-02-09'],
    ['节前', null, '2024-02-09'],
    ['节日前', null, '2024-02-09'],
    ['小年前', null, '2024-02-01'],
    ['小年', '2024-02-02', '2024-02-02'],
    ['腊月二十三前', null, '2024-02-02'],
    ['腊月廿八', '2024-02-07', '2024-02-07'],
    ['正月十五前', null, '2024-02-24'],
    ['正月初七', '2024-02-16', '2024-02-16'],
    ['元旦春节期间', '2024-01-01', '2024-02-10'],
    ['元旦、春节期间', '2024-01-01', '2024-02-10'],
    ['两节期间', '2024-01-01', '2024-02-10'],
    ['春节前一周', '2024-02-03', '2024-02-09'],
    ['春节前10天', '2024-01-31', '2024-02-09'],
    ['2024年1月25日17时前', null, '2024-01-25'],
    ['1月25日下午5点前', null, '2024-01-25'],
    ['即日起至春节前', null, '2024-02-09'],
    ['原则上须在2025年1月28日之前', null, '2025-01-28'],
    ['最迟不晚于1月28日', null, '2024-01-28'],
    ['务必于春节前', null, '2024-02-09'],
  ])('%s', (printed, from, until) => {
    expect(readDatePhrase(printed)?.resolve(2024)).toEqual({ from, until });
  });

  it.each(['即日起', '春节前后', '腊月三十二', '腊月', '正月前', '起', '自起', '不晚于', '节'])(
    '%s says no day',
    (printed) => {
      expect(readDatePhrase(printed)).toBeUndefined();
    },
  );

  it('腊月 has 29 or 30 days, as ICU counts them', () => {
    const eves = [2022, 2023, 2024, 2025].map((year) => readDatePhrase('腊月二十九')?.resolve(year).from);
    expect(eves).toEqual(['2022-01-31', '2023-01-20', '2024-02-08', '2025-01-28']);
  });
});

describe('readDay', () => {
  it.each([
    ['2017-02-09', '2017-02-09'],
    ['2017年2月9日', '2017-02-09'],
    ['2017.2.9', '2017-02-09'],
    ['2月9日', undefined],
    ['2017年2月', undefined],
    ['2017年2月9日前', undefined],
    ['2017年2月30日', undefined],
  ])('%s', (printed, day) => {
    expect(readDay(printed)).toBe(day);
  });
});

describe('daysBetween', () => {
  it.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2023-12-31', '2024-01-01', 1],
    ['2024-01-01', '2024-01-01', 0],
    ['2024-01-02', '2024-01-01', -1],
    ['2024-03-30', '2024-04-01', 2], // clocks that change nearby do not matter
  ])('from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

describe('readDatePhrase', () => {
  it.each<[string, number, string | null, string]>([
    // phrase, season, first and last day
    ['2017-02-09', 2017, '2017-02-09', '2017-02-09'],
    ['2017/2/9', 2017, '2017-02-09', '2017-02-09'],
    ['2017.2.9', 2017, '2017-02-09', '2017-02-09'],
    ['2017年2月9日', 2017, '2017-02-09', '2017-02-09'],
    ['２０１７年２月９日', 2017, '2017-02-09', '2017-02-09'],
    ['2017年 2月 9日', 2017, '2017-02-09', '2017-02-09'],
    ['2017年2月9号', 2017, '2017-02-09', '2017-02-09'],
    ['2017年2月9日前', 2017, null, '2017-02-09'], // a printed day is included
    ['2017-02-09前', 2017, null, '2017-02-09'],
    ['2017年2月9日之前', 2017, null, '2017-02-09'],
    ['2017年2月9日以前', 2017, null, '2017-02-09'],
    ['2017-02', 2017, '2017-02-01', '2017-02-28'],
    ['2017年1月', 2017, '2017-01-01', '2017-01-31'],
    ['2017年1月份', 2017, '2017-01-01', '2017-01-31'],
    ['2016年12月底前', 2017, null, '2016-12-31'],
    ['2016年12月底', 2017, '2016-12-21', '2016-12-31'],
    ['2024年2月底', 2024, '2024-02-21', '2024-02-29'],
    ['2023年2月底', 2024, '2023-02-21', '2023-02-28'],
    ['2100年2月底', 2100, '2100-02-21', '2100-02-28'],
    ['2000年2月底', 2000, '2000-02-21', '2000-02-29'],
    ['2017年1月上旬', 2017, '2017-01-01', '2017-01-10'],
    ['2017年1月中旬', 2017, '2017-01-11', '2017-01-20'],
    ['2017年1月下旬', 2017, '2017-01-21', '2017-01-31'],
    ['2017年1月中上旬', 2017, '2017-01-01', '2017-01-20'],
    ['2017年1月上中旬', 2017, '2017-01-01', '2017-01-20'],
    ['2017年1月中下旬', 2017, '2017-01-11', '2017-01-31'],
    ['2017年1月中', 2017, '2017-01-11', '2017-01-20'],
    ['2017年1月初', 2017, '2017-01-01', '2017-01-10'],
    ['2017年1月末', 2017, '2017-01-21', '2017-01-31'],
    ['12月下旬', 2024, '2023-12-21', '2023-12-31'], // the December before the Spring Festival
    ['11月', 2024, '2023-11-01', '2023-11-30'],
    ['10月中旬', 2024, '2023-10-11', '2023-10-20'],
    ['1月中上旬', 2024, '2024-01-01', '2024-01-20'],
    ['3月5日', 2024, '2024-03-05', '2024-03-05'],
    ['2月29日', 2024, '2024-02-29', '2024-02-29'],
    ['2月29日前', 2023, null, '2023-02-28'], // the last day there is
    ['9月', 2024, '2024-09-01', '2024-09-30'],
    ['2月底', 2024, '2024-02-21', '2024-02-29'],
    ['2月底', 2023, '2023-02-21', '2023-02-28'],
    ['春节', 2017, '2017-01-28', '2017-01-28'],
    ['春节前', 2017, null, '2017-01-27'], // a named day is not included
    ['春节前夕', 2017, null, '2017-01-27'],
    ['春节来临之前', 2017, null, '2017-01-27'],
    ['2024年春节前', 2017, null, '2024-02-09'],
    ['2024春节前', 2017, null, '2024-02-09'],
    ['除夕', 2024, '2024-02-09', '2024-02-09'],
    ['除夕前', 2024, null, '2024-02-08'],
    ['元宵节', 2024, '2024-02-24', '2024-02-24'],
    ['元宵节前', 2017, null, '2017-02-10'],
    ['元旦', 2017, '2017-01-01', '2017-01-01'],
    ['元旦前', 2017, null, '2016-12-31'],
    ['春节期间', 2017, '2017-01-28', '2017-01-28'],
    ['春节当天', 2017, '2017-01-28', '2017-01-28'],
    ['除夕当日', 2017, '2017-01-27', '2017-01-27'],
    ['2017年1月内', 2017, '2017-01-01', '2017-01-31'],
    ['2017年1月之内', 2017, '2017-01-01', '2017-01-31'],
    ['2017年1月15日左右', 2017, '2017-01-15', '2017-01-15'],
    ['截止2017年2月9日前', 2017, null, '2017-02-09'],
    ['2023年12月下旬至2024年1月20日', 2024, '2023-12-21', '2024-01-20'],
    ['12月下旬至1月20日', 2024, '2023-12-21', '2024-01-20'],
    ['2017-01-05~2017-01-20', 2017, '2017-01-05', '2017-01-20'],
    ['元旦至春节前', 2017, '2017-01-01', '2017-01-27'],
    ['2016年12月20日到春节', 2017, '2016-12-20', '2017-01-28'],
  ])('%s in the season of %i', (printed, season, from, until) => {
    expect(readDatePhrase(printed)?.resolve(season)).toEqual({ from, until });
  });

  it.each([
    ['2017-02-09', false],
    ['2016年12月底前', false],
    ['2024年春节前', false],
    ['2023年12月下旬至2024年1月20日', false],
    ['12月下旬', true],
    ['春节前', true],
    ['12月下旬至2024年1月20日', true],
    ['2023年12月下旬至春节', true],
  ])('%s needs a year: %s', (printed, needed) => {
    expect(readDatePhrase(printed)?.needsYear).toBe(needed);
  });

  it.each([
    '',
    '尽快',
    '今年',
    '2017',
    '2017年',
    '13月',
    '0月',
    '2017-13-01',
    '2017-00-10',
    '2017-02-30',
    '2017年2月29日',
    '2017年4月31日',
    '2月30日',
    '12月0日',
    '2017年2月9日发放',
    '春节后',
    '2017-01-01至',
    '至2017-01-01',
    '2017-01-01至尽快',
    '1月至2月至3月',
  ])('refuses “%s”', (printed) => {
    expect(readDatePhrase(printed)).toBeUndefined();
  });

  it.each(['1', '至', '截止', '2017-', '月', ' '])('refuses “%s” a hundred thousand times', (part) => {
    expect(readDatePhrase(part.repeat(100_000))).toBeUndefined();
  });

  it('keeps the text as printed, folded to half-width and without blanks', () => {
    expect(readDatePhrase('２０１６年１２月 底前')?.text).toBe('2016年12月底前');
    expect(readDatePhrase('12月下旬 至 春节前')?.text).toBe('12月下旬至春节前');
  });

  it('reads every day of the years known', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        for (const printed of [iso, `${year}年${month}月${dayOfMonth}日`, `${year}.${month}.${dayOfMonth}`]) {
          expect(readDatePhrase(printed)?.resolve(2017)).toEqual({ from: iso, until: iso });
        }
      }),
    );
  });

  it.each(['1900年春节前', '1949年除夕', '2101年元宵节', '9999年春节'])(
    'does not take “%s” for a date that it can place',
    (printed) => {
      const phrase = readDatePhrase(printed); // either refused where it stands, or resolved without an exception
      expect(() => phrase?.resolve(2017)).not.toThrow();
    },
  );

  it('never makes up a 29 February', () => {
    const resolved = readDatePhrase('2月29日')?.resolve(2023).until;
    expect(resolved).not.toBe('2023-02-29');
  });

  it('never throws, and only gives days that there are', () => {
    const words = [
      '2017',
      '2024',
      '年',
      '12',
      '1',
      '2',
      '9',
      '31',
      '月',
      '日',
      '底',
      '初',
      '中',
      '上旬',
      '下旬',
      '前',
      '春节',
      '元旦',
      '除夕',
    ];
    const joints = ['元宵', '至', '到', '~', '-', '/', '.', '截止', '以', '之', '夕', '期间', '份', '0', ' ', '号'];
    const likely = fc.array(fc.constantFrom(...words, ...joints), { maxLength: 9 }).map((parts) => parts.join(''));
    const alphabet = '0123456789年月日号前底初中上下旬春节元旦除夕宵至到~-/.截止以之份（） ';
    const loose = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 14 });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), likely, loose), (text) => {
        const phrase = readDatePhrase(text);
        if (!phrase || years(text).some((year) => year < 1950 || year > 2100)) return;
        const { from, until } = phrase.resolve(2024); // a leap year, so that there is a 29 February
        for (const day of [from, until]) expect(day === null || existing(day)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

/** Every run of four digits that could be taken for a year. */
function years(text: string): number[] {
  const digits = text.normalize('NFKC').replace(/\s+/g, '');
  return [...digits.matchAll(/(?=(\d{4}))/g)].map(([, year]) => Number(year));
}

/** Told from the calendar that JavaScript has, not from ours. */
function existing(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** The day between 20 January and 21 February that ICU calls the first of the first month. */
function firstDayByIcu(year: number): string | undefined {
  const days = Array.from({ length: 34 }, (_, index) => new Date(Date.UTC(year, 0, 20 + index)));
  const first = days.find((day) => {
    const parts = chinese.formatToParts(day);
    const part = (type: string) => parts.find((each) => each.type === type)?.value;
    return part('month') === '1' && part('day') === '1';
  });
  return first?.toISOString().slice(0, 10);
}
