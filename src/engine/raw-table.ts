import type { ListField } from '../domain/list-field.ts';
import type { ListBody, ListSource } from '../read/list/list-source.ts';
import type { Database } from './database.ts';

/** The fields that are loaded, each into a column of its name. The others (序号, 开户行, 备注 …) decide nothing. */
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
  'committee',
  'phone',
  'account',
  'holder',
  'paid_on',
  'sign',
] as const satisfies readonly ListField[];
export type LoadedField = (typeof LOADED_FIELDS)[number];

/** A name of two to four characters, none of which labels of other rows (合计, 填表人, 以下空白, 姓名) are made of. */
const PLAIN_NAME = `[${hanWithout('计注页表章备说空白报核人名主象电意纳办签期间位门送导')}]{2,4}`;

/** A cell longer than this is rejected by the writer of numbered bodies; DuckDB refuses the file, which is then rewritten. */
const LONGEST_LINE = 8_000_000;

/** The fields that a source has columns for. */
export function fieldsOf({ head }: ListSource): LoadedField[] {
  return LOADED_FIELDS.filter((field) => head.columns.some((column) => column.field === field));
}

/**
 * Reads a list's rows as text into the view `rows_read`: `row` as a spreadsheet counts, `rejected` (null, or why), the
 * first cells as `lead0`…, the fields by name (null where empty or absent).
 * @returns the body that was read, all of whose rows are there.
 */
export async function loadRaw(database: Database, source: ListSource): Promise<ListBody> {
  if (source.body && (await tryRead(database, source, source.body))) return source.body;
  const body = await source.rewrite();
  const rows = await readBody(database, source, body);
  if (rows !== body.rows) throw new Error(`${rows} of ${body.rows} rows of ${source.origin.file} came back`);
  return body;
}

/** Does DuckDB take the file as it is, and give as many rows as were counted in it? */
async function tryRead(database: Database, source: ListSource, body: ListBody): Promise<boolean> {
  try {
    return (await readBody(database, source, body)) === body.rows;
  } catch (error) {
    if (error instanceof Error && /^(?:Invalid Input|Parameter Not Allowed) Error/.test(error.message)) return false;
    throw error;
  }
}

async function readBody(database: Database, source: ListSource, body: ListBody): Promise<number> {
  const { width, numbered } = body;
  const own = Array.from({ length: width }, (_, index) => `c${index}`);
  const names = numbered ? ['row_number', 'rejection', ...own] : own;
  const columns = names.map((name) => `${name}: 'VARCHAR'`).join(', ');
  const cell = (field: LoadedField) => {
    const column = source.head.columns.find((each) => each.field === field);
    return column ? `c${column.index}` : 'null::varchar';
  };
  const sure = `${cell('name')} is not null and regexp_full_match(${cell('name')}, '${PLAIN_NAME}')
    and (${cell('id_number')} is not null or ${cell('amount')} is not null)`;
  const selected = [
    ...(numbered ? ['row_number', 'rejection'] : []),
    `case when not (${sure}) then [${own.map((name) => `coalesce(${name}, '')`).join(', ')}] end as cells`,
    ...LOADED_FIELDS.map((field) => `${cell(field)} as ${field}`),
  ];
  await database.run(
    `create or replace temp table raw as
    select ${selected.join(', ')}
    from read_csv($1, delim = $2, columns = {${columns}}, auto_detect = false, header = false, quote = '"', escape = '"',
      new_line = '${body.lineEnd === '\n' ? '\\n' : '\\r\\n'}', max_line_size = ${LONGEST_LINE})`,
    [body.path, body.delimiter], // rows too short or too long are errors, and the file is rewritten
  );
  // DuckDB keeps the order of a file: where the row was not written beforehand, it is counted.
  const marks = numbered
    ? 'row_number::uinteger as row, rejection as rejected'
    : '(rowid + 1)::uinteger as row, null as rejected';
  await database.run(`create or replace temp view rows_read as select ${marks}, * from raw`);
  const { rows } = await database.one<{ rows: bigint }>('select count(*) as rows from raw');
  return Number(rows);
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
