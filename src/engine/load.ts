import { springFestival } from '../domain/calendar.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { OutcomeWords } from '../domain/row/bank-outcome.ts';
import type { ListField } from '../domain/row/list-field.ts';
import { REJECTED_REASONS } from '../domain/row/list-row.ts';
import { HEAD_WORDS } from '../domain/row/other-titles.ts';
import type { ListHead } from '../read/list/list-head.ts';
import { roleOf } from '../read/list/list-input.ts';
import { type ListBody, type ListSource, paidInOf, standardOf } from '../read/list/list-source.ts';
import { assignerOf, assignOthers } from './assigner.ts';
import type { Assignments } from './assignments.ts';
import { cellReadings } from './cell-reading.ts';
import type { Database } from './database.ts';
import { type WrongTotal, wrongTotals } from './list-totals.ts';
import { namesMembers } from './listed-members.ts';
import { fieldsOf, type LoadedField } from './loaded-field.ts';
import { type Found, type Irregular, loadOddRows } from './odd-rows.ts';
import { setOpaqueIds, withoutSerials } from './other-numbers.ts';
import { type OverlookedColumn, overlookedColumns } from './overlooked-columns.ts';
import { loadPlainRows, type PlainRows } from './plain-rows.ts';
import { wrongReturnTotals } from './return-totals.ts';
import { type Derivation, derivationIn } from './row-figures.ts';
import { turnedSource } from './turned-source.ts';

/** A list as it was loaded. */
export interface LoadedList {
  readonly source: ListSource;
  /** What is known of each row: by a column, or for the whole list. */
  readonly fields: ReadonlySet<LoadedField>;
  /** rows = payouts + setAside + rejected, always. */
  readonly rows: number;
  readonly payouts: number;
  readonly setAside: number;
  readonly rejected: number;
  /** Rows hidden in the workbook, which count like the others. */
  readonly hiddenRows: number;
  /** Whether what stands in the column of ID numbers is none, but numbers of whoever keeps the list. */
  readonly opaqueIds: boolean;
  /** Figures of its own total rows that its payouts contradict. */
  readonly wrongTotals: readonly WrongTotal[];
  /** How its amounts follow from its other columns; null where nobody can tell, or nobody is paid now. */
  readonly derivation: Derivation | null;
  /** Columns that are not used and look as if they should be. */
  readonly overlooked: readonly OverlookedColumn[];
  readonly plain: PlainRows;
}

/** How a list is to be loaded. */
export interface Loading {
  readonly campaign: Campaign | null;
  readonly assignments: Assignments;
  readonly leaveOut: readonly LoadedField[];
  /** The campaign's words for what a bank did. */
  readonly outcomes: OutcomeWords;
  /** Is DuckDB given files as they are, where they are in order? */
  readonly trusting: boolean;
  /** Whether SQL reads every list, however short. */
  readonly bySql: boolean;
}

/** Loads one list as number `list`: its plain rows into a table of their own, the others into `odd_payout` and `non_payout`. */
export async function loadList(
  database: Database,
  list: number,
  source: ListSource,
  loading: Loading,
): Promise<LoadedList> {
  const { departments, measures } = loading.assignments;
  const before = [departments.length, measures.length] as const;
  const loaded = await loadAs(database, list, source, loading);
  if (!('otherHeads' in loaded)) return loaded;
  loading.assignments.keep(...before);
  const again = await loadAs(database, list, await turnedSource(source, loaded), loading);
  if ('otherHeads' in again) throw new Error('rows that were turned are to be turned again');
  return again;
}

async function loadAs(
  database: Database,
  list: number,
  source: ListSource,
  { campaign, assignments, outcomes, leaveOut, trusting }: Loading,
): Promise<LoadedList | Irregular> {
  const fields = new Set(fieldsOf(source, { campaign, leaveOut }));
  const near = campaign?.year ? springFestival(campaign.year) : null;
  const wanted = { list, source, readings: cellReadings(list, source.head.unit, near), fields, trusting };
  const { body, plain, assigner } = await loadPlainRows(database, wanted, (body) =>
    assignerOf(database, source, body, campaign, assignments),
  );
  await assignOthers(database, plain, assigner);
  const odd = await loadOddRows(database, wanted, body, plain, assigner);
  if ('otherHeads' in odd) return odd;
  const wrong = await wrongTotalsOf(database, { source, plain, rows: body.rows }, odd, outcomes);
  const opaqueIds = fields.has('id_number') && (await setOpaqueIds(database, plain));
  const told = opaqueIds || fields.has('other_id') ? await withoutSerials(database, plain) : plain;
  const { rows, hiddenRows } = body;
  const counts = await balance(database, plain, rows);
  return {
    source,
    fields: fieldsKnown(source, fields),
    rows,
    hiddenRows,
    opaqueIds,
    wrongTotals: wrong,
    ...columnsRead(source, body),
    plain: told,
    ...counts,
  };
}

