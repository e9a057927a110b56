import * as z from 'zod/mini';
import {
  appointment,
  array,
  boolean,
  count,
  day,
  interval,
  list,
  listed,
  meaning,
  money,
  notRead,
  nullable,
  number,
  object,
  ofLists,
  onCampaign,
  oneOf,
  optional,
  reach,
  string,
  textInput,
} from './shapes.ts';

const form = oneOf(['cash', 'goods', 'service']);
const delivery = oneOf(['bank', 'procurement', 'visit', 'hand']);
const status = nullable(oneOf(['planned', 'expected', 'actual']));
const totalCheck = oneOf(['exact', 'rounded', 'approximate', 'not-itemised', 'contradicted', 'unknown']);
const actual = optional(nullable(listed));

const measure = object({
  id: string(),
  name: string(),
  to: array(string()),
  form: nullable(oneOf(['cash', 'goods', 'service', 'mixed'])),
  forms: array(form),
  unit: nullable(string()),
  count: nullable(count),
  countText: meaning(nullable(string()), 'As the document prints it.'),
  standardText: nullable(string()),
  stated: meaning(nullable(money), 'What the document says it costs.'),
  statedText: nullable(string()),
  computed: meaning(nullable(interval), 'Count × standard.'),
  amount: meaning(nullable(money), 'What the budget uses: stated, else computed where that is one value.'),
  basis: oneOf(['stated', 'computed', 'unknown']),
  check: oneOf(['exact', 'rounded', 'in-range', 'approximate', 'contradicted', 'unknown']),
  difference: nullable(money),
  funds: array(string()),
  counts: meaning(boolean(), 'False of history, which is added nowhere.'),
  overlaps: boolean(),
  of: meaning(nullable(string()), 'The measure that it is a part of; it is then not added.'),
  goods: optional(array(object({ item: string(), quantity: nullable(string()), value: nullable(string()) }))),
  status,
  delivery: nullable(delivery),
  eligible: nullable(
    object({
      asOf: optional(string()),
      age: optional(string()),
      roster: optional(string()),
      note: optional(string()),
    }),
  ),
  excludes: array(object({ measure: string(), of: oneOf(['person', 'household']) })),
  source: nullable(string()),
  note: nullable(string()),
  actual,
});

const limits = object({ ceiling: nullable(interval), income: nullable(interval) });

const fund = object({
  id: string(),
  name: string(),
  known: nullable(money),
  complete: boolean(),
  planned: object({ known: nullable(money), complete: boolean(), unsplit: nullable(money), high: nullable(money) }),
  listed: nullable(interval),
  left: object({ plan: limits, lists: limits }),
  ceiling: nullable(money),
  income: nullable(money),
  earmark: nullable(z.union([z.literal(true), array(string())])),
  source: nullable(string()),
  note: nullable(string()),
  measures: array(string()),
});

const share = object({ measures: count, amount: nullable(money), lowerBound: boolean(), reach: nullable(count) });
const onLists = { payouts: count, persons: count, amount: money, withoutAmount: count };
const partListed = nullable(
  object({
    ...onLists,
    onBoth: nullable(object({ persons: count, ofCampaign: money, ofParts: money })),
    listsInCommon: count,
  }),
);
const parts = object({
  parts: array(
    object({
      id: string(),
      title: string(),
      listed: optional(partListed),
      shared: share,
      own: share,
      departments: array(object({ name: string(), shared: share, own: share })),
    }),
  ),
  shared: array(object({ department: string(), id: string(), name: string(), planned: nullable(money), parts: share })),
  own: share,
  listed: optional(object({ campaign: nullable(object(onLists)), parts: partListed })),
});

const own = {
  campaign: object({
    id: string(),
    title: string(),
    issuer: nullable(string()),
    document: nullable(string()),
    region: nullable(string()),
    issued: nullable(day),
    year: nullable(number()),
    type: nullable(string()),
    note: nullable(string()),
  }),
  departments: array(
    object({
      name: string(),
      kind: nullable(oneOf(['department', 'subdistrict'])),
      amount: nullable(money),
      complete: boolean(),
      check: object({ amount: totalCheck, reach: totalCheck }),
      reach,
      measures: array(measure),
      actual,
    }),
  ),
  total: object({
    amount: meaning(nullable(money), 'What the campaign costs.'),
    basis: oneOf(['stated', 'itemised', 'unknown']),
    firm: nullable(money),
    approximate: nullable(money),
    complete: boolean(),
    lowerBound: boolean(),
    reach: z.extend(reach, { all: nullable(count) }),
    stated: object({
      amount: nullable(money),
      amountText: nullable(string()),
      reach: nullable(count),
      reachText: nullable(string()),
      status,
    }),
    check: object({ amount: totalCheck, reach: totalCheck }),
    itemised: object({
      amount: nullable(money),
      reach: nullable(count),
      lowerBound: boolean(),
      overlapping: boolean(),
    }),
    overlapping: optional(object({ amount: nullable(money), reach: nullable(count) })),
    actual: optional(listed),
  }),
  funds: array(fund),
  parts: optional(parts),
  deliveryRules: array(
    object({
      form,
      through: delivery,
      except: optional(array(delivery)),
      source: optional(string()),
      note: optional(string()),
    }),
  ),
  roles: array(object({ name: string(), duty: string(), source: optional(string()) })),
  schedule: array(appointment),
  notRead,
};

/** `relief/budget@1`: a campaign alone. */
export const planned = object({
  schema: z.literal('relief/budget@1'),
  ...own,
  ...onCampaign,
  inputs: array(textInput),
});
/** `relief/budget@2`: with lists, whose rows were resolved to people. */
export const withLists = object({
  schema: z.literal('relief/budget@2'),
  ...own,
  ...onCampaign,
  ...ofLists,
  inputs: array(z.union([textInput, list])),
});
export type PlannedRecord = z.output<typeof planned>;
export type ListedBudgetRecord = z.output<typeof withLists>;
export type PartsRecord = z.output<typeof parts>;
