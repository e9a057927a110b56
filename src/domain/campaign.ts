import * as z from 'zod/mini';
import { isKnownYear } from './calendar.ts';
import { list } from './campaign-lists.ts';
import { withReferences } from './campaign-references.ts';
import type { Exception, PairVerdict } from './cases/exception.ts';
import type { DatePhrase } from './date-phrase.ts';
import { addProblem, date, day, id, money, note, oneOrMore, rate, source, text, word } from './fields.ts';
import { delivery, form, measure, stated } from './measure.ts';

const fund = z.strictObject({
  id: z.optional(id),
  name: text.check(z.describe('资金来源的名称：区财政')),
  ceiling: z.optional(money.check(z.describe('最多支出多少'))),
  income: z.optional(money.check(z.describe('已筹集或拨入多少'))),
  earmark: z.optional(
    z
      .union([
        z.literal(true).check(z.describe('true：专款专用，用于本次活动')),
        oneOrMore(text, '专款专用：只可用于这些项目（编号）或对象类别'),
      ])
      .check(z.describe('专款专用：true 用于本次活动，或只可用于的项目、对象类别')),
  ),
  source,
  note,
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
  from: z.optional(date.check(z.describe('从哪天起：2026-01-01、12月下旬'))),
  until: z.optional(date.check(z.describe('到哪天为止：2016年12月底前、春节前'))),
  kind: z.optional(oneOrMore(stageKind, '性质；几种的写成列表：[payout, visit]')),
  binding: z.optional(binding),
  source,
  note,
});

const stage = z.strictObject({
  name: text.check(z.describe('阶段的名称')),
  when: z.optional(date.check(z.describe('起止：2023年12月下旬至2024年1月20日'))),
  from: z.optional(date.check(z.describe('从哪天起：2026-01-01、12月下旬'))),
  until: z.optional(date.check(z.describe('到哪天为止：2016年12月底前、春节前'))),
  kind: z.optional(oneOrMore(stageKind, '性质；几种的写成列表：[payout, visit]')),
  binding: z.optional(binding),
  tasks: z.optional(z.array(task).check(z.describe('这一阶段的任务'))),
  source,
  note,
});

const deadline = z.strictObject({
  name: text.check(z.describe('要完成什么')),
  until: date.check(z.describe('期限：春节前、2017年2月9日前')),
  kind: z.optional(stageKind),
  binding: z.optional(binding),
  source,
  note,
});

const deliveryRule = z.strictObject({
  form,
  through: delivery,
  except: z.optional(oneOrMore(delivery, '例外：这些发放方式不在此限')),
  source,
  note,
});

const role = z.strictObject({
  name: text.check(z.describe('谁：单位或部门')),
  duty: text.check(z.describe('职责')),
  source,
});

const department = z.strictObject({
  name: text.check(z.describe('部门的名称，照文件写')),
  kind: z.optional(
    word({ department: ['条', '部门'], subdistrict: ['块', '街镇'] }, '条还是块：department、subdistrict'),
  ),
  aliases: z.optional(z.array(text).check(z.describe('别的叫法：名单上写的名称'))),
  stated: z.optional(stated.check(z.describe('文件所写的这个部门的总数'))),
  measures: z._default(z.array(measure).check(z.describe('帮困项目')), []),
  source,
  note,
});

const files = (description: string) => oneOrMore(text, description);

const roster = z.strictObject({
  id,
  file: text.check(z.describe('名册文件')),
  sheet: z.optional(text.check(z.describe('工作簿里的哪张表'))),
  columns: z.optional(z.record(z.string(), text).check(z.describe('表头 → 字段'))),
  name: z.optional(text.check(z.describe('名册的名称；不写就用编号'))),
  measures: z.optional(oneOrMore(text, '在册的人可领哪些项目')),
  blocked: z.optional(text.check(z.describe('在册的人不得领取，原因'))),
  asOf: z.optional(date.check(z.describe('名册反映的是哪天的情况'))),
});

