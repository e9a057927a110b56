import { basename, join, resolve, sep } from 'node:path';
import { groupedBy } from '../domain/grouped-by.ts';

/**
 * What each input's output is called in a folder: as the input, and where several have the same name, with the folders by
 * which they differ in front. Standard input counts as a file of `stdin`'s name.
 */
export function outputNames(inputs: readonly string[], stdin: string): string[] {
  const paths = inputs.map((input) => (input === '-' ? resolve('-', stdin) : resolve(input)));
  const byName = groupedBy(paths, (path) => basename(path).toLowerCase());
  return paths.map((path) => {
    const name = basename(path);
    const alike = byName.get(name.toLowerCase()) ?? [];
    if (alike.length === 1) return name;
    const parts = path.split(sep);
    const common = Math.min(...alike.map((other) => sameParts(parts, other.split(sep))));
    return join(...parts.slice(common).map((part) => part.replace(':', ''))); // no drive within a folder
  });
}

/** Folders that two paths begin with alike. */
function sameParts(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs < 0 ? one.length - 1 : Math.min(differs, one.length - 1);
}
