import type { Cell as WorkbookCell } from 'exceljs';
import type { Cell } from '../report/sheet.ts';
import { readingText } from './cell-text.ts';
import { shownCell } from './door.ts';
import { cellValue } from './xlsx-cell.ts';
import { madeAt, withoutTimes } from './zip-times.ts';

/** `{{total.amount}}` */
const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/g;
/** A cell's name can hold neither a full stop nor a hyphen. */
const nameOf = (key: string) => key.replace(/[.\-\s]/g, '_').toLowerCase();

export interface Filled {
  readonly data: Uint8Array;
  /** Placeholders that name nothing, each once. */
  readonly unknown: readonly string[];
  readonly filled: number;
}

/**
 * A bureau's own workbook with its `{{placeholders}}`, and its cells that are named after them (`total_amount`), filled: a
 * placeholder alone in its cell becomes a number where it is one.
 * @throws Error when it is no workbook.
 */
export async function fillWorkbook(template: Uint8Array, given: ReadonlyMap<string, Cell>): Promise<Filled> {
  const values = new Map([...given].map(([key, cell]) => [key, shownCell(cell)] as const));
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(
    template.buffer.slice(template.byteOffset, template.byteOffset + template.byteLength) as ArrayBuffer,
  );
  const unknown = new Set<string>();
  let filled = 0;
  const byName = new Map([...values].map(([key, cell]) => [nameOf(key), cell]));
  for (const { name, ranges } of workbook.definedNames.model) {
    const cell = byName.get(name.toLowerCase());
    for (const range of cell ? ranges : []) {
      const [, sheet = '', address = ''] = /^'?(.+?)'?!\$?([A-Z]+\$?\d+)$/.exec(range) ?? [];
      const target = workbook.getWorksheet(sheet.replaceAll("''", "'"))?.getCell(address.replaceAll('$', ''));
      if (!target || !cell) continue;
      put(target, cell);
      filled += 1;
    }
  }
  for (const worksheet of workbook.worksheets) {
    worksheet.eachRow((row) => {
      row.eachCell((target) => {
        const text = textOf(target);
        const [whole] = [...text.matchAll(PLACEHOLDER)];
        if (!whole) return;
        const only = whole[0] === text.trim() ? values.get(whole[1] ?? '') : undefined;
        if (only) put(target, only);
        else {
          target.value = text.replace(PLACEHOLDER, (printed, key: string) => {
            const cell = values.get(key);
            if (!cell) unknown.add(key);
            return cell ? readingText(cell) : printed;
          });
        }
        filled += 1;
      });
    });
  }
  workbook.created = workbook.modified = madeAt();
  const data = withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
  return { data, unknown: [...unknown], filled };
}

/** The cell keeps its own look. */
function put(target: WorkbookCell, cell: Cell): void {
  target.value = cellValue(cell);
}

function textOf({ value }: WorkbookCell): string {
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && 'richText' in value)
    return value.richText.map(({ text }) => text).join('');
  return '';
}
