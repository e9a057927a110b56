import fs, { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { invalidFile } from '../file/fault.ts';
import { isLockFile, listsIn } from '../read/folder.ts';
import { isRegister } from '../read/register/beside.ts';
import type { Context } from './context.ts';

/** The folder that a campaign's own files are looked for in. */
export const folderOf = (campaign: string): string => (campaign === '-' ? '.' : dirname(campaign));

/**
 * The files of a path or pattern, as seen from a folder; of a folder the lists in it. A file that is there is meant, whatever its name
 * would be as a pattern: browsers call the second download 名单(1).xlsx.
 * @throws InvalidInput where a pattern matches none.
 */
export function filesOf(file: string, folder: string): string[] {
  const path = isAbsolute(file) ? file : join(folder, file);
  if (isFolder(path)) {
    const { files } = listsIn(path);
    return files.length > 0 ? [...files] : [path]; // whoever opens it says that it is a folder
  }
  const pattern = process.platform === 'win32' ? file.replaceAll('\\', '/') : file;
  if (existsSync(path) || !isDynamicPattern(pattern)) return [path];
  const found = matches(pattern, folder, path);
  const files = found
    .sort()
    .map((each) => (isAbsolute(each) ? relative('.', each) : join(folder, each)))
    .filter((each) => !isLockFile(each) && !isRegister(each));
  if (files.length === 0) throw invalidFile(path, 'file-missing', {});
  return files;
}

/** Whoever writes so wide a pattern means something else, and a disk has more folders than anybody waits for. */
const MOST_FOLDERS = 20_000;

/** @throws InvalidInput for a pattern that may be anywhere. */
function matches(pattern: string, folder: string, path: string): string[] {
  let folders = 0;
  const readdirSync = ((at: string, options: { readonly withFileTypes: true }) => {
    folders += 1;
    return folders > MOST_FOLDERS ? [] : fs.readdirSync(at, options);
  }) as typeof fs.readdirSync;
  const found = globSync(pattern, {
    cwd: folder,
    absolute: isAbsolute(pattern),
    onlyFiles: true,
    expandDirectories: false,
    fs: { ...fs, readdirSync },
  });
  // An error in between would be taken for a folder that can't be read, and the rest for all there is.
  if (folders > MOST_FOLDERS) throw invalidFile(path, 'list-pattern-too-wide', { limit: MOST_FOLDERS });
  return found;
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Says what else stands in folders whose lists are read: nobody is to think that it was read too. */
export function sayLeftOut(paths: readonly string[], { say, catalogue }: Pick<Context, 'say' | 'catalogue'>): void {
  for (const path of paths.filter(isFolder)) {
    const { files, leftOut } = listsIn(path);
    const others = leftOut.map(({ name, why }) => catalogue.cli.leftOut(name, why));
    if (files.length > 0) say(catalogue.cli.folderRead(path, files.length, catalogue.list(others)));
  }
}
