import { describe, expect, it } from 'vitest';
import { containment } from '../../../src/domain/campaign/category.ts';
import { measure } from '../../../src/domain/campaign/measure.ts';
import { judgeAmount } from '../../../src/domain/row/payout-standard.ts';
import { BETWEEN_CATEGORIES, type StepSaying, saidTiers } from '../../../src/domain/row/said-tiers.ts';

const CONTAINING = containment({ 残疾家庭: ['重残家庭'] });

/** What a row says of a standard's steps. */
function saidOf(given: unknown, row: Partial<StepSaying>) {
  const { standard } = measure.parse({ id: 'm', name: '补助', standard: given });
  if (!standard) expect.fail('no standard');
  const read = saidTiers(standard, CONTAINING, '补助');
  return { standard, said: read?.({ remark: '', category: '', householdSize: null, ...row }) ?? null };
}

/** Which of some amounts in yuan fit a standard, on a row with a remark, or with cells of category columns. */
function judged(given: unknown, row: string | Partial<StepSaying>, amounts: readonly number[]) {
  const { standard, said } = saidOf(given, typeof row === 'string' ? { remark: row } : row);
  const facts = { householdSize: null, age: null, quantity: null, said };
  return amounts.filter((yuan) => judgeAmount(standard, { ...facts, amount: BigInt(yuan * 100) }) === 'fits');
}

const SIZES = {
  tiers: [
    { household: 1, rate: '500元/户' },
    { household: 2, rate: '800元/户' },
    { household: '3+', rate: '1000元/户' },
  ],
};
const DEGREES = {
  tiers: [
    { category: '重度', rate: '600元/人' },
    { category: '非重度', rate: '300元/人' },
  ],
};
const FAMILIES = { tiers: [{ category: '残疾家庭', rate: '1500元/户' }, { rate: '1200元/户' }] };
const KINDS = {
  tiers: [
    { category: '城乡低保家庭', rate: '1200元/户' },
    { category: '残疾家庭', rate: '1500元/户' },
  ],
};
const GRADES = {
  tiers: [
    { category: '一级残疾', rate: '900元/人' },
    { category: '二级残疾', rate: '700元/人' },
    { category: '残疾', rate: '400元/人' },
  ],
};
const INCREASE = { increase: { base: '500元/户', each: '100元/人' } };

const SAID: readonly (readonly [standard: unknown, remark: string, fit: readonly number[]])[] = [
  [SIZES, '一人户', [500]],
  [SIZES, '单人户', [500]],
  [SIZES, '２人户', [800]],
  [SIZES, '二人户', [800]],
  [SIZES, '该户为两口之家', [800]],
  [SIZES, '家庭人口：4人', [1000]],
  [SIZES, '五口人，已核实', [1000]],
  [DEGREES, '重度', [600]],
  [DEGREES, '非重度', [300]],
  [DEGREES, '残疾等级：重度', [600]],
  [DEGREES, '系重度。', [600]],
  [FAMILIES, '残疾家庭', [1500]],
  [FAMILIES, '残疾户', [1500]],
  [FAMILIES, '重残家庭', [1500]], // which the campaign says is one
  [FAMILIES, '低保、残疾家庭', [1500]],
  [KINDS, '残疾家庭', [1500]],
  [KINDS, '低保', [1200, 1500]], // may be both, and nobody wrote it
  [GRADES, '一级残疾人', [900]],
  [GRADES, '二级残疾', [700]],
  [GRADES, '残疾', [400, 900, 700]], // of whatever degree
  [INCREASE, '三人户', [700]],
];

/** Nothing is said of the step: whatever fits without a remark fits. */
const UNSAID: readonly (readonly [standard: unknown, remark: string])[] = [
  ...['', '无', '3人', '共3人领取', '原二人户', '二人户变更为三人户', '二人户、三人户', '是否二人户？', '非一人户'].map(
    (remark) => [SIZES, remark] as const,
  ),
  ...[
    '不符合重度条件',
    '申请重度中',
    '原系重度',
    '儿子重度',
    '重度（已注销）',
    '重度，2024年12月退出',
    '疑似重度',
    '重度?',
    '重度待审核',
    '重度：否',
  ].map((remark) => [DEGREES, remark] as const),
  ...[
    '非残疾家庭',
    '已退出残疾家庭',
    '残疾家庭除外',
    '邻居系残疾家庭',
    '残疾人',
    '不属于残疾家庭',
    '如为残疾家庭另发',
    '低保边缘',
    '残疾家庭申请中',
    '配偶残疾，残疾家庭',
  ].map((remark) => [FAMILIES, remark] as const),
  ...['非低保', '已退出低保', '原系特困', '申请低保中', '低保边缘家庭', '低保，已停发'].map(
    (remark) => [KINDS, remark] as const,
  ),
];

const AMOUNTS = [300, 400, 500, 600, 700, 800, 900, 1000, 1200, 1500];

describe('a remark that says the step of a standard', () => {
  it.each(SAID)('%j, %s', (standard, remark, fit) => {
    expect(judged(standard, remark, AMOUNTS)).toEqual([...fit].sort((one, other) => one - other));
  });
});

describe('a remark that says nothing of the step', () => {
  it.each(UNSAID)('%j, %s', (standard, remark) => {
    expect(judged(standard, remark, AMOUNTS)).toEqual(judged(standard, '', AMOUNTS));
  });
});

