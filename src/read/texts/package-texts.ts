import type { TextPlace } from '../../domain/published/text-place.ts';
import { fileKind, MAGIC_BYTES } from '../../file/kind.ts';
import type { Archive } from '../../workbook/read/archive.ts';
import { type Contents, readContents, relationsOf, relationsPart } from '../../workbook/read/contents.ts';
import { zipKind } from '../../workbook/read/zip-kind.ts';
import { attributeKind, elementKind, partKind } from './part-kind.ts';
import type { Piece } from './piece.ts';
import { rawTexts } from './raw-texts.ts';
import { sharedTexts, sheetTexts } from './sheet-texts.ts';
import { xmlTexts } from './xml-texts.ts';

/** Of one part that is no XML and no sheet: it is looked at in memory. */
const LARGEST_PART = 256 * 1024 * 1024;

/** Reads what is embedded in a file as a file of its own, whose parts are called after `name`. */
export type Embedded = (bytes: Uint8Array, name: string) => AsyncIterable<Piece>;

/**
 * Every text in an archive of parts, an .xlsx, .docx, .pptx, .ods or .odt or a zip: of every part, whether anything refers to it or not.
 * @throws InvalidInput when it is damaged or encrypted.
 */
export async function* packageTexts(archive: Archive, embedded: Embedded): AsyncGenerator<Piece> {
  const isWorkbook = (await zipKind(archive)) === 'xlsx' && archive.has('xl/workbook.xml');
  const contents = isWorkbook ? await readContents(archive) : null;
  const sheetOf = contents ? await sheetsOfParts(archive, contents) : new Map<string, string>();
  if (contents) yield* workbookTexts(archive, contents);
  for (const part of archive.parts) {
    yield { text: part, origin: 'written', place: { kind: 'file-name', part } };
    if (contents && part === contents.sharedStrings) continue;
    const sheet = sheetOf.get(part.toLowerCase());
    const at = { part, ...(sheet !== undefined && { sheet }) };
    const isSheet = contents?.sheets.some((each) => each.part === part) ?? false;
    if (/\.(?:xml|rels|vml|xhtml|html?|svg|opf|ncx)$/i.test(part)) {
      yield* xmlTexts(archive, part, placesIn(at, isSheet ? 'sheetData' : undefined));
    } else yield* otherTexts(archive, at, embedded);
  }
}

/** Cells by sheets, and then the texts that no cell shows any more. */
async function* workbookTexts(archive: Archive, { sheets, sharedStrings }: Contents): AsyncGenerator<Piece> {
  const shared = await sharedTexts(archive, sharedStrings);
  for (const sheet of sheets) yield* sheetTexts(archive, sheet, shared);
  for (const [index, text] of shared.texts.entries()) {
    if (shared.shown.has(index)) continue;
    yield { text, origin: 'written', place: { kind: 'leftover', part: sharedStrings ?? '', at: String(index + 1) } };
  }
}

function placesIn(at: Pick<TextPlace, 'part' | 'sheet'>, skips: string | undefined) {
  return {
    text: (element: string, number: number, cell: string | null): TextPlace => ({
      ...at,
      kind: elementKind(at.part, element),
      at: partKind(at.part) === 'property' ? element : partKind(at.part) === 'comment' && cell ? cell : String(number),
    }),
    attribute: (element: string, attribute: string): TextPlace => ({
      ...at,
      kind: attributeKind(at.part, element, attribute),
      at: element === '' ? attribute : `${element} ${attribute}`,
    }),
    ...(skips !== undefined && { skips }),
  };
}

/** Which sheet a part belongs to: its comments, drawings and tables, and what those refer to. */
async function sheetsOfParts(archive: Archive, { sheets }: Contents): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  const take = async (part: string, sheet: string, depth: number): Promise<void> => {
    if (known.has(part.toLowerCase()) || depth > 3) return;
    known.set(part.toLowerCase(), sheet);
    known.set(relationsPart(part).toLowerCase(), sheet);
    if (!archive.has(relationsPart(part))) return;
    for (const related of (await relationsOf(archive, part)).values()) await take(related.part, sheet, depth + 1);
  };
  for (const { part, name } of sheets) await take(part, name, 0);
  return known;
}

async function* otherTexts(
  archive: Archive,
  at: Pick<TextPlace, 'part' | 'sheet'>,
  embedded: Embedded,
): AsyncGenerator<Piece> {
  const { part } = at;
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive.bytes(part, LARGEST_PART)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const kind = fileKind(bytes.subarray(0, MAGIC_BYTES));
  if (kind === 'zip' || kind === 'compound' || kind === 'pdf') {
    if (/vbaProject/i.test(part)) yield { unseen: 'macro', name: part };
    else yield* embedded(bytes, part);
    return;
  }
  yield* rawTexts(bytes, { ...at, kind: 'bytes' });
  if (kind === 'image' || /\.(?:emf|wmf|bmp|ico|tiff?|svgz|wdp)$/i.test(part)) yield { unseen: 'picture', name: part };
  else if (/\.(?:mp3|mp4|wav|avi|mov|m4a|wma|wmv)$/i.test(part)) yield { unseen: 'media', name: part };
  else if (/_xmlsignatures\/|\.sigs$/i.test(part)) yield { unseen: 'signature', name: part };
  else if (kind === 'archive') yield { unseen: 'nested', name: part };
  else if (!isKnown(part, bytes)) yield { unseen: 'unknown', name: part };
}

/** Settings of printers and fonts hold no texts of anybody; what is a text has been looked at as one. */
function isKnown(part: string, bytes: Uint8Array): boolean {
  return (
    bytes.length === 0 ||
    /printerSettings|\.(?:odttf|ttf|otf|fntdata)$|^mimetype$|^Configurations2|\.rdf$/i.test(part) ||
    bytes.subarray(0, 65_536).every((byte) => byte >= 9 && byte !== 127)
  );
}
