import { closeSync, constants, copyFileSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { passingName } from '../../read/leftovers.ts';

/**
 * Puts a small file at `path`, for nobody else to read: whoever sees it there sees all of it.
 * @returns false where something is there already, which stays.
 */
export function isPlaced(path: string, text: string): boolean {
  const own = join(dirname(path), `.${passingName()}-`);
  const file = openSync(own, 'wx', 0o600);
  try {
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(own, path); // fails where it is there
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return isPlacedWithoutLinks(path, own);
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Where files can't have two names. */
function isPlacedWithoutLinks(path: string, own: string): boolean {
  try {
    copyFileSync(own, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
