import excel from 'exceljs';
import type { Grid } from './grid.ts';

const MADE = new Date('2026-01-01T00:00:00Z');

/** A workbook of grids by the names of their sheets; the same grids give the same bytes. */
export async function workbook(sheets: ReadonlyMap<string, Grid>): Promise<Uint8Array> {
  const book = new excel.Workbook();
  book.created = MADE;
  book.modified = MADE;
  for (const [name, { lines, merges }] of sheets) {
    const sheet = book.addWorksheet(name);
    for (const { cells, hidden } of lines) {
      const row = sheet.addRow(cells);
      if (hidden) row.hidden = true;
      row.eachCell((cell) => {
        if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd';
      });
    }
    for (const { rows, columns } of merges) sheet.mergeCells(rows[0], columns[0], rows[1], columns[1]);
  }
  return withoutTimes(new Uint8Array(await book.xlsx.writeBuffer()));
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** 2026-01-01 0:00 in the two words, time and date, that a zip has for it. */
const DOS_TIME = (((2026 - 1980) << 25) | (1 << 21) | (1 << 16)) >>> 0;

/** A zip whose entries all say the same time, in its directory and before each file (APPNOTE.TXT 4.3.7, 4.3.12). */
function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const u16 = (offset: number) => view.getUint16(offset, true);
  const u32 = (offset: number) => view.getUint32(offset, true);
  let end = zip.byteLength - 22;
  while (u32(end) !== END_OF_DIRECTORY) end -= 1;
  for (let entry = u32(end + 16); entry < end && u32(entry) === DIRECTORY_ENTRY; ) {
    view.setUint32(entry + 12, DOS_TIME, true);
    view.setUint32(u32(entry + 42) + 10, DOS_TIME, true);
    entry += 46 + u16(entry + 28) + u16(entry + 30) + u16(entry + 32);
  }
  return zip;
}
