import { type Finding, SEVERITIES, type Severity } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import { maskedPerson } from '../../domain/shown/masking.ts';
import type { Row } from '../../engine/database.ts';
import { everyList, type Lists } from '../../engine/lists.ts';
import type { LoadedList } from '../../engine/load.ts';
import { fingerprint } from '../fingerprint.ts';
import { type PayoutRow, payoutRow, SHOWN } from '../payout-row.ts';
import { ROW_RULES } from './index.ts';
import type { Detail, RowRule, RowsFrom } from './row-rule.ts';

interface StoredFinding extends Row {
  readonly rule: number;
  readonly severity: number;
  readonly list: number;
  readonly row: number;
  readonly detail: string | null;
}

/** A finding on one row, and what stands there, unmasked: whoever shows it masks it. */
export interface RowFinding extends Finding {
  readonly payout: PayoutRow;
  /** The money that is really in question, where the amount that stands there is a slip of the pen. */
  readonly atRisk: Fen | null;
  /** Who it was resolved to; null where that was not asked, or it is no payout. */
  readonly identity: bigint | null;
}

/** A finding, and the number of the list that it is on. */
export interface FoundRow {
  readonly finding: RowFinding;
  readonly list: number;
  readonly row: number;
}

/** Which findings are wanted, and what of them. */
export interface Which {
  readonly from?: RowsFrom;
  /** SQL on a finding `f`. */
  readonly where?: string;
  /** SQL on the payout `p` that it is on. */
  readonly of?: string;
  /** Whether it is asked who a row was resolved to; then it has to have been resolved. */
  readonly whose?: boolean;
  /** Only the first so many of each rule and list. */
  readonly first?: number;
  /** Only the first so many of all. */
  readonly most?: number;
}

/** Stored findings as they are shown, worst first, then in the order of the rules, the lists and their rows. */
export async function* foundRows(
  lists: Lists,
  { from = 'payout', where = 'true', of = 'true', whose = false, first, most }: Which = {},
): AsyncGenerator<FoundRow> {
  const stored = lists.database.stream<StoredFinding>(
    `select f.rule, f.severity, f.list, f.row, f.detail, u.reason, ${whose ? 'r.identity' : 'null as identity'}, ${SHOWN.map((column) => `p.${column}`).join(', ')} from
    (select * from finding f where ${where}
      ${first === undefined ? '' : `qualify row_number() over (partition by rule, severity, list order by row) <= ${first}`}) f
    left join ${from} p on p.list = f.list and p.row = f.row
    ${whose ? 'left join resolved r on r.list = f.list and r.row = f.row' : ''}
    left join non_payout u on u.list = f.list and u.row = f.row
    where ${of} order by f.severity, f.rule, f.list, f.row ${most === undefined ? '' : `limit ${most}`}`,
  );
  const all = everyList(lists);
  for await (const batch of stored) {
    for (const row of batch)
      yield { finding: finding(lists, all[row.list]?.source, row), list: row.list, row: row.row };
  }
}

function finding(lists: Lists, source: LoadedList['source'] | undefined, stored: StoredFinding): RowFinding {
  const rule = ROW_RULES[stored.rule] as RowRule;
  const row = payoutRow(lists, stored);
  const detail = stored.detail === null ? {} : (JSON.parse(stored.detail) as Detail);
  const data = rule.show(row, detail);
  const person = maskedPerson(row.name, row.idClass === 'placeholder' ? null : row.id);
  let print: string | undefined;
  return {
    rule: rule.id,
    severity: SEVERITIES[stored.severity] as Severity,
    data,
    places: [
      {
        file: source?.origin.file ?? '',
        sheet: source?.sheet ?? null,
        row: stored.row,
        column: columnOf(rule, detail, source),
      },
    ],
    people: person === '' ? [] : [person],
    amount: row.amount,
    atRisk: rule.atRisk ? rule.atRisk(detail) : row.amount,
    payout: row,
    identity: (stored.identity ?? null) as bigint | null,
    get fingerprint() {
      print ??= fingerprint(rule.id, { ...data, person });
      return print;
    },
  };
}

/** The title of the column that a rule looks at first, or for this. */
function columnOf({ needs, column }: RowRule, detail: Detail, source: LoadedList['source'] | undefined): string | null {
  const own = column?.(detail);
  if (typeof own === 'object') return own.title || null;
  const [first] = (own ? [own] : needs.flat()).flatMap(
    (need) => source?.head.columns.find(({ field }) => field === need) ?? [],
  );
  return first?.title ?? null;
}
