import type { Archive } from './archive.ts';
import { isTrue } from './contents.ts';
import { isDateFormat, isDateFormatId } from './date-format.ts';
import { type Attributes, readWholeXml } from './xml.ts';

/** What matters of the styles that cells can have, by their numbers. */
export interface CellStyles {
  /** Whether it shows a date. */
  readonly dates: readonly boolean[];
  /** Whether it strikes the text through; empty where none does. */
  readonly struck: readonly boolean[];
}

export const NO_STYLES: CellStyles = { dates: [], struck: [] };

export async function readStyles(archive: Archive, part: string): Promise<CellStyles> {
  const codes = new Map<number, string>();
  const cells: { readonly format: number; readonly font: number }[] = [];
  const struckFonts = new Set<number>();
  let fonts = 0;
  let within = '';
  await readWholeXml(archive, part, {
    open: (name: string, { numFmtId, formatCode, fontId, val }: Attributes) => {
      if (name === 'numFmts' || name === 'cellXfs' || name === 'fonts') within = name;
      if (name === 'numFmt' && within === 'numFmts') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'font' && within === 'fonts') fonts += 1;
      if (name === 'strike' && within === 'fonts' && (val === undefined || isTrue(val))) struckFonts.add(fonts - 1);
      if (name === 'xf' && within === 'cellXfs')
        cells.push({ format: Number(numFmtId ?? 0), font: Number(fontId ?? 0) });
    },
    text: () => {},
    close: (name: string) => {
      if (name === within) within = '';
    },
  });
  const dates = cells.map(({ format }) => {
    const code = codes.get(format);
    return code === undefined ? isDateFormatId(format) : isDateFormat(code);
  });
  const struck = cells.map(({ font }) => struckFonts.has(font));
  return { dates, struck: struck.includes(true) ? struck : [] };
}
