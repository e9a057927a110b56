import type { RowShift } from './row-shift.ts';

/** One or two corners with rows: `B5`, `$A$1:$L$20`, `$1:$3`. */
const CORNERS = /^(\$?[A-Z]*\$?)(\d+)(?::(\$?[A-Z]*\$?)(\d+))?$/;
const ON_SHEET =
  /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?\d+:\$?\d+)(?![\p{L}\p{N}])/gu;

/** What a cell or a range is called when its rows have moved; null where all of them have gone. Columns stay. */
export function shiftedRange(range: string, shift: RowShift): string | null {
  const [, left = '', top = '', right, bottom = top] = CORNERS.exec(range) ?? [];
  if (top === '') return range;
  const moved = shift.range(Number(top), Number(bottom));
  if (!moved) return null;
  return right === undefined ? `${left}${moved.top}` : `${left}${moved.top}:${right}${moved.bottom}`;
}

/** The same of several ranges with spaces between them; null where nothing is left of any. */
export function shiftedRanges(ranges: string, shift: RowShift): string | null {
  const moved = ranges.split(/\s+/).flatMap((range) => shiftedRange(range, shift) ?? []);
  return moved.length > 0 ? moved.join(' ') : null;
}

/** The same of what must name something: where all rows have gone, the place where they were. */
export function shiftedPlace(range: string, shift: RowShift): string {
  const [, left = '', top = '', right] = CORNERS.exec(range) ?? [];
  if (top === '') return range;
  const place = shift.of(Number(top));
  return shiftedRange(range, shift) ?? (right === undefined ? `${left}${place}` : `${left}${place}:${right}${place}`);
}

/** A formula in which ranges on sheets that are named beside them have moved with their rows. */
export function shiftedFormula(formula: string, shifts: ReadonlyMap<string, RowShift>): string {
  return formula.replace(ON_SHEET, (all, quoted: string | undefined, plain: string | undefined, range: string) => {
    const shift = shifts.get(quoted?.replaceAll("''", "'") ?? plain ?? '');
    return shift ? all.slice(0, all.length - range.length) + shiftedPlace(range, shift) : all;
  });
}
