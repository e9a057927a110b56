import * as z from 'zod/mini';
import { isKnownYear } from '../calendar.ts';
import type { Exception, PairVerdict } from '../cases/exception.ts';
import type { DatePhrase } from '../day-phrase.ts';
import { addProblem, date, day, id, money, note, oneOrMore, rate, source, text, word } from '../row/fields.ts';
import { list } from './campaign-lists.ts';
import { withReferences } from './campaign-references.ts';
import { delivery, form, measure, stated } from './measure.ts';
import { paymentBank } from './payment-banks.ts';

const fund = z.strictObject({
  id: z.optional(id),
  name: text,
  ceiling: z.optional(money),
  income: z.optional(money),
  earmark: z.optional(z.union([z.literal(true), oneOrMore(text)])),
  source,
  note,
});

const binding = word({ hard: ['必须'], soft: ['原则上'] });

const stageKind = word({
  prepare: ['部署', '宣传发动'],
  survey: ['调查摸底'],
  donation: ['募捐'],
  visit: ['走访慰问'],
  payout: ['发放'],
  report: ['总结', '统计汇总'],
});

const task = z.strictObject({
  name: text,
  owner: z.optional(oneOrMore(text)),
  on: z.optional(date),
  from: z.optional(date),
  until: z.optional(date),
  kind: z.optional(oneOrMore(stageKind)),
  binding: z.optional(binding),
  source,
  note,
});

const stage = z.strictObject({
  name: text,
  when: z.optional(date),
  from: z.optional(date),
  until: z.optional(date),
  kind: z.optional(oneOrMore(stageKind)),
  binding: z.optional(binding),
  tasks: z.optional(z.array(task)),
  source,
  note,
});

const deadline = z.strictObject({
  name: text,
  until: date,
  kind: z.optional(stageKind),
  binding: z.optional(binding),
  source,
  note,
});

const deliveryRule = z.strictObject({
  form,
  through: delivery,
  except: z.optional(oneOrMore(delivery)),
  source,
  note,
});

const role = z.strictObject({
  name: text,
  duty: text,
  source,
});

const department = z.strictObject({
  name: text,
  kind: z.optional(word({ department: ['条', '部门'], subdistrict: ['块', '街镇'] })),
  aliases: z.optional(z.array(text)),
  stated: z.optional(stated),
  measures: z._default(z.array(measure), []),
  source,
  note,
});

const roster = z.strictObject({
  id,
  file: text,
  sheet: z.optional(text),
  columns: z.optional(z.record(z.string(), text)),
  name: z.optional(text),
  measures: z.optional(oneOrMore(text)),
  blocked: z.optional(text),
  asOf: z.optional(date),
});

const bankReturn = z.strictObject({
  file: text,
  sheet: z.optional(text),
  columns: z.optional(z.record(z.string(), text)),
  mode: z.optional(word({ incremental: ['增量'], cumulative: ['累计'] })),
  complete: z.optional(z.boolean()),
  department: z.optional(text),
  measure: z.optional(text),
  batch: z.optional(text),
});

const outcomes = z.strictObject({
  paid: z.optional(oneOrMore(text)),
  failed: z.optional(oneOrMore(text)),
  reversed: z.optional(oneOrMore(text)),
  pending: z.optional(oneOrMore(text)),
});

const overlap = z.strictObject({
  allow: z.optional(z.array(z.array(text))),
  departments: z.optional(z.number().check(z.int(), z.minimum(1))),
  person: z.optional(money),
  household: z.optional(money),
  note,
});

/** A number that names something, with quotes or without; the reader hands over as text what JavaScript can't hold. */
const contact = z.pipe(z.union([text, z.number()]), z.transform(String));

const sharing = z.strictObject({
  accounts: z.optional(oneOrMore(contact)),
  phones: z.optional(oneOrMore(contact)),
  agents: z.optional(oneOrMore(text)),
  note,
});

/** How notices are published. */
const publish = z.strictObject({
  by: z.optional(word({ committee: ['居委', '居委会'], measure: ['项目'], department: ['部门'] })),
  names: z.optional(word({ full: ['全名'], masked: ['隐名'] })),
  unit: z.optional(text),
  phone: z.optional(contact),
  days: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(366))),
  words: z.optional(z.record(z.string(), text)),
});

const severity = z.enum(['off', 'hint', 'warning', 'error']);

const exception = z.strictObject({
  rule: text,
  finding: text,
  reason: text,
  until: day,
});

const year = z.number().check(z.refine(isKnownYear, { params: { problem: 'not-a-date', kind: 'year' } }));

