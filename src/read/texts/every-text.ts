import { statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TextPlace } from '../../domain/published/text-place.ts';
import { sniffEncoding } from '../../file/encoding.ts';
import { fileFault, invalidFile } from '../../file/fault.ts';
import { fileKind, MAGIC_BYTES } from '../../file/kind.ts';
import { Archive } from '../../workbook/read/archive.ts';
import { bytesOf } from '../pipes.ts';
import { Spill } from '../spill.ts';
import { textKind } from '../text-kind.ts';
import { foreignTexts } from './foreign-texts.ts';
import { packageTexts } from './package-texts.ts';
import { pageTexts } from './page-texts.ts';
import type { Piece } from './piece.ts';
import { plainTexts } from './plain-texts.ts';
import { rawTexts } from './raw-texts.ts';

/** What is larger is no public notice. */
const LARGEST = 256 * 1024 * 1024;
/** An embedded file in an embedded file in a file. */
const DEEPEST = 4;

/**
 * Every text in a file, whatever it is called, with its place: what it shows and what it does not show. What can't be looked into
 * comes as such; embedded files are read like others.
 * @throws InvalidInput when it can't be read, or is of a kind of which nothing can be (a picture, an archive of another kind).
 */
export async function* everyText(path: string): AsyncGenerator<Piece> {
  const spill = new Spill();
  try {
    yield { text: basename(path), origin: 'written', place: { kind: 'file-name', part: '' } };
    yield* textsOf({ path, stored: bytesOf(path), spill, depth: 0 });
  } finally {
    spill.close();
  }
}

interface Reading {
  /** As it is named, and where its bytes are. */
  readonly path: string;
  readonly stored: string;
  readonly spill: Spill;
  readonly depth: number;
}

async function* textsOf(reading: Reading): AsyncGenerator<Piece> {
  const { path, stored } = reading;
  const bytes = await bytesIn(path, stored);
  const kind = fileKind(bytes.subarray(0, MAGIC_BYTES));
  if (kind === 'zip') {
    yield* zipTexts(reading);
    yield* rawTexts(bytes, FILE);
  } else if (kind === 'pdf' || kind === 'compound' || kind === 'biff') {
    const { pieces, embedded } = await foreignTexts(path, stored, kind === 'pdf' ? 'pdf' : 'compound');
    yield* pieces;
    for (const each of embedded) yield* embeddedIn(reading)(each.bytes, each.name);
  } else if (kind !== null) throw invalidFile(path, 'public-unread', { why: kind === 'image' ? 'picture' : 'foreign' });
  else yield* textPieces(path, bytes);
}
const FILE: TextPlace = { kind: 'bytes', part: '' };

async function* zipTexts(reading: Reading): AsyncGenerator<Piece> {
  const archive = await Archive.open(reading.stored);
  try {
    yield* packageTexts(archive, embeddedIn(reading));
  } finally {
    await archive.close();
  }
}

function embeddedIn({ path, spill, depth }: Reading) {
  return async function* (bytes: Uint8Array, name: string): AsyncGenerator<Piece> {
    const stored = spill.file('.part');
    writeFileSync(stored, bytes, { mode: 0o600, flag: 'wx' });
    if (depth >= DEEPEST) {
      yield { unseen: 'nested', name };
      return;
    }
    try {
      for await (const piece of textsOf({ path, stored, spill, depth: depth + 1 })) yield within(piece, name);
    } catch (error) {
      yield* rawTexts(bytes, { kind: 'bytes', part: name });
      if (!isUnread(error)) throw error;
      yield { unseen: 'unknown', name };
    }
  };
}

const isUnread = (error: unknown) => error instanceof Error && 'problems' in error;

/** A piece of an embedded file, placed in it. */
function within(piece: Piece, name: string): Piece {
  const placed = <T extends { readonly place: TextPlace }>(one: T): T => ({
    ...one,
    place: { ...one.place, part: one.place.part === '' ? name : `${name} › ${one.place.part}` },
  });
  if ('unseen' in piece) return { ...piece, name: piece.name === '' ? name : `${name} › ${piece.name}` };
  if ('cells' in piece) return { table: `${name} ${piece.table}`, cells: piece.cells.map(placed) };
  return placed(piece);
}

async function bytesIn(path: string, stored: string): Promise<Buffer> {
  try {
    const status = statSync(stored);
    if (status.isDirectory()) throw invalidFile(path, 'file-is-folder', {});
    if (status.size > LARGEST) throw invalidFile(path, 'file-too-large', { limit: LARGEST });
    if (status.size === 0) throw invalidFile(path, 'file-empty', {});
    return await readFile(stored);
  } catch (error) {
    throw fileFault(path, error);
  }
}

function* textPieces(path: string, bytes: Buffer): Generator<Piece> {
  const text = new TextDecoder(sniffEncoding(bytes, true)).decode(bytes);
  // Damaged characters hide no digit; what is no text at all has controls everywhere.
  const strange = text.slice(0, 65_536).match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (strange * 20 > Math.min(text.length, 65_536)) throw invalidFile(path, 'public-unread', { why: 'foreign' });
  const markup = textKind(text.slice(0, 16_384));
  if (markup === null || markup === 'mail') yield* plainTexts(text);
  else yield* pageTexts(text, { xml: markup !== 'web-page' && markup !== 'mhtml' });
}
