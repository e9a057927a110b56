import type { Checked } from '../../checks/campaign/check-campaign.ts';
import type { PartsRecord, PlannedRecord } from '../../contract/budget.ts';
import type { PlanCheckedRecord } from '../../contract/check.ts';
import type { ListedRecord } from '../../contract/shapes.ts';
import type { Department } from '../../domain/campaign/campaign.ts';
import type { Measure } from '../../domain/campaign/measure.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Interval } from '../../domain/interval.ts';
import { type Fen, yuan } from '../../domain/money.ts';
import { REACH_UNITS } from '../../domain/unit.ts';
import { sha256 } from '../../file/bytes.ts';
import type { TextFile } from '../../read/text-file.ts';
import { messageOf } from '../../report/findings/findings-sheet.ts';
import { printStandard } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { type Budget, unreadInputs } from '../../totals/budget/budget.ts';
import {
  type ListedMoney,
  leftOf,
  listedSpending,
  plannedSpending,
  type Spending,
} from '../../totals/budget/fund-spending.ts';
import { type FundPlan, fundPlans } from '../../totals/budget/funds.ts';
import type { MeasureBudget } from '../../totals/budget/measure-budget.ts';
import type { Reach } from '../../totals/budget/reach.ts';
import { type Appointment, schedule } from '../../totals/status/schedule.ts';
import { each, type Made } from './json.ts';

/** What the lists say of a department, a measure and the whole; null where no list names it. */
export interface Actual {
  readonly total: ListedRecord;
  readonly money: ListedMoney;
  readonly department: (department: Department) => ListedRecord | null;
  readonly measure: (measure: Measure) => ListedRecord | null;
}

/** `relief/budget@1`: a campaign alone. */
export function plannedRecord(
  budget: Budget,
  checked: Checked,
  files: readonly TextFile[],
  catalogue: Catalogue,
  parts: PartsRecord | null = null,
): Made<PlannedRecord> {
  return { schema: 'relief/budget@1', ...budgetRecord(budget, checked, files, catalogue, null, parts) };
}

/**
 * What a budget says, with lists or without: amounts are decimal strings in yuan, counts are numbers, what is unknown is null, and so is
 * the open end of an interval. `total.amount` is what the campaign costs; `total.itemised` what its measures add up to, which is not
 * the same where they overlap (`basis: "stated"`).
 */
export function budgetRecord(
  budget: Budget,
  checked: Checked,
  files: readonly TextFile[],
  catalogue: Catalogue,
  actual: Actual | null,
  parts: PartsRecord | null,
) {
  const { campaign, itemised, amount, basis, overlapping } = budget;
  const stated = campaign.stated;
  return {
    campaign: {
      id: campaign.id,
      title: campaign.title,
      issuer: campaign.issuer ?? null,
      document: campaign.document ?? null,
      region: campaign.region ?? null,
      issued: campaign.issued ?? null,
      year: campaign.year,
      type: campaign.type ?? null,
      note: campaign.note ?? null,
    },
    departments: budget.departments.map(({ department, measures, amount, complete, reach, ...checks }) => ({
      name: department.name,
      kind: department.kind ?? null,
      amount: money(amount),
      complete,
      check: { amount: checks.amountCheck, reach: checks.reachCheck },
      reach: reachRecord(reach),
      measures: measures.map((measure) => measureRecord(measure, catalogue, actual)),
      ...(actual ? { actual: actual.department(department) } : {}),
    })),
    total: {
      amount: money(amount),
      basis,
      firm: money(itemised.firm),
      approximate: money(itemised.approximate),
      complete: itemised.complete,
      lowerBound: itemised.lowerBound && basis === 'itemised',
      reach: {
        all: count((basis === 'stated' ? stated?.reach?.value : undefined) ?? itemised.reach.all),
        ...reachRecord(itemised.reach),
      },
      stated: {
        amount: money(stated?.amount?.value ?? null),
        amountText: stated?.amount?.text ?? null,
        reach: count(stated?.reach?.value ?? null),
        reachText: stated?.reach?.text ?? null,
        status: stated?.status ?? null,
      },
      check: { amount: budget.amountCheck, reach: budget.reachCheck },
      itemised: {
        amount: money(itemised.amount),
        reach: count(itemised.reach.all),
        lowerBound: itemised.lowerBound,
        overlapping: overlapping !== null,
      },
      ...(overlapping
        ? { overlapping: { amount: money(overlapping.amount), reach: count(overlapping.reach.all) } }
        : {}),
      ...(actual ? { actual: actual.total } : {}),
    },
    funds: fundPlans(budget).map((plan) => fundRecord(plan, actual)),
    ...(parts ? { parts } : {}),
    deliveryRules: campaign.delivery,
    roles: campaign.roles,
    schedule: schedule(campaign).map(appointmentRecord),
    ...onCampaign(checked, catalogue),
    inputs: inputRecords(files),
    notRead: unreadInputs(campaign, { listed: actual !== null, parts: parts !== null }),
  };
}

