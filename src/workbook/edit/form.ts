import { mergeIn } from '../address.ts';
import { Archive } from '../read/archive.ts';
import { type Contents, readContents } from '../read/contents.ts';
import { readMerges } from '../read/merges.ts';
import type { Merge } from '../read/workbook.ts';
import { readWholeXml } from '../read/xml.ts';
import { plainText } from '../xml-text.ts';
import { zipped } from '../zip.ts';
import { editXml } from './edit-xml.ts';
import { EditedParts } from './edited-parts.ts';
import type { Asked, SheetFilling } from './form-cells.ts';
import { asWorkbook, calculatedOnLoad, filledDrawing, tableTitles } from './form-parts.ts';
import { filledSheet } from './form-sheet.ts';
import { Runs } from './runs.ts';

type Sheet = Contents['sheets'][number];
type Named = Map<number, Map<number, string | number>>;

/** What a form is filled with. */
export interface Filling {
  /** Whether a text may ask for anything: those that don't need not be kept. */
  readonly asks: (text: string) => boolean;
  /** Null where a text asks for nothing. */
  readonly asked: (text: string) => Asked | null;
  /** What a cell of this name is to hold; undefined where the name says nothing. */
  readonly named: (name: string) => string | number | undefined;
}

/** A form that has been read to its end. */
export interface Form {
  /** How many cells, and texts beside them, are filled. */
  readonly filled: number;
  /** The form filled, in pieces; closes it at the end. */
  bytes(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/**
 * A workbook, of which cells that ask for something and cells with a name are written anew; boxes of text, titles of charts, headers and
 * footers too. Charts, notes, pictures and all other
 * parts are passed on as they are, but for macros; formulas are calculated anew when it is
 * opened.
 * @throws InvalidInput when the file can't be read, or is none of .xlsx, .xltx or .xlsm.
 */
export async function openForm(path: string, filling: Filling): Promise<Form> {
  const archive = await Archive.open(path);
  try {
    return await new FormFiller(archive, filling).form();
  } catch (error) {
    await archive.close();
    throw error;
  }
}

class FormFiller {
  readonly #archive: Archive;
  readonly #filling: Filling;
  readonly #parts: EditedParts;
  #filled = 0;
  #lostFormula = false;

  constructor(archive: Archive, filling: Filling) {
    this.#archive = archive;
    this.#filling = filling;
    this.#parts = new EditedParts(archive);
  }

  async form(): Promise<Form> {
    const archive = this.#archive;
    const contents = await readContents(archive);
    const shared = await this.#sharedTexts(contents.sharedStrings);
    const named = await this.#namedCells(contents);
    for (const sheet of contents.sheets) {
      const filling = await this.#fillingOf(sheet, shared, named.get(sheet.name));
      const edited = () => filledSheet(archive, sheet.part, filling);
      for await (const _ of edited()); // what it asks for, and whether it can be read, is known before any of it is written
      this.#parts.edit(sheet.part, edited);
      await this.#fillDrawings(sheet.part, filling);
    }
    const { workbook } = contents;
    this.#parts.edit(workbook, () => calculatedOnLoad(archive, workbook));
    await this.#parts.dropFrom(workbook, this.#lostFormula ? [...MACROS, 'calcChain'] : MACROS, asWorkbook);
    const parts = this.#parts.all();
    const close = () => archive.close();
    const bytes = async function* () {
      try {
        yield* zipped(parts);
      } finally {
        await close();
      }
    };
    return { filled: this.#filled, bytes, close };
  }

  /** Boxes of text and titles of charts; what asks for nothing is passed on as it is. */
  async #fillDrawings(part: string, filling: SheetFilling): Promise<void> {
    for (const { type, part: drawing } of await this.#parts.relations(part)) {
      if (type !== 'drawing' && type !== 'chart') continue;
      const before = this.#filled;
      const edited = () => filledDrawing(this.#archive, drawing, filling);
      for await (const _ of edited());
      if (this.#filled > before) this.#parts.edit(drawing, edited);
      if (type === 'drawing') await this.#fillDrawings(drawing, filling);
    }
  }

  async #sharedTexts(part: string | null): Promise<Map<number, Runs>> {
    const texts = new Map<number, Runs>();
    if (part === null) return texts;
    let index = -1;
    let runs = new Runs();
    const read = editXml(this.#archive, part, (tag) => {
      if (tag.name !== 'si') runs.take(tag);
      else if (tag.kind === 'open') {
        index += 1;
        runs = new Runs();
      } else if (this.#filling.asks(runs.text)) texts.set(index, runs);
      return '';
    });
    for await (const _ of read);
    return texts;
  }

  /** Cells that have a name that says something, by their sheets. */
  async #namedCells({ workbook, sheets }: Contents): Promise<Map<string, Named>> {
    const named = new Map<string, Named>();
    for (const [name, range] of await this.#names(workbook)) {
      const value = this.#filling.named(name);
      if (value === undefined) continue;
      for (const { sheet, area } of areasIn(range)) {
        const part = sheets.find((each) => each.name === sheet)?.part;
        const cell = part && firstCell(area, await readMerges(this.#archive, part));
        if (!cell) continue;
        const rows = named.get(sheet) ?? new Map<number, Map<number, string | number>>();
        named.set(sheet, rows.set(cell.top, (rows.get(cell.top) ?? new Map()).set(cell.left, value)));
      }
    }
    return named;
  }

  async #names(workbook: string): Promise<(readonly [name: string, range: string])[]> {
    const names: [string, string][] = [];
    let open = false;
    await readWholeXml(this.#archive, workbook, {
      open: (element, { name = '' }) => {
        open = element === 'definedName';
        if (open) names.push([plainText(name), '']);
      },
      text: (text) => {
        const last = names.at(-1);
        if (open && last) last[1] += text;
      },
      close: () => {
        open = false;
      },
    });
    return names;
  }

  async #fillingOf({ part }: Sheet, shared: SheetFilling['shared'], named: Named = new Map()): Promise<SheetFilling> {
    const titles: Merge[] = [];
    for (const { type, part: table } of await this.#parts.relations(part)) {
      if (type !== 'table') continue;
      const { asked } = this.#filling;
      const edited = () => tableTitles(this.#archive, table, asked, (range) => titles.push(range));
      for await (const _ of edited());
      this.#parts.edit(table, edited);
    }
    const isTitle = (row: number, column: number) =>
      titles.some(({ top, left, right }) => row === top && column >= left && column <= right);
    const filled = (hadFormula: boolean) => {
      this.#filled += 1;
      this.#lostFormula ||= hadFormula;
    };
    return { asked: this.#filling.asked, named, shared, isTitle, filled };
  }
}

const MACROS = ['vbaProject'];

/** What a name stands for, where it is nothing but cells on sheets: `表!$B$2`, `'一 表'!$A$1:$C$1,表!$A$9`. */
function areasIn(range: string): { readonly sheet: string; readonly area: Merge }[] {
  const areas: { sheet: string; area: Merge }[] = [];
  const rest = range.replace(AREA, (_, quoted: string | undefined, plain: string | undefined, cells: string) => {
    const area = mergeIn(cells);
    if (area) areas.push({ sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', area });
    return '';
  });
  return /^[=,\s]*$/.test(rest) ? areas : [];
}
const AREA = /(?:'((?:[^']|'')+)'|([^\s'!,=]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/g;

/** The cell that shows what an area holds: itself, or the first of a merged one; null of several cells that each hold something. */
function firstCell(area: Merge, merges: readonly Merge[]): Merge | null {
  const isIn = (outer: Merge) =>
    area.top >= outer.top && area.bottom <= outer.bottom && area.left >= outer.left && area.right <= outer.right;
  const merged = merges.find(isIn);
  return merged ?? (area.top === area.bottom && area.left === area.right ? area : null);
}
