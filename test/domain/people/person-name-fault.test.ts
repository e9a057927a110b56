import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NAME_FAULTS, nameFault, readPayee } from '../../../src/domain/people/person-name-fault.ts';
import { anyCell, HOSTILE_PARTS, megabyteOf } from '../hostile.ts';

it.each([
  ['王秀英', 'none'],
  ['阿依·古丽', 'none'],
  ['JOHN SMITH', 'none'],
  ['José García', 'none'],
  ['张*国', 'none'],
  ['张×国', 'none'],
  ['张○', 'none'],
  ['★张秀英', 'none'],
  ['张三(已故)', 'none'],
  ['孙锟', 'none'],
  ['㐀𠀀', 'none'],
  ['', 'none'],
  ['无', 'none'],
  ['张?国', 'lost'],
  ['张？国', 'lost'],
  ['李\uFFFD英', 'lost'],
  ['李\uE863', 'lost'],
  ['??', 'lost'],
  ['陈□花', 'lost'],
  ['锟斤拷', 'lost'],
  ['å¼ å»ºå›½', 'lost'],
  ['#REF!', 'error'],
  ['#N/A', 'error'],
  ['#VALUE!', 'error'],
  ['#DIV/0!', 'error'],
  ['#NAME?', 'error'],
  ['####', 'error'],
  ['0', 'no-name'],
  ['123', 'no-name'],
  ['TRUE', 'no-name'],
  ['false', 'no-name'],
  ['1,500.00', 'no-name'],
  ["=cmd|' /C calc'!A0", 'no-name'],
  ['=A2&B2', 'no-name'],
  ['＝VLOOKUP(A1,表2!A:B,2)', 'no-name'],
  ['wang@example.com', 'no-name'],
  ['https://example.com/', 'no-name'],
  ['="王秀英"', 'none'],
  ['张三-李四', 'none'],
  ['+王秀英', 'none'],
])('name “%s”: %s', (cell, fault) => expect(nameFault(cell)).toBe(fault));

it.each(['', '-', '——', '/', '无', '没有', '未知', '待补', '0', '#REF!', 'TRUE'])('“%s” names nobody', (cell) => {
  expect(readPayee(cell).name).toBeNull();
});

it.each([
  ['张?国', '张*国'],
  ['王秀英', '王秀英'],
  ['安一（已故）', '安一'],
])('“%s” names %s', (cell, name) => expect(readPayee(cell).name).toBe(name));

it('takes any cell', () => {
  fc.assert(fc.property(anyCell, (cell) => NAME_FAULTS.includes(nameFault(cell))));
  for (const part of HOSTILE_PARTS) expect(nameFault(megabyteOf(part))).toBe('none');
});
