import { yuan } from '../../domain/money.ts';
import type { Cell, Column, Report, Sheet } from '../../report/sheet.ts';
import type { JsonRecord } from './json.ts';

/**
 * A report as its cells, for whoever fills a form of their own: `columns` with the title, what stands over it and the kind, and
 * `rows` with their level and cells. Amounts are decimal strings in yuan, counts are numbers, unknown is null; of a lower bound
 * `high` is.
 */
export function sheetRecord(schema: string, { title, sheets }: Report, more: JsonRecord = {}): JsonRecord {
  return { schema, title, ...more, sheets: sheets.map(record) };
}

function record({ name, form, above, columns, rows, below }: Sheet) {
  const isShown = (_: unknown, at: number) => columns[at]?.use !== 'data'; // a lower bound has no `high`
  return {
    name,
    // Not the unit that it names: that is one of people.
    form: form ? { attachment: form.attachment, left: form.left, signatures: form.signatures } : null,
    above,
    columns: columns.filter(isShown).map(({ title, over, kind }: Column) => ({ title, over: over ?? null, kind })),
    rows: rows.map(({ level, cells }) => ({ level, cells: cells.filter(isShown).map(valueOfCell) })),
    below,
  };
}

function valueOfCell(cell: Cell): string | number | null | { low: string | null; high: string | null } {
  switch (cell.kind) {
    case 'text':
      return cell.text === '' || cell.text === '—' ? null : cell.text;
    case 'count':
      return cell.value === null ? null : Number(cell.value);
    case 'bits':
      return cell.value / 100;
    case 'money':
      if (cell.value === null) return null;
      return cell.mark === '≥' ? { low: yuan(cell.value), high: null } : yuan(cell.value);
    case 'range': {
      const end = (value: bigint | null) => (value === null ? null : yuan(value));
      return cell.value === null ? null : { low: end(cell.value.low), high: end(cell.value.high) };
    }
  }
}
