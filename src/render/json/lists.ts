import type { RowFinding } from '../../checks/row/found-rows.ts';
import type { RowRule } from '../../checks/row/row-rule.ts';
import type { ExceptedRecord, NotCheckedRecord, SummaryRecord } from '../../contract/shapes.ts';
import type { Finding } from '../../domain/finding.ts';
import { yuan } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { maskedColumn } from '../../report/findings/list-place.ts';
import { rowMessageOf } from '../../report/findings/messages.ts';
import type { ExaminedList, ExaminedLists } from '../../report/lists/examined-lists.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { listedMoney } from '../../totals/budget/listed-money.ts';
import type { JoinedPeople } from '../../totals/lists/joined-people.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import { everyNonPayout } from '../../totals/lists/non-payouts.ts';
import type { AsIs } from '../door.ts';
import type { Actual } from './budget.ts';
import type { Made } from './json.ts';
import { made } from './json.ts';
import { inputRecord, listedRecord } from './listed.ts';

/**
 * A command's record with what its lists say: amounts are decimal strings in yuan, counts are numbers, unknown is null. Rows
 * that are no payouts and findings are streams; the command's own come first. `people` says how the people of a finding are
 * called, where they are not to be masked.
 */
export function withLists<Own, Found = never, Input = never>(
  record: Own & OwnRecord<Found, Input>,
  examined: ExaminedLists,
  catalogue: Catalogue,
  people: People = (finding) => finding.people,
) {
  const { lists, totals, checked } = examined;
  const { departments, measures } = lists.assignments;
  return {
    ...record,
    findings: findingRecords<Found>(record.findings ?? [], examined, catalogue, people),
    excepted: [
      ...(record.excepted ?? []),
      ...checked.excepted.map(({ finding, reason, until }) => ({
        ...findingRecord(finding, rowMessageOf(finding, catalogue)),
        reason,
        until,
      })),
    ],
    rulesOff: [...(record.rulesOff ?? []), ...checked.off],
    notChecked: [...(record.notChecked ?? []), ...checked.notChecked.map(notCheckedRecord)],
    passedOver: made(checked.passedOver, ({ rule, why, list: { source }, measure, rows, amount }) => ({
      rule: rule.id,
      why,
      file: source.origin.file,
      sheet: source.sheet,
      department: nameOf(departments[measures[measure]?.department ?? -1]),
      measure: nameOf(measures[measure]?.measure),
      rows,
      amount: yuan(amount),
    })),
    summary: record.summary ?? { bySeverity: checked.counts, byRule: countsByRule(checked.groups) },
    read: examined.gathered,
    inputs: [...(record.inputs ?? []), ...lists.lists.map(inputRecord)],
    rosters: lists.rosters.length > 0 ? lists.rosters.map(inputRecord) : undefined,
    skippedSheets: lists.skipped,
    totals: { ...listedRecord(totals.total), ...peopleRecord(totals.people) },
    byDepartment: made(totals.departments, ({ department, measures: paid, ...listed }) => ({
      department: nameOf(departments[department]),
      inCampaign: lists.campaign && departments[department]?.is != null,
      ...listedRecord(listed),
      measures: paid.map(({ measure, ...each }) => ({
        measure: nameOf(measures[measure]?.measure),
        id: measures[measure]?.measure.is?.id ?? null,
        ...listedRecord(each),
      })),
    })),
    byBatch:
      totals.batches.length > 0
        ? totals.batches.map(({ batch, amount, ...counts }) => ({ batch, ...counts, amount: yuan(amount) }))
        : undefined,
    bySubdistrict:
      totals.subdistricts === null
        ? undefined
        : made(totals.subdistricts, ({ department, subdistrict, ...listed }) => ({
            subdistrict: maskText(subdistrict) || null,
            department: nameOf(departments[department]),
            ...listedRecord(listed),
          })),
    setAside: asideRecords(examined),
  };
}

/**
 * How many people it is between, `low` if all pairs to review were one and `high` by what is certain alone; and how they are told:
 * payouts that certainly are another of somebody's, people who are confirmed to be one of those, pairs of people to review.
 */
function peopleRecord({ certain, confirmed, review, range }: JoinedPeople) {
  return { personsRange: range, identity: { certain, confirmed, review } };
}

/** Findings of a command on something else than single rows. */
type Findings<Found> = Iterable<Found> | AsyncIterable<Found>;

/** What a command's own record may have of what lists have too. */
interface OwnRecord<Found, Input> {
  readonly findings?: Findings<Found>;
  readonly excepted?: readonly Made<ExceptedRecord>[];
  readonly rulesOff?: readonly string[];
  readonly notChecked?: readonly Made<NotCheckedRecord>[];
  readonly summary?: SummaryRecord;
  readonly inputs?: readonly Input[];
}

type People = (finding: RowFinding) => readonly (string | AsIs)[];

/** A rule that did not run, and the lists on which it did not. */
export function notCheckedRecord({
  rule,
  why,
  lists,
}: {
  readonly rule: Pick<RowRule, 'id' | 'needs'>;
  readonly why: string;
  readonly lists: readonly ExaminedList[];
}) {
  const inputs = lists.map(({ source }) => ({ file: source.origin.file, sheet: source.sheet }));
  return { rule: rule.id, why, needs: rule.needs, inputs };
}

/** As a list writes it, where anything may stand in the cell; null where it says nothing. */
export function nameOf(assigned: { readonly name: string } | undefined): string | null {
  return maskText(assigned?.name ?? '') || null;
}

/** What the lists say of the plan's departments and measures. */
export function actualOf(examined: ExaminedLists): Actual {
  const { lists, totals } = examined;
  const { departments, measures } = lists.assignments;
  const record = (listed: Listed | undefined) => (listed ? listedRecord(listed) : null);
  return {
    money: listedMoney(examined),
    total: listedRecord(totals.total),
    department: (is) => record(totals.departments.find(({ department }) => departments[department]?.is === is)),
    measure: (is) =>
      record(
        totals.departments.flatMap((each) => each.measures).find(({ measure }) => measures[measure]?.measure.is === is),
      ),
  };
}

/** How many findings each rule has. */
export function countsByRule(
  groups: readonly { readonly rule: { readonly id: string }; readonly count: number }[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule, count } of groups) counts[rule.id] = (counts[rule.id] ?? 0) + count;
  return counts;
}

/** Every row of any file that is no payout, and why. */
export async function* asideRecords({ lists }: Pick<ExaminedLists, 'lists'>) {
  const all = [...lists.lists, ...lists.earlier, ...lists.rosters, ...lists.returns];
  for await (const batch of everyNonPayout(lists)) {
    for (const { list, row, reason } of batch) {
      const { source } = all[list] as ExaminedList;
      yield { file: source.origin.file, sheet: source.sheet, row, reason };
    }
  }
}

async function* findingRecords<Found>(
  before: Findings<Found>,
  { checked }: ExaminedLists,
  catalogue: Catalogue,
  people: People,
) {
  yield* before;
  for await (const finding of checked.stream()) {
    yield findingRecord(finding, rowMessageOf(finding, catalogue), people(finding));
  }
}

/** A finding with its message. */
export function findingRecord(finding: Finding, message: string, people: readonly (string | AsIs)[] = finding.people) {
  const { rule, severity, places, amount, fingerprint } = finding;
  return {
    rule,
    severity,
    message,
    places: places.map(maskedColumn),
    people,
    amount: amount === null ? null : yuan(amount),
    fingerprint,
  };
}
