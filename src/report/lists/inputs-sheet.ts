import { columnLetters } from '../../domain/column-letters.ts';
import type { Language } from '../../domain/language.ts';
import { printPlace } from '../../domain/place.ts';
import type { ListField } from '../../domain/row/list-field.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { everyList } from '../../engine/lists.ts';
import type { ListHead } from '../../read/list/list-head.ts';
import { roleOf } from '../../read/list/list-input.ts';
import { standardOf } from '../../read/list/list-source.ts';
import { LIST_FIELD_WORDS } from '../../text/list-fields.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { type Cell, type Sheet, text } from '../sheet.ts';
import { tableOf } from '../table.ts';
import type { ExaminedLists } from './examined-lists.ts';

const WIDE = { kind: 'text', use: 'wide' } as const;

/** Amounts in 元 need no remark. */
const YUAN = 100n;

type Loaded = ExaminedLists['lists']['lists'][number];

/** The row equation of every list: nothing that was read is lost. */
export function inputsSheet({
  lists,
  nonPayouts,
  words,
}: Pick<ExaminedLists, 'lists' | 'nonPayouts' | 'words'>): Sheet {
  const { columns, ...say } = words.inputs;
  const paid = lists.lists.map((list, index): Line => ({ index, ...list }));
  const others = everyList(lists)
    .map((list, index): Line => ({ index, ...list, role: say.role[roleOf(list.source.input)] }))
    .slice(paid.length);
  const sum = (of: 'rows' | 'payouts' | 'setAside' | 'rejected') => paid.reduce((all, list) => all + list[of], 0);
  const total = { rows: sum('rows'), payouts: sum('payouts'), setAside: sum('setAside'), rejected: sum('rejected') };
  const count = (value: number): Cell => ({ kind: 'count', value: BigInt(value) });
  const rejected = (line: Line | Total): Cell =>
    'source' in line && line.rejected > 0 ? { ...count(line.rejected), style: 'error' } : count(line.rejected);
  return {
    name: say.sheet,
    above: [],
    ...tableOf<Line | Total>(
      [...paid, ...(paid.length > 0 ? [total] : []), ...others],
      [
        [
          columns.file,
          'text',
          (line) => ('source' in line ? line.source.origin.file + (line.role ?? '') : text(say.total, 'strong')),
        ],
        [columns.sheet, WIDE, (line) => ('source' in line ? sheetAndPart(line) : '')],
        [columns.encoding, WIDE, (line) => ('source' in line ? line.source.origin.encoding : '')],
        [columns.rows, 'count', ({ rows }) => count(rows)],
        [columns.payouts, 'count', ({ payouts }) => count(payouts)],
        [columns.setAside, 'count', ({ setAside }) => count(setAside)],
        [columns.rejected, 'count', rejected],
        [
          columns.detail,
          WIDE,
          (line) => ('source' in line ? text(details(line, nonPayouts, say).join(say.separator), 'muted') : ''),
        ],
      ],
      { level: (line) => ('source' in line ? 'item' : 'total') },
    ),
    below: [
      say.equation,
      ...lists.lists
        .filter(({ payouts, source }) => payouts === 0 && !source.head.part)
        .map(({ source }) => say.nothing(sheetOf(source))),
      ...lists.skipped.map(({ file, sheet, why }) => say.skipped(file, sheet, why)),
    ],
  };
}

/** A list by its number, and what it is read for where that is not to be paid. */
interface Line extends Loaded {
  readonly index: number;
  readonly role?: string;
}

type Total = Pick<Loaded, 'rows' | 'payouts' | 'setAside' | 'rejected'>;

const sheetAndPart = ({ source }: Line) =>
  [source.sheet, partOf(source.head)].filter((each) => each !== null).join(' ');

/** Why rows are no payouts, and what else is to be known of a list. */
function details(
  { index, source, hiddenRows, opaqueIds }: Line,
  nonPayouts: ExaminedLists['nonPayouts'],
  say: Omit<ExaminedLists['words']['inputs'], 'columns'>,
): string[] {
  const standard = standardOf(source);
  const { unit, unitFrom } = source.head;
  return [
    ...nonPayouts
      .filter(({ list }) => list === index)
      .map(({ reason, count, first }) => say.someRows(say.reason(reason), count, first)),
    ...(hiddenRows > 0 ? [say.hiddenRows(hiddenRows)] : []),
    ...(standard ? [say.standard(standard.text)] : []),
    ...(opaqueIds ? [say.opaqueIds(maskText(titleOf(source, 'id_number')))] : []),
    ...(unit === YUAN || unitFrom === null ? [] : [say.unit(maskText(unitFrom))]),
  ];
}

const titleOf = ({ head }: Loaded['source'], field: ListField) =>
  head.columns.find((column) => column.field === field)?.title ?? '';

/** Which of several lists under one header it is: by its measure, or by its columns. */
export function partOf({ part, marked }: ListHead): string | null {
  if (!part) return null;
  const columns = [...part.columns].filter((index) => index !== marked);
  return part.measure === null
    ? `${columnLetters(Math.min(...columns))}–${columnLetters(Math.max(...columns))}`
    : maskText(part.measure);
}

/** A list by its file and, in a workbook, its sheet. */
function sheetOf({ origin, sheet }: Loaded['source']): string {
  return printPlace({ file: origin.file, sheet, row: null, column: null });
}

/** How each column of each list was understood. */
export function columnsSheets({ lists, words }: ExaminedLists, { language }: Catalogue): Sheet[] {
  const { columns, sheet, how, hint } = words.columns;
  return lists.lists.map(({ source }) => ({
    name: sheet(sheetOf(source)),
    above: source.head.unitFrom === null ? [] : [words.inputs.unit(maskText(source.head.unitFrom))],
    ...tableOf(
      source.head.columns.filter(({ index }) => index !== source.head.marked),
      [
        [columns.column, 'text', ({ index }) => columnLetters(index)],
        [columns.title, 'text', ({ title }) => maskText(title)],
        [columns.field, 'text', ({ field }) => text(field === null ? '' : fieldName(field, language), 'strong')],
        [columns.how, 'text', (column) => text(how[column.how], column.field === null ? 'muted' : 'plain')],
      ],
    ),
    below: [hint],
  }));
}

/** A field in words and as --column takes it, which may be the same. */
function fieldName(field: ListField, language: Language): string {
  const word = LIST_FIELD_WORDS[field][language];
  return word === field ? field : `${word} ${field}`;
}
