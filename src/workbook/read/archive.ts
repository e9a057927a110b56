import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { InvalidInput, WorkbookDamage } from '../../domain/problem.ts';
import { invalidFile } from '../../file/fault.ts';
import { damaged, unreadable } from './fault.ts';

const MIB = 1024 * 1024;
/** Of one part, unpacked. A sheet that is filled to its last row with a dozen columns has about 1 GiB. */
const LARGEST_PART = 4096 * MIB;
/** Deflate can't do more than 1032 : 1, and only for the same byte again and again: such a part is a trap. */
const SUSPECT = { ratio: 1000, above: 100 * MIB };

/** The parts of an xlsx file, by their names in it. Their sizes and checksums are held to what the archive says. */
export class Archive {
  readonly path: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #streams = new Set<Readable>();

  private constructor(path: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.path = path;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws InvalidInput when the file can't be read or is no zip. */
  static async open(path: string): Promise<Archive> {
    const zip = await openPromise(path, { autoClose: false }).catch((error) => {
      throw unreadable(path, error, 'archive');
    });
    try {
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        // Of two parts of one name each program takes another: what one shows, another pays.
        if (entries.has(keyOf(entry.fileName))) throw damaged(path, 'part-repeated');
        entries.set(keyOf(entry.fileName), entry);
      }
      return new Archive(path, zip, entries);
    } catch (error) {
      zip.close();
      throw unreadable(path, error, 'archive');
    }
  }

  /** The names of all parts, as they are written and in their order. */
  get parts(): string[] {
    return [...this.#entries.values()].map(({ fileName }) => fileName).filter((name) => !name.endsWith('/'));
  }

  has(part: string): boolean {
    return this.#entries.has(keyOf(part));
  }

  /** A part's unpacked bytes, never more than a few dozen KB at once. */
  async *bytes(part: string, limit = LARGEST_PART): AsyncGenerator<Uint8Array, void, void> {
    const entry = this.#entries.get(keyOf(part));
    if (!entry) throw this.damaged('part-missing');
    this.#admit(entry, limit);
    let checksum = 0;
    for await (const chunk of this.#unpacked(entry)) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (checksum !== entry.crc32) throw this.damaged('checksum');
  }

  /** The sizes are what the archive declares; yauzl stops a part that turns out larger. */
  #admit(entry: Entry, limit: number): void {
    if (entry.isEncrypted()) throw invalidFile(this.path, 'workbook-encrypted', {});
    const { compressedSize, uncompressedSize } = entry;
    if (uncompressedSize > limit) throw this.tooLarge(limit);
    if (uncompressedSize > SUSPECT.above && uncompressedSize > SUSPECT.ratio * compressedSize) {
      throw this.tooLarge(SUSPECT.above);
    }
  }

  async *#unpacked(entry: Entry): AsyncGenerator<Uint8Array, void, void> {
    let stream: Readable | undefined;
    try {
      stream = await this.#zip.openReadStreamPromise(entry);
      stream.on('error', () => {}); // one that comes after the iteration has ended must not end the process
      this.#streams.add(stream);
      yield* stream;
    } catch (error) {
      throw unreadable(this.path, error, 'archive');
    } finally {
      stream?.destroy();
      if (stream) this.#streams.delete(stream);
    }
  }

  damaged(detail: WorkbookDamage): InvalidInput {
    return damaged(this.path, detail);
  }

  tooLarge(limit: number): InvalidInput {
    return invalidFile(this.path, 'workbook-too-large', { limit });
  }

  async close(): Promise<void> {
    if (!this.#zip.isOpen) return;
    const closed = once(this.#zip, 'close');
    this.#zip.close();
    for (const stream of this.#streams) stream.destroy(); // each holds the file open
    await closed;
  }
}

/** Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3). */
function keyOf(part: string): string {
  return part.toLowerCase();
}
