import { type BigIntStats, statSync } from 'node:fs';
import { sha256Of } from '../file/bytes.ts';
import { fileFault, invalidFile } from '../file/fault.ts';

/** A file's clock may stand still for so long, on the coarsest of file systems: within it a change shows in the bytes alone. */
const COARSEST_CLOCK_MS = 2000n;

/**
 * Holds a file, whose bytes are at `path`, to what it was: from its first reading on, whatever is read of it again is of the same bytes. The result takes the
 * hash of what was read, if there was one, and throws InvalidInput where the file is another, or gone.
 */
export function watched(file: string, path: string): (sha256?: string) => void {
  const before = statOf(file, path);
  const seen = BigInt(Date.now());
  return (sha256) => {
    const after = statOf(file, path);
    const isSame = after.size === before.size && after.mtimeNs === before.mtimeNs && after.ino === before.ino;
    if (!isSame) throw invalidFile(file, 'list-changed', {});
    const isSettled = after.ctimeNs === before.ctimeNs && seen - before.mtimeMs > COARSEST_CLOCK_MS;
    if (!isSettled && sha256 !== undefined && hashOf(file, path) !== sha256)
      throw invalidFile(file, 'list-changed', {});
  };
}

function statOf(file: string, path: string): BigIntStats {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    throw fileFault(file, error);
  }
}

function hashOf(file: string, path: string): string {
  try {
    return sha256Of(path);
  } catch (error) {
    throw fileFault(file, error);
  }
}
