import type { Archive } from '../read/archive.ts';
import type { Carried } from './carried.ts';
import { editXml, type Tag } from './edit-xml.ts';
import type { RowShift } from './row-shift.ts';
import type { SharedTexts } from './sheet-cells.ts';
import { SheetDataEditor } from './sheet-data.ts';
import { SheetFrameEditor } from './sheet-frame.ts';

/** A sheet of which rows have gone. */
export function shiftedSheet(
  archive: Archive,
  part: string,
  shift: RowShift,
  carried: readonly Carried[],
  texts: SharedTexts,
): AsyncGenerator<string> {
  const data = new SheetDataEditor(shift, carried, texts);
  const frame = new SheetFrameEditor(shift, (column, row) => data.startOf(column, row));
  let inData = false;
  return editXml(archive, part, (tag) => {
    if (tag.name !== 'sheetData') return inData ? data.take(tag) : frame.take(tag);
    inData = tag.kind === 'open' && !tag.selfClosing;
    return tag.before + tag.raw;
  });
}

/** A sheet that stays as it is, but for formulas over other sheets, whose rows have moved: their values stay. */
export function passedSheet(
  archive: Archive,
  part: string,
  { used }: Pick<SharedTexts, 'used'>,
): AsyncGenerator<string> {
  /** Shared formulas that have gone; the cells below only point to them. */
  const gone = new Set<string>();
  let formula: Tag | null = null;
  /** Extensions have formulas too, but not in cells. */
  let inCell = false;
  let type: string | undefined;
  return editXml(archive, part, (tag) => {
    const { name, kind, before, raw } = tag;
    if (name === 'c') inCell = kind === 'open';
    if (name === 'c' && kind === 'open') type = tag.attributes.t;
    if (name === 'v' && kind === 'close' && type === 's') used(Number(before));
    if (name !== 'f' || !inCell) return before + raw;
    if (kind === 'open') {
      formula = tag;
      return before;
    }
    const { t, si = '' } = formula?.attributes ?? {};
    const goes = /[![]/.test(before) || (t === 'shared' && gone.has(si));
    if (goes && t === 'shared') gone.add(si);
    return goes ? '' : (formula?.raw ?? '') + before + raw;
  });
}

/** A sheet with nothing on it. */
export function emptiedSheet(archive: Archive, part: string): AsyncGenerator<string> {
  let isRoot = true;
  return editXml(archive, part, ({ name, fullName, kind, before, raw, selfClosing }) => {
    if (name === 'worksheet' && kind === 'close') return selfClosing ? '' : raw;
    if (!isRoot) return '';
    isRoot = false;
    return `${before}${raw}${selfClosing ? '' : `<${fullName.replace(/worksheet$/, 'sheetData')}/>`}`;
  });
}
