import * as z from 'zod/mini';
import { readDuration } from './duration.ts';
import { addProblem, condition, count, date, id, money, note, oneOrMore, rate, source, text, word } from './fields.ts';
import type { Quantity } from './quantity.ts';
import { type Standard, standardUnits } from './standard.ts';
import { standard } from './standard-schema.ts';
import type { CountUnit } from './unit.ts';

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
    addProblem(context.issues, { problem: 'reach-unit-missing' }, 'count', value.text);
    return z.NEVER;
  }),
);

/** What the document states of a whole: the campaign's or a department's. */
export const stated = z.strictObject({
  reach: z.optional(countWithUnit.check(z.describe('文件所写的覆盖总数，带单位：约8.5万人次'))),
  amount: z.optional(money.check(z.describe('文件所写的总金额：约3302.03万元'))),
  itemised: z.optional(z.literal('all').check(z.describe('all：文件列出的分项就是全部，合计必须等于总数'))),
  departments: z.optional(z.number().check(z.describe('文件说有几个部门、单位'), z.int(), z.minimum(1))),
  status: z.optional(status),
  source,
  note,
});

const fundShare = z.union([
  text.check(z.describe('资金来源的编号或名称')),
  z.strictObject({
    fund: text.check(z.describe('资金来源的编号或名称')),
    amount: z.optional(money.check(z.describe('这笔资金出多少'))),
  }),
]);

const exclusion = z.union([
  text.check(z.describe('另一项目的编号或名称：领了那一项的人不再领这一项')),
  z.strictObject({
    measure: text.check(z.describe('另一项目的编号或名称')),
    of: word({ person: ['个人'], household: ['全户'] }, '排除到人还是到户：person、household'),
  }),
]);

const eligible = z.strictObject({
  asOf: z.optional(date.check(z.describe('截止到哪天在册'))),
  age: z.optional(condition.check(z.describe('年龄条件，周岁：18+、60-79、80周岁及以上'))),
  roster: z.optional(text.check(z.describe('名册的编号：在册的才可领'))),
  note,
});

/** A whole and its parts (18名, of which 5, 13 and 1); several counts without a whole are added up. */
const reach = z.union([
  oneOrMore(count, '覆盖：照文件写；由几部分相加的写成列表'),
  z.strictObject({
    total: count.check(z.describe('总数')),
    parts: z.array(count).check(z.minLength(1), z.describe('总数的各部分，只核对，不另加')),
  }),
]);

const duration = z.pipe(
  z.string().check(z.describe('发多久：3个月、90天、一学年')),
  z.transform((value, context) => {
    const read = readDuration(value);
    if (read) return read;
    addProblem(context.issues, { problem: 'not-a-duration' }, 'duration', value);
    return z.NEVER;
  }),
);

/** A lot of goods: what, how many, and what one or all of them are worth. */
const lot = z.strictObject({
  item: text.check(z.describe('物品：棉被')),
  quantity: z.optional(count.check(z.describe('多少：400床'))),
  value: z.optional(rate.check(z.describe('一件的价值（120元/床）或全部的价值（4.8万元）'))),
});

