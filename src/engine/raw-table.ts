import { compactCell } from '../domain/cell-text.ts';
import type { ListField } from '../domain/list-field.ts';
import type { ListBody, ListSource, PromisedBody } from '../read/list/list-source.ts';
import type { ListHead } from '../read/list-head.ts';
import { type CellReading, valueIn, withParts } from './cell-reading.ts';
import type { Database } from './database.ts';

/** The fields that are loaded. The others (序号, 开户行, 备注 …) decide nothing here. */
export const LOADED_FIELDS = [
  'name',
  'head_id',
  'id_number',
  'sex',
  'birth',
  'age',
  'department',
  'measure',
  'amount',
  'quantity',
  'household_id',
  'household_size',
  'subdistrict',
  'account',
  'paid_on',
  'sign',
] as const satisfies readonly ListField[];
export type LoadedField = (typeof LOADED_FIELDS)[number];

/**
 * The common Chinese characters without those of the labels of other rows (合计, 填表人, 以下空白, 姓名): every label that
 * `asideReason` knows, and every word for nothing, has one of these, and few names do.
 */
const PLAIN = hanWithout('计空填制审核办手放监责领签盖公期间联电道委务管纳位部抄束完注说姓户人请象字其写无没总');
export const PLAIN_NAME = `[${PLAIN}]{2,4}`;

/** A cell longer than this is rejected by the writer of numbered bodies; DuckDB refuses the file, which is then rewritten. */
const LONGEST_LINE = 8_000_000;

/** The fields that a source has columns for, but for those that nobody asks for. */
export function fieldsOf({ head }: ListSource, leaveOut: readonly LoadedField[]): LoadedField[] {
  return LOADED_FIELDS.filter(
    (field) => !leaveOut.includes(field) && head.columns.some((column) => column.field === field),
  );
}

/**
 * Reads a list's rows into the view `rows_read`: `row` as a spreadsheet counts, `rejected` (null, or why), the department and
 * the measure as they are written (`…_cell`), and the columns of the cell readings. Where any cell is not in its plain form, or the
 * row is not beyond doubt a payout, those columns mean nothing and `cells` holds the whole row as text instead.
 * @returns the body that was read, all of whose rows are there.
 */
export async function loadRaw(
  database: Database,
  source: ListSource,
  readings: readonly CellReading[],
  fields: ReadonlySet<LoadedField>,
): Promise<ListBody> {
  const reading = source.promised && tryRead(database, source, source.promised, readings, fields);
  const body = await surveyed(source, reading);
  const promise = source.promised;
  if (body && promise?.path === body.path && promise.lineEnd === body.lineEnd) {
    if ((await reading) === body.rows) return body;
  } else if (body && (await tryRead(database, source, body, readings, fields)) === body.rows) return body;
  const rewritten = await source.rewrite();
  const rows = await readBody(database, source, rewritten, readings, fields);
  if (rows !== rewritten.rows) throw new Error(`${rows} of ${rewritten.rows} rows of ${source.origin.file} came back`);
  return rewritten;
}

/** Surveys a file while DuckDB, in threads of its own, already reads it. */
async function surveyed(source: ListSource, reading: Promise<number | null> | null): Promise<ListBody | null> {
  try {
    return source.body;
  } finally {
    await reading;
  }
}

/** The rows that DuckDB finds in the file as it is; null where it does not take it. */
async function tryRead(
  database: Database,
  source: ListSource,
  body: PromisedBody,
  readings: readonly CellReading[],
  fields: ReadonlySet<LoadedField>,
): Promise<number | null> {
  try {
    return await readBody(database, source, body, readings, fields);
  } catch (error) {
    if (error instanceof Error && /^(?:Invalid Input|Parameter Not Allowed) Error/.test(error.message)) return null;
    throw error;
  }
}

