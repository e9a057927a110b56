import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidInput, type Problem } from '../../../src/domain/problem.ts';
import type { SheetRow, Workbook } from '../../../src/workbook/read/workbook.ts';
import { openXls } from '../../../src/workbook/read/xls.ts';
import { openZip } from '../../../src/workbook/read/zip.ts';
import { entriesOf, type Parts, zipped } from './parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-workbook-'));

let count = 0;
export function written(bytes: Uint8Array): string {
  const path = join(folder, `${count++}`);
  writeFileSync(path, bytes);
  return path;
}

export interface Everything {
  readonly sheets: readonly { name: string; hidden: boolean }[];
  readonly rows: readonly (readonly SheetRow[])[];
  readonly merges: Awaited<ReturnType<Workbook['merges']>>[];
}

/** All that a workbook gives. */
export function everything(bytes: Uint8Array, kind: 'xlsx' | 'xls' = 'xlsx'): Promise<Everything> {
  const path = written(bytes);
  return allOf(() => (kind === 'xlsx' ? openZip(path) : openXls(path)));
}

/** The same of a workbook that is opened in some way. */
export async function allOf(open: () => Promise<Workbook>): Promise<Everything> {
  const workbook = await open();
  try {
    const rows: SheetRow[][] = [];
    const merges: Everything['merges'] = [];
    for (const index of workbook.sheets.keys()) {
      merges.push(await workbook.merges(index));
      const all: SheetRow[] = [];
      for await (const batch of workbook.rows(index)) all.push(...batch);
      rows.push(all);
    }
    return { sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })), rows, merges };
  } finally {
    await workbook.close();
  }
}

/** The rows of the only sheet of a workbook made of these parts. */
export async function rowsOf(parts: Parts): Promise<readonly SheetRow[]> {
  const { rows } = await everything(zipped(entriesOf(parts)));
  return rows[0] ?? [];
}

/** The texts of the cells in one row, given as `<c>` elements. */
export async function cellsOf(cells: string, parts: Parts = {}): Promise<readonly string[]> {
  return (await rowsOf({ ...parts, sheetData: `<row r="1">${cells}</row>` }))[0]?.cells ?? [];
}

/** Why a workbook can't be read; any other error is a bug and is thrown on. */
export function problemOf(bytes: Uint8Array, kind: 'xlsx' | 'xls' = 'xlsx'): Promise<Problem | null> {
  return problemIn(() => {
    const path = written(bytes);
    return kind === 'xlsx' ? openZip(path) : openXls(path);
  });
}

/** The same of a workbook that is opened in some way. */
export async function problemIn(open: () => Promise<Workbook>): Promise<Problem | null> {
  try {
    await allOf(open);
    return null;
  } catch (error) {
    if (error instanceof InvalidInput && error.problems[0]) return error.problems[0];
    throw error;
  }
}