/** One line of giving: to whom, in what form, at what standard. */
export const measure = z.pipe(
  z.strictObject({
    id: z.optional(id.check(z.describe('编号，供引用；不写就以名称为编号'))),
    name: text.check(z.describe('帮困项目的名称')),
    to: z.optional(oneOrMore(text, '对象：一个或几个类别')),
    form: z.optional(oneOrMore(form, '形式：cash 现金、goods 实物、service 服务；兼有的写成列表')),
    status: z.optional(status),
    reach: z.optional(reach.check(z.describe('覆盖多少：约600人、[5名, 13名]、{total: 18名, parts: [5名, 13名]}'))),
    standard: z.optional(
      standard.check(z.describe('标准：一句话（550元/人），或分开写的 {range, ceiling, average, tiers, parts …}')),
    ),
    months: z.optional(z.number().check(z.describe('按月发的发几个月'), z.int(), z.minimum(1), z.maximum(120))),
    duration: z.optional(duration),
    goods: z.optional(z.array(lot).check(z.minLength(1), z.describe('实物：一批一行'))),
    amount: z.optional(money.check(z.describe('文件所写的金额'))),
    of: z.optional(text.check(z.describe('其中：是哪个项目（编号或名称）的一部分，只列示，不加总'))),
    funds: z.optional(oneOrMore(fundShare, '资金来源：编号，或 {fund, amount}')),
    excludes: z.optional(oneOrMore(exclusion, '不含领取哪些项目的人')),
    eligible: z.optional(eligible.check(z.describe('什么人可领：截止日期、年龄、名册'))),
    delivery: z.optional(delivery),
    procurement: z.optional(text.check(z.describe('政府采购的文号或合同号'))),
    counts: z.optional(z.boolean().check(z.describe('false：历史数字，不计入本次活动'))),
    overlaps: z.optional(z.boolean().check(z.describe('true：与别的数字交叉，只列示，不加总'))),
    source,
    note,
  }),
  z.transform(
    (
      {
        id: given,
        reach: counted = [],
        to = [],
        form = [],
        funds = [],
        excludes = [],
        goods = [],
        counts,
        overlaps,
        months,
        duration: lasting,
        standard: printed,
        ...rest
      },
      context,
    ) => {
      const over = lasting ?? (months === undefined ? undefined : ({ value: BigInt(months), unit: 'month' } as const));
      const standard = printed && over ? { ...printed, duration: over } : printed;
      const withUnit = (part: Quantity, standard: Standard | undefined, path: PropertyKey[]): Count => {
        const unit = part.unit === 'none' ? impliedUnit(standard) : part.unit;
        if (unit && unit !== 'money') return { ...part, unit };
        addProblem(context.issues, { problem: 'reach-unit-missing' }, 'count', part.text, path);
        return z.NEVER;
      };
      const [own, parts, within] = Array.isArray(counted)
        ? [counted, [], []]
        : [[counted.total], counted.parts, ['total']];
      // One of several counts must say its unit: [1,200人, 300人] is three of them to YAML, the first a bare 1.
      const ownReach = own.map((part, index) =>
        withUnit(part, own.length === 1 ? standard : undefined, ['reach', ...(within.length > 0 ? within : [index])]),
      );
      const unit = ownReach[0]?.unit;
      const partReach = parts.map(
        (part, index): Count =>
          part.unit === 'none' && unit ? { ...part, unit } : withUnit(part, undefined, ['reach', 'parts', index]),
      );
      const tiers = standard?.tiers ?? [];
      const tierReach = tiers.flatMap(({ rate, reach: part }, index) =>
        part ? [withUnit(part, { rate }, ['standard', 'tiers', index, 'reach'])] : [],
      );
      return {
        ...rest,
        ...(standard && { standard }),
        id: given ?? '', // the campaign gives it one
        to,
        form,
        // Tiers that all say how many they are for say it for the measure, unless they are for the same people.
        reach: ownReach.length > 0 || standard?.joint || tierReach.length < tiers.length ? ownReach : tierReach,
        reachParts: partReach,
        goods,
        funds: funds.map((share) => (typeof share === 'string' ? { fund: share } : share)),
        excludes: excludes.map((excluded) =>
          typeof excluded === 'string' ? { measure: excluded, of: 'person' as const } : excluded,
        ),
        counts: counts ?? true,
        overlaps: overlaps ?? false,
      };
    },
  ),
);
export type Measure = z.output<typeof measure>;

/** A count: a quantity whose unit is known. */
export type Count = Quantity & { readonly unit: CountUnit };

/** A bare count (`reach: 600`) is of what its standard is per, if that is one thing. */
function impliedUnit(standard: Standard | undefined): CountUnit | undefined {
  const units = standard ? standardUnits(standard) : [];
  return units.length === 1 ? units[0] : undefined;
}
