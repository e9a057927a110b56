import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fileFault, invalidFile } from '../file/fault.ts';
import { bytesOf } from './pipes.ts';

/** A file's bytes and its text, without a byte order mark. */
export interface TextFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Reads a UTF-8 text file of at most `limit` bytes (a device or a pipe included).
 * @throws InvalidInput when it is missing, a folder, too large, empty, binary or in another encoding.
 */
export function readTextFile(path: string, limit: number): TextFile {
  const bytes = readBytes(path, limit);
  if (bytes.length === 0) throw invalidFile(path, 'file-empty', {});
  const encoding = foreignEncoding(bytes);
  if (encoding) throw invalidFile(path, 'file-encoding', { looksLike: encoding });
  if (bytes.includes(0)) throw invalidFile(path, 'file-binary', {});
  try {
    return { path, bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw invalidFile(path, 'file-encoding', { looksLike: decodes(bytes, 'gb18030') ? 'GB18030 (GBK)' : null });
  }
}

const STDIN = 0;

function readBytes(path: string, limit: number): Uint8Array {
  let file: number | undefined;
  try {
    const stored = bytesOf(path);
    file = stored === '-' ? STDIN : openSync(stored, 'r');
    const status = fstatSync(file);
    if (status.isDirectory()) throw invalidFile(path, 'file-is-folder', {});
    const bytes = new Uint8Array((status.isFile() && status.size > 0 ? Math.min(status.size, limit) : limit) + 1); // one more shows the end
    let length = 0;
    for (;;) {
      const read = readSync(file, bytes, length, bytes.length - length, null);
      length += read;
      if (length > limit) throw invalidFile(path, 'file-too-large', { limit });
      if (read === 0) return bytes.slice(0, length);
    }
  } catch (error) {
    throw fileFault(path, error);
  } finally {
    if (file !== undefined && file !== STDIN) closeSync(file);
  }
}

/** UTF-16 and UTF-32 say so in their first bytes; workbooks, archives and pictures have NULs, found by the caller. */
function foreignEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? 'UTF-32' : 'UTF-16';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16';
  return null;
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /[\u4e00-\u9fff]/.test(text);
  } catch {
    return false;
  }
}
