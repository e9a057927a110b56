import { closeSync, openSync, writeSync } from 'node:fs';
import { type Output, pieces } from './io.ts';

/** Writes a new file. */
export const writeNew = (path: string, data: Output, mode: number): Promise<void> =>
  writeInto(openSync(path, 'wx', mode), data);

/** Writes to what is no file: a device, a pipe. */
export const writeDevice = (path: string, data: Output): Promise<void> => writeInto(openSync(path, 'w'), data);

/** Writes all of it and closes the file. */
async function writeInto(file: number, data: Output): Promise<void> {
  try {
    for await (const piece of pieces(data)) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset);
    }
  } finally {
    closeSync(file);
  }
}
