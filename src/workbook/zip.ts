import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file in an archive, made when its turn comes. */
export interface Part {
  readonly name: string;
  readonly content: () => Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** The first day that an archive can say: the same for all, so that the same input gives the same bytes. Packed fast, not small. */
const WRITTEN = { mtime: new Date(1980, 0, 1), mode: 0o100600, forceDosTimestamp: true, compressionLevel: 2 };

/** So many bytes are made while those before them are packed. */
const AHEAD = 1 << 20;

/** Parts as an archive, in pieces, no faster than whoever takes them. Each part is written before the next is asked for. */
export async function* zipped(parts: Iterable<Part> | AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error) => out.destroy(error as Error));
  const feed = async () => {
    for await (const { name, content } of parts) {
      const stream = Readable.from(content(), { objectMode: false, highWaterMark: AHEAD });
      const written = new Promise<void>((resolve, reject) => stream.on('end', resolve).on('error', reject));
      zip.addReadStream(stream, name, WRITTEN);
      await written;
    }
    zip.end();
  };
  feed().catch((error: Error) => out.destroy(error));
  yield* out as AsyncIterable<Uint8Array>;
}
