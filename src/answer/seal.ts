import type { CheckedRows } from '../checks/row/check-rows.ts';
import type { OpenField } from '../domain/sealed/open-field.ts';
import { shownText } from '../domain/shown/masking.ts';
import { householdText } from '../engine/cell-reading.ts';
import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import type { LoadedList } from '../engine/load.ts';
import { identifies, idIs } from '../engine/payout-sql.ts';
import { OTHER_NUMBER } from '../identity/other-numbers.ts';
import { type RowToSeal, sealRow } from '../identity/sealed/seal-row.ts';
import { SEALED_FIELDS, type SealedRow } from '../read/sealed/sealed-columns.ts';
import type { SealedHead } from '../read/sealed/sealed-head.ts';
import type { SealingKey } from '../read/sealed/sealing-key.ts';

/** A list to be sealed: what is said of it, and its rows, which come as they are asked for. */
export interface SealedList {
  readonly list: LoadedList;
  readonly head: SealedHead;
  readonly rows: () => AsyncGenerator<SealedRow[]>;
}

interface Sealing {
  readonly key: SealingKey;
  /** What is to stand open. */
  readonly open: readonly OpenField[];
  /** The year in which lists say how old people are. */
  readonly year: number;
  /** What the rules on single rows found on the lists, which nobody can ask of them once they are sealed. */
  readonly checked: CheckedRows;
}

/** Lists that were read, sealed. */
export async function sealedLists(lists: Lists, sealing: Sealing): Promise<SealedList[]> {
  const couples = await lists.database.all<Row & { list: number; rows: bigint }>(
    'select list, count(*) as rows from payout where couple group by list',
  );
  return lists.lists.map((list, number) => ({
    list,
    head: headOf(list, sealing, Number(couples.find((each) => each.list === number)?.rows ?? 0)),
    rows: () => rowsOf(lists, number, sealing),
  }));
}

function headOf(list: LoadedList, { key, open, checked }: Sealing, couples: number): SealedHead {
  const { source, fields, rows, payouts, setAside, rejected } = list;
  const found = { error: 0, warning: 0, hint: 0 };
  for (const group of checked.groups) if (group.list === list) found[group.severity] += group.count;
  const known = { department: 'department', measure: 'measure', amount: 'amount', date: 'paid_on' } as const;
  return {
    algorithm: key.algorithm,
    key: key.check,
    list: shownText(source.origin.file.replace(/^.*[\\/]/, '')),
    sheet: source.sheet === null ? null : shownText(source.sheet),
    ...{ rows, payouts, setAside, rejected },
    open: open.filter((field) => fields.has(known[field])),
    sealed: SEALED_FIELDS.filter((field) => fields.has(field)),
    found,
    couples,
  };
}

/** SQL: what accounts and telephones are compared by. */
const contact = (column: 'account' | 'phone') =>
  `case when p.${column} > 0 then p.${column}::varchar when p.${column} is not null then 'text ' || ltrim(p.${column}_text, '0') end`;

interface Stored extends RowToSeal {
  readonly department: number;
  readonly measure: number;
  readonly amount: bigint | null;
  readonly day: string | null;
}

async function* rowsOf(lists: Lists, number: number, { key, open, year }: Sealing): AsyncGenerator<SealedRow[]> {
  const { departments, measures } = lists.assignments;
  const own = lists.lists[number]?.source.origin.sha256 ?? '';
  const isOpen = (field: OpenField) => open.includes(field);
  const stored = lists.database.stream<Stored>(
    `select p.row, p.name, p.person, p.id, p.id_class,
      coalesce(${identifies('id')} and (p.other_id is not null or not ${idIs('opaque')}), false) as tells,
      ${contact('account')} as account, ${contact('phone')} as phone, ${OTHER_NUMBER} as other,
      coalesce(p.household_id, case when p.head is null and ${identifies('head_id')} then 'head ' || p.head_id end) as household, p.head,
      coalesce(try_cast(left(p.birth, 4) as integer), ${year} - p.age) as born, p.male,
      p.department, p.measure, p.amount, case when not p.paid_in_month then p.paid_on::varchar end as day
    from payout p where p.list = ${number} order by p.row`,
  );
  for await (const batch of stored) {
    yield batch.map(({ department, measure, amount, day, household, ...row }) =>
      sealRow(
        key,
        // The count of a household is that of this list alone.
        {
          ...row,
          household: household === null || householdText(household) === household ? household : `${own} ${household}`,
        },
        {
          // A number that stands in the wrong column is somebody's all the same.
          department: isOpen('department') ? shownText(departments[department]?.name ?? '') : '',
          measure: isOpen('measure') ? shownText(measures[measure]?.measure.name ?? '') : '',
          amount: isOpen('amount') && amount !== null ? String(amount) : '',
          date: isOpen('date') ? (day ?? '') : '',
        },
      ),
    );
  }
}
