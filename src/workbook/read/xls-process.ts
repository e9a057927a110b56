import { readFileSync } from 'node:fs';
import { CFB, read, set_cptable, type WorkBook } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.js';
import { serve } from '../../file/apart/serve.ts';
import { isBiff } from '../../file/kind.ts';
import { isEncrypted, showEastAsianDates } from './biff-globals.ts';
import { type CompoundKind, compoundKind } from './compound-kind.ts';

export interface XlsInput {
  readonly path: string;
  readonly looks: boolean;
}

/** What SheetJS made of an .xls, or the reason why it made nothing of it. */
export type Parsed =
  | Pick<WorkBook, 'SheetNames' | 'Sheets' | 'Workbook'>
  | Exclude<CompoundKind, 'workbook'>
  | 'damaged';

serve(({ path, looks }: XlsInput): Parsed => {
  const bytes = readFileSync(path);
  try {
    return parsed(bytes, looks);
  } catch {
    return 'damaged';
  }
});

/** SheetJS is given the stream of the workbook alone, and tables of code pages: Excel 5 and 95 wrote Chinese in code page 936. */
function parsed(bytes: Buffer, looks: boolean): Parsed {
  const stream = isBiff(bytes) ? bytes : workbookStream(bytes);
  if (typeof stream === 'string') return stream;
  if (isEncrypted(stream)) return 'encrypted';
  showEastAsianDates(stream);
  set_cptable(codePages);
  const { SheetNames, Sheets, Workbook } = read(stream, {
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

function workbookStream(bytes: Buffer): Buffer | Exclude<CompoundKind, 'workbook'> {
  const file = CFB.read(bytes, { type: 'buffer' });
  const kind = compoundKind(file.FullPaths);
  if (kind !== 'workbook') return kind;
  const stream = CFB.find(file, '/Workbook') ?? CFB.find(file, '/Book');
  return Buffer.from(stream?.content ?? []);
}
