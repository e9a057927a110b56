import * as z from 'zod/mini';
import { type DatePhrase, isKnownYear } from './calendar.ts';
import { list } from './campaign-lists.ts';
import { withReferences } from './campaign-references.ts';
import { addProblem, date, day, id, money, oneOrMore, rate, text, word } from './fields.ts';
import { delivery, form, measure, stated } from './measure.ts';

const fund = z.strictObject({
  id: z.optional(id),
  name: text,
  ceiling: z.optional(money.check(z.describe('最多支出多少'))),
  income: z.optional(money.check(z.describe('已筹集或拨入多少'))),
  earmark: z.optional(
    z.union([
      z.literal(true).check(z.describe('true：专款专用，用于本次活动')),
      oneOrMore(text, '专款专用：只可用于这些项目（编号）或对象类别'),
    ]),
  ),
  source: z.optional(text),
  note: z.optional(text),
});

const binding = word({ hard: ['必须'], soft: ['原则上'] }, '硬期限 hard，还是“原则上” soft');

const stageKind = word(
  {
    prepare: ['部署', '宣传发动'],
    survey: ['调查摸底'],
    donation: ['募捐'],
    visit: ['走访慰问'],
    payout: ['发放'],
    report: ['总结', '统计汇总'],
  },
  '性质：prepare 部署、survey 摸底、donation 募捐、visit 走访、payout 发放、report 总结',
);

const task = z.strictObject({
  name: text.check(z.describe('做什么')),
  owner: z.optional(oneOrMore(text, '谁来做')),
  on: z.optional(date.check(z.describe('哪天'))),
  from: z.optional(date),
  until: z.optional(date),
  kind: z.optional(oneOrMore(stageKind, '性质')),
  binding: z.optional(binding),
  source: z.optional(text),
  note: z.optional(text),
});

const stage = z.strictObject({
  name: text,
  when: z.optional(date.check(z.describe('起止：2023年12月下旬至2024年1月20日'))),
  from: z.optional(date),
  until: z.optional(date),
  kind: z.optional(oneOrMore(stageKind, '性质')),
  binding: z.optional(binding),
  tasks: z.optional(z.array(task)),
  source: z.optional(text),
  note: z.optional(text),
});

const deadline = z.strictObject({
  name: text,
  until: date,
  kind: z.optional(stageKind),
  binding: z.optional(binding),
  source: z.optional(text),
  note: z.optional(text),
});

const deliveryRule = z.strictObject({
  form,
  through: delivery,
  except: z.optional(oneOrMore(delivery, '例外')),
  source: z.optional(text),
  note: z.optional(text),
});

const role = z.strictObject({ name: text, duty: text, source: z.optional(text) });

const department = z.strictObject({
  name: text,
  kind: z.optional(
    word({ department: ['条', '部门'], subdistrict: ['块', '街镇'] }, '条还是块：department、subdistrict'),
  ),
  aliases: z.optional(z.array(text)),
  stated: z.optional(stated),
  measures: z._default(z.array(measure), []),
  source: z.optional(text),
  note: z.optional(text),
});

const files = (description: string) => oneOrMore(text, description);

const roster = z.strictObject({
  id,
  file: text.check(z.describe('名册文件')),
  sheet: z.optional(text),
  columns: z.optional(z.record(z.string(), text).check(z.describe('表头 → 字段'))),
  name: z.optional(text),
  measures: z.optional(oneOrMore(text, '在册的人可领哪些项目')),
  blocked: z.optional(text.check(z.describe('在册的人不得领取，原因'))),
  asOf: z.optional(date),
});