const bankReturn = z.strictObject({
  file: text.check(z.describe('银行回盘文件')),
  sheet: z.optional(text.check(z.describe('工作簿里的哪张表'))),
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

const statuses = (meaning: string) => oneOrMore(text, `银行的哪些写法是${meaning}`);

const outcomes = z.strictObject({
  paid: z.optional(statuses('付成了')),
  failed: z.optional(statuses('没有付成')),
  reversed: z.optional(statuses('付了又退回')),
  pending: z.optional(statuses('还在处理')),
});

const overlap = z.strictObject({
  allow: z.optional(z.array(z.array(text)).check(z.describe('可以同时领的项目（编号）：[[entitled, disabled-visit]]'))),
  departments: z.optional(z.number().check(z.describe('一人最多由几个部门帮困'), z.int(), z.minimum(1))),
  person: z.optional(money.check(z.describe('一人合计最多多少'))),
  household: z.optional(money.check(z.describe('一户合计最多多少'))),
  note,
});

/** A number that names something, with quotes or without; the reader hands over as text what JavaScript can't hold. */
const contact = z.pipe(z.union([text, z.number()]), z.transform(String));

const sharing = z.strictObject({
  accounts: z.optional(oneOrMore(contact, '可以多人共用的银行账号，或它的户名：福利院、监护人')),
  phones: z.optional(oneOrMore(contact, '可以多户共用的电话：居委会')),
  agents: z.optional(oneOrMore(text, '可以代多户领取的人')),
  note,
});

const severity = z.enum(['off', 'hint', 'warning', 'error']);

const exception = z.strictObject({
  rule: text.check(z.describe('规则编号')),
  finding: text.check(z.describe('疑点的指纹，见 --format json')),
  reason: text.check(z.describe('为什么算核实了')),
  until: day('有效期至：2017-02-09'),
});

const year = z
  .number()
  .check(z.describe('春节所在的年份'), z.refine(isKnownYear, { params: { problem: 'not-a-date', kind: 'year' } }));

const campaignParts = z.strictObject({
  relief: z.literal(1).check(z.describe('文件格式的版本')),
  id,
  title: text.check(z.describe('活动的名称')),
  type: z.optional(word({ notice: ['通知'], plan: ['方案'], opinion: ['意见'], report: ['报道', '总结'] }, '文种')),
  issuer: z.optional(text.check(z.describe('发文机关'))),
  document: z.optional(text.check(z.describe('文号'))),
  region: z.optional(text.check(z.describe('哪个地区：上海市普陀区'))),
  issued: z.optional(day('发文日期：2016-12-28、2016年12月28日')),
  year: z.optional(year),
  stated: z.optional(stated.check(z.describe('文件所写的总数：{reach: 约8.5万人次, amount: 约3302.03万元}'))),
  funds: z._default(z.array(fund).check(z.describe('资金来源')), []),
  categories: z._default(z.record(z.string(), z.array(text)).check(z.describe('类别 → 它包含的类别')), {}),
  bases: z._default(
    z.record(z.string(), rate).check(z.describe('按比例的标准所说的基数：{低保标准: 每人每月1510元}')),
    {},
  ),
  delivery: z._default(z.array(deliveryRule).check(z.describe('哪种形式怎么发放')), []),
  stages: z._default(z.array(stage).check(z.describe('工作阶段')), []),
  deadlines: z._default(z.array(deadline).check(z.describe('期限')), []),
  roles: z._default(z.array(role).check(z.describe('职责分工')), []),
  departments: z.array(department).check(z.describe('部门和它们的帮困项目')),
  overlap: z.optional(overlap.check(z.describe('哪些重复是允许的'))),
  sharing: z.optional(sharing.check(z.describe('哪些账号、电话、代领人可以共用'))),
  parts: z._default(files('下级活动的文件，如街镇的方案'), []),
  lists: z._default(z.array(list).check(z.describe('发放名单')), []),
  rosters: z._default(z.array(roster).check(z.describe('名册：谁在册，谁不得领')), []),
  returns: z._default(z.array(bankReturn).check(z.describe('银行回盘')), []),
  outcomes: z.optional(outcomes.check(z.describe('银行自己的状态怎么算：{paid: [代发完成], failed: [E01]}'))),
  rules: z._default(
    z.record(z.string(), severity).check(z.describe('规则的轻重：{id-area-unknown: off, shared-phone: hint}')),
    {},
  ),
  exceptions: z._default(z.array(exception).check(z.describe('已核实、不再算数的疑点')), []),
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
