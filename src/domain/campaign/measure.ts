import * as z from 'zod/mini';
import { readDuration } from '../duration.ts';
import type { Quantity } from '../quantity.ts';
import {
  addProblem,
  condition,
  count,
  date,
  id,
  money,
  note,
  oneOrMore,
  rate,
  source,
  text,
  word,
} from '../row/fields.ts';
import type { CountUnit } from '../unit.ts';
import { type Standard, standardUnits } from './standard.ts';
import { standard } from './standard-schema.ts';

export const form = word({ cash: ['现金'], goods: ['实物'], service: ['服务'] });

const status = word({ planned: ['计划'], expected: ['预计'], actual: ['实际'] });

export const delivery = word({
  bank: ['社会化发放', '银行'],
  procurement: ['政府采购'],
  visit: ['走访'],
  hand: ['上门', '当面'],
});

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
  reach: z.optional(countWithUnit),
  amount: z.optional(money),
  itemised: z.optional(z.literal('all')),
  departments: z.optional(z.number().check(z.int(), z.minimum(1))),
  status: z.optional(status),
  source,
  note,
});

const fundShare = z.union([
  text,
  z.strictObject({
    fund: text,
    amount: z.optional(money),
  }),
]);

const exclusion = z.union([
  text,
  z.strictObject({
    measure: text,
    of: word({ person: ['个人'], household: ['全户'] }),
  }),
]);

const eligible = z.strictObject({
  asOf: z.optional(date),
  age: z.optional(condition),
  roster: z.optional(text),
  note,
});

/** A whole and its parts (18名, of which 5, 13 and 1); several counts without a whole are added up. */
const reach = z.union([
  oneOrMore(count),
  z.strictObject({
    total: count,
    parts: z.array(count).check(z.minLength(1)),
  }),
]);

const duration = z.pipe(
  z.string(),
  z.transform((value, context) => {
    const read = readDuration(value);
    if (read) return read;
    addProblem(context.issues, { problem: 'not-a-duration' }, 'duration', value);
    return z.NEVER;
  }),
);

/** A lot of goods: what, how many, and what one or all of them are worth. */
const lot = z.strictObject({
  item: text,
  quantity: z.optional(count),
  value: z.optional(rate),
});

/** One line of giving: to whom, in what form, at what standard. */
export const measure = z.pipe(
  z.strictObject({
    id: z.optional(id),
    name: text,
    to: z.optional(oneOrMore(text)),
    form: z.optional(oneOrMore(form)),
    status: z.optional(status),
    reach: z.optional(reach),
    standard: z.optional(standard),
    months: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(120))),
    duration: z.optional(duration),
    goods: z.optional(z.array(lot).check(z.minLength(1))),
    amount: z.optional(money),
    of: z.optional(text),
    funds: z.optional(oneOrMore(fundShare)),
    excludes: z.optional(oneOrMore(exclusion)),
    eligible: z.optional(eligible),
    delivery: z.optional(delivery),
    procurement: z.optional(text),
    counts: z.optional(z.boolean()),
    overlaps: z.optional(z.boolean()),
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
