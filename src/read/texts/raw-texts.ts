import type { TextPlace } from '../../domain/published/text-place.ts';
import type { Piece } from './piece.ts';

/** ASCII that reads as a text, long enough for a number. */
const ASCII = /[\x20-\x7e]{11,}/g;
const WIDE = /[\x20-\x7e\uff10-\uff19\u4e00-\u9fff]{11,}/gu;
const DIGITS = /\d(?:[ -]?\d){9}/;
/** Bytes are looked at in pieces that overlap by so many. */
const PIECE = 1 << 20;
const OVERLAP = 128;

/** Whatever in bytes that nobody reads looks like a text with a long number in it, in ASCII or in UTF-16 at even and odd places. */
export function* rawTexts(bytes: Uint8Array, place: TextPlace): Generator<Piece> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let from = 0; from < buffer.length; from += PIECE) {
    const piece = buffer.subarray(from, from + PIECE + OVERLAP);
    const texts = [
      ...piece.toString('latin1').matchAll(ASCII),
      ...piece.toString('utf16le').matchAll(WIDE),
      ...piece.subarray(1).toString('utf16le').matchAll(WIDE),
    ];
    for (const [text] of texts) if (DIGITS.test(text.normalize('NFKC'))) yield { text, origin: 'machine', place };
  }
}
