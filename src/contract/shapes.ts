import * as z from 'zod/mini';
import { SEVERITIES } from '../domain/finding.ts';
import { LIST_ROLES } from '../domain/row/list-role.ts';
import { EXCUSES } from '../domain/row/roster-excuse.ts';
import { WANTING } from '../domain/row/wanting.ts';
import { REACH_UNITS } from '../domain/unit.ts';

// What several records have. These schemas are the contract with other programs: they are published (`relief schema`), and every
// record that is made has their types. Nothing loads them to make one.

/** A schema with what it means, in the English that other programs' authors read. */
export function meaning<S extends z.ZodMiniType>(schema: S, description: string): S {
  return schema.check(z.describe(description)) as S;
}

// Each by itself: taken off `z` together they would bring all of zod to every start.
export const object = z.strictObject;
export const array = z.array;
export const string = z.string;
export const number = z.number;
export const boolean = z.boolean;
export const nullable = z.nullable;
export const optional = z.optional;
export const oneOf = z.enum;

/** Yuan, two decimals: `33000.00`. */
export const money = meaning(z.string().check(z.regex(/^-?\d+\.\d\d$/)), 'An amount in yuan, as a decimal string.');
/** Per cent, with one decimal or none. */
export const percent = meaning(z.string().check(z.regex(/^[+-]?\d+(\.\d+)?$/)), 'Per cent, as a decimal string.');
// Not z.int(): what makes a JSON Schema of that is loaded before what it asks for, in the bundle.
export const count = meaning(z.number().check(z.multipleOf(1), z.gte(0)), 'How many.');
export const day = meaning(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)), 'A day: YYYY-MM-DD.');
/** An open end is null. */
export const interval = object({ low: nullable(money), high: nullable(money) });
export const digest = meaning(z.string().check(z.regex(/^[0-9a-f]{64}$/)), 'The SHA-256 of the file’s bytes.');
export const fingerprint = meaning(
  z.string(),
  'The same for the same finding, whatever the order of lines or rows; of what is shown, never of a hidden digit.',
);

const each = <const K extends string, S extends z.ZodMiniType>(keys: readonly K[], schema: S) =>
  Object.fromEntries(keys.map((key) => [key, schema])) as Record<K, S>;

/** An object with the same for every one of some keys. */
export const byKey = <const K extends string, S extends z.ZodMiniType>(keys: readonly K[], schema: S) =>
  object(each(keys, schema));

export const reach = meaning(
  byKey(REACH_UNITS, nullable(count)),
  'Counts by what they are of; people and households are distinct counts, times add up. Null where nothing is said.',
);

export const severity = oneOf(SEVERITIES);
const bySeverity = byKey(SEVERITIES, count);
const byRule = meaning(z.record(z.string(), count), 'How many findings each rule has, by its id.');
export const summary = object({ bySeverity, byRule });

export const place = object({
  file: string(),
  sheet: nullable(string()),
  row: meaning(nullable(count), 'The line of a text file, the row that a spreadsheet shows; from 1.'),
  column: meaning(nullable(z.union([count, string()])), 'A character of the line, from 1, or the title of a column.'),
});

const foundWith = {
  rule: string(),
  severity,
  message: meaning(string(), 'In the language that was asked for.'),
  places: array(place),
  people: meaning(array(string()), 'Names with masked numbers, unless they were asked for.'),
  amount: meaning(nullable(money), 'The money at stake.'),
  fingerprint,
};
export const finding = object(foundWith);
/** A finding between rows. */
export const findingWith = <S extends z.core.$ZodShape>(more: S) => object({ ...foundWith, ...more });
export const excepted = array(
  object({ ...foundWith, reason: string(), until: meaning(string(), 'The last day of the exception.') }),
);

/** What all findings on a campaign file come with. */
export const onCampaign = { findings: array(finding), excepted, rulesOff: array(string()) };

export const textInput = object({ file: string(), sha256: digest });

export const list = object({
  file: string(),
  sha256: digest,
  encoding: string(),
  sheet: nullable(string()),
  part: optional(meaning(string(), 'Which of several lists on one sheet.')),
  standard: optional(
    meaning(string(), 'The standard that every row is taken to be paid by, where the list has no amounts.'),
  ),
  batch: optional(string()),
  paid: optional(meaning(z.union([string(), z.literal(true)]), 'When its money left; true where only that is said.')),
  rows: meaning(count, '`rows` = `payouts` + `setAside` + `rejected`.'),
  payouts: count,
  setAside: count,
  rejected: count,
  hiddenRows: count,
});

export const notChecked = array(
  object({
    rule: string(),
    why: string(),
    needs: meaning(array(z.union([string(), array(string())])), 'Columns; of an inner list, one is enough.'),
    inputs: meaning(array(object({ file: string(), sheet: nullable(string()) })), 'The lists on which it did not run.'),
  }),
);

