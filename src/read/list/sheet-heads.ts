import type { ListField } from '../../domain/row/list-field.ts';
import type { ListRole } from '../../domain/row/list-role.ts';
import { foldTitle, readTitle } from '../../domain/row/list-title.ts';
import { type ColumnTitle, columnsTitled } from './column-title.ts';
import { COLLECTED } from './head-columns.ts';
import { readGiven } from './head-given.ts';
import { findHeader, TELLING } from './head-header-rows.ts';
import { type HeadFault, type HeadPart, type ListHead, readHead } from './list-head.ts';
import type { NeedsAmount } from './list-input.ts';
import { leavesSum, namedMeasures, ofMeasures } from './measure-columns.ts';
import type { SaidColumns } from './said-columns.ts';

type Rows = readonly (readonly string[])[];
type Heads = { readonly heads: readonly ListHead[] } | { readonly faults: readonly HeadFault[] };

/**
 * The heads of the lists under one header: one, mostly; one for each of several people who stand side by side, and one for each
 * measure that has a column of its own.
 */
export function readHeads(rows: Rows, said: SaidColumns, role?: ListRole, needsAmount?: NeedsAmount): Heads {
  const read = (of: Rows, part?: HeadPart) => {
    const own = part?.title === undefined ? said.own : new Map([...said.own, [part.title, 'amount']]);
    const head = readHead(of, { ...said, own }, role, needsAmount);
    return 'faults' in head || part === undefined ? head : { ...head, part };
  };
  if (said.measures && said.measures.size > 0) return givenMeasures(rows, said, said.measures, read);
  const named = namedMeasures(rows, said, role);
  const calledSo = named.map((part) => read(ownRows(rows, part.first, part), part));
  const understood = calledSo.flatMap((head) => ('faults' in head ? [] : [head]));
  if (understood.length > 0 && understood.length === calledSo.length) return { heads: understood };
  const whole = read(rows);
  const isOfOne = role === 'roster' || said.measure !== undefined;
  if (!('faults' in whole) && (isOfOne || role === 'return' || !leavesSum(whole))) return { heads: [whole] };
  const header = findHeader(rows, readGiven(new Map([...said.own, ...said.anywhere])).fields);
  const asOne = 'faults' in whole ? whole : { heads: [whole] };
  if (!header || role === 'return') return asOne;
  const beside = sideBySide(header.titles);
  const parts = beside.length > 0 || isOfOne ? beside : ofMeasures(rows, header, whole);
  const heads = parts.flatMap((part) => {
    const head = read(ownRows(rows, header.first, part), part);
    return 'faults' in head ? [] : [head];
  });
  return heads.length > 1 && heads.length === parts.length ? { heads } : asOne;
}

/** A part for each column that the campaign says is a measure's; where one is missing, the list is not understood. */
function givenMeasures(
  rows: Rows,
  said: SaidColumns,
  measures: ReadonlyMap<string, string>,
  read: (of: Rows, part?: HeadPart) => ListHead | { readonly faults: readonly HeadFault[] },
): Heads {
  const header = findHeader(rows, readGiven(new Map([...said.own, ...said.anywhere])).fields);
  const found = [...measures].map(([title, measure]) => ({
    title,
    measure,
    columns: header ? columnsTitled(title, header.titles) : [],
  }));
  const all = found.flatMap(({ columns }) => columns);
  const whole = found.map(({ title, measure, columns }, number) => {
    const others = header?.titles.map((_, index) => index).filter((index) => !all.includes(index)) ?? [];
    const part = { number, title, measure, columns: new Set([...others, ...columns]) };
    return read(header ? ownRows(rows, header.first, part) : rows, part);
  });
  const faults = whole.flatMap((head) => ('faults' in head ? head.faults : []));
  const unknown = faults.filter(({ code }) => code === 'list-given-column-unknown');
  return faults.length > 0
    ? { faults: unknown.length > 0 ? unknown : faults }
    : { heads: whole.flatMap((head) => ('faults' in head ? [] : [head])) };
}

/** The rows with nothing in the header and below it but the columns of one part. */
function ownRows(rows: Rows, first: number, { columns }: HeadPart): Rows {
  return rows.map((row, index) => (index < first ? row : row.map((cell, at) => (columns.has(at) ? cell : ''))));
}

/** More people stand beside each other on no sheet. */
const MOST_BESIDE = 4;
/** So many columns before the first and behind the last may be of all of them: 居委, 备注. */
const MOST_SHARED = 2;

/** The same titles again and again, with somebody's name or number among them: a part each. */
function sideBySide(titles: readonly ColumnTitle[]): HeadPart[] {
  const printed = titles.flatMap((title, index) => {
    const text = foldTitle(title.lower) || foldTitle(title.upper);
    return text === '' ? [] : [{ index, text, field: readTitle(title.upper, title.lower).field }];
  });
  for (let before = 0; before <= MOST_SHARED; before += 1) {
    for (let behind = 0; behind <= MOST_SHARED; behind += 1) {
      const all = printed.slice(before, printed.length - behind);
      for (let times = MOST_BESIDE; times > 1; times -= 1) {
        const length = all.length / times;
        if (!Number.isInteger(length) || length < 2) continue;
        const isAgain = all.every(({ text, field }, at) => {
          const first = all[at % length];
          return text === first?.text && field === first.field;
        });
        const shared = [...printed.slice(0, before), ...printed.slice(printed.length - behind)];
        if (!isAgain || !namesSomebody(all.slice(0, length)) || !shared.every(({ field }) => isOfAll(field))) continue;
        const beside = Array.from(
          { length: times },
          (_, number) =>
            new Set([...shared, ...all.slice(number * length, (number + 1) * length)].map(({ index }) => index)),
        );
        return beside.map((columns, number) => ({ number, columns, measure: null, beside }));
      }
    }
  }
  return [];
}

function namesSomebody(titles: readonly { readonly field: ListField | null }[]): boolean {
  const fields = titles.flatMap(({ field }) => (field === null || COLLECTED.has(field) ? [] : [field]));
  return new Set(fields).size === fields.length && fields.some((field) => TELLING.has(field));
}

/** What may be said once for everybody in a row. An amount may not: whose would it be? */
const OF_ALL: readonly ListField[] = [
  ...([
    'ordinal',
    'department',
    'measure',
    'category',
    'state',
    'household_id',
    'subdistrict',
    'committee',
    'address',
    'remark',
  ] as const),
];
const isOfAll = (field: ListField | null) => field === null || OF_ALL.includes(field);
