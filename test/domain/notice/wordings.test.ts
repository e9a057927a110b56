import { expect, it } from 'vitest';
import { draftOfText } from '../../notices/drafted.ts';

const first = (text: string) => draftOfText(text).departments[0]?.measures[0];
const fates = (text: string) => draftOfText(text).figures.map(({ text: figure, fate }) => [figure, fate.kind]);

it('takes no vague sum for the number that is in its words', () => {
  expect(fates('区总工会慰问困难职工5人，共发放数十万元。')).toEqual([
    ['5人', 'placed'],
    ['数十万元', 'open'],
  ]);
});

it('reads no number that a blank cuts in two', () => {
  expect(fates('区总工会慰问困难职工2 300人。')).toEqual([['2 300人', 'open']]);
});

it('leaves out a small sum that may be for each or for all', () => {
  expect(first('区残联为5户困难家庭送去慰问金1000元。')).toMatchObject({
    reach: ['5户'],
    amount: null,
    standard: null,
  });
});

it('reads a row of a table as one measure', () => {
  const { departments } = draftOfText(
    '# 慰问安排\n| 部门 | 对象 | 人数 | 标准 |\n| --- | --- | --- | --- |\n| 区残联 | 重残人员 | 80人 | 300元/人 |\n',
  );
  expect(departments).toMatchObject([{ name: '区残联', measures: [{ reach: ['80人'], standard: '300元/人' }] }]);
});

it.each([
  '为大病患者85人发放救助金，分三档：一档10人每人5000元，二档25人每人3000元，其余每人1000元。',
  '对大病患者85人进行救助，按困难程度分为三类：一类10人，每人5000元；二类25人，每人3000元；其余每人1000元。',
])('takes what a count is divided into for its parts: %s', (text) => {
  const measures = draftOfText(`区红十字会${text}`).departments[0]?.measures ?? [];
  expect(measures.map(({ reach, standard, of }) => [reach, standard, of !== null])).toEqual([
    [['85人'], null, false],
    [['10人'], '每人5000元', true],
    [['25人'], '每人3000元', true],
    [[], '每人1000元', true],
  ]);
});

it.each([
  '救助残疾人200名，按程度分两类，重度80名每名600元，轻度每名300元。',
  '救助残疾人200名，分为两档：重度80名，每名600元；轻度，每名300元。',
])('takes a part that does not say how many it is for a part of its own: %s', (text) => {
  const measures = draftOfText(`区残联${text}`).departments[0]?.measures ?? [];
  expect(measures.map(({ reach, standard, of }) => [reach, standard, of !== null])).toEqual([
    [['200名'], null, false],
    [['80名'], '每名600元', true],
    [[], '每名300元', true],
  ]);
});

it('sets the numbers of people aside', () => {
  const draft = draftOfText('联系人身份证号990000199001011230，电话13800138000。');
  expect(draft.figures.map(({ fate }) => fate.kind)).toEqual(['aside', 'aside']);
});
