import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Archive } from '../read/archive.ts';
import { type Contents, readContents } from '../read/contents.ts';
import { readMerges } from '../read/merges.ts';
import { readSharedStrings } from '../read/shared-strings.ts';
import { partText } from '../read/xml.ts';
import { type Part, zipped } from '../zip.ts';
import type { TakenRows } from './carried.ts';
import { EditedParts } from './edited-parts.ts';
import { RowShift } from './row-shift.ts';
import { emptiedSheet, passedSheet, shiftedSheet } from './sheet-part.ts';
import { namesIn, SIDE_PARTS, shiftedNoteFrames, usedTexts } from './side-parts.ts';

type Sheet = Contents['sheets'][number];

/**
 * Writes an .xlsx or .xlsm file with some rows of its lists. All else is as it was, as far as it is not about rows that have
 * gone: formulas over rows that have moved give way to the values they showed. `others` says whether sheets that are none of
 * the lists are kept; else they are there without anything on them.
 * @throws InvalidInput when the file is damaged.
 */
export async function takeXlsx(path: string, lists: readonly TakenRows[], others: boolean, to: string): Promise<void> {
  const archive = await Archive.open(path);
  try {
    const parts = await new XlsxParts(archive, lists, others).all();
    await pipeline(zipped(parts), createWriteStream(to, { flags: 'wx', mode: 0o600 }));
  } finally {
    await archive.close();
  }
}

/** Gathers what becomes of each part. */
class XlsxParts {
  readonly #archive: Archive;
  readonly #lists: readonly TakenRows[];
  readonly #others: boolean;
  readonly #parts: EditedParts;
  readonly #used = new Set<number>();

  constructor(archive: Archive, lists: readonly TakenRows[], others: boolean) {
    this.#archive = archive;
    this.#parts = new EditedParts(archive);
    this.#lists = lists;
    this.#others = others;
  }

  async all(): Promise<Part[]> {
    const archive = this.#archive;
    const contents = await readContents(archive);
    const shifts = new Map<string, RowShift>();
    for (const sheet of contents.sheets) {
      const list = this.#lists.find((each) => each.sheet === sheet.name);
      const shift = new RowShift(list?.takes ?? (() => this.#others));
      if (!shift.isNone) shifts.set(sheet.name, shift);
      if (shift.isNone) this.#parts.edit(sheet.part, () => passedSheet(archive, sheet.part, { used: this.#use }));
      else if (list) await this.#shiftSheet(sheet, list, shift, contents);
      else await this.#emptySheet(sheet);
    }
    this.#parts.edit(contents.workbook, () => namesIn(archive, contents.workbook, shifts));
    // The order in which formulas are calculated names cells that have none any more; spreadsheets make it anew.
    await this.#parts.dropFrom(contents.workbook, ['calcChain']);
    const { sharedStrings } = contents;
    if (sharedStrings)
      this.#parts.edit(sharedStrings, () => usedTexts(archive, sharedStrings, (text) => this.#used.has(text)));
    // Shared texts come last: which are used is known when all sheets have been written.
    return this.#parts.all(sharedStrings);
  }

  readonly #use = (text: number) => void this.#used.add(text);

  async #shiftSheet({ part }: Sheet, list: TakenRows, shift: RowShift, { sharedStrings }: Contents): Promise<void> {
    const archive = this.#archive;
    const carried = list.carried(await readMerges(archive, part), shift);
    // Only cells that go on ask what others say.
    const strings = carried.length > 0 && sharedStrings ? await readSharedStrings(archive, sharedStrings) : [];
    const blank = new Set(strings.flatMap((text, index) => (text.trim() === '' ? [index] : [])));
    const texts = { used: this.#use, isBlank: (index: number) => blank.has(index) };
    this.#parts.edit(part, () => shiftedSheet(archive, part, shift, carried, texts));
    for (const { type, part: side } of await this.#parts.relations(part)) {
      const edit = SIDE_PARTS[type];
      if (edit) this.#parts.edit(side, () => edit(archive, side, shift));
      if (type === 'vmlDrawing') this.#parts.edit(side, () => noteFrames(archive, side, shift));
    }
  }

  async #emptySheet({ part }: Sheet): Promise<void> {
    this.#parts.edit(part, () => emptiedSheet(this.#archive, part));
    for (const { part: side } of await this.#parts.relations(part)) this.#parts.drop(side);
    this.#parts.dropRelations(part);
  }
}

async function* noteFrames(archive: Archive, part: string, shift: RowShift): AsyncGenerator<string> {
  let text = '';
  for await (const piece of partText(archive, part)) text += piece;
  yield shiftedNoteFrames(text, shift);
}
