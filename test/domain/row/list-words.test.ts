import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSigned, readCountCell, readSex } from '../../../src/domain/row/list-words.ts';
import { anyCell, HOSTILE_PARTS, megabyteOf } from '../hostile.ts';

it.each([
  ['男', 'male'],
  [' 男 性', 'male'],
  ['m', 'male'],
  ['Ｆ', 'female'],
  ['女性', 'female'],
  ['1', 'male'],
  ['2', 'female'],
  ['0', null],
  ['9', null],
  ['男女', null],
  ['', null],
])('sex %s', (cell, sex) => expect(readSex(cell)).toBe(sex));

it.each([
  ['3', 3],
  ['３人', 3],
  ['3.0', 3],
  ['75岁', 75],
  ['75周岁', 75],
  ['2份', 2],
  ['两份', 2],
  ['三口人', 3],
  ['十二', 12],
  ['1,200', 1200],
  ['0', 0],
  ['2.5', null],
  ['-1', null],
  ['3-4', null],
  ['人', null],
  ['', null],
])('count %s', (cell, count) => expect(readCountCell(cell)).toBe(count));

it.each(['张三', '√', '已领', '是', '1', '未央', '代', 'X先生'])('%s is signed', (cell) =>
  expect(isSigned(cell)).toBe(true),
);
it.each(['', ' ', '未签', '未签字', '未领', '未领取', '无', '否', 'x', '×', '-', '/', '待领', '0', 'no'])(
  '“%s” is not signed',
  (cell) => expect(isSigned(cell)).toBe(false),
);

it('answers any text, also a megabyte of it', () => {
  const hostile = HOSTILE_PARTS.map(megabyteOf);
  fc.assert(
    fc.property(anyCell, (cell) => {
      expect([null, 'male', 'female']).toContain(readSex(cell));
      expect(Number.isSafeInteger(readCountCell(cell) ?? 0)).toBe(true);
      expect(typeof isSigned(cell)).toBe('boolean');
    }),
    { numRuns: 2000 },
  );
  expect(hostile.map(readSex).every((sex) => sex === null)).toBe(true);
  expect(hostile.map(readCountCell).every((count) => count === null)).toBe(true);
  expect(hostile.filter(isSigned).length).toBeGreaterThan(10);
});
