import { ID_CLASSES } from '../domain/people/id-number.ts';
import { everyList, type Lists } from '../engine/lists.ts';
import type { Conflicts } from './conflicts.ts';
import type { Edge } from './edge.ts';
import type { Evidence, Numbers } from './evidence.ts';
import { NODE } from './node.ts';

/** A contact that more names than this share is a village's, an office's or a guardian's, and says nothing of anybody. */
const MOST_NAMES = 10;

/** Rows that share a contact, of whom at least one has no valid ID number. */
const sharersOf = (contact: 'account' | 'phone') => `
with neighbour as materialized (
  select distinct p.${contact} as contact, p.name, ${NODE} as node, p.person, p.id, p.id_class
  from any_person p where p.name is not null and p.${contact} in (
    select u.${contact} from unproven u where u.${contact} is not null
  )
), crowded as (
  select contact from neighbour group by contact having count(distinct name) > ${MOST_NAMES}
), sharing as (
  select contact from neighbour group by contact having count(distinct node) > 1
)
select distinct n.contact, n.name, n.node, n.person, n.id, n.id_class
from neighbour n join sharing s on s.contact = n.contact
where n.contact not in (select contact from crowded)
order by n.contact, n.node, n.name, n.id`;

interface Sharer {
  readonly node: bigint;
  /** As much of an ID number as is known, or null. */
  readonly number: string | null;
}

/**
 * Rows with the same account, or the same phone, and the same name, in whatever characters, are one person's, unless their ID
 * numbers contradict each other. Two people with valid numbers are never made one.
 */
export async function sharedContacts(
  lists: Lists,
  contact: 'account' | 'phone',
  evidence: Evidence,
  known: Promise<Conflicts>,
): Promise<Edge[]> {
  if (!everyList(lists).some(({ fields }) => fields.has(contact))) return [];
  const columns = await lists.database.columns(sharersOf(contact));
  const conflicts = await known;
  const [contacts = [], names = [], nodes = [], persons = [], ids = [], classes = []] = columns as [
    bigint[],
    string[],
    bigint[],
    (bigint | null)[],
    (string | null)[],
    number[],
  ];
  const edges: Edge[] = [];
  if (contacts.length === 0) return edges;
  const nameKey = await evidence.nameKeys(names);
  const numbers = await evidence.numbers(withoutNulls(persons), withoutNulls(ids));
  const sharerAt = (at: number): Sharer => {
    const [node = 0n, person = null, name = null] = [nodes[at], persons[at], names[at]];
    return {
      node: person !== null && person > 0n ? conflicts.nodeOf(person, name) : node,
      number: numbers.of(person, ids[at] ?? null, ID_CLASSES[classes[at] ?? -1] ?? 'missing'),
    };
  };
  for (let start = 0, end = 0; start < contacts.length; start = end) {
    while (end < contacts.length && contacts[end] === contacts[start]) end += 1;
    const named = new Map<string, number[]>();
    for (let at = start; at < end; at += 1) {
      const key = nameKey(names[at] ?? '');
      if (key === null) continue;
      const others = named.get(key);
      if (others) others.push(at);
      else named.set(key, [at]);
    }
    for (const rows of named.values()) {
      if (rows.length > 1) for (const edge of edgesAmong(rows.map(sharerAt), numbers)) edges.push(edge);
    }
  }
  return edges;
}

const withoutNulls = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);

/** So many different numbers under one contact and name are compared with each other. */
const MOST_COMPARED = 100;

/** Each with the next, or none where any two of their numbers contradict each other. */
function edgesAmong(sharers: readonly Sharer[], { contradict }: Numbers): Edge[] {
  const numbers = [...new Set(sharers.flatMap(({ number }) => number ?? []))];
  if (numbers.length > MOST_COMPARED) return [];
  if (sharers.every(({ node }) => node > 0n)) return []; // each has a valid number
  const clash = numbers.some((one, index) => numbers.slice(index + 1).some((other) => contradict(one, other)));
  if (clash) return [];
  return sharers.slice(1).map(({ node }, index): Edge => [(sharers[index] as Sharer).node, node]);
}