const passedOver = meaning(
  array(
    object({
      rule: string(),
      why: oneOf(WANTING),
      file: string(),
      sheet: nullable(string()),
      department: nullable(string()),
      measure: nullable(string()),
      rows: count,
      amount: money,
    }),
  ),
  'Payouts that a rule which did run could not judge, for want of something in the row or the campaign.',
);

export const setAside = meaning(
  array(object({ file: string(), sheet: nullable(string()), row: count, reason: string() })),
  'Every row of any file that is no payout, and why.',
);

export const gathered = meaning(
  object({
    own: nullable(count),
    given: count,
    leftOut: count,
    notes: array(
      object({
        kind: oneOf(['same-path', 'same-bytes', 'paid-earlier', 'other-measure', 'same-name']),
        file: string(),
        other: string(),
      }),
    ),
  }),
  'Which lists were read: the campaign’s own, those that were given besides, and what was named twice.',
);

export const skippedSheets = array(
  object({ file: string(), sheet: string(), why: oneOf(['hidden', 'no-header', 'of-form', 'not-named']) }),
);

/** How many rows with an amount out of all proportion, and what it comes to. */
export const absurd = object({ rows: count, amount: money });

const sumOf = {
  payouts: count,
  persons: count,
  households: meaning(nullable(count), 'Null where nothing says who lives together.'),
  amount: money,
  withoutAmount: meaning(count, 'Payouts of which no amount is known: `amount` is then a lower bound.'),
  outliers: meaning(absurd, 'Absurd amounts, which are in `amount`.'),
  usual: meaning(money, '`amount` without the outliers.'),
};
export const listed = object(sumOf);
export type ListedRecord = z.output<typeof listed>;

/** What lists add to the record of a command that reads them. */
export const ofLists = {
  notChecked,
  passedOver,
  summary,
  read: gathered,
  rosters: optional(array(list)),
  skippedSheets,
  totals: object({
    ...sumOf,
    personsRange: meaning(
      object({ low: count, high: count }),
      'How many people at least, if all pairs to review were one, and at most, by what is certain alone.',
    ),
    identity: object({ certain: count, confirmed: count, review: count }),
  }),
  byDepartment: array(
    object({
      department: nullable(string()),
      inCampaign: nullable(boolean()),
      ...sumOf,
      measures: array(object({ measure: nullable(string()), id: nullable(string()), ...sumOf })),
    }),
  ),
  byBatch: optional(
    array(object({ batch: nullable(string()), payouts: count, persons: count, amount: money, withoutAmount: count })),
  ),
  bySubdistrict: optional(array(object({ subdistrict: nullable(string()), department: nullable(string()), ...sumOf }))),
  setAside,
};

const row = {
  file: string(),
  sheet: nullable(string()),
  row: nullable(count),
  earlier: meaning(boolean(), 'Whether it was paid earlier.'),
  name: nullable(string()),
  id: nullable(string()),
  department: nullable(string()),
  measure: nullable(string()),
  amount: nullable(money),
  paidOn: nullable(string()),
  account: nullable(string()),
  phone: nullable(string()),
  household: nullable(string()),
};
export const role = oneOf(LIST_ROLES);
export const rowOf = <S extends z.core.$ZodShape>(more: S) => object({ ...more, ...row });

export const band = meaning(
  nullable(oneOf(['certain', 'confirmed', 'review', 'apart'])),
  'How sure it is that its rows are one person’s, or one household’s; null where that is not asked.',
);

const sum = object({ count, amount: money });
/** What came of payouts: `listed` is the sum of the others. */
export const settled = {
  paid: sum,
  failed: sum,
  reversed: sum,
  open: meaning(sum, 'The bank has said nothing of them, or has not decided.'),
  unmentioned: meaning(sum, 'Of those, what no bank return speaks of.'),
  byHand: sum,
  difference: meaning(money, 'What arrived is more, or less, than listed.'),
};
export { sum };

export const excuses = byKey([...EXCUSES, 'lifted'], count);

const actionTimes = {
  name: string(),
  from: nullable(day),
  until: nullable(day),
  text: string(),
  kinds: array(string()),
  binding: nullable(oneOf(['hard', 'soft'])),
  owners: array(string()),
  source: nullable(string()),
  note: nullable(string()),
};
export const what = oneOf(['stage', 'task', 'deadline']);
export const appointment = object({ what, ...actionTimes });
export const appointmentWith = <S extends z.core.$ZodShape>(more: S) => object({ what, ...actionTimes, ...more });

export const notRead = meaning(
  byKey(['lists', 'rosters', 'returns', 'parts'], count),
  'Files that the campaign names and that were not read.',
);

export type ListRecord = z.output<typeof list>;
export type ExceptedRecord = z.output<typeof excepted>[number];
export type NotCheckedRecord = z.output<typeof notChecked>[number];
export type SummaryRecord = z.output<typeof summary>;
