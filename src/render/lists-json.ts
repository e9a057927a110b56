import type { Finding } from '../domain/finding.ts';
import { maskText } from '../domain/masking.ts';
import { yuan } from '../domain/money.ts';
import type { LoadedList } from '../engine/load.ts';
import type { ExaminedLists } from '../report/examined-lists.ts';
import { maskedColumn } from '../report/list-place.ts';
import { rowMessageOf } from '../report/messages.ts';
import type { Catalogue } from '../text/zh.ts';
import type { Listed } from '../totals/listed.ts';
import { everyUnpaidRow } from '../totals/unpaid.ts';
import type { Actual } from './budget-json.ts';
import type { JsonRecord } from './json.ts';

/**
 * A command's record with what its lists say: amounts are decimal strings in yuan, counts are numbers, unknown is null. Rows
 * that are no payouts and findings are streams; those on the campaign come first.
 */
export function withLists(record: JsonRecord, examined: ExaminedLists, catalogue: Catalogue): JsonRecord {
  const { lists, totals, checked } = examined;
  const { departments, measures } = lists.assignments;
  const own = (key: string) => (record[key] ?? []) as readonly object[];
  return {
    ...record,
    findings: findingRecords(own('findings'), examined, catalogue),
    excepted: [
      ...own('excepted'),
      ...checked.excepted.map(({ finding, reason, until }) => ({
        ...findingRecord(finding, catalogue),
        reason,
        until,
      })),
    ],
    rulesOff: [...own('rulesOff'), ...checked.off],
    notChecked: checked.notChecked.map(({ rule, why, lists: unable }) => ({
      rule: rule.id,
      why,
      needs: rule.needs,
      inputs: unable.map(({ source }) => ({ file: source.origin.file, sheet: source.sheet })),
    })),
    summary: { bySeverity: checked.counts, byRule: countsByRule(examined) },
    inputs: [
      ...own('inputs'),
      ...lists.lists.map(({ source, rows, payouts, setAside, rejected, hiddenRows }) => ({
        ...source.origin,
        sheet: source.sheet,
        rows,
        payouts,
        setAside,
        rejected,
        hiddenRows,
      })),
    ],
    skippedSheets: lists.skipped,
    totals: listedRecord(totals.total),
    byDepartment: totals.departments.map(({ department, measures: paid, ...listed }) => ({
      department: nameOf(departments[department]),
      inCampaign: lists.campaign && departments[department]?.is != null,
      ...listedRecord(listed),
      measures: paid.map(({ measure, ...each }) => ({
        measure: nameOf(measures[measure]?.measure),
        id: measures[measure]?.measure.is?.id ?? null,
        ...listedRecord(each),
      })),
    })),
    bySubdistrict: totals.places?.map(({ department, subdistrict, ...listed }) => ({
      subdistrict: maskText(subdistrict) || null,
      department: nameOf(departments[department]),
      ...listedRecord(listed),
    })),
    setAside: asideRecords(examined),
  };
}

/** As a list writes it, where anything may stand in the cell; null where it says nothing. */
function nameOf(assigned: { readonly name: string } | undefined): string | null {
  return maskText(assigned?.name ?? '') || null;
}

/** What the lists say of the plan's departments and measures. */
export function actualOf({ lists, totals }: ExaminedLists): Actual {
  const { departments, measures } = lists.assignments;
  const record = (listed: Listed | undefined) => (listed ? listedRecord(listed) : null);
  return {
    total: listedRecord(totals.total),
    department: (is) => record(totals.departments.find(({ department }) => departments[department]?.is === is)),
    measure: (is) =>
      record(
        totals.departments.flatMap((each) => each.measures).find(({ measure }) => measures[measure]?.measure.is === is),
      ),
  };
}

function countsByRule({ checked }: ExaminedLists): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule, count } of checked.groups) counts[rule.id] = (counts[rule.id] ?? 0) + count;
  return counts;
}

/** What was listed, for one department, measure or the whole. */
function listedRecord({ payouts, persons, households, amount, withoutAmount }: Listed) {
  return { payouts, persons, households, amount: yuan(amount), withoutAmount };
}

async function* asideRecords({ lists }: ExaminedLists) {
  for await (const batch of everyUnpaidRow(lists)) {
    for (const { list, row, reason } of batch) {
      const { source } = (lists.lists[list] ?? lists.earlier[list - lists.lists.length]) as LoadedList;
      yield { file: source.origin.file, sheet: source.sheet, row, reason };
    }
  }
}

async function* findingRecords(before: readonly object[], { checked }: ExaminedLists, catalogue: Catalogue) {
  yield* before;
  for await (const finding of checked.stream()) yield findingRecord(finding, catalogue);
}

function findingRecord(finding: Finding, catalogue: Catalogue) {
  const { rule, severity, places, people, amount, fingerprint } = finding;
  return {
    rule,
    severity,
    message: rowMessageOf(finding, catalogue),
    places: places.map(maskedColumn),
    people,
    amount: amount === null ? null : yuan(amount),
    fingerprint,
  };
}
