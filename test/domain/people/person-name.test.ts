import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskName, readName } from '../../../src/domain/people/person-name.ts';
import { anyCell, HOSTILE_PARTS, megabyteOf } from '../hostile.ts';

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
    expect(readName(cell)).toEqual({ name, deceased, agent, partner: null });
  });

  it.each([
    ['张秀英*', '张秀英'],
    ['张秀英**', '张秀英'],
    ['★张秀英', '张秀英'],
    ['张秀英 ★', '张秀英'],
    ['张秀英★ ★', '张秀英'],
    ['*张秀英', '张秀英'],
    ['张秀英▲', '张秀英'],
    ['张秀英2', '张秀英2'],
    ['张秀英②', '张秀英2'],
    ['张秀英#（低保）', '张秀英'],
    ['张*英', '张*英'],
    ['张＊英', '张*英'],
    ['张×英', '张*英'],
    ['张x英', '张*英'],
    ['张XX', '张**'],
    ['张○英', '张*英'],
    ['张〇英', '张*英'],
    ['张?英', '张*英'],
    ['张秀*', '张秀*'],
    ['张**', '张**'],
    ['张*', '张*'],
    ['*秀英', '*秀英'],
    ['张某英', '张某英'],
    ['X光', '*光'],
    ['MALCOLM X', 'MALCOLM X'],
    ['阿依古丽·*', '阿依古丽·*'],
  ])('%s is %s, without marks', (cell, name) => {
    expect(readName(cell)).toEqual({ name, deceased: false, agent: null, partner: null });
  });

  it.each([
    ['张建国、王秀英', '张建国', '王秀英'],
    ['张建国/王秀英', '张建国', '王秀英'],
    ['张建国，王秀英', '张建国', '王秀英'],
    ['张建国 王秀英', '张建国', '王秀英'],
    ['张建国\n王秀英', '张建国', '王秀英'],
    ['张建国和王秀英', '张建国', '王秀英'],
    ['张永和与王秀英', '张永和', '王秀英'],
    ['欧阳建国&李梅', '欧阳建国', '李梅'],
    ['夫：张建国 妻：王秀英', '张建国', '王秀英'],
    ['張建國、王秀英（低保）', '張建國', '王秀英'],
    ['欧阳 建国', '欧阳建国', null],
    ['王 秀 英', '王秀英', null],
    ['古丽 艾山', '古丽艾山', null],
    ['买买提·艾山', '买买提·艾山', null],
    ['张永和', '张永和', null],
    ['李和平', '李和平', null],
    ['王秀英、低保', '王秀英、低保', null],
    ['王秀英/党员', '王秀英/党员', null],
    ['王秀英、李四代领', '王秀英、李四代领', null],
    ['张建国、王秀英、张明', '张建国、王秀英、张明', null],
    ['张建国、', '张建国、', null],
  ])('%s is %s and %s', (cell, name, partner) => {
    expect(readName(cell)).toMatchObject({ name, partner });
  });

  it('cleans once', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const { name } = readName(cell);
        expect(readName(name).name).toBe(name);
      }),
      { numRuns: 2000, examples: [['*"#']] },
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
