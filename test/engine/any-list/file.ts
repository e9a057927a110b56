import { utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import type { Draw } from './draw.ts';

/** Cells of a sheet, and which are merged: a number is a number where the file has such. */
export interface Sheet {
  readonly rows: readonly (readonly (string | number)[])[];
  readonly merges: readonly Merge[];
}

/** From row and column to row and column, from 0, all of them its own. */
export type Merge = readonly [top: number, left: number, bottom: number, right: number];

export const FORMATS = ['csv', 'gbk', 'utf16', 'tsv', 'xlsx', 'xls', 'ods'] as const;
export type Format = (typeof FORMATS)[number];

/** Can cells be merged there? */
export const isWorkbook = (format: Format) => ['xlsx', 'xls', 'ods'].includes(format);

export const endingOf = (format: Format) => (format === 'gbk' || format === 'utf16' ? '.csv' : `.${format}`);

/** The file of a sheet. */
export function fileOf({ rows, merges }: Sheet, format: Format, draw: Draw): Uint8Array {
  if (!isWorkbook(format)) return textOf(rows, format, draw);
  const sheet = utils.aoa_to_sheet(rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))));
  sheet['!merges'] = merges.map(([top, left, bottom, right]) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  const book = { SheetNames: ['名单'], Sheets: { 名单: sheet } };
  return write(book, { type: 'buffer', bookType: format === 'xls' ? 'biff8' : (format as 'xlsx' | 'ods') });
}

function textOf(rows: Sheet['rows'], format: Format, draw: Draw): Uint8Array {
  const separator = format === 'tsv' ? '\t' : ',';
  const isQuoted = draw.chance(0.3);
  const width = Math.max(...rows.map(({ length }) => length));
  const cell = (text: string) => (isQuoted || /[,\t"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((cells) =>
    Array.from({ length: width }, (_, at) => cell(String(cells[at] ?? ''))).join(separator),
  );
  const text = lines.join('\r\n') + (draw.chance(0.9) ? '\r\n' : '');
  if (format === 'gbk') return iconv.encode(text, 'gb18030');
  return iconv.encode(text, format === 'utf16' ? 'utf16le' : 'utf-8', {
    addBOM: format === 'utf16' || draw.chance(0.5),
  });
}
