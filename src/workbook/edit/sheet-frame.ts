import { mergeIn } from '../address.ts';
import { openTag, type Tag } from './edit-xml.ts';
import type { RowShift } from './row-shift.ts';
import { shiftedPlace, shiftedRanges } from './shifted-text.ts';

/** Elements that go with the rows they are about. */
const ABOUT: Readonly<Record<string, 'ref' | 'sqref'>> = {
  autoFilter: 'ref',
  conditionalFormatting: 'sqref',
  dataValidation: 'sqref',
  hyperlink: 'ref',
  ignoredError: 'sqref',
  mergeCell: 'ref',
  protectedRange: 'sqref',
  sortCondition: 'ref',
  sortState: 'ref',
};
/** Attributes that name a place, which there always has to be. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  dimension: ['ref'],
  pane: ['topLeftCell'],
  selection: ['activeCell', 'sqref'],
  sheetView: ['topLeftCell'],
};
/** Elements that may not be empty; how many they hold need not be said. */
const AROUND: ReadonlySet<string> = new Set([
  'dataValidations',
  'hyperlinks',
  'ignoredErrors',
  'mergeCells',
  'protectedRanges',
]);
/** Page breaks that were set by hand fit no other rows. */
const GOES: ReadonlySet<string> = new Set(['rowBreaks']);

/** Where a merged range begins when its first cell has gone on below, by the column and the row of that cell. */
export type StartOf = (column: number, row: number) => number | undefined;

/** Rewrites what stands around the rows of a sheet: what is said there of rows moves and goes with them. */
export class SheetFrameEditor {
  readonly #shift: RowShift;
  readonly #startOf: StartOf;
  /** How deep in an element that goes. */
  #gone = 0;
  /** The tag of an element that may not be empty, while it is. */
  #empty: string | null = null;

  constructor(shift: RowShift, startOf: StartOf) {
    this.#shift = shift;
    this.#startOf = startOf;
  }

  take(tag: Tag): string {
    const { kind, name, before, raw } = tag;
    if (this.#gone > 0) {
      this.#gone += kind === 'open' ? 1 : -1;
      return '';
    }
    if (kind === 'close') return this.#close(tag);
    if (AROUND.has(name)) {
      this.#empty = before + openTag({ ...tag, selfClosing: false }, { count: null });
      return '';
    }
    const changed = GOES.has(name) ? null : this.#changed(tag);
    if (changed === null) {
      this.#gone = 1;
      return '';
    }
    const outer = this.#empty ?? '';
    this.#empty = null;
    return outer + before + (Object.keys(changed).length > 0 ? openTag(tag, changed) : raw);
  }

  #close({ name, fullName, before, raw }: Tag): string {
    if (AROUND.has(name)) {
      const isEmpty = this.#empty !== null;
      this.#empty = null;
      return isEmpty ? '' : `${before}</${fullName}>`;
    }
    // Extensions say the ranges that they are about as text.
    return (name === 'sqref' ? (shiftedRanges(before, this.#shift) ?? firstPlace(before, this.#shift)) : before) + raw;
  }

  /** Null where the rows that the element is about have gone. */
  #changed({ name, attributes }: Tag): Readonly<Record<string, string>> | null {
    const about = ABOUT[name];
    const ofWhich = about && attributes[about];
    if (about && ofWhich !== undefined) {
      const ranges = shiftedRanges(name === 'mergeCell' ? this.#begun(ofWhich) : ofWhich, this.#shift);
      if (ranges === null || (name === 'mergeCell' && isOneCell(ranges))) return null;
      return { [about]: ranges };
    }
    return Object.fromEntries(
      (PLACES[name] ?? []).flatMap((attribute) => {
        const place = attributes[attribute];
        if (place === undefined) return [];
        return [[attribute, shiftedRanges(place, this.#shift) ?? firstPlace(place, this.#shift)]];
      }),
    );
  }

  #begun(range: string): string {
    const merge = mergeIn(range);
    const start = merge && this.#startOf(merge.left, merge.top);
    return start ? range.replace(/\d+/, String(start)) : range;
  }
}

const firstPlace = (ranges: string, shift: RowShift) => shiftedPlace(ranges.split(/\s+/)[0] ?? '', shift);

/** A range that has become one cell is none. */
function isOneCell(range: string): boolean {
  const [first, last = first] = range.split(':');
  return first === last;
}
