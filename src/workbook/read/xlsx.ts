import type { Archive } from './archive.ts';
import type { CellContext } from './cell-text.ts';
import { type Contents, readContents } from './contents.ts';
import { inSheet } from './fault.ts';
import { readMerges } from './merges.ts';
import { readNotes } from './notes.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readRows } from './sheet-rows.ts';
import { NO_STYLES, readStyles } from './styles.ts';
import type { CellNote, Merge, SheetRow, Workbook } from './workbook.ts';

/**
 * The workbook that an .xlsx or .xlsm file is. Only its table of contents is read at once; texts and styles with the first sheet that
 * needs them, sheets piece by piece and never as a whole.
 * @throws InvalidInput when it is damaged, encrypted or no workbook.
 */
export async function workbookIn(archive: Archive): Promise<Workbook> {
  return new XlsxWorkbook(archive, await readContents(archive));
}

class XlsxWorkbook implements Workbook {
  readonly format = 'xlsx';
  readonly sheets: Contents['sheets'];
  readonly #archive: Archive;
  readonly #contents: Contents;
  #context: Promise<CellContext> | undefined;

  constructor(archive: Archive, contents: Contents) {
    this.sheets = contents.sheets;
    this.#archive = archive;
    this.#contents = contents;
  }

  async merges(sheet: number): Promise<readonly Merge[]> {
    const { part, name } = this.#sheet(sheet);
    return readMerges(this.#archive, part).catch((error) => {
      throw inSheet(error, name);
    });
  }

  async notes(sheet: number): Promise<readonly CellNote[]> {
    const { part, name } = this.#sheet(sheet);
    return readNotes(this.#archive, part).catch((error) => {
      throw inSheet(error, name);
    });
  }

  async mayStrike(): Promise<boolean> {
    return (await this.#readOnce()).styles.struck.length > 0;
  }

  async *rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    const { part, name } = this.#sheet(sheet);
    const context = await this.#readOnce();
    try {
      yield* readRows(this.#archive, part, context);
    } catch (error) {
      throw inSheet(error, name);
    }
  }

  close(): Promise<void> {
    return this.#archive.close();
  }

  #sheet(index: number): Contents['sheets'][number] {
    const sheet = this.sheets[index];
    if (!sheet) throw new RangeError(`sheet ${index} of ${this.sheets.length}`);
    return sheet;
  }

  #readOnce(): Promise<CellContext> {
    this.#context ??= this.#readContext();
    return this.#context;
  }

  async #readContext(): Promise<CellContext> {
    const { sharedStrings, styles, from1904, recalculates } = this.#contents;
    return {
      strings: sharedStrings === null ? [] : await readSharedStrings(this.#archive, sharedStrings),
      styles: styles === null ? NO_STYLES : await readStyles(this.#archive, styles),
      from1904,
      recalculates,
    };
  }
}
