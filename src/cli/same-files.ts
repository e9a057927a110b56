import { existsSync, realpathSync, statSync } from 'node:fs';
import { sha256Of } from '../file/bytes.ts';

/** Where a file really is; standard input and what is not there are what they are called. */
export const pathOf = (file: string): string => (file !== '-' && existsSync(file) ? realpathSync(file) : file);

/** Are two of these files the same, by their path or their bytes? Only what has as many bytes as another is read for that. */
export function sameFiles(files: readonly string[]): (one: string, other: string) => boolean {
  const paths = new Map(files.map((file) => [file, pathOf(file)]));
  const bySize = new Map<number, Set<string>>();
  for (const path of paths.values()) {
    const size = sizeOf(path);
    if (size > 0) bySize.set(size, (bySize.get(size) ?? new Set()).add(path));
  }
  const hashes = new Map<string, string>();
  for (const alike of bySize.values()) {
    if (alike.size > 1) for (const path of alike) hashes.set(path, hashOf(path));
  }
  const keyOf = (file: string) => {
    const path = paths.get(file) ?? file;
    return hashes.get(path) ?? path;
  };
  return (one, other) => keyOf(one) === keyOf(other);
}

/** 0 for what has no bytes to compare: whoever reads it says what is wrong with it. */
function sizeOf(path: string): number {
  if (path === '-' || !existsSync(path)) return 0;
  const stats = statSync(path);
  return stats.isFile() ? stats.size : 0;
}

function hashOf(path: string): string {
  try {
    return sha256Of(path);
  } catch {
    return path; // whoever reads it says why it can't be read
  }
}
