import { mergeIn } from '../address.ts';
import type { Archive } from '../read/archive.ts';
import type { Merge } from '../read/workbook.ts';
import { escaped, xstring } from '../xml-text.ts';
import { editXml, openTag, type Tag } from './edit-xml.ts';
import type { Asked, SheetFilling } from './form-cells.ts';
import { spliced } from './runs.ts';

/** What may stand after `calcPr` in a workbook (ECMA-376 part 1, 18.2.27). */
const AFTER_CALCULATION: ReadonlySet<string> = new Set([
  ...['oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing'],
  ...['fileRecoveryPr', 'webPublishObjects', 'extLst'],
]);

/** The workbook, which asks for all formulas to be calculated when it is opened. */
export function calculatedOnLoad(archive: Archive, workbook: string): AsyncGenerator<string> {
  let isSaid = false;
  return editXml(archive, workbook, (tag) => {
    const { name, kind, before, raw, fullName } = tag;
    if (isSaid) return before + raw;
    if (name === 'calcPr') {
      isSaid = true;
      return before + openTag(tag, { fullCalcOnLoad: '1' });
    }
    const isHere = kind === 'open' ? AFTER_CALCULATION.has(name) : name === 'workbook';
    if (!isHere) return before + raw;
    isSaid = true;
    return `${before}<${fullName.slice(0, -name.length)}calcPr fullCalcOnLoad="1"/>${raw}`;
  });
}

/**
 * A table whose columns are called after their filled titles: where the two differ, a spreadsheet takes the file for damaged.
 * `titles` is told where these stand.
 */
export function tableTitles(
  archive: Archive,
  table: string,
  asked: (text: string) => Asked | null,
  titles: (range: Merge) => void,
): AsyncGenerator<string> {
  const called = (text: string | undefined) => {
    const replaced = text === undefined ? undefined : asked(text)?.replaced;
    return (
      replaced &&
      spliced(
        text ?? '',
        replaced.map((each) => ({ ...each, by: xstring(each.by) })),
      )
    );
  };
  return editXml(archive, table, (tag) => {
    const { name, attributes, before, raw, kind } = tag;
    if (name === 'table' && kind === 'open') {
      const range = attributes.headerRowCount === '0' ? null : mergeIn(attributes.ref ?? '');
      if (range) titles(range);
    }
    if (name !== 'tableColumn' || kind === 'close') return before + raw;
    const changed = Object.entries({
      name: called(attributes.name),
      totalsRowLabel: called(attributes.totalsRowLabel),
    });
    const given = changed.filter(([, text]) => text !== undefined) as [string, string][];
    return before + (given.length > 0 ? openTag(tag, Object.fromEntries(given)) : raw);
  });
}

/** A drawing or a chart, whose boxes and titles are filled, paragraph by paragraph: what is replaced looks as its first character did. */
export function filledDrawing(
  archive: Archive,
  part: string,
  { asked, filled }: Pick<SheetFilling, 'asked' | 'filled'>,
): AsyncGenerator<string> {
  let pieces:
    | { readonly before: string; readonly raw: string; readonly start?: number; readonly end: number }[]
    | null = null;
  let text = '';
  return editXml(archive, part, (tag) => {
    const { name, kind, before, raw } = tag;
    if (name === 'p' && kind === 'open') {
      pieces = [];
      text = '';
      return before + raw;
    }
    if (!pieces) return before + raw;
    const start = name === 't' && kind === 'close' ? { start: text.length } : {};
    if (name === 't' && kind === 'close') text += tag.text;
    pieces.push({ before, raw, ...start, end: text.length });
    if (name !== 'p') return '';
    const replaced = asked(text)?.replaced;
    if (replaced) filled(false);
    const written = pieces.map(({ before, raw, start, end }) =>
      start === undefined || !replaced ? before + raw : escaped(spliced(text, replaced, { start, end })) + raw,
    );
    pieces = null;
    return written.join('');
  });
}

/** In the table of all parts: a workbook without its macros, or one to begin from, is a workbook as any other; else none opens it as .xlsx. */
export function asWorkbook(tag: Tag): string {
  const isOther = /\.(?:sheet\.macroEnabled|template(?:\.macroEnabled)?)\.main\+xml$/.test(
    tag.attributes.ContentType ?? '',
  );
  return isOther ? openTag(tag, { ContentType: WORKBOOK }) : tag.raw;
}
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