const GRADES_TOGETHER = {
  tiers: [
    { category: '一、二级残疾', rate: '900元/人' },
    { category: '三级或四级残疾', rate: '700元/人' },
  ],
};
const BY_KIND = {
  tiers: [
    { category: '视力一级', rate: '900元/人' },
    { category: '肢体一级', rate: '700元/人' },
  ],
};
const HARDSHIP = {
  tiers: [
    { category: '特别困难', rate: '900元/户' },
    { category: '一般困难', rate: '500元/户' },
  ],
};

const EDUCATION = {
  tiers: [
    { category: '初中', rate: '500元/人' },
    { category: '高中', rate: '700元/人' },
  ],
};
const WORKERS = {
  tiers: [
    { category: '深度困难职工', rate: '900元/人' },
    { category: '相对困难', rate: '500元/人' },
  ],
};

const IN_COLUMNS: readonly (readonly [standard: unknown, cells: string, fit: readonly number[]])[] = [
  [GRADES, '残疾等级:一级', [900]],
  [GRADES, '残疾等级:1', [900]],
  [GRADES, '残疾级别:贰级', [700]],
  [GRADES, '残疾证等级:Ⅱ级', [700]],
  [GRADES, '残疾类别:肢体一级', [900]],
  [GRADES, '残疾类型:视力残疾二级', [700]],
  [GRADES, '残疾类别:肢体 残疾等级:二级', [700]],
  [GRADES_TOGETHER, '残疾等级:二级', [900]],
  [GRADES_TOGETHER, '残疾等级:四', [700]],
  [GRADES_TOGETHER, '困难类型:低保 残疾等级:三级', [700]],
  [BY_KIND, '残疾类别:视力一级', [900]],
  [BY_KIND, '残疾类别:肢体一级', [700, 900]], // may be both
  [DEGREES, '残疾程度:重度', [600]],
  [DEGREES, '类别:非重度', [300]],
  [HARDSHIP, '困难程度:一般', [500]],
  [HARDSHIP, '困难等级:特别困难户', [900]],
  [FAMILIES, '类别:低保 家庭类型:残疾户', [1500]],
  [EDUCATION, '学段:普通高中', [700]],
  [EDUCATION, '就读学段:初中', [500, 700]], // may be at both in a year
  [WORKERS, '困难类别:相对困难职工', [500]],
  [WORKERS, '困难类别:深度困难', [900]],
  [SIZES, '户型:二人户', [800]],
  [SIZES, '类型:单人户', [500]],
  [KINDS, '对象类别:城乡低保 残疾类型:残疾家庭', [1200, 1500]],
];

/** A column that says nothing of the step, or nothing for certain, and the measure's own name. */
const UNSAID_IN_COLUMNS: readonly (readonly [standard: unknown, cells: string])[] = [
  [GRADES, '残疾等级:无'],
  [GRADES, '残疾等级:待定'],
  [GRADES, '残疾等级:原一级'],
  [GRADES, '残疾等级:一级（已注销）'],
  [GRADES, '困难类型:低保'],
  [GRADES, '学段:一'],
  [FAMILIES, '家庭类型:非残疾家庭'],
  [FAMILIES, '类型:已退出残疾家庭'],
  [{ tiers: [{ category: '补助', rate: '500元/人' }, { rate: '300元/人' }] }, '项目:补助'],
  [SIZES, '等级:2'],
];

const row = (cells: string) => ({ category: cells.replaceAll(' ', BETWEEN_CATEGORIES) });

describe('a column that says the step of a standard', () => {
  it.each(IN_COLUMNS)('%j, %s', (standard, cells, fit) => {
    expect(judged(standard, row(cells), AMOUNTS)).toEqual([...fit].sort((one, other) => one - other));
  });

  it.each(UNSAID_IN_COLUMNS)('%j, %s: nothing', (standard, cells) => {
    expect(saidOf(standard, row(cells)).said).toBeNull();
  });
});

describe('places that contradict each other', () => {
  it.each<readonly [unknown, Partial<StepSaying>, string[]]>([
    [GRADES, { ...row('残疾等级:一级'), remark: '二级残疾' }, ['一级残疾', '二级残疾']],
    [DEGREES, { ...row('残疾程度:重度'), remark: '非重度' }, ['重度', '非重度']],
    [GRADES_TOGETHER, { ...row('残疾类别:肢体一级 残疾等级:四级') }, ['一、二级残疾', '三级或四级残疾']],
    [SIZES, { ...row('户型:二人户'), householdSize: 3 }, ['2人户']],
    [SIZES, { remark: '三口之家', householdSize: 2 }, ['3人户']],
    [INCREASE, { ...row('户型:二人户'), remark: '三人户' }, ['2人户', '3人户']],
  ])('%j, %j', (standard, said, words) => {
    expect(saidOf(standard, said).said).toMatchObject({ isTorn: true, words, householdSize: null });
    expect(judged(standard, said, AMOUNTS)).toEqual(judged(standard, '', AMOUNTS));
  });

  it.each<readonly [unknown, Partial<StepSaying>]>([
    [GRADES, { ...row('残疾等级:一级'), remark: '残疾' }],
    [GRADES_TOGETHER, { ...row('残疾等级:一级'), remark: '二级残疾' }],
    [KINDS, { ...row('困难类型:低保'), remark: '残疾家庭' }],
    [SIZES, { ...row('户型:二人户'), householdSize: 2 }],
    [DEGREES, { ...row('残疾程度:重度'), householdSize: 3, remark: '二人户' }],
  ])('but not %j, %j', (standard, said) => {
    expect(saidOf(standard, said).said?.isTorn).toBe(false);
  });
});
