import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskName, readName } from '../../src/domain/person-name.ts';
import { anyCell, HOSTILE_PARTS, megabyteOf } from './hostile.ts';

describe('readName', () => {
  it.each([
    ['张三', '张三', false, null],
    ['张　三', '张三', false, null],
    [' 张 三\u200b', '张三', false, null],
    ['John  Q. Smith', 'John Q. Smith', false, null],
    ['阿依古丽•买买提', '阿依古丽·买买提', false, null],
    ['阿依古丽 ・ 买买提', '阿依古丽·买买提', false, null],
    ['阿依古丽．买买提', '阿依古丽·买买提', false, null],
    ['张三（已故）', '张三', true, null],
    ['张三(亡)', '张三', true, null],
    ['张三【去世】', '张三', true, null],
    ['张三(亡者家属)', '张三', false, null],
    ['张三（代）', '张三', false, ''],
    ['张三（代领）', '张三', false, ''],
    ['张三（李四代）', '张三', false, '李四'],
    ['张三（由李四代领）', '张三', false, '李四'],
    ['张三（代领人：李 四）', '张三', false, '李四'],
    ['张三(已故)(李四代)', '张三', true, '李四'],
    ['张三(小)', '张三', false, null],
    ['张三(低保', '张三', false, null],
    ['(残)张三', '张三', false, null],
    ['(张三)', '张三', false, null],
    ['', '', false, null],
  ])('%s', (cell, name, deceased, agent) => {
    expect(readName(cell)).toEqual({ name, deceased, agent });
  });

  it('cleans once', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const { name } = readName(cell);
        expect(readName(name).name).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(HOSTILE_PARTS)('leaves a megabyte of %j', (part) => {
    const cell = megabyteOf(part);
    expect(readName(cell).name === cell).toBe(true);
    expect(readName(part.repeat(Math.floor(1000 / part.length))).deceased).toBe(false);
  });
});

it.each([
  ['张三', '张*'],
  ['欧阳娜娜', '欧***'],
  ['𠮷野', '𠮷*'],
  ['张', '*'],
  ['', ''],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
