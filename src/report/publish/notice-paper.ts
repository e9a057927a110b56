import type { PublicNotice, PublishedRow } from '../../answer/publish.ts';
import { addDays, type Day } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { grouped } from '../../domain/money.ts';
import type { NoticesBy } from '../../domain/published/notices-by.ts';
import { withoutNumbers } from '../../domain/published/without-numbers.ts';
import { NOTICE_WORDS as SAY } from '../../text/notice-words.ts';
import { type Cell, text } from '../sheet.ts';

/** Who publishes, from when, how long, and where to object; the telephone is an office's, and stands as it is given. */
export interface NoticeFrame {
  readonly campaign: Campaign;
  readonly by: NoticesBy;
  readonly unit: string;
  readonly phone: string | null;
  readonly from: Day;
  readonly days: number;
}

interface NoticeColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly isFigure: boolean;
}

/** A notice as it is printed: a title, what it says, a table, who publishes it and when. Nothing else is in any file of it. */
export interface NoticePaper {
  readonly about: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Where to object. */
  readonly objections: string;
  readonly columns: readonly NoticeColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly note: string | null;
  readonly unit: string;
  readonly date: string;
}

type Key = keyof typeof SAY.columns;
const WIDTHS: Readonly<Record<Key, number>> = {
  ordinal: 6,
  name: 14,
  place: 24,
  department: 16,
  measure: 30,
  amount: 14,
  quantity: 8,
};
const FIGURES: readonly Key[] = ['ordinal', 'amount', 'quantity'];

export function noticePaper({ about, rows, isMasked }: PublicNotice, frame: NoticeFrame): NoticePaper {
  const { campaign, by, unit, phone, from, days } = frame;
  const called = about === '' ? SAY.unknown[by] : about;
  const people = SAY.people(grouped(String(rows.length)));
  const document = SAY.document(campaign.issuer ?? '', campaign.document ?? '');
  const until = addDays(from, days - 1);
  const keys = keysFor(rows, by);
  return {
    about: called,
    title: SAY.title(withoutNumbers(campaign.title), called),
    paragraphs: [
      campaign.document === undefined ? SAY.noBasis(people) : SAY.basis(withoutNumbers(document), people),
      SAY.period(SAY.date(from), SAY.date(until), days),
    ],
    objections: SAY.objections(unit, phone ?? SAY.noPhone),
    columns: keys.map((key) => ({ title: SAY.columns[key], width: WIDTHS[key], isFigure: FIGURES.includes(key) })),
    rows: rows.map((row, index) => keys.map((key) => cellOf(key, row, index))),
    note: isMasked ? SAY.masked : null,
    unit,
    date: SAY.date(from),
  };
}

/** What all rows have in common is said in the title. */
function keysFor(rows: readonly PublishedRow[], by: NoticesBy): Key[] {
  const some = (is: (row: PublishedRow) => boolean) => rows.some(is);
  return [
    'ordinal',
    'name',
    ...(by !== 'committee' && some(({ place }) => place !== '') ? (['place'] as const) : []),
    ...(by === 'committee' ? (['department'] as const) : []),
    ...(by !== 'measure' ? (['measure'] as const) : []),
    ...(some(({ amount }) => amount !== null) ? (['amount'] as const) : []),
    ...(some(({ quantity }) => quantity !== null) ? (['quantity'] as const) : []),
  ];
}

function cellOf(key: Key, row: PublishedRow, index: number): Cell {
  switch (key) {
    case 'ordinal':
      return { kind: 'count', value: BigInt(index + 1) };
    case 'amount':
      return { kind: 'money', value: row.amount, in: 'yuan' };
    case 'quantity':
      return { kind: 'count', value: row.quantity === null ? null : BigInt(row.quantity) };
    default:
      return text(row[key]);
  }
}
