import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Catalogue } from '../text/zh.ts';
import { UsageError } from './errors.ts';

/** All that a command touches outside itself. Tests hand in their own. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: {
    write(data: string | Uint8Array): unknown;
    /** Absent where nothing ever has to wait. */
    once?(event: 'drain', listener: () => void): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
  readonly stderr: { write(data: string): unknown; readonly isTTY?: boolean };
  /** Today as `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** What a renderer gives: all of it, or pieces as they come. */
export type Output = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** An output in pieces; those of text are made large enough to be worth a system call each. */
export async function* pieces(data: Output): AsyncGenerator<string | Uint8Array> {
  if (typeof data === 'string' || data instanceof Uint8Array) {
    yield data;
    return;
  }
  let gathered = '';
  for await (const piece of data) {
    if (typeof piece !== 'string') yield piece;
    else {
      gathered += piece;
      if (gathered.length < PIECE) continue;
      yield gathered;
      gathered = '';
    }
  }
  yield gathered;
}
const PIECE = 1 << 16;

/**
 * Writes a file beside its place and renames it, so that nobody ever sees half of it; makes the folder it is in. A link stays
 * one: what it names is written. What is no file (a device, a pipe) is written to as it is, never replaced.
 * @throws UsageError when it is one of `inputs`, or can't be written.
 */
export async function writeOutput(
  path: string,
  data: Output,
  inputs: readonly string[],
  catalogue: Catalogue,
): Promise<void> {
  if (inputs.some((input) => sameFile(input, path))) throw new UsageError(catalogue.cli.isInput(path));
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known && !known.isFile()) await writeInto(openSync(path, 'w'), data);
    else await writeBeside(known ? realpathSync(path) : path, data);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(catalogue.cli.writeFailed(path, code ?? message));
  }
}

async function writeBeside(path: string, data: Output): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    await writeInto(openSync(beside, 'wx'), data, fsyncSync);
    renameSync(beside, path);
  } catch (error) {
    discard(beside);
    throw error;
  }
}

/** Writes all of it and closes the file. */
async function writeInto(file: number, data: Output, settle: (file: number) => void = () => {}): Promise<void> {
  try {
    for await (const piece of pieces(data)) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset);
    }
    settle(file);
  } finally {
    closeSync(file);
  }
}

/** Removes what was begun; where even that fails, the reason for the first failure is the one to tell. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

/** Is an output that is to be written an input that was read? */
export function sameFile(input: string, output: string): boolean {
  return input !== '-' && existsSync(input) && existsSync(output) && realpathSync(input) === realpathSync(output);
}
