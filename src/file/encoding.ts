import { isUtf8 } from 'node:buffer';

/** The encodings that lists come in; GB18030 is read for GBK and GB2312 too, which it contains. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/**
 * The encoding that a file's first bytes show. Without a byte order mark, UTF-16 is known by its zero bytes (every ASCII
 * delimiter has one), UTF-8 by being valid; what else a Chinese spreadsheet saves is GB18030.
 */
export function sniffEncoding(head: Uint8Array, whole: boolean): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = zeroShare(head);
  if (zeros.odd > 0.05 && zeros.even < 0.01) return 'utf-16le';
  if (zeros.even > 0.05 && zeros.odd < 0.01) return 'utf-16be';
  const uncut = head.subarray(0, characterEnd(head));
  // A file that ends in half a character is known by its others.
  const isKnown = !whole || uncut.length === head.length || uncut.some((byte) => byte > 0x7f);
  if (isKnown && isUtf8(uncut)) return 'utf-8';
  return beginsInUtf8(head) ? 'utf-8' : fewerFaults(head);
}

/**
 * Does the first line that is not ASCII make Chinese words of UTF-8? Pairs of bytes of GB18030 hardly ever are triples of it, while
 * nearly any bytes are GB18030: by faults alone, a row of broken bytes would turn the whole list into it.
 */
function beginsInUtf8(head: Uint8Array): boolean {
  const first = head.findIndex((byte) => byte > 0x7f);
  const end = head.indexOf(0x0a, first);
  const line = head.subarray(first, end < 0 ? head.length : end);
  return (
    first >= 0 &&
    isUtf8(line) &&
    /[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]/.test(new TextDecoder().decode(line))
  );
}

/** How many of the bytes at even and at odd offsets are zero, from 0 to 1. */
function zeroShare(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = [0, 0];
  if (!bytes.includes(0)) return { even: 0, odd: 0 };
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const half = Math.max(1, bytes.length / 2);
  return { even: (zeros[0] ?? 0) / half, odd: (zeros[1] ?? 0) / half };
}

/** Where the last whole UTF-8 character ends: a chunk may be cut within one. */
export function characterEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** A file of one encoding with a damaged character in it is still that encoding's. */
function fewerFaults(bytes: Uint8Array): 'utf-8' | 'gb18030' {
  const faults = (encoding: Encoding) => new TextDecoder(encoding).decode(bytes).split('\ufffd').length;
  return faults('utf-8') < faults('gb18030') ? 'utf-8' : 'gb18030';
}
