import { basename } from 'node:path';
import { groupedBy } from '../../domain/grouped-by.ts';
import type { LoadedList } from '../../engine/load.ts';

/** Lists by whose they are, where that is said of the whole list and of no other; else by their file. */
export function namesOf(lists: readonly LoadedList[]): string[] {
  const nameOf = ({ source }: LoadedList) => source.input.department ?? basename(source.origin.file);
  const named = [...groupedBy(lists, nameOf)].map(([name, own]) => {
    const files = new Set(own.map(({ source }) => source.origin.file));
    return [name, files.size > 1] as const;
  });
  const isOfSeveral = new Map(named);
  return [
    ...new Set(lists.map((list) => (isOfSeveral.get(nameOf(list)) ? basename(list.source.origin.file) : nameOf(list)))),
  ];
}