/** What a fund may pay, is planned to pay (`high`: at most) and pays by the lists, and what each leaves of each limit. */
function fundRecord(plan: FundPlan, actual: Actual | null) {
  const { fund, known, complete, unsplit, measures } = plan;
  const planned = plannedSpending(plan);
  const listed = actual && listedSpending(plan, actual.money);
  const left = (spent: Spending | null) => ({
    ceiling: intervalRecord(leftOf(fund.ceiling, spent)),
    income: intervalRecord(leftOf(fund.income, spent)),
  });
  return {
    id: fund.id,
    name: fund.name,
    known: money(known),
    complete,
    planned: { known: money(known), complete, unsplit: money(unsplit), high: money(planned?.high ?? null) },
    listed: intervalRecord(listed),
    left: { plan: left(planned), lists: left(listed) },
    ceiling: money(fund.ceiling?.value ?? null),
    income: money(fund.income?.value ?? null),
    earmark: fund.earmark ?? null,
    source: fund.source ?? null,
    note: fund.note ?? null,
    measures: measures.map(({ measure }) => measure.id),
  };
}

function measureRecord(found: MeasureBudget, catalogue: Catalogue, actual: Actual | null) {
  const { measure, unit, count: number, reach, stated, computed, adopted, basis, check, difference } = found;
  const [form] = measure.form;
  return {
    id: measure.id,
    name: measure.name,
    to: measure.to,
    form: measure.form.length > 1 ? ('mixed' as const) : (form ?? null),
    forms: measure.form,
    unit,
    count: count(number),
    countText: reach.map(({ text }) => text).join('+') || null,
    standardText: measure.standard ? printStandard(measure.standard, catalogue.language) : null,
    stated: money(stated?.value ?? null),
    statedText: stated?.text ?? null,
    computed: intervalRecord(computed),
    amount: money(adopted),
    basis,
    check,
    difference: money(difference),
    funds: measure.funds.map(({ fund }) => fund),
    counts: measure.counts,
    overlaps: measure.overlaps,
    of: measure.of ?? null,
    ...(measure.goods.length > 0
      ? {
          goods: measure.goods.map(({ item, quantity, value }) => ({
            item,
            quantity: quantity?.text ?? null,
            value: value?.text ?? null,
          })),
        }
      : {}),
    status: measure.status ?? null,
    delivery: measure.delivery ?? null,
    eligible: measure.eligible ? { ...measure.eligible, asOf: measure.eligible.asOf?.text } : null,
    excludes: measure.excludes,
    source: measure.source ?? null,
    note: measure.note ?? null,
    ...(actual ? { actual: actual.measure(measure) } : {}),
  };
}

/** A finding in the contract's shape, its message in the reader's language. */
function findingRecord(finding: Finding, catalogue: Catalogue) {
  const { rule, severity, places, people, amount, fingerprint } = finding;
  return { rule, severity, message: messageOf(finding, catalogue), places, people, amount: money(amount), fingerprint };
}

/** A stage, task or deadline. */
export function appointmentRecord(appointment: Appointment) {
  const { what, name, from, until, text, binding, kinds, owners, source, note } = appointment;
  return { what, name, from, until, text, kinds, binding, owners, source, note };
}

export const reachRecord = (reach: Reach) => each(REACH_UNITS, (unit) => count(reach[unit]));

export function money(amount: Fen | null): string | null {
  return amount === null ? null : yuan(amount);
}

function intervalRecord(interval: Interval | null) {
  return interval && { low: money(interval.low), high: money(interval.high) };
}

export function count(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}

/** `relief/check@1`: the findings on a valid campaign file; `@2` where lists are read with it. */
export function checkRecord(
  { campaign }: Budget,
  checked: Checked,
  files: readonly TextFile[],
  catalogue: Catalogue,
): Made<PlanCheckedRecord> {
  return {
    schema: 'relief/check@1',
    campaign: { id: campaign.id, title: campaign.title },
    ...onCampaign(checked, catalogue),
    inputs: inputRecords(files),
  };
}

/** What was found on a campaign file. */
export function onCampaign({ findings, excepted, off }: Checked, catalogue: Catalogue) {
  return {
    findings: findings.map((finding) => findingRecord(finding, catalogue)),
    excepted: excepted.map(({ finding, reason, until }) => ({ ...findingRecord(finding, catalogue), reason, until })),
    rulesOff: off,
  };
}

export function inputRecords(files: readonly TextFile[]) {
  return files.map(({ path, bytes }) => ({ file: path, sha256: sha256(bytes) }));
}
