import { ID_CLASSES, wholeNumber } from '../domain/people/id-number.ts';
import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import type { Conflicts } from './conflicts.ts';
import type { Edge } from './edge.ts';
import { areComparable, contradict, patternOf } from './partial-id.ts';

/** What rows say of somebody that never is another's: null where they do not. */
export interface Facts {
  /** As much as is known of the ID number, as 18 characters with `*` for the others. */
  readonly number: string | null;
  /** The year of birth. */
  readonly born: number | null;
  readonly male: boolean | null;
}

/** What is known of a node; nothing of most. */
export type FactsOf<F = Facts> = (node: bigint) => readonly F[];

/** What is known of people, and which of it can't be of one person. */
export interface Known<F> {
  readonly factsOf: FactsOf<F>;
  readonly disagree: (one: F, other: F) => boolean;
}

/** Ages are told by years of either calendar, and of last year's list. */
export const YEARS_APART = 3;

/** Are those of two people? Numbers that are known but for a few digits say more than what else rows say. */
export function disagree(one: Facts, other: Facts): boolean {
  if (one.number !== null && other.number !== null) {
    if (contradict(one.number, other.number)) return true;
    if (areComparable(one.number, other.number)) return false;
  }
  if (one.born !== null && other.born !== null && Math.abs(one.born - other.born) > YEARS_APART) return true;
  return one.male !== null && other.male !== null && one.male !== other.male;
}

interface Told extends Row {
  readonly node: bigint;
  readonly id: string | null;
  readonly id_class: number;
  readonly born: number | null;
  readonly male: boolean | null;
}

/** What is known of everybody whom edges would join. Ages are as of a year. */
export async function knownFacts(
  { database }: Lists,
  conflicts: Conflicts,
  edges: readonly Edge[],
  year: number,
): Promise<Known<Facts>> {
  const split = new Map([...conflicts.nodes()].map(([person, , node]) => [node, person]));
  const nodes = new Set(edges.flat().filter((node) => node < 0n && !split.has(node)));
  await database.run('create or replace temp table edge_node (node bigint)');
  await database.append('edge_node', rowsOf(nodes));
  const told = await database.all<Told>(
    `select distinct u.node, u.id, u.id_class, coalesce(try_cast(left(u.birth, 4) as integer), ${year} - u.age) as born, u.male
    from unproven u where u.node in (select node from edge_node) and (u.id is not null or u.birth is not null or u.age is not null or u.male is not null)`,
  );
  const known = new Map<bigint, Facts[]>();
  for (const { node, id, id_class, born, male } of told) {
    const number = id === null ? null : patternOf(ID_CLASSES[id_class] ?? 'malformed', id);
    const facts = { number, born, male };
    const others = known.get(node);
    if (others) others.push(facts);
    else known.set(node, [facts]);
  }
  const factsOf = (node: bigint) => {
    const person = node > 0n ? node : split.get(node);
    return person === undefined ? (known.get(node) ?? []) : [factsIn(wholeNumber(person))];
  };
  return { factsOf, disagree };
}

function factsIn(number: string): Facts {
  return { number, born: Number(number.slice(6, 10)), male: Number(number[16]) % 2 === 1 };
}

function* rowsOf(nodes: Iterable<bigint>): Generator<[bigint]> {
  for (const node of nodes) yield [node];
}
