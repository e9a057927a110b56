import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A part of an archive, whose content is made when its turn comes. */
export interface NewPart {
  readonly name: string;
  readonly content: () => AsyncIterable<string | Uint8Array>;
}

/** Every part has the same date, so that the same input gives the same bytes. */
const WRITTEN = new Date(1980, 0, 1);

/** Writes a new zip, part after part. */
export async function writeZip(parts: readonly NewPart[], to: string): Promise<void> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error) => out.destroy(error as Error));
  for (const { name, content } of parts) {
    zip.addReadStreamLazy(name, { mtime: WRITTEN, mode: 0o100600, forceDosTimestamp: true }, (ready) => {
      const stream = Readable.from(content(), { objectMode: false });
      stream.on('error', (error) => out.destroy(error));
      ready(null, stream);
    });
  }
  zip.end();
  await pipeline(out, createWriteStream(to, { flags: 'wx', mode: 0o600 }));
}
