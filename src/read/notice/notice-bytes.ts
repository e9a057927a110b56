import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fileFault, invalidFile } from '../../file/fault.ts';
import { bytesOf } from '../pipes.ts';

/** A district's notice has 20 KB; one with pictures in it some MB. */
const LARGEST_NOTICE = 32 * 1024 * 1024;

/** A document's bytes. @throws InvalidInput when it is missing, a folder, empty or larger than `LARGEST_NOTICE`. */
export function noticeBytes(path: string): Uint8Array {
  let file: number | undefined;
  try {
    file = openSync(bytesOf(path), 'r');
    const status = fstatSync(file);
    if (status.isDirectory()) throw invalidFile(path, 'file-is-folder', {});
    if (status.size > LARGEST_NOTICE) throw invalidFile(path, 'file-too-large', { limit: LARGEST_NOTICE });
    const bytes = new Uint8Array(status.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length);
    if (length === 0) throw invalidFile(path, 'file-empty', {});
    return bytes.subarray(0, length);
  } catch (error) {
    throw fileFault(path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
