import fc from 'fast-check';
import nzh from 'nzh/cn';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../../src/domain/calendar.ts';
import { readDay } from '../../../src/domain/row/payout-day.ts';
import { anyCell, HOSTILE_PARTS, megabyteOf } from '../hostile.ts';

const DAY = '2017-01-15';

describe('readDay', () => {
  it.each([
    '20170115',
    '2017.1.15',
    '2017/1/15',
    '2017-01-15',
    '2017年1月15日',
    '2017 年 1 月 15 日',
    '2017-01-15 08:30:00',
    '2017-01-15T00:00:00Z',
    '2017-01-15T00:00:00.000+08:00',
    '2017/1/15 8:30',
    '15/1/2017',
    '1/15/2017',
    '42750',
    '42750.5',
    '二〇一七年一月十五日',
    '二○一七年一月十五日',
    '２０１７－０１－１５',
    "'2017-01-15",
    '="20170115"',
    '2017、1、15',
    '2017。1。15',
    '2017—1—15',
    '2017\\1\\15',
    '2017 1 15',
    '2017.1.15日',
    '2017-1-15 上午8:30',
  ])('%s', (cell) => expect(readDay(cell)).toEqual({ day: DAY }));

  it.each(['2017-01', '2017年1月', '2017年1月份', '201701', '2017/1', '2017.01', '二〇一七年一月'])('%s', (cell) => {
    expect(readDay(cell)).toEqual({ month: '2017-01' });
  });

  it.each(['', ' ', '-', '—', '/', '无'])('“%s” is blank', (cell) => expect(readDay(cell)).toEqual({ empty: true }));

  it.each([
    '2017-02-29',
    '20170230',
    '2017-13-01',
    '201713',
    '5/1/2017',
    '17/1/15',
    '2017',
    '2017.1',
    '60',
    '60.5',
    '0',
    '73051',
    '20170 115',
    '2017-1/15',
    '8:30',
    '2017-01-15 25:00',
    '2017-01-15至2017-01-20',
    '春节前',
    '24-1-3',
    '1月3日',
    '240103',
    '2024-2-30',
    '2024、13、1',
    '二〇一七年十三月',
  ])('“%s” is unreadable', (cell) => expect(readDay(cell)).toEqual({ problem: 'unreadable' }));

  it.each([
    ['17-1-15', '2017-01-28', DAY],
    ['17.1.15', '2018-02-16', DAY],
    ['17年1月15日', '2017-01-28', DAY],
    ['17、1、15', '2017-01-28', DAY],
    ['170115', '2017-01-28', DAY],
    ['1月15日', '2017-01-28', DAY],
    ['元月15日', '2017-01-28', DAY],
    ['1.15', '2017-01-28', DAY],
    ['1/15', '2017-01-28', DAY],
    ['12月28日', '2017-01-28', '2016-12-28'],
    ['2月29日', '2017-01-28', '2016-02-29'],
    ['2017-1-15', '2026-02-17', DAY],
    ['42750', '2017-01-28', DAY],
  ])('%s, near %s, is %s', (cell, near, day) => expect(readDay(cell, near)).toEqual({ day }));

  it.each(['12-1-15', '1.2', '1月32日', '13月1日', '15/1/17', '171315'])('%s is no day near another', (cell) => {
    expect(readDay(cell, '2017-01-28')).toEqual({ problem: 'unreadable' });
  });

  it('counts as spreadsheets do', () => {
    expect([readDay('1'), readDay('59'), readDay('61'), readDay('73050')]).toEqual(
      ['1900-01-01', '1900-02-28', '1900-03-01', '2099-12-31'].map((day) => ({ day })),
    );
    expect(readDay('0', null, 1904)).toEqual({ day: '1904-01-01' });
    expect(readDay('41288', null, 1904)).toEqual({ day: DAY });
    expect(readDay('71589', null, 1904)).toEqual({ problem: 'unreadable' });
  });

  it('reads a day back however it is printed', () => {
    const dates = fc.date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const digits = Array.from(String(year), (digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
        const month2 = nzh.encodeS(month, { tenMin: true });
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
        const printed = [
          day,
          day.replaceAll('-', ''),
          `${year}.${month}.${dayOfMonth}`,
          `${year}年${month}月${dayOfMonth}日`,
          `${digits}年${month2}月${nzh.encodeS(dayOfMonth, { tenMin: true })}日`,
          date.toISOString(),
          `${serial}.25`,
        ];
        // a serial that reads as a year and a month is taken for them
        for (const cell of printed.filter((text) => !/^(?:18|19|20)\d\d\.25$/.test(text)))
          expect(readDay(cell)).toEqual({ day });
      }),
    );
  });

  it('answers any text, and only with days that were', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const read = readDay(cell);
        expect(Object.keys(read)).toHaveLength(1);
        if ('day' in read) expect(isDay(read.day)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(HOSTILE_PARTS)('finds no day in a megabyte of %j', (part) => {
    expect(readDay(megabyteOf(part))).toEqual({ problem: 'unreadable' });
    expect(readDay(part.repeat(Math.floor(1000 / part.length)))).not.toHaveProperty('day');
  });
});
