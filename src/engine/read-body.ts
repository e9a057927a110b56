import { statSync } from 'node:fs';
import type { ListSource, PromisedBody } from '../read/list/list-source.ts';
import type { RowAssigner } from './assignments.ts';
import type { Database, EngineLimits } from './database.ts';
import { cellSql } from './field-cells.ts';
import { LOADED_FIELDS, type LoadedField } from './loaded-field.ts';
import type { CellReading, PayoutColumn } from './reading.ts';
import { isSure, nameTitle } from './sure-row.ts';

/** How the rows of a list are to be read. */
export interface RowsToRead {
  readonly list: number;
  readonly source: ListSource;
  readonly readings: readonly CellReading[];
  readonly fields: ReadonlySet<LoadedField>;
  /** May DuckDB be given the bytes as they are, or is every file to be rewritten first? */
  readonly trusting: boolean;
}

/** A cell longer than this is rejected by the writer of numbered bodies; DuckDB refuses the file, which is then rewritten. */
const LONGEST_LINE = 8_000_000;

/** The table of a list's plain rows. */
export const tableOf = (list: number) => `list_${list}`;

/** What stands in that table of each field. */
export function storedColumns(readings: readonly CellReading[], fields: ReadonlySet<LoadedField>): PayoutColumn[] {
  return readings.flatMap(({ field, columns }) =>
    fields.has(field) ? columns.filter(({ value }) => value !== undefined) : [],
  );
}

/** Reads what stands below a list's head into its table. @returns how many rows came. */
export async function readBody(
  database: Database,
  { list, source: { head }, readings, fields }: RowsToRead,
  body: PromisedBody,
  assigner: RowAssigner,
): Promise<number> {
  const own = Array.from({ length: body.width }, (_, index) => `c${index}`);
  const all = [...(body.numbered ? ['row_number', 'rejection'] : []), ...own];
  const cells = LOADED_FIELDS.flatMap((field) => {
    const cell = cellSql(head, field);
    if (field === 'name' && !cell) return ['null::varchar as name']; // whose number it is, an invalid one says with the name
    return cell ? [`${cell} as ${field}`] : [];
  });
  const used = readings.filter(({ field }) => fields.has(field));
  const plainId = used.find(({ field }) => field === 'id_number')?.plain ?? 'false';
  const sure = isSure(head, '$3', 'has_id');
  const odd = used.flatMap(({ field, plain }) => {
    if (field === 'name') return []; // a sure row's name is plain
    return [field === 'id_number' ? 'not (has_id or id_number is null)' : `not coalesce(${plain}, ${field} is null)`];
  });
  const csv = `(select ${[...all, ...cells].join(', ')}
    from read_csv($1, delim = $2, columns = {${all.map((name) => `${name}: 'VARCHAR'`).join(', ')}}, auto_detect = false,
      header = false, quote = '"', escape = '"', new_line = '${body.lineEnd === '\n' ? '\\n' : '\\r\\n'}',
      ${bufferFor(body.path, database.limits)}))`; // rows too short or too long are errors, and the file is rewritten
  const parts = inSteps([...used.map(({ parts = [] }) => parts), assigner.parts], csv);
  const columns = [
    ...(body.numbered ? ['row_number::uinteger as row', 'rejection as rejected'] : []),
    'assigned_department as department',
    'assigned_measure as measure',
    'said_department',
    'said_measure',
    ...storedColumns(readings, fields).map(({ name, type, value }) => `cast(${value} as ${type}) as ${name}`),
    `${[`not coalesce(${sure}, false)`, ...odd].join(' or ')} as odd`,
  ];
  await database.run(
    `create or replace temp table ${tableOf(list)} as
    select ${columns.join(', ')} from (select *, coalesce(${plainId}, false) as has_id from ${parts})`,
    [body.path, body.delimiter, ...nameTitle(head)],
  );
  const { rows } = await database.one<{ rows: bigint }>(`select count(*) as rows from ${tableOf(list)}`);
  return Number(rows);
}

/**
 * SQL: how long a line may be, and how much of the file is read at a time. DuckDB's own buffer is for 16 of the longest lines, which
 * is more than a small list ever needs, and than a small limit has room for.
 */
function bufferFor(path: string, { memory }: EngineLimits): string {
  const longest = Math.min(LONGEST_LINE, statSync(path).size + 1);
  return `max_line_size = ${longest}${memory === undefined ? '' : `, buffer_size = ${longest + 1}`}`;
}

/** SQL: a table with parts beside its own columns, of which each step uses those before. */
function inSteps(parts: readonly (readonly Readonly<Record<string, string>>[])[], from: string): string {
  const steps = Math.max(0, ...parts.map(({ length }) => length));
  return Array.from({ length: steps }, (_, step) =>
    parts.flatMap((each) => Object.entries(each[step] ?? {}).map(([name, sql]) => `${sql} as ${name}`)),
  ).reduce((inner, columns) => `(select ${['*', ...columns].join(', ')} from ${inner})`, from);
}
