import { stat } from 'node:fs/promises';
import { allowanceFor, type Rates } from '../../file/apart/allowance.ts';
import { apart } from '../../file/apart/apart.ts';
import type { Parsed, XlsInput } from './xls-process.ts';

/** A full sheet, 18 MB, takes 4 seconds and 700 MB; one of nothing but numbers, 9 MB, 3 seconds and 900 MB. */
const RATES: Rates = {
  least: { seconds: 5, megabytes: 256 },
  perMegabyte: { seconds: 4, megabytes: 192 },
  mostMegabytes: 4096,
};

/**
 * Has SheetJS parse an .xls in a process of its own: on some damaged files it never ends or takes all memory, and it writes to
 * the console. `looks`: widths of columns and heights of rows are read too.
 */
export async function parseXls(path: string, looks = false): Promise<Parsed> {
  const { size } = await stat(path);
  const input: XlsInput = { path, looks };
  return (await apart<Parsed>('xls', input, allowanceFor(size, RATES))) ?? 'damaged';
}
