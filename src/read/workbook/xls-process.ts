import { readFileSync } from 'node:fs';
import { CFB, read, SSF, set_cptable, type WorkBook } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.js';
import { serve } from '../apart/serve.ts';

export interface XlsInput {
  readonly path: string;
  readonly looks: boolean;
}

/** What SheetJS made of an .xls, or the reason why it made nothing of it. */
export type Parsed = Pick<WorkBook, 'SheetNames' | 'Sheets' | 'Workbook'> | 'encrypted' | 'not-a-workbook' | 'damaged';

/** The built-in formats of Chinese workbooks (ECMA-376 part 1, 18.8.30), which SheetJS does not know; a file names only their ids. */
const CHINESE_DATES: Readonly<Record<string, readonly number[]>> = {
  'yyyy"年"m"月"': [27, 36, 50, 52, 57],
  'm"月"d"日"': [28, 29, 51, 53, 54, 58],
  'm-d-yy': [30],
  'yyyy"年"m"月"d"日"': [31],
  'h"时"mm"分"': [32, 34, 55],
  'h"时"mm"分"ss"秒"': [33, 35, 56],
};

serve(({ path, looks }: XlsInput): Parsed => {
  const bytes = readFileSync(path);
  try {
    return parsed(bytes, looks);
  } catch (error) {
    return /password/i.test(String(error)) ? 'encrypted' : 'damaged';
  }
});

/**
 * An encrypted .xlsx is a compound file too ([MS-OFFCRYPTO] 2.3.4); Excel 5 and 95 wrote Chinese in code page 936, for which
 * SheetJS must be given its tables.
 */
function parsed(bytes: Buffer, looks: boolean): Parsed {
  set_cptable(codePages);
  for (const [code, ids] of Object.entries(CHINESE_DATES)) for (const id of ids) SSF.load(code, id);
  const streams = CFB.read(bytes, { type: 'buffer' });
  if (CFB.find(streams, '/EncryptedPackage')) return 'encrypted';
  if (!CFB.find(streams, '/Workbook') && !CFB.find(streams, '/Book')) return 'not-a-workbook';
  const { SheetNames, Sheets, Workbook } = read(bytes, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    cellStyles: looks,
  });
  return { SheetNames, Sheets, ...(Workbook && { Workbook }) };
}