/** What stands in columns that no field is read from. */
export function columnsRead(source: ListSource, body: ListBody): Pick<LoadedList, 'derivation' | 'overlooked'> {
  const { head, input } = source;
  const isPriced = standardOf(source) !== null || head.columns.some(({ field }) => field === 'amount');
  const derivation = roleOf(input) === 'payouts' ? derivationIn(head, body) : null;
  const overlooked = overlookedColumns(head, body, isPriced).filter(
    ({ index }) => !derivation?.columns.includes(index),
  );
  return { derivation, overlooked };
}

/** What is known of each row, by a column or for the whole list. */
export function fieldsKnown(source: ListSource, fields: Iterable<LoadedField>): ReadonlySet<LoadedField> {
  const given = (['department', 'measure'] as const).filter(
    (field) => (source.input[field] ?? source.input[`${field}Else`]) !== undefined,
  );
  return new Set([
    ...fields,
    ...given,
    ...(standardOf(source) ? (['amount'] as const) : []),
    ...(paidInOf(source) ? (['paid_on'] as const) : []),
    // Where members stand with their head, rows say of what household they are.
    ...(namesMembers(source.head) ? (['head_id'] as const) : []),
  ]);
}

/** What its own total rows say wrongly. What was paid earlier is only compared with. */
export async function wrongTotalsOf(
  database: Database,
  { source: { input, head }, plain, rows }: Pick<LoadedList, 'source' | 'plain' | 'rows'>,
  { totals, nobodys }: Pick<Found, 'totals' | 'nobodys'>,
  outcomes: OutcomeWords,
): Promise<WrongTotal[]> {
  const role = roleOf(input);
  // A total of people side by side, or of a column each, is no one list's own.
  if (role === 'earlier' || head.part) return [];
  const beside = { rows, households: areHouseholds(head), nobodys };
  if (role === 'return') return wrongReturnTotals(database, plain, totals, { ...beside, outcomes });
  // What a roster says of money is not loaded.
  const known = role === 'roster' ? totals.map((total) => ({ ...total, amount: null })) : totals;
  return wrongTotals(database, plain, known, beside);
}

/** Is each row of a list a household of its own: of its head, or with its size? */
function areHouseholds({ columns, paidHeads }: ListHead): boolean {
  const has = (field: ListField) => columns.some((column) => column.field === field);
  const ofHeads = columns.some(
    ({ field, title }) => field === 'name' && HEAD_WORDS.some((word) => title.includes(word)),
  );
  return ofHeads || paidHeads !== null || (has('household_size') && !has('household_id'));
}

/** The equation that shows that no row was lost; a row that is nowhere, or twice, is a fault of ours. */
async function balance(database: Database, { list, table, isBody }: PlainRows, rows: number) {
  const reasons = REJECTED_REASONS.map((reason) => `'${reason}'`).join(', ');
  const counted = await database.one<{ payouts: bigint; aside: bigint; rejected: bigint }>(
    `select (select count(*) from ${table} p where not odd and ${isBody})
        + (select count(*) from odd_payout where list = ${list}) as payouts,
      (select count(*) from non_payout where list = ${list} and reason not in (${reasons})) as aside,
      (select count(*) from non_payout where list = ${list} and reason in (${reasons})) as rejected`,
  );
  const [payouts, setAside, rejected] = [counted.payouts, counted.aside, counted.rejected].map(Number) as [
    number,
    number,
    number,
  ];
  if (payouts + setAside + rejected !== rows) {
    throw new Error(`rows of a list are lost: ${rows} ≠ ${payouts} + ${setAside} + ${rejected}`);
  }
  return { payouts, setAside, rejected };
}
