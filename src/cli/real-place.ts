import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

/** Where a path really is, whatever it is called, and whether it is there or not. */
export interface RealPlace {
  /** Without links. */
  readonly path: string;
  /** As paths are compared: on most machines of Windows and macOS `a.csv` is `A.csv`. */
  readonly key: string;
  /** Of a file that is there: the same for each of its names. */
  readonly inode: string | null;
  readonly kind: 'file' | 'folder' | 'device' | 'nothing';
}

/** @throws what the operating system says of a path that can't be, such as one through a file. */
export function realPlace(path: string): RealPlace {
  const real = withoutLinks(resolve(path), 0);
  const key = ['win32', 'darwin'].includes(process.platform) ? real.normalize('NFC').toLowerCase() : real;
  const stats = statSync(real, { throwIfNoEntry: false, bigint: true });
  if (!stats) return { path: real, key, inode: null, kind: 'nothing' };
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'device';
  return { path: real, key, inode: kind === 'file' ? `${stats.dev}:${stats.ino}` : null, kind };
}

/** Links that lead to each other never end. */
const MOST_LINKS = 40;

function withoutLinks(path: string, links: number): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink() && links < MOST_LINKS && !statSync(path, { throwIfNoEntry: false })) {
    return withoutLinks(resolve(dirname(path), readlinkSync(path)), links + 1); // what it names is still to be made
  }
  if (stats) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(withoutLinks(parent, links), basename(path));
}

/** Are two places one? What is no file (a device, a pipe) can be written to by several. */
export function isSamePlace(one: RealPlace, other: RealPlace): boolean {
  if (one.kind === 'device' || other.kind === 'device') return false;
  return one.key === other.key || (one.inode !== null && one.inode === other.inode);
}

/** Is a place somewhere in a folder? */
export function isWithin({ key: folder }: RealPlace, { key }: RealPlace): boolean {
  return key.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