const campaignParts = z.strictObject({
  relief: z.literal(1),
  id,
  title: text,
  type: z.optional(word({ notice: ['通知'], plan: ['方案'], opinion: ['意见'], report: ['报道', '总结'] })),
  issuer: z.optional(text),
  document: z.optional(text),
  region: z.optional(text),
  issued: z.optional(day),
  year: z.optional(year),
  stated: z.optional(stated),
  funds: z._default(z.array(fund), []),
  categories: z._default(z.record(z.string(), z.array(text)), {}),
  bases: z._default(z.record(z.string(), rate), {}),
  delivery: z._default(z.array(deliveryRule), []),
  stages: z._default(z.array(stage), []),
  deadlines: z._default(z.array(deadline), []),
  roles: z._default(z.array(role), []),
  departments: z.array(department),
  overlap: z.optional(overlap),
  sharing: z.optional(sharing),
  publish: z.optional(publish),
  parts: z._default(oneOrMore(text), []),
  lists: z._default(z.array(list), []),
  rosters: z._default(z.array(roster), []),
  returns: z._default(z.array(bankReturn), []),
  banks: z._default(z.array(paymentBank), []),
  outcomes: z.optional(outcomes),
  rules: z._default(z.record(z.string(), severity), {}),
  exceptions: z._default(z.array(exception), []),
  note,
});

/** The whole file. Its input side is the JSON Schema for editors, its output what the program works with. */
export const campaignSchema = z.pipe(
  campaignParts,
  z.transform(({ year, ...campaign }, context) => {
    const season = year ?? seasonOf(campaign.issued);
    if (season === undefined) {
      for (const [path, phrase] of datePhrases(campaign)) {
        if (phrase.needsYear) addProblem(context.issues, { problem: 'year-missing' }, 'year', phrase.text, path);
      }
    }
    const { campaign: known, measureId } = withReferences(campaign);
    const { overlap, lists, rosters, returns, exceptions } = known;
    return {
      ...known,
      ...(overlap && {
        overlap: { ...overlap, ...(overlap.allow && { allow: overlap.allow.map((ids) => ids.map(measureId)) }) },
      }),
      lists: lists.map((list) => (list.measure === undefined ? list : { ...list, measure: measureId(list.measure) })),
      rosters: rosters.map((each) => (each.measures ? { ...each, measures: each.measures.map(measureId) } : each)),
      returns: returns.map((each) =>
        each.measure === undefined ? each : { ...each, measure: measureId(each.measure) },
      ),
      exceptions: exceptions.map((exception): Exception => ({ ...exception, at: null })),
      /** What was decided of people who may be one: that stands in the register of cases, and not in the file. */
      verdicts: [] as readonly PairVerdict[],
      year: season ?? null,
      /** It was issued from April to September: its months are those before the Spring Festival that is meant. */
      isSummer: year === undefined && /^\d{4}-0[4-9]/.test(campaign.issued ?? ''),
    };
  }),
);
export type Campaign = z.output<typeof campaignSchema>;
export type Department = Campaign['departments'][number];
export type Fund = Campaign['funds'][number];

/** A notice of late autumn or winter is about the next Spring Festival; one of January to March about that year's. */
export function seasonOf(issued: string | undefined): number | undefined {
  if (!issued) return undefined;
  const issuedIn = Number(issued.slice(0, 4));
  const year = Number(issued.slice(5, 7)) > 3 ? issuedIn + 1 : issuedIn;
  return isKnownYear(year) ? year : undefined;
}

type Parts = Omit<z.output<typeof campaignParts>, 'year'>;

/** Every date phrase of the file that a year is needed for, with where it stands. */
function datePhrases({ stages, deadlines }: Parts): [PropertyKey[], DatePhrase][] {
  const dated: [PropertyKey[], Partial<Record<'on' | 'when' | 'from' | 'until', DatePhrase | undefined>>][] = [
    ...deadlines.map((deadline, i): [PropertyKey[], typeof deadline] => [['deadlines', i], deadline]),
    ...stages.flatMap((stage, i): [PropertyKey[], { until?: DatePhrase | undefined }][] => [
      [['stages', i], stage],
      ...(stage.tasks ?? []).map((task, j): [PropertyKey[], typeof task] => [['stages', i, 'tasks', j], task]),
    ]),
  ];
  return dated.flatMap(([path, holder]) =>
    (['on', 'when', 'from', 'until'] as const).flatMap((key): [PropertyKey[], DatePhrase][] => {
      const phrase = holder[key];
      return phrase ? [[[...path, key], phrase]] : [];
    }),
  );
}
