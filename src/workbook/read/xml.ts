import { SaxesParser } from 'saxes';
import type { InvalidInput } from '../../domain/problem.ts';
import type { Archive } from './archive.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of a part wants to hear. Names come without their prefixes, which each writer chooses for itself. */
export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** Characters between two tags, or within one; a cell holds 32,767 at most. */
export const LONGEST_TEXT = 16 * 1024 * 1024;
const DEEPEST = 256;

/** Reads a part piece by piece: see `readXmlText`. */
export async function* readXml(
  archive: Archive,
  part: string,
  reader: XmlReader,
  limit?: number,
): AsyncGenerator<void> {
  yield* readXmlText(partText(archive, part, limit), (detail) => archive.damaged(detail), reader);
}

/**
 * Reads XML piece by piece, and yields after each, so that what has been gathered can be handed on. What later versions and other
 * programs have added, in `extLst` and under prefixes of Microsoft's, is passed over: its elements may be called like those that
 * have been there all along, and say something else.
 * @throws InvalidInput when it is not well-formed; entities can't be declared, so nothing can grow by expanding them.
 */
export async function* readXmlText(
  pieces: AsyncIterable<string>,
  damaged: (detail: 'xml' | 'document-type') => InvalidInput,
  reader: XmlReader,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const added = new Set<string>();
  let depth = 0;
  let addedAt = 0;
  let sinceTag = 0;
  parser.on('error', () => {
    throw damaged('xml');
  });
  parser.on('doctype', () => {
    throw damaged('document-type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    if (++depth > DEEPEST) throw damaged('xml');
    if (addedAt > 0) return;
    const colon = name.indexOf(':');
    if (depth === 1 || colon > 0) notePrefixes(attributes, added);
    const local = colon < 0 ? name : name.slice(colon + 1);
    if (local === 'extLst' || (colon > 0 && added.has(name.slice(0, colon)))) addedAt = depth;
    else reader.open(local, attributes);
  });
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    depth--;
    if (addedAt === 0) reader.close(localName(name));
    else if (addedAt > depth) addedAt = 0;
  });
  const text = (text: string) => {
    if (addedAt === 0) reader.text(text);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  for await (const piece of pieces) {
    sinceTag += piece.length;
    if (sinceTag > LONGEST_TEXT) throw damaged('xml');
    parser.write(piece);
    yield;
  }
  parser.close();
}

/** Prefixes, declared at the root or where they are used, that are bound to what Microsoft has added to the standard's elements; the same prefix means the same in a whole part. */
function notePrefixes(attributes: Attributes, added: Set<string>): void {
  for (const name in attributes) {
    if (name.startsWith('xmlns:') && ADDED.test(attributes[name] ?? '')) added.add(name.slice('xmlns:'.length));
  }
}
const ADDED = /^http:\/\/schemas\.microsoft\.com\/office\/(?:spreadsheetml|excel)\/20/;

/** A small part, read to its end. */
export async function readWholeXml(archive: Archive, part: string, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(archive, part, reader, LARGEST_WHOLE));
}
const LARGEST_WHOLE = 64 * 1024 * 1024;

/** A part's characters: UTF-8, or UTF-16 where a byte order mark says so (no other encoding is allowed in OOXML). */
export async function* partText(archive: Archive, part: string, limit?: number): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder?.decode(bytes, { stream: bytes !== undefined }) ?? '';
    } catch {
      throw archive.damaged('xml');
    }
  };
  for await (const bytes of archive.bytes(part, limit)) {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    yield decode(bytes);
  }
  yield decode();
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
