import * as z from 'zod/mini';
import { addProblem, condition, count, date, id, money, oneOrMore, rate, text, word } from './fields.ts';
import type { Quantity } from './quantity.ts';
import type { Rate } from './rate.ts';
import { type Standard, standardUnits } from './standard.ts';
import type { ReachUnit } from './unit.ts';

export const form = word(
  { cash: ['现金'], goods: ['实物'], service: ['服务'] },
  '形式：cash 现金、goods 实物、service 服务',
);

const status = word(
  { planned: ['计划'], expected: ['预计'], actual: ['实际'] },
  '数字的性质：planned 计划、expected 预计、actual 实际',
);

export const delivery = word(
  { bank: ['社会化发放', '银行'], procurement: ['政府采购'], visit: ['走访'], hand: ['上门', '当面'] },
  '发放方式：bank 社会化发放、procurement 政府采购、visit 走访慰问、hand 当面发放',
);

const countWithUnit = z.pipe(
  count,
  z.transform((value, context) => {
    if (value.unit !== 'none') return value;
    addProblem(context.issues, 'reach-unit-missing', 'count', value.text);
    return z.NEVER;
  }),
);

/** What the document states of a whole: the campaign's or a department's. */
export const stated = z.strictObject({
  reach: z.optional(countWithUnit),
  amount: z.optional(money),
  status: z.optional(status),
  source: z.optional(text),
  note: z.optional(text),
});

const tier = z.strictObject({
  household: z.optional(condition.check(z.describe('几人户：1、2+'))),
  age: z.optional(condition.check(z.describe('年龄：60-79、80+'))),
  category: z.optional(text),
  funder: z.optional(text),
  rate,
  reach: z.optional(count),
});

const standardParts = z.strictObject({
  rate: z.optional(rate.check(z.describe('固定标准或区间'))),
  range: z.optional(rate.check(z.describe('区间：1000至3000元/户'))),
  usual: z.optional(rate.check(z.describe('一般标准'))),
  average: z.optional(rate.check(z.describe('平均：户均2000元'))),
  ceiling: z.optional(rate.check(z.describe('最高：5000元/户'))),
  tiers: z.optional(z.array(tier).check(z.minLength(1), z.describe('分档：按户内人数、年龄、类别或出资方'))),
  increase: z.optional(
    z.strictObject({
      base: rate.check(z.describe('基数')),
      each: rate.check(z.describe('每增加一人')),
      upTo: z.optional(rate.check(z.describe('封顶'))),
    }),
  ),
  delegated: z.optional(text.check(z.describe('标准由谁另定'))),
});

const DELEGATED = /自定|自行|酌情|另行|统筹制定|一事一议|相应/;

const standardText = z.pipe(
  z.union([z.string(), z.number()]).check(z.describe('一句话的标准：550元/人、每户200-500元、户均2000元、各街镇自定')),
  z.transform((value, context): Standard => {
    const printed = String(value);
    if (DELEGATED.test(printed)) return { text: printed, delegatedTo: printed };
    const read = z.safeParse(rate, value);
    if (read.success) return { text: printed, ...standardOf(read.data) };
    context.issues.push(...(read.error.issues as never[]));
    return z.NEVER;
  }),
);

/** A rate takes its place by what it is: 户均… is an average, 最高… a ceiling. */
function standardOf(read: Rate): Standard {
  if (read.kind === 'average') return { average: read };
  if (read.kind === 'ceiling') return { ceiling: read };
  return { rate: read };
}

const standard = z.union([
  standardText,
  z.pipe(
    standardParts,
    z.transform(({ rate, range, usual, average, ceiling, tiers, increase, delegated }): Standard => {
      const single = rate ?? range ?? (usual && { ...usual, kind: 'usual' as const });
      return {
        ...(single && standardOf(single)),
        ...(average && { average: { ...average, kind: 'average' as const } }),
        ...(ceiling && { ceiling: { ...ceiling, kind: 'ceiling' as const } }),
        ...(tiers && { tiers }),
        ...(increase && { increase }),
        ...(delegated !== undefined && { delegatedTo: delegated }),
      };
    }),
  ),
]);

