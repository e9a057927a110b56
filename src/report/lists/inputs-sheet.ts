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
import { type Cell, type Row, type Sheet, text } from '../sheet.ts';
import type { ExaminedLists } from './examined-lists.ts';

/** Amounts in 元 need no remark. */
const YUAN = 100n;

/** The row equation of every list: nothing that was read is lost. */
export function inputsSheet({
  lists,
  nonPayouts,
  words,
}: Pick<ExaminedLists, 'lists' | 'nonPayouts' | 'words'>): Sheet {
  const { columns, ...say } = words.inputs;
  const count = (value: number): Cell => ({ kind: 'count', value: BigInt(value) });
  const sum = (of: (list: (typeof lists.lists)[number]) => number) =>
    lists.lists.reduce((total, list) => total + of(list), 0);
  const row = (
    { source, rows, payouts, setAside, rejected, hiddenRows, opaqueIds }: (typeof lists.lists)[number],
    index: number,
    remark = '',
  ): Row => {
    const standard = standardOf(source);
    return {
      level: 'item',
      cells: [
        text(source.origin.file + remark),
        text([source.sheet, partOf(source.head)].filter((each) => each !== null).join(' ')),
        text(source.origin.encoding),
        count(rows),
        count(payouts),
        count(setAside),
        { ...count(rejected), style: rejected > 0 ? 'error' : 'plain' },
        text(
          [
            ...nonPayouts
              .filter(({ list }) => list === index)
              .map(({ reason, count, first }) => say.someRows(say.reason(reason), count, first)),
            ...(hiddenRows > 0 ? [say.hiddenRows(hiddenRows)] : []),
            ...(standard ? [say.standard(standard.text)] : []),
            ...(opaqueIds ? [say.opaqueIds(maskText(titleOf(source, 'id_number')))] : []),
            ...(source.head.unit === YUAN || source.head.unitFrom === null
              ? []
              : [say.unit(maskText(source.head.unitFrom))]),
          ].join(say.separator),
          'muted',
        ),
      ],
    };
  };
  const total: Row = {
    level: 'total',
    cells: [
      text(say.total, 'strong'),
      ...[text(''), text('')],
      count(sum((list) => list.rows)),
      count(sum((list) => list.payouts)),
      count(sum((list) => list.setAside)),
      count(sum((list) => list.rejected)),
      text(''),
    ],
  };
  return {
    name: say.sheet,
    above: [],
    columns: [
      { title: columns.file, kind: 'text' },
      { title: columns.sheet, kind: 'text', use: 'wide' },
      { title: columns.encoding, kind: 'text', use: 'wide' },
      { title: columns.rows, kind: 'count' },
      { title: columns.payouts, kind: 'count' },
      { title: columns.setAside, kind: 'count' },
      { title: columns.rejected, kind: 'count' },
      { title: columns.detail, kind: 'text', use: 'wide' },
    ],
    rows: [
      ...lists.lists.map((list, index) => row(list, index)),
      ...(lists.lists.length > 0 ? [total] : []),
      ...everyList(lists)
        .slice(lists.lists.length)
        .map((list, index) => row(list, lists.lists.length + index, say.role[roleOf(list.source.input)])),
    ],
    below: [
      say.equation,
      ...lists.lists
        .filter(({ payouts, source }) => payouts === 0 && !source.head.part)
        .map(({ source }) => say.nothing(sheetOf(source))),
      ...lists.skipped.map(({ file, sheet, why }) => say.skipped(file, sheet, why)),
    ],
  };
}

const titleOf = ({ head }: ExaminedLists['lists']['lists'][number]['source'], field: ListField) =>
  head.columns.find((column) => column.field === field)?.title ?? '';

/** Which of several lists under one header it is: by its measure, or by its columns. */
export function partOf({ part }: ListHead): string | null {
  if (!part) return null;
  const columns = [...part.columns];
  return part.measure === null
    ? `${columnLetters(Math.min(...columns))}–${columnLetters(Math.max(...columns))}`
    : maskText(part.measure);
}

/** A list by its file and, in a workbook, its sheet. */
function sheetOf({ origin, sheet }: ExaminedLists['lists']['lists'][number]['source']): string {
  return printPlace({ file: origin.file, sheet, row: null, column: null });
}

/** How each column of each list was understood. */
export function columnsSheets({ lists, words }: ExaminedLists, { language }: Catalogue): Sheet[] {
  const { columns, sheet, how, hint } = words.columns;
  return lists.lists.map(({ source }) => ({
    name: sheet(sheetOf(source)),
    above: source.head.unitFrom === null ? [] : [words.inputs.unit(maskText(source.head.unitFrom))],
    columns: [
      { title: columns.column, kind: 'text' },
      { title: columns.title, kind: 'text' },
      { title: columns.field, kind: 'text' },
      { title: columns.how, kind: 'text' },
    ],
    rows: source.head.columns.map((column) => ({
      level: 'item',
      cells: [
        text(columnLetters(column.index)),
        text(maskText(column.title)),
        text(column.field === null ? '' : fieldName(column.field, language), 'strong'),
        text(how[column.how], column.field === null ? 'muted' : 'plain'),
      ],
    })),
    below: [hint],
  }));
}

/** A field in words and as --column takes it, which may be the same. */
function fieldName(field: ListField, language: Language): string {
  const word = LIST_FIELD_WORDS[field][language];
  return word === field ? field : `${word} ${field}`;
}
