import { type OmittedPerson, omittedPeople } from '../../checks/roster/omitted-people.ts';
import { grouped } from '../../domain/money.ts';
import { type Shown, seenRow, seenText } from '../findings/pair-row.ts';
import { type LongSheet, number, type Row, type Sheet, text, type WideColumn } from '../sheet.ts';
import type { ExaminedCover } from './examined-cover.ts';

const NOWHERE = { file: '', sheet: null, row: null, column: null } as const;

/** The people of one committee who were not reached. */
export interface OmittedInPlace {
  /** Subdistrict and committee; empty where the rosters don't say. */
  readonly place: string;
  readonly sheet: Sheet;
}

/** Everybody who was not reached, by subdistrict and committee, with columns for whoever verifies. */
export function omissionList(examined: ExaminedCover, shown: Shown): LongSheet {
  const { list } = examined.cover;
  return {
    name: list.sheet,
    above: [list.ask, remark(examined, shown)],
    columns: columnsOf(examined, shown),
    rows: rowsOf(examined, shown),
    below: [],
  };
}

async function* rowsOf(examined: ExaminedCover, shown: Shown): AsyncGenerator<Row> {
  let number = 0;
  for await (const person of omittedPeople(examined.lists, examined.enrolment)) {
    number += 1;
    yield rowOf(number, person, examined, shown);
  }
}

/** The same, for each committee a table of its own to send out. */
export async function* omissionsByPlace(examined: ExaminedCover, shown: Shown): AsyncGenerator<OmittedInPlace> {
  let place: string | null = null;
  let people: OmittedPerson[] = [];
  for await (const person of omittedPeople(examined.lists, examined.enrolment)) {
    const own = seenText([person.subdistrict, person.committee].filter(Boolean).join(''), shown);
    if (place !== null && own !== place) {
      yield { place, sheet: placeSheet(people, examined, shown) };
      people = [];
    }
    place = own;
    people.push(person);
  }
  if (place !== null) yield { place, sheet: placeSheet(people, examined, shown) };
}

function placeSheet(people: readonly OmittedPerson[], examined: ExaminedCover, shown: Shown): Sheet {
  const { list } = examined.cover;
  return {
    name: list.sheet,
    above: [list.ask, remark(examined, shown)],
    columns: columnsOf(examined, shown),
    rows: people.map((person, index) => rowOf(index + 1, person, examined, shown)),
    below: [],
  };
}

const remark = ({ cover: { list } }: ExaminedCover, { showIds }: Shown) => (showIds ? list.notMasked : list.masked);

function columnsOf({ cover: { list } }: ExaminedCover, { showIds }: Shown): WideColumn[] {
  const { columns } = list;
  const column = (title: string, width: number, whole = false): WideColumn => ({ title, kind: 'text', width, whole });
  return [
    column(columns.number, 7),
    column(columns.subdistrict, 14),
    column(columns.committee, 18),
    column(columns.name, 10),
    column(columns.id, 21, true),
    column(columns.phone, 14, true),
    ...(showIds ? [column(columns.address, 30)] : []),
    column(columns.category, 14),
    column(columns.rosters, 18),
    column(columns.what, 22),
    column(columns.found, 16),
    column(columns.remark, 16),
  ];
}

function rowOf(
  nth: number,
  { fate, subdistrict, committee, address, row, rosters }: OmittedPerson,
  { cover: { list } }: ExaminedCover,
  shown: Shown,
): Row {
  const seen = seenRow({ place: NOWHERE, role: 'roster', payout: row }, shown);
  const what = fate === 'omitted' || fate === 'elsewhere' || fate === 'unclear' ? list.fate[fate] : '';
  const any = (words: string | null) => text(seenText(words ?? '', shown));
  return {
    level: 'item',
    cells: [
      text(grouped(String(nth))),
      any(subdistrict),
      any(committee),
      text(seen.name),
      number(seen.id),
      number(seen.phone),
      ...(shown.showIds ? [any(address)] : []),
      text(seen.measure),
      text(rosters.join('、')),
      text(what),
      text(''),
      text(''),
    ],
  };
}
