import { type ComparedPerson, comparedPeople } from '../../checks/compared-people.ts';
import { grouped } from '../../domain/money.ts';
import { type SeenRow, type Shown, seenRow, seenText, shortPlaces } from '../findings/pair-row.ts';
import { type Cell, type LongSheet, number, type Row, type Sheet, text, type WideColumn } from '../sheet.ts';
import type { ComparedPeople } from './compared-people.ts';
import { reasonWords } from './people-reason.ts';

/** Somebody between two lists, as they may be shown. */
export interface SeenPerson {
  readonly before: SeenRow | null;
  readonly now: SeenRow | null;
  /** What is said of why, or of what is otherwise. */
  readonly why: string;
  readonly remark: string;
}

/** Everybody who came, went or changed. */
export function peopleSheet(compared: ComparedPeople, shown: Shown): LongSheet {
  return {
    name: compared.say.sheets.people,
    above: [],
    columns: columnsOf(compared),
    rows: rowsOf(compared, shown),
    below: [],
  };
}

/** Those of each kind of change with the most money. */
export function firstPeopleSheet(compared: ComparedPeople, shown: Shown): Sheet {
  const { comparison, first, say } = compared;
  const { added, left, changed } = comparison.total;
  const rows = first.map((person) => rowOf(person, compared, shown));
  const all = added + left + changed;
  return {
    name: say.sheets.people,
    above: all > rows.length ? [say.more(grouped(String(all)))] : [],
    columns: columnsOf(compared).map(({ width: _, ...column }, index) =>
      index > 9 ? { ...column, use: 'wide' } : column,
    ),
    rows,
    below: [],
  };
}

async function* rowsOf(compared: ComparedPeople, shown: Shown): AsyncGenerator<Row> {
  for await (const person of comparedPeople(compared.lists)) yield rowOf(person, compared, shown);
}

function columnsOf({ say: { columns } }: ComparedPeople): WideColumn[] {
  const column = (title: string, width: number, kind: Cell['kind'] = 'text'): WideColumn => ({ title, kind, width });
  return [
    column(columns.what, 7),
    column(columns.name, 10),
    { ...column(columns.id, 21), whole: true },
    column(columns.reason, 24),
    column(columns.department, 16),
    column(columns.measure, 20),
    column(columns.place, 18),
    column(columns.amountBefore, 12, 'money'),
    column(columns.amountNow, 12, 'money'),
    column(columns.difference, 12, 'money'),
    column(columns.beforeAt, 22),
    column(columns.nowAt, 22),
    column(columns.remark, 24),
  ];
}

/** Masked unless whole numbers are asked for. */
export function seenPerson(person: ComparedPerson, { say }: ComparedPeople, shown: Shown): SeenPerson {
  const { change, before, now, differences, reason, sure } = person;
  const [was, is] = [before, now].map(
    (side) => side && seenRow({ place: side.place, role: 'payouts', payout: side.payout }, shown),
  );
  const written = was && is && (was.name !== is.name || was.id !== is.id);
  const as = ({ name, id }: SeenRow) => `${name} ${id}`.trim();
  return {
    before: was ?? null,
    now: is ?? null,
    why:
      change === 'changed'
        ? differences.map((each) => say.difference[each]).join('、')
        : reasonWords(change, reason ?? 'unknown', say),
    remark: [...(written ? [say.written(as(was), as(is))] : []), ...(sure ? [] : [say.notSure])].join('；'),
  };
}

function rowOf(person: ComparedPerson, compared: ComparedPeople, shown: Shown): Row {
  const { say, lists } = compared;
  const { before, now, why, remark } = seenPerson(person, compared, shown);
  const one = now ?? before;
  const place = shortPlaces(lists, (row) => row);
  const names = (of: readonly string[] | undefined) => seenText((of ?? []).join('、'), shown);
  const both = (was: string | null, is: string | null) => {
    return was !== null && is !== null && was !== is ? say.fromTo(was || '—', is || '—') : (is ?? was ?? '');
  };
  const more = (payouts: number | undefined) =>
    payouts !== undefined && payouts > 1 ? say.several(String(payouts)) : '';
  const where = (row: SeenRow | null, payouts: number | undefined) =>
    text(row === null ? '' : place(row.place) + more(payouts));
  const money = (value: bigint | null | undefined): Cell => ({ kind: 'money', value: value ?? null, in: 'yuan' });
  const livesIn = (row: SeenRow | null) => row?.livesIn ?? null;
  return {
    level: 'item',
    cells: [
      text(say.change[person.change], person.change === 'left' ? 'warning' : 'plain'),
      text(one?.name ?? ''),
      number(one?.id ?? ''),
      text(why),
      text(both(person.before && names(person.before.departments), person.now && names(person.now.departments))),
      text(both(person.before && names(person.before.measures), person.now && names(person.now.measures))),
      text(both(livesIn(before), livesIn(now))),
      money(person.before?.amount),
      money(person.now?.amount),
      money((person.now?.amount ?? 0n) - (person.before?.amount ?? 0n)),
      where(before, person.before?.payouts),
      where(now, person.now?.payouts),
      text(remark),
    ],
  };
}
