import { ID_CLASSES, wholeNumber } from '../domain/id-number.ts';
import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import type { Conflicts } from './conflicts.ts';
import { patternOf } from './partial-id.ts';

/** As much as is known of a node's ID number, as 18 characters with `*` for the others; null for one without. */
export type NumberOf = (node: bigint) => string | null;

/** What is known of everybody's number. */
export async function knownNumbers({ database }: Lists, conflicts: Conflicts): Promise<NumberOf> {
  const rows = await database.all<Row & { node: bigint; id: string; id_class: number }>(
    'select distinct node, id, id_class from unproven where id is not null',
  );
  const numbers = new Map<bigint, string | null>();
  for (const { node, id, id_class } of rows) numbers.set(node, patternOf(ID_CLASSES[id_class] ?? 'malformed', id));
  for (const [person, , node] of conflicts.nodes()) numbers.set(node, wholeNumber(person));
  return (node) => (node > 0n ? wholeNumber(node) : (numbers.get(node) ?? null));
}
