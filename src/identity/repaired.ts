import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import type { Edge } from './clusters.ts';
import type { Conflicts } from './conflicts.ts';
import { REPAIRS } from './id-repair.ts';
import { isNear, loadNameComparer, type NameLevel } from './name-likeness.ts';

interface Repair extends Row {
  readonly typo: bigint;
  readonly name: string;
  readonly valid: bigint;
  readonly valid_name: string;
}

/** A number that had to be repaired does not agree by itself: of two names with one character of their own, it may be a sibling's. */
const isLikely = (level: NameLevel) => isNear(level) && level !== 'one-differs';

/**
 * Numbers with a single mistake and whose they are: somebody of the same name, else the only one of a near name (twins have
 * neighbouring numbers and similar names). Where several could be meant, nobody is.
 */
export async function repairedIds({ database }: Lists, known: Promise<Conflicts>): Promise<Edge[]> {
  const repairs = await database.all<Repair>(REPAIRS);
  if (repairs.length === 0) return [];
  const likeness = await loadNameComparer();
  const conflicts = await known;
  const found = new Map<bigint, { same: Set<bigint>; near: Set<bigint> }>();
  for (const { typo, name, valid, valid_name } of repairs) {
    const likely = found.get(typo) ?? { same: new Set(), near: new Set() };
    found.set(typo, likely);
    const node = conflicts.nodeOf(valid, valid_name);
    if (name === valid_name) likely.same.add(node);
    else if (isLikely(likeness(name, valid_name))) likely.near.add(node);
  }
  return [...found].flatMap(([typo, { same, near }]): Edge[] => {
    const [only, ...others] = same.size > 0 ? same : near;
    return only !== undefined && others.length === 0 ? [[typo, only]] : [];
  });
}
