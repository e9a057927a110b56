import { expect, it } from 'vitest';
import { publishedPlace } from '../../../src/answer/publish.ts';
import { exposedNumbers } from '../../../src/domain/published/exposed-numbers.ts';
import { generalised, isOfChildren, revealsIllness } from '../../../src/domain/published/general-words.ts';
import { publishedName } from '../../../src/domain/published/published-name.ts';
import { digitCell, splitNumbers } from '../../../src/domain/published/split-numbers.ts';

it.each([
  ['张三丰', '张三丰', '张*丰', '张**'],
  ['张三', '张三', '张*', '张*'],
  ['欧阳修', '欧阳修', '欧阳*', '欧阳*'],
  ['欧阳文忠', '欧阳文忠', '欧阳*忠', '欧阳**'],
  ['阿依古丽·买买提', '阿依古丽·买买提', '阿******提', '阿*******'],
  ['张三（已故）', '张三', '张*', '张*'],
  ['张三13812345678', '张三', '张*', '张*'],
  ['张三丰 身份证号：990107198001011234', '张三丰', '张*丰', '张**'],
  ['张三一三八一二三四五六七八', '张', '张*', '张*'],
  ['王*明', '王*明', '王*明', '王**'],
  ['', '', '', ''],
])('publishes %s as %s, %s or %s', (name, full, middle, surname) => {
  expect([publishedName(name, 'full'), publishedName(name, 'middle'), publishedName(name, 'surname')]).toEqual([
    full,
    middle,
    surname,
  ]);
});

it.each([
  ['重病妇女帮困', '困难妇女帮困'],
  ['重症特困妇女帮困补助', '特困妇女帮困补助'],
  ['大病救助金', '困难救助金'],
  ['散居孤儿帮困', '困境儿童帮困'],
  ['监护缺失儿童帮困补助', '困境儿童帮困补助'],
  ['因病致贫家庭补助', '支出型困难家庭补助'],
  ['低保家庭、因病支出型贫困家庭节日补助', '低保家庭、支出型困难家庭节日补助'],
  ['失独家庭慰问', '特殊困难家庭慰问'],
  ['精神残疾人补助', '残疾人补助'],
  ['低保家庭补助', '低保家庭补助'],
  ['高龄老人慰问', '高龄老人慰问'],
  ['困难职工慰问', '困难职工慰问'],
])('calls %s %s in public', (measure, general) => {
  expect(generalised(measure, {})).toBe(general);
});

it('lets a campaign’s own words go first', () => {
  expect(generalised('两癌妇女关爱', { 两癌妇女关爱: '妇女关爱' })).toBe('妇女关爱');
  expect(generalised('尿毒症透析补助', { 尿毒症透析: '医疗' })).toBe('医疗补助');
});

it('knows what is about the ill and about children', () => {
  expect(['大病救助金', '肿瘤患者帮扶', '低保家庭补助'].map(revealsIllness)).toEqual([true, true, false]);
  expect(['散居孤儿', '困难学生助学金', '高龄老人'].map(isOfChildren)).toEqual([true, true, false]);
});

it.each([
  ['幸福居委会', '幸福居委会'],
  ['幸福居委会3号101室', '幸福居委会'],
  ['幸福居委会 5弄', '幸福居委会'],
  ['幸福居委（王主任13812345678）', '幸福居委'],
  ['第三居委会', '第三居委会'],
  ['甘泉路街道', '甘泉路街道'],
])('publishes the place %s as %s', (place, published) => {
  expect(publishedPlace(place)).toBe(published);
});

const inCells = (cells: readonly string[], isText = false) =>
  splitNumbers(cells.map((cell) => digitCell(cell, isText))).map(({ digits, kind }) => `${kind} ${digits}`);

it.each([
  ['an ID number in three cells', ['990107', '19800101', '1234'], false, ['id 990107198001011234']],
  ['one digit a cell', [...'990107198001011234'], false, ['id 990107198001011234']],
  ['a wrong check digit', ['990107', '19800101', '1239'], false, []],
  ['a telephone as texts', ['138', '1234', '5678'], true, ['phone 13812345678']],
  ['counts', ['138', '1234', '5678'], false, []],
  ['a telephone with a zero in front of a part', ['138', '0234', '5678'], false, ['phone 13802345678']],
  ['years', ['2023', '2024', '2025', '2026'], false, []],
])('reads %s over cells', (_, cells, isText, found) => {
  expect(inCells(cells, isText)).toEqual(found);
});

it('takes no measure of a program for a number of somebody’s', () => {
  for (const text of [
    '0.59999389629810485',
    '{78C0D931-6437-407d-A8EE-F0AAD7539E65}',
    '00000000-0008-0000-0000-000138123456',
    '1735689600000',
  ])
    expect(exposedNumbers(text, 'machine')).toEqual([]);
});
