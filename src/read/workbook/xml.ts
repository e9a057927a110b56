import { SaxesParser } from 'saxes';
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

/**
 * Reads a part piece by piece, and yields after each, so that what has been gathered can be handed on.
 * @throws InvalidInput when it is not well-formed; entities can't be declared, so nothing can grow by expanding them.
 */
export async function* readXml(
  archive: Archive,
  part: string,
  reader: XmlReader,
  limit?: number,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let sinceTag = 0;
  parser.on('error', () => {
    throw archive.damaged('xml');
  });
  parser.on('doctype', () => {
    throw archive.damaged('document-type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    if (++depth > DEEPEST) throw archive.damaged('xml');
    reader.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    depth--;
    reader.close(localName(name));
  });
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  for await (const text of partText(archive, part, limit)) {
    sinceTag += text.length;
    if (sinceTag > LONGEST_TEXT) throw archive.damaged('xml');
    parser.write(text);
    yield;
  }
  parser.close();
}

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
