import type { CompareRecord } from '../../contract/compare.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { printTenths } from '../../domain/percent-change.ts';
import { REACH_UNITS } from '../../domain/unit.ts';
import type { TextFile } from '../../read/text-file.ts';
import { printReach, printStandard } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { MeasureBudget } from '../../totals/budget/measure-budget.ts';
import type {
  Comparison,
  DepartmentComparison,
  MeasureComparison,
  ReachChanges,
} from '../../totals/compare/compare.ts';
import { tallyOf } from '../../totals/compare/compare-tally.ts';
import type { FigureChange } from '../../totals/compare/figure-change.ts';
import { count, inputRecords, money } from './budget.ts';
import { each, type Made } from './json.ts';

/**
 * `relief/compare@1`: amounts are decimal strings in yuan, counts are numbers, per cents decimal strings, what is unknown is
 * null. `firmness` says how each side may be taken; a difference is one of wholes only where `comparable`.
 */
export function compareRecord(
  comparison: Comparison,
  files: readonly TextFile[],
  catalogue: Catalogue,
): Made<CompareRecord> {
  const { from, to, departments, total } = comparison;
  return {
    schema: 'relief/compare@1',
    from: campaignRecord(from.campaign),
    to: campaignRecord(to.campaign),
    summary: tallyOf(comparison),
    total: {
      amount: { ...amounts(total.amount), basis: { from: from.basis, to: to.basis } },
      reach: { all: counts(total.reach), ...reachRecord(total.byUnit) },
      stated: { amount: amounts(total.stated.amount), reach: counts(total.stated.reach) },
      common: { measures: total.common.measures, amount: amounts(total.common.amount) },
    },
    departments: departments.map((each) => departmentRecord(each, catalogue)),
    inputs: inputRecords(files),
  };
}

const campaignRecord = ({ id, title, year }: Campaign) => ({ id, title, year });

function departmentRecord({ name, change, from, to, amount, measures }: DepartmentComparison, catalogue: Catalogue) {
  return {
    name,
    change,
    from: from?.name ?? null,
    to: to?.name ?? null,
    amount: amounts(amount),
    measures: measures.map((each) => measureRecord(each, catalogue)),
  };
}

function measureRecord(
  { from, to, by, change, moved, standard, reach, amount }: MeasureComparison,
  catalogue: Catalogue,
) {
  const standardText = (found: MeasureBudget | null) =>
    (found?.measure.standard && printStandard(found.measure.standard, catalogue.language)) || null;
  return {
    from: from && sideRecord(from),
    to: to && sideRecord(to),
    change,
    matchedBy: by,
    moved,
    standard: { from: standardText(from), to: standardText(to), change: standard },
    reach: counts(reach),
    amount: amounts(amount),
  };
}

function sideRecord({ measure, unit, reach, stated, basis }: MeasureBudget) {
  const { id, name, to, counts, overlaps } = measure;
  return {
    id,
    name,
    to,
    unit,
    reachText: printReach(reach) || null,
    amountText: stated?.text ?? null,
    basis,
    counts,
    overlaps,
  };
}

function reachRecord(reach: ReachChanges) {
  return each(REACH_UNITS, (unit) => counts(reach[unit]));
}

const amounts = (change: FigureChange) => changeRecord(change, money);
const counts = (change: FigureChange) => changeRecord(change, count);

function changeRecord<T>(
  { from, to, difference, percent, comparable }: FigureChange,
  printed: (value: bigint | null) => T,
) {
  return {
    from: printed(from.value),
    to: printed(to.value),
    difference: printed(difference),
    percent: percent === null ? null : printTenths(percent),
    firmness: {
      from: from.value === null ? null : from.firmness,
      to: to.value === null ? null : to.firmness,
    },
    comparable: difference === null ? null : comparable,
  };
}
