import { ID_CLASSES, wholeNumber } from '../domain/people/id-number.ts';
import type { Database, Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import { idIs, PERSON } from '../engine/payout-sql.ts';
import type { Conflicts } from './conflicts.ts';
import type { Edge } from './edge.ts';
import { onlyOne } from './edge.ts';
import { NameCensus } from './name-census.ts';
import { firstOf, isMaskedName } from './name-level.ts';
import { nearPartials } from './near-partial.ts';
import type { Partial } from './partial-id.ts';
import { chanceOf, MOST_BY_CHANCE, patternOf, placesKnown } from './partial-id.ts';

const PARTIAL = idIs('masked', 'damaged', 'malformed');

/**
 * Masked and cut numbers, and whose they are: the only one of the same name whose number has the same known digits, else the only
 * one of a name that sounds alike, or that a masked name fits; and only where so few people have such a name that nobody else's
 * number is to be expected to fit as well.
 */
export async function partialIds({ database }: Lists, known: Promise<Conflicts>): Promise<Edge[]> {
  const rows = await database.all<Row & { person: bigint; id: string; id_class: number; name: string }>(
    `select distinct p.person, p.id, p.id_class, p.name from unproven p
    where p.person < 0 and ${PARTIAL} order by all`,
  );
  const wanted = rows.flatMap(({ person, id, id_class, name }): Partial[] => {
    const pattern = patternOf(ID_CLASSES[id_class] ?? 'malformed', id);
    return pattern === null ? [] : [{ person, name, pattern }];
  });
  if (wanted.length === 0) return [];
  const { edges, others } = await ofTheSameName(database, wanted, known);
  return [...edges, ...(await nearPartials(database, others, known))];
}

/** Who is meant by those whose name somebody has whose number fits; the `others` are those that nobody's does. */
async function ofTheSameName(database: Database, wanted: readonly Partial[], known: Promise<Conflicts>) {
  const kinds = new Map(wanted.map(({ pattern }) => [placesKnown(pattern).join(), placesKnown(pattern)]));
  const valid = await validOf(database, wanted);
  const names = valid.map(({ name }) => name);
  const census = await NameCensus.of({ database, names, firsts: names.filter(isMaskedName).map(firstOf) });
  const conflicts = await known;
  const nodes = new Map<string, Set<bigint>>();
  for (const { person, name } of valid) {
    const number = wholeNumber(person);
    for (const places of kinds.values()) {
      const key = keyOf(name, number, places);
      nodes.set(key, (nodes.get(key) ?? new Set()).add(conflicts.nodeOf(person, name)));
    }
  }
  const edges: Edge[] = [];
  const others: Partial[] = [];
  for (const partial of wanted) {
    const { person, name, pattern } = partial;
    const found = nodes.get(keyOf(name, pattern, placesKnown(pattern)));
    if (!found) others.push(partial);
    else if (census.named(name) * chanceOf(pattern) <= MOST_BY_CHANCE) edges.push(...onlyOne(person, found));
  }
  return { edges, others };
}

/** People of the wanted names; where the areas of the wanted numbers are known, of those areas, for namesakes are many. */
async function validOf(database: Database, wanted: readonly Partial[]) {
  await database.run('create or replace temp table namesake (name varchar, area bigint)');
  const namesakes = new Map(
    wanted.map(({ name, pattern }) => {
      const area = /^\d{6}/.exec(pattern)?.[0];
      return [`${name} ${area}`, [name, area === undefined ? null : BigInt(area)]] as const;
    }),
  );
  await database.append('namesake', namesakes.values());
  return database.all<Row & { person: bigint; name: string }>(
    `select distinct p.person, p.name from any_person p join namesake n on n.name = p.name
    where p.person > 0 and (n.area is null or n.area = ${PERSON.area})`,
  );
}

/** Which digits are known is a part of the key: a number is looked up by the same ones. */
function keyOf(name: string, number: string, known: readonly number[]): string {
  return `${name} ${known.join()} ${known.map((place) => number[place]).join('')}`;
}