const fundShare = z.union([
  text.check(z.describe('资金来源的编号')),
  z.strictObject({ fund: text, amount: z.optional(money) }),
]);

const exclusion = z.union([
  text.check(z.describe('另一项目的编号：领了那一项的人不再领这一项')),
  z.strictObject({
    measure: text,
    of: word({ person: ['个人'], household: ['全户'] }, '排除到人还是到户：person、household'),
  }),
]);

const eligible = z.strictObject({
  asOf: z.optional(date.check(z.describe('截止到哪天在册'))),
  age: z.optional(condition),
  roster: z.optional(text),
  note: z.optional(text),
});

/** One line of giving: to whom, in what form, at what standard. */
export const measure = z.pipe(
  z.strictObject({
    id,
    name: text.check(z.describe('帮困项目')),
    to: z.optional(oneOrMore(text, '对象：一个或几个类别')),
    form: z.optional(oneOrMore(form, '形式：cash 现金、goods 实物、service 服务；兼有的写成列表')),
    status: z.optional(status),
    reach: z.optional(oneOrMore(count, '覆盖：照文件写；由几部分组成的写成列表')),
    standard: z.optional(standard),
    amount: z.optional(money.check(z.describe('文件所写的金额'))),
    funds: z.optional(oneOrMore(fundShare, '资金来源：编号，或 {fund, amount}')),
    excludes: z.optional(oneOrMore(exclusion, '不含领取哪些项目的人')),
    eligible: z.optional(eligible),
    delivery: z.optional(delivery),
    procurement: z.optional(text.check(z.describe('政府采购的文号或合同号'))),
    counts: z.optional(z.boolean().check(z.describe('false：历史数字，不计入本次活动'))),
    overlaps: z.optional(z.boolean().check(z.describe('true：与别的数字交叉，只列示，不加总'))),
    source: z.optional(text.check(z.describe('出处：文件哪一节'))),
    note: z.optional(text),
  }),
  z.transform(({ reach = [], to = [], form = [], funds = [], excludes = [], counts, overlaps, ...rest }, context) => {
    const withUnit = (part: Quantity, standard: Standard | undefined, path: PropertyKey[]): Count => {
      const unit = part.unit === 'none' ? impliedUnit(standard) : part.unit;
      if (unit && unit !== 'money') return { ...part, unit };
      addProblem(context.issues, 'reach-unit-missing', 'count', part.text, path);
      return z.NEVER;
    };
    // One of several counts must say its unit: [1,200人, 300人] is three of them to YAML, the first a bare 1.
    const ownReach = reach.map((part, index) =>
      withUnit(part, reach.length === 1 ? rest.standard : undefined, ['reach', index]),
    );
    const tiers = rest.standard?.tiers ?? [];
    const tierReach = tiers.flatMap(({ rate, reach: part }, index) =>
      part ? [withUnit(part, { rate }, ['standard', 'tiers', index, 'reach'])] : [],
    );
    return {
      ...rest,
      to,
      form,
      // Tiers that all say how many they are for say it for the measure.
      reach: ownReach.length > 0 ? ownReach : tierReach.length === tiers.length ? tierReach : [],
      funds: funds.map((share) => (typeof share === 'string' ? { fund: share } : share)),
      excludes: excludes.map((excluded) =>
        typeof excluded === 'string' ? { measure: excluded, of: 'person' as const } : excluded,
      ),
      counts: counts ?? true,
      overlaps: overlaps ?? false,
    };
  }),
);
export type Measure = z.output<typeof measure>;

/** A count: a quantity whose unit is known. */
export type Count = Quantity & { readonly unit: ReachUnit };

/** A bare count (`reach: 600`) is of what its standard is per, if that is one thing. */
function impliedUnit(standard: Standard | undefined): ReachUnit | undefined {
  const units = standard ? standardUnits(standard) : [];
  return units.length === 1 ? units[0] : undefined;
}
