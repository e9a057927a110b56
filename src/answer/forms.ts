import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Measure } from '../domain/campaign/measure.ts';
import { isPerHousehold } from '../domain/campaign/standard.ts';
import type { Fen } from '../domain/money.ts';
import { amountBounds } from '../domain/row/payout-standard.ts';
import { throughBank } from '../domain/row/through-bank.ts';
import type { Budget } from '../totals/budget/budget.ts';
import type { MeasureBudget } from '../totals/budget/measure-budget.ts';
import { payoutDeadline } from '../totals/status/payout-deadline.ts';
import { schedule } from '../totals/status/schedule.ts';

/** What a list asks of each person, in the order in which it is printed. */
const FORM_COLUMNS = [
  ...(['ordinal', 'name', 'id_number', 'department', 'measure', 'amount', 'standard', 'goods', 'quantity'] as const),
  ...(['head', 'household_size', 'subdistrict', 'committee', 'guardian', 'guardian_phone', 'phone'] as const),
  ...(['bank', 'account', 'holder', 'remark'] as const),
] as const;
export type FormColumn = (typeof FORM_COLUMNS)[number];

/** A measure as a form shows it. */
export interface FormMeasure {
  readonly plan: MeasureBudget;
  /** Whose it is. */
  readonly department: string;
  /** From the least to the most that one payout is by its standard; null where it leaves that open. */
  readonly bounds: { readonly low: Fen; readonly high: Fen } | null;
  /** Whether it is given by hand or in goods, so that somebody signs. */
  readonly isSigned: boolean;
}

/** A street and its committees, as lists and rosters name them. */
export interface Street {
  readonly name: string;
  readonly committees: readonly string[];
}

/** The form that one department or street fills in. */
export interface CollectionForm {
  readonly unit: string;
  readonly campaign: Campaign;
  readonly measures: readonly FormMeasure[];
  readonly columns: readonly FormColumn[];
  readonly streets: readonly Street[];
  /** Until when the money has to be paid, as the document puts it; null where it does not say. */
  readonly payBy: string | null;
}

/**
 * A form for each department that gives anything, and for each street of the campaign: one that gives nothing of its own collects for
 * all others. `streets`: those that are known.
 */
export function collectionForms({ campaign, departments }: Budget, streets: readonly Street[]): CollectionForm[] {
  const all = departments.flatMap(({ department, measures }) =>
    measures.map((plan) => formMeasure(plan, department.name, campaign)),
  );
  const payBy = payoutDeadline(schedule(campaign))?.text ?? null;
  return departments.flatMap(({ department }): CollectionForm[] => {
    const own = all.filter((measure) => measure.department === department.name);
    const isStreet = department.kind === 'subdistrict';
    const measures = own.length > 0 ? own : isStreet ? all : [];
    if (measures.length === 0) return [];
    const ofStreet = isStreet ? streets.filter(({ name }) => name === department.name) : streets;
    const columns = columnsFor(measures, { isOfAll: own.length === 0, campaign });
    return [{ unit: department.name, campaign, measures, columns, streets: ofStreet, payBy }];
  });
}

function formMeasure(plan: MeasureBudget, department: string, campaign: Campaign): FormMeasure {
  const { measure } = plan;
  return {
    plan,
    department,
    bounds: measure.standard ? amountBounds(measure.standard) : null,
    isSigned: throughBank(measure, campaign) === false,
  };
}

const CHILDREN = /儿童|孤儿|学生|少年|未成年|助学/;
const isCash = ({ form }: Measure) => form.length === 0 || form.includes('cash');

function columnsFor(
  all: readonly FormMeasure[],
  { isOfAll, campaign }: { readonly isOfAll: boolean; readonly campaign: Campaign },
): FormColumn[] {
  const measures = all.map(({ plan }) => plan.measure);
  const some = (is: (measure: Measure) => boolean) => measures.some(is);
  const asked: Partial<Record<FormColumn, boolean>> = {
    department: isOfAll,
    measure: measures.length > 1 || isOfAll,
    amount: some(isCash),
    standard: some(isCash),
    goods: some(({ form }) => form.includes('goods')),
    quantity: some(({ form }) => form.includes('goods')),
    ...asHouseholds(some(({ standard }) => standard !== undefined && isPerHousehold(standard))),
    ...ofChildren(some(({ name, to }) => [name, ...to].some((words) => CHILDREN.test(words)))),
    ...byBank(some((measure) => isCash(measure) && throughBank(measure, campaign) !== false)),
  };
  return FORM_COLUMNS.filter((column) => asked[column] ?? true);
}

const asHouseholds = (is: boolean) => ({ head: is, household_size: is });
const ofChildren = (is: boolean) => ({ guardian: is, guardian_phone: is });
const byBank = (is: boolean) => ({ bank: is, account: is, holder: is });
