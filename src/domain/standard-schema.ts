import * as z from 'zod/mini';
import { addProblem, condition, count, rate, text, word } from './fields.ts';
import type { Standard } from './standard.ts';
import { readStandard, standardOf } from './standard-text.ts';

const tier = z.strictObject({
  household: z.optional(condition.check(z.describe('几人户：1、2+'))),
  age: z.optional(condition.check(z.describe('年龄：60-79、80+'))),
  category: z.optional(text.check(z.describe('对象类别'))),
  funder: z.optional(text.check(z.describe('出资方：国家、省、区'))),
  rate: rate.check(z.describe('这一档的标准：300元/户')),
  reach: z.optional(count.check(z.describe('这一档有多少；各档都写的，合起来就是项目的覆盖数'))),
});

const part = z.strictObject({
  form: word({ cash: ['现金'], goods: ['实物'] }, '这部分是 cash 现金还是 goods 实物'),
  rate: z.optional(rate.check(z.describe('多少钱，或值多少：每户2000元'))),
  goods: z.optional(text.check(z.describe('没有写价值的实物：米面油1套'))),
});

const standardParts = z.strictObject({
  rate: z.optional(rate.check(z.describe('固定标准或区间'))),
  range: z.optional(rate.check(z.describe('区间：1000至3000元/户'))),
  usual: z.optional(rate.check(z.describe('一般标准，不约束单独一笔'))),
  average: z.optional(rate.check(z.describe('平均：户均2000元'))),
  ceiling: z.optional(rate.check(z.describe('最高：5000元/户'))),
  tiers: z.optional(z.array(tier).check(z.minLength(1), z.describe('分档：按户内人数、年龄、类别或出资方'))),
  joint: z.optional(z.boolean().check(z.describe('true：各档叠加，每人都领（国家150元＋省55元）；不写是各领一档'))),
  parts: z.optional(z.array(part).check(z.minLength(2), z.describe('每笔由几部分组成：现金、实物各多少'))),
  increase: z.optional(
    z
      .strictObject({
        base: rate.check(z.describe('基数：一人户600元')),
        each: rate.check(z.describe('每增加一人加多少')),
        upTo: z.optional(rate.check(z.describe('封顶'))),
      })
      .check(z.describe('一个基数，每增加一人再加')),
  ),
  share: z.optional(
    z
      .strictObject({
        base: text.check(z.describe('bases: 里的名称：低保标准')),
        percent: z.number().check(z.describe('百分之几：50'), z.gt(0), z.maximum(1000)),
      })
      .check(z.describe('某个基数的百分之几：低保标准的50%')),
  ),
  delegated: z.optional(text.check(z.describe('标准由谁另定'))),
});

const standardText = z.pipe(
  z
    .union([z.string(), z.number()])
    .check(
      z.describe(
        '一句话的标准：550元/人、每户200-500元、户均2000元、每户2000元现金，500元物品、低保标准的50%、各街镇自定',
      ),
    ),
  z.transform((value, context): Standard => {
    const read = readStandard(String(value));
    if ('ok' in read) return read.ok;
    addProblem(context.issues, read, 'rate', value);
    return z.NEVER;
  }),
);

/** What one payout is to be: a phrase of the notice, or its parts. */
export const standard = z.union([
  standardText,
  z.pipe(
    standardParts,
    z.transform(({ rate, range, usual, average, ceiling, delegated, share, parts, ...others }): Standard => {
      const single = rate ?? range ?? (usual && { ...usual, kind: 'usual' as const });
      return {
        ...(single && standardOf(single)),
        ...(average && { average: { ...average, kind: 'average' as const } }),
        ...(ceiling && { ceiling: { ...ceiling, kind: 'ceiling' as const } }),
        ...(parts && { parts: parts.map(({ goods, ...each }) => ({ ...each, text: each.rate?.text ?? goods ?? '' })) }),
        ...(share && { share: { base: share.base, share: BigInt(Math.round(share.percent * 100)) } }),
        ...others,
        ...(delegated !== undefined && { delegatedTo: delegated }),
      };
    }),
  ),
]);
