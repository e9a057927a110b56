import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { invalidFile } from '../read/file-fault.ts';
import { isLockFile, listsIn } from '../read/folder.ts';
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
  const found = globSync(pattern, {
    cwd: folder,
    absolute: isAbsolute(file),
    onlyFiles: true,
    expandDirectories: false,
  });
  const files = found
    .sort()
    .map((each) => (isAbsolute(each) ? relative('.', each) : join(folder, each)))
    .filter((each) => !isLockFile(each));
  if (files.length === 0) throw invalidFile(path, 'file-missing', {});
  return files;
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
