import { dirname, isAbsolute, join, relative } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { invalidFile } from '../read/file-fault.ts';

/** The folder that a campaign's own files are looked for in. */
export const folderOf = (campaign: string): string => (campaign === '-' ? '.' : dirname(campaign));

/** The files of a path or pattern, as seen from a folder. @throws InvalidInput where a pattern matches none. */
export function filesOf(file: string, folder: string): string[] {
  const path = isAbsolute(file) ? file : join(folder, file);
  if (!isDynamicPattern(file)) return [path];
  const found = globSync(file, { cwd: folder, absolute: isAbsolute(file), onlyFiles: true, expandDirectories: false });
  if (found.length === 0) throw invalidFile(path, 'file-missing', {});
  return found.sort().map((each) => (isAbsolute(each) ? relative('.', each) : join(folder, each)));
}
