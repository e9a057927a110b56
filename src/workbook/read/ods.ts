import { invalidFile } from '../../file/fault.ts';
import type { Archive } from './archive.ts';
import { inSheet } from './fault.ts';
import { ASIDE, OdsRows } from './ods-rows.ts';
import { RowBatch } from './row-batch.ts';
import type { Merge, SheetInfo, SheetRow, Workbook } from './workbook.ts';
import { type Attributes, partText, readWholeXml, readXmlText, type XmlReader } from './xml.ts';
import { type XmlSource, xmlFile } from './xml-source.ts';

const CONTENT = 'content.xml';

/**
 * Opens an OpenDocument spreadsheet (.ods, as LibreOffice and WPS save it), read piece by piece.
 * @throws InvalidInput when it is damaged or encrypted.
 */
export async function openOds(archive: Archive): Promise<Workbook> {
  if (await isEncrypted(archive)) throw invalidFile(archive.path, 'workbook-encrypted', {});
  if (!archive.has(CONTENT)) throw archive.damaged('part-missing');
  const source: XmlSource = {
    pieces: () => partText(archive, CONTENT),
    damaged: (detail) => archive.damaged(detail),
  };
  return opened(source, 'ods', () => archive.close());
}

/** Opens the same as one XML file (.fods). */
export function openFlatOds(path: string): Promise<Workbook> {
  return opened(xmlFile(path), 'fods', async () => {});
}

async function opened(source: XmlSource, format: 'ods' | 'fods', close: () => Promise<void>): Promise<Workbook> {
  const outline = new OdsOutline();
  for await (const _ of readXmlText(source.pieces(), source.damaged, outline));
  return new OdsWorkbook(source, outline.sheets, format, close);
}

/** A password encrypts the parts, and the manifest says so. */
async function isEncrypted(archive: Archive): Promise<boolean> {
  const manifest = 'META-INF/manifest.xml';
  if (!archive.has(manifest)) return false;
  let encrypted = false;
  await readWholeXml(archive, manifest, {
    open: (name) => {
      if (name === 'encryption-data') encrypted = true;
    },
    text: () => {},
    close: () => {},
  });
  return encrypted;
}

class OdsWorkbook implements Workbook {
  readonly format: 'ods' | 'fods';
  readonly sheets: readonly SheetInfo[];
  readonly close: () => Promise<void>;
  readonly #source: XmlSource;

  constructor(source: XmlSource, sheets: readonly SheetInfo[], format: 'ods' | 'fods', close: () => Promise<void>) {
    this.format = format;
    this.sheets = sheets;
    this.close = close;
    this.#source = source;
  }

  async merges(sheet: number): Promise<readonly Merge[]> {
    const reader = new OdsRows(this.#source, sheet);
    for await (const _ of readXmlText(this.#source.pieces(), this.#source.damaged, reader)) {
      reader.runs.length = 0;
      if (reader.isOver) break;
    }
    return reader.merges;
  }

  async *rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    const reader = new OdsRows(this.#source, sheet);
    const batch = new RowBatch();
    try {
      for await (const _ of readXmlText(this.#source.pieces(), this.#source.damaged, reader)) {
        for (const { row, last } of reader.runs.splice(0)) {
          for (let number = row.row; number <= last; number += 1) {
            batch.add({ ...row, row: number });
            if (batch.isFull) yield batch.take();
          }
        }
        if (reader.isOver) break;
      }
      if (!batch.isEmpty) yield batch.take();
    } catch (error) {
      throw inSheet(error, this.sheets[sheet]?.name ?? '');
    }
  }
}

/** The names of the tables, and whether their style hides them. */
class OdsOutline implements XmlReader {
  readonly sheets: SheetInfo[] = [];
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #depth = 0;

  open(name: string, attributes: Attributes): void {
    if (name === 'style') this.#style = attributes['style:name'] ?? '';
    if (name === 'table-properties' && attributes['table:display'] === 'false') this.#hiddenStyles.add(this.#style);
    if (ASIDE.has(name) || name === 'table') this.#depth += 1;
    if (name !== 'table' || this.#depth > 1) return;
    const hidden = this.#hiddenStyles.has(attributes['table:style-name'] ?? '');
    this.sheets.push({ name: attributes['table:name'] ?? '', hidden });
  }

  text(): void {}

  close(name: string): void {
    if (ASIDE.has(name) || name === 'table') this.#depth -= 1;
  }
}
