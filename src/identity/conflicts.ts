import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import type { Evidence } from './evidence.ts';
import { groupsOfNames } from './name-groups.ts';
import { splitNode } from './node.ts';

/** People who use one ID number: which node each name is. */
export class Conflicts {
  readonly #nodes = new Map<bigint, ReadonlyMap<string, bigint>>();

  /** The node of somebody with a valid ID number and this name. */
  nodeOf(person: bigint, name: string | null): bigint {
    return this.#nodes.get(person)?.get(name ?? '') ?? person;
  }

  add(person: bigint, nodes: ReadonlyMap<string, bigint>): void {
    this.#nodes.set(person, nodes);
  }

  /** Every node that is one of several under an ID number. */
  *nodes(): Generator<readonly [person: bigint, name: string, node: bigint]> {
    for (const [person, nodes] of this.#nodes) for (const [name, node] of nodes) yield [person, name, node];
  }
}

/**
 * Names under one valid ID number that are not near each other are people of whom one uses another's number: which, a person
 * has to find out. Until then they are nobody's duplicates.
 */
export async function conflictsIn({ database }: Lists, evidence: Evidence): Promise<Conflicts> {
  const rows = await database.all<Row & { person: bigint; name: string }>(
    `select distinct p.person, p.name from any_person p join repeated_id a on a.identity = p.person
    where a.names_differ and p.name is not null order by all`,
  );
  const conflicts = new Conflicts();
  if (rows.length === 0) return conflicts;
  const likeness = await evidence.likeness(rows.map(({ name }) => name));
  const namesOf = new Map<bigint, string[]>();
  for (const { person, name } of rows) {
    const names = namesOf.get(person);
    if (names) names.push(name);
    else namesOf.set(person, [name]);
  }
  let order = 0;
  for (const [person, names] of namesOf) {
    const groups = groupsOfNames(names, likeness);
    if (groups.length === 1) continue;
    const nodes = new Map<string, bigint>();
    for (const group of groups) {
      order += 1;
      for (const name of group) nodes.set(name, splitNode(order));
    }
    conflicts.add(person, nodes);
  }
  return conflicts;
}