async function readBody(
  database: Database,
  { head }: ListSource,
  body: PromisedBody,
  readings: readonly CellReading[],
  fields: ReadonlySet<LoadedField>,
): Promise<number> {
  const own = Array.from({ length: body.width }, (_, index) => `c${index}`);
  const marks = body.numbered ? ['row_number', 'rejection'] : [];
  const columns = [...marks, ...own].map((name) => `${name}: 'VARCHAR'`).join(', ');
  const cells = LOADED_FIELDS.map((field) => {
    const column = head.columns.find((each) => each.field === field);
    return `${column ? `c${column.index}` : 'null::varchar'} as ${field}`;
  });
  const used = readings.filter(({ field }) => fields.has(field));
  const sure = sureIf(head, (index) => `coalesce(c${index}, '')`, '$3', 'valid_id');
  const idIsValid = used.find(({ field }) => field === 'id_number')?.plain ?? 'false';
  const odd = used.flatMap(({ field, plain }) => {
    if (field === 'name') return []; // a sure row's name is plain
    return [field === 'id_number' ? 'not (valid_id or id_number is null)' : `not coalesce(${plain}, ${field} is null)`];
  });
  const values = readings.flatMap((reading) =>
    reading.columns.map((column) => {
      const value = used.includes(reading) ? valueIn(column, reading.field) : `${column.empty}::${column.type}`;
      return `${value} as ${column.name}`;
    }),
  );
  const csv = `(select ${[...marks, ...own, ...cells].join(', ')}
    from read_csv($1, delim = $2, columns = {${columns}}, auto_detect = false, header = false, quote = '"', escape = '"',
      new_line = '${body.lineEnd === '\n' ? '\\n' : '\\r\\n'}', max_line_size = ${LONGEST_LINE}))`;
  await database.run(
    `create or replace temp table raw as
    select ${[...marks, 'department as department_cell', 'measure as measure_cell', ...values].join(', ')},
      case when odd then [${own.map((name) => `coalesce(${name}, '')`).join(', ')}] end as cells
    from (
      select *, ${[`not coalesce(${sure}, false)`, ...odd].join(' or ')} as odd
      from (select *, coalesce(${idIsValid}, false) as valid_id from ${withParts(used, csv)})
    )`,
    [body.path, body.delimiter, ...nameTitle(head)], // rows too short or too long are errors, and the file is rewritten
  );
  // DuckDB keeps the order of a file: where the row was not written beforehand, it is counted.
  const row = body.numbered
    ? 'row_number::uinteger as row, rejection as rejected'
    : '(rowid + 1)::uinteger as row, null as rejected';
  await database.run(`create or replace temp view rows_read as select ${row}, * from raw`);
  const { rows } = await database.one<{ rows: bigint }>('select count(*) as rows from raw');
  return Number(rows);
}

/** SQL on a row's `cells`, with the title of names bound as `$1`: is it beyond doubt a payout, and odd for another reason? */
export function isSure(head: ListHead): string {
  const index = head.columns.find(({ field }) => field === 'id_number')?.index;
  const id = `cells[${(index ?? 0) + 1}]`;
  const personal = `regexp_full_match(${id}, '[1-9][0-9]{16}[0-9Xx]')
    and not regexp_full_match(${id}, '1+|2+|3+|4+|5+|6+|7+|8+|9+|123456789012345678')`;
  return `(${sureIf(head, (at) => `cells[${at + 1}]`, '$1', index === undefined ? 'false' : personal)})`;
}

/**
 * Somebody's name beside somebody's ID number is a payout, whatever else the row says. Without one: a plain name, which is not
 * the column's title again on a new page, and something that says who or how much; before it nothing that may be a label
 * (小计, 三人 or 制表, 王秀英).
 */
function sureIf({ columns }: ListHead, cell: (index: number) => string, title: string, personal: string): string {
  const at = (field: LoadedField) => columns.find((column) => column.field === field)?.index;
  const index = at('name');
  if (index === undefined) return 'false';
  const name = cell(index);
  const before = columns.slice(0, index).map((column) => `regexp_full_match(${cell(column.index)}, '[0-9${PLAIN}]*')`);
  const says = [at('id_number'), at('amount')].flatMap((index) =>
    index === undefined ? [] : [`${cell(index)} <> ''`],
  );
  const otherwise = [
    `regexp_full_match(${name}, '${PLAIN_NAME}')`,
    `(${['false', ...says].join(' or ')})`,
    ...before,
    `not starts_with(${title}, ${name}) and not ends_with(${title}, ${name})`,
  ];
  return `case when ${personal} then regexp_full_match(${name}, '[\\x{4E00}-\\x{9FA5}]{2,4}') and ${name} not in ('没有', '暂无')
    else ${otherwise.join(' and ')} end`;
}

/** What `isSure` binds: the title over the names, which is repeated on every page, or a part of it; nothing without names. */
export function nameTitle({ columns }: ListHead): string[] {
  return columns.filter(({ field }) => field === 'name').map(({ title }) => compactCell(title));
}

/** The common Chinese characters as ranges of a regular expression, but for some. */
function hanWithout(left: string): string {
  const codes = [...left].map((character) => character.charCodeAt(0)).sort((a, b) => a - b);
  const hex = (code: number) => `\\x{${code.toString(16)}}`;
  const starts = [0x4e00, ...codes.map((code) => code + 1)];
  const ends = [...codes.map((code) => code - 1), 0x9fa5];
  return starts
    .flatMap((start, index) => {
      const end = ends[index] as number;
      return start > end ? [] : [`${hex(start)}-${hex(end)}`];
    })
    .join('');
}