const bankReturn = z.strictObject({
  file: text.check(z.describe('银行回盘文件')),
  sheet: z.optional(text),
  columns: z.optional(z.record(z.string(), text).check(z.describe('表头 → 字段'))),
  mode: z.optional(
    word(
      { incremental: ['增量'], cumulative: ['累计'] },
      'incremental 增量：每份只有新的交易；cumulative 累计：每份都从头列起，以最后一份为准',
    ),
  ),
  complete: z.optional(z.boolean().check(z.describe('true：全部回盘都在这里了，没有回的就是没有付'))),
  department: z.optional(text.check(z.describe('只管这个部门发的'))),
  measure: z.optional(text.check(z.describe('只管这个项目的'))),
  batch: z.optional(text.check(z.describe('只管名单的这一批'))),
});

const statuses = oneOrMore(text, '银行的写法');

const outcomes = z.strictObject({
  paid: z.optional(statuses),
  failed: z.optional(statuses),
  reversed: z.optional(statuses),
  pending: z.optional(statuses),
});

const overlap = z.strictObject({
  allow: z.optional(z.array(z.array(text)).check(z.describe('可以同时领的项目（编号）：[[entitled, disabled-visit]]'))),
  departments: z.optional(z.number().check(z.describe('一人最多由几个部门帮困'), z.int(), z.minimum(1))),
  person: z.optional(money.check(z.describe('一人合计最多多少'))),
  household: z.optional(money.check(z.describe('一户合计最多多少'))),
  note: z.optional(text),
});

/** A number that names something, with quotes or without; the reader hands over as text what JavaScript can't hold. */
const contact = z.pipe(z.union([text, z.number()]), z.transform(String));

const sharing = z.strictObject({
  accounts: z.optional(oneOrMore(contact, '可以多人共用的银行账号，或它的户名：福利院、监护人')),
  phones: z.optional(oneOrMore(contact, '可以多户共用的电话：居委会')),
  agents: z.optional(oneOrMore(text, '可以代多户领取的人')),
  note: z.optional(text),
});

const severity = z.enum(['off', 'hint', 'warning', 'error']);

const exception = z.strictObject({
  rule: text.check(z.describe('规则编号')),
  finding: text.check(z.describe('疑点的指纹，见 --format json')),
  reason: text,
  until: day('有效期至：2017-02-09'),
});

const year = z
  .number()
  .check(z.describe('春节所在的年份'), z.refine(isKnownYear, { params: { problem: 'not-a-date', kind: 'year' } }));

const campaignParts = z.strictObject({
  relief: z.literal(1).check(z.describe('文件格式的版本')),
  id,
  title: text,
  type: z.optional(word({ notice: ['通知'], plan: ['方案'], opinion: ['意见'], report: ['报道', '总结'] }, '文种')),
  issuer: z.optional(text),
  document: z.optional(text.check(z.describe('文号'))),
  region: z.optional(text),
  issued: z.optional(day('发文日期：2016-12-28、2016年12月28日')),
  year: z.optional(year),
  stated: z.optional(stated),
  funds: z._default(z.array(fund), []),
  categories: z._default(z.record(z.string(), z.array(text)).check(z.describe('类别 → 它包含的类别')), {}),
  bases: z._default(
    z.record(z.string(), rate).check(z.describe('按比例的标准所说的基数：{低保标准: 每人每月1510元}')),
    {},
  ),
  delivery: z._default(z.array(deliveryRule), []),
  stages: z._default(z.array(stage), []),
  deadlines: z._default(z.array(deadline), []),
  roles: z._default(z.array(role), []),
  departments: z.array(department),
  overlap: z.optional(overlap.check(z.describe('哪些重复是允许的'))),
  sharing: z.optional(sharing.check(z.describe('哪些账号、电话、代领人可以共用'))),
  parts: z._default(files('下级活动的文件，如街镇的方案'), []),
  lists: z._default(z.array(list), []),
  rosters: z._default(z.array(roster), []),
  returns: z._default(z.array(bankReturn), []),
  outcomes: z.optional(outcomes.check(z.describe('银行自己的状态怎么算：{paid: [代发完成], failed: [E01]}'))),
  rules: z._default(z.record(z.string(), severity), {}),
  exceptions: z._default(z.array(exception), []),
  note: z.optional(text),
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
    const { overlap, lists, rosters, returns } = known;
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
