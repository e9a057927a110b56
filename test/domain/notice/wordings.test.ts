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

it('loses no scale that is said without a number, and takes no saying for one', () => {
  expect(fates('区民政局投入近万元慰问困难户，共走访万余户，让千家万户感受温暖。').map(([figure]) => figure)).toEqual([
    '近万元',
    '万余户',
  ]);
});

it('sets the numbers of people aside', () => {
  const draft = draftOfText('联系人身份证号990000199001011230，电话13800138000。');
  expect(draft.figures.map(({ fate }) => fate.kind)).toEqual(['aside', 'aside']);
});

it('gives what a plan says to whom its title names', () => {
  const text = (title: string) => `${title}\n一、慰问标准\n1. 低保家庭。每户600元，共50户。\n`;
  const givers = (title: string) => draftOfText(text(title)).departments.map(({ name, doubts }) => [name, doubts]);
  expect(givers('区总工会2026年元旦春节送温暖活动方案')).toEqual([['区总工会', []]]);
  expect(givers('关于印发《某区民政局2026年春节慰问工作方案》的通知')).toEqual([['某区民政局', []]]);
});

it('puts what steps come to together to their whole, and not to the last of them', () => {
  const { departments } = draftOfText(
    '区总工会春节送温暖活动方案\n一、困难职工\n对在档困难职工120人进行慰问，分为三个等级，其中一等40人，每人2000元；二等50人，每人1000元；三等30人，每人500元，共计14.5万元。\n二、劳模\n慰问劳模15人，每人1000元，计1.5万元。慰问环卫工人30人，每人200元。\n',
  );
  expect(departments[0]?.measures.map(({ reach, amount, of }) => [reach, amount, of !== null])).toEqual([
    [['120人'], '14.5万元', false],
    [['40人'], null, true],
    [['50人'], null, true],
    [['30人'], null, true],
    [['15人'], '1.5万元', false],
    [['30人'], null, false],
  ]);
});

it('reads numbers of a table in the units of its head, and its last row as the total', () => {
  const { departments, stated } = draftOfText(
    '# 慰问经费安排表\n单位：万元\n| 序号 | 部门 | 慰问对象 | 人数 | 标准（元） | 金额 |\n| --- | --- | --- | --- | --- | --- |\n' +
      '| 1 | 区民政局 | 低保对象 | 1200 | 500 | 60 |\n| 2 | 区残联 | 重度残疾人 | 300 | 400 | 12 |\n| 合计 | | | | | 72 |\n',
  );
  expect(departments.map(({ name, measures }) => [name, measures[0]])).toMatchObject([
    ['区民政局', { to: '低保对象', reach: ['1200人'], standard: '500元/人', amount: '60万元' }],
    ['区残联', { to: '重度残疾人', reach: ['300人'], standard: '400元/人', amount: '12万元' }],
  ]);
  expect(stated).toMatchObject({ amount: '72万元' });
});

it('leaves a number of a table without a unit where its head gives two that it may be of', () => {
  const { departments } = draftOfText(
    '| 部门 | 对象 | 户数 | 人数 | 标准（元） |\n| --- | --- | --- | --- | --- |\n| 区民政局 | 低保家庭 | 120 | 260 | 500 |\n',
  );
  expect(departments[0]?.measures[0]).toMatchObject({ standard: null, amount: null });
});

it.each([
  // a headline and its text; a count alone and later with its standard
  [
    '市残联筹集20万元惠及300户残疾家庭\n日前，市残联开展慰问。此次慰问活动共筹集慰问金20万元，惠及全市300户残疾家庭。',
    1,
  ],
  ['区总工会先后走访慰问28名困难职工。\n目前，区总工会已经给28名困难职工送去慰问金，每人500元。', 1],
  // the same people get two things
  ['区总工会为1120名退休职工发放慰问金，每人500元。\n区总工会为1120名退休职工发放大礼包，每人300元。', 2],
])('writes once what is told twice: %s', (text, measures) => {
  const all = draftOfText(text).departments.flatMap((department) => department.measures);
  expect(all).toHaveLength(measures);
});

it.each([
  ['全县现有在册困难职工295名。', 'aside'],
  ['全县贫困户达1600多户。', 'aside'],
  ['家庭月人均收入在最低生活保障标准1.5倍（918元-979元）以内的职工家庭可以申请。', 'aside'],
  ['名单里有45人。', 'open'],
])('writes no figure of which nothing says that somebody gets it: %s', (text, fate) => {
  const draft = draftOfText(text);
  expect(draft.departments.flatMap(({ measures }) => measures)).toEqual([]);
  expect(draft.figures.at(-1)?.fate.kind).toBe(fate);
});

it('adds up nothing of what each gets, or of who pays a part', () => {
  const draft = draftOfText(
    '区民政局为每户困难家庭发放现金300元及大米1袋，共50户。所需资金1.5万元，由区财政承担1万元，街道承担0.5万元。',
  );
  expect(draft.departments[0]?.measures[0]).toMatchObject({
    standard: { parts: [{ form: 'cash', rate: '每户300元' }, { form: 'goods' }] },
    goods: [],
  });
  const shares = draft.figures.flatMap(({ text, fate }) => ('reason' in fate && fate.reason === 'share' ? text : []));
  expect(shares).toEqual(['1万元', '0.5万元']);
});

it('keeps who is excluded as a note that is to be checked, and who is to do what', () => {
  const draft = draftOfText(
    '某区春节慰问工作方案\n一、标准\n1. 低保边缘家庭（不含支出型困难家庭）每户400元，约500户。\n二、职责分工\n区民政局负责统筹协调；区财政局负责资金保障。\n',
  );
  const measure = draft.departments[0]?.measures[0];
  expect(measure).toMatchObject({ excluded: '不含支出型困难家庭', reach: ['约500户'], standard: '每户400元' });
  expect(measure?.doubts).toContainEqual({ kind: 'excluded', texts: ['不含支出型困难家庭'] });
  expect(draft.roles).toMatchObject([
    { name: '区民政局', duty: '统筹协调' },
    { name: '区财政局', duty: '资金保障' },
  ]);
});

it.each([
  ['以上各项请于2026年2月10日前落实到位。\n联系人：救助科', null],
  ['申请自2026年1月5日起受理。', null],
  ['清河区民政局\n2026年1月5日', '2026-01-05'],
  ['清河区民政局办公室于2026年1月5日印发', '2026-01-05'],
])('takes the day of a notice for the day it was issued, and no term for it: %s', (text, issued) => {
  const notice = `关于做好2026年春节帮困工作的通知\n区残联慰问残疾人85名，每人800元。\n${text}`;
  expect(draftOfText(notice).head.issued).toBe(issued);
});
