import { ID_CLASSES, wholeNumber } from '../domain/id-number.ts';
import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import { idIs, PERSON } from '../engine/payout-sql.ts';
import type { Edge } from './clusters.ts';
import type { Conflicts } from './conflicts.ts';
import { patternOf } from './partial-id.ts';

interface Partial extends Row {
  readonly person: bigint;
  readonly id: string;
  readonly id_class: number;
  readonly name: string;
}

const PARTIAL = idIs('masked', 'damaged', 'malformed');

/**
 * Masked and cut numbers, and whose they are: the only one of the same name whose number has the same known digits. People
 * are looked up by name and known digits, so that thousands of namesakes cost no more than others.
 */
export async function partialIds({ database }: Lists, known: Promise<Conflicts>): Promise<Edge[]> {
  const partials = await database.all<Partial>(
    `select distinct p.person, p.id, p.id_class, p.name from unproven p
    where p.person < 0 and ${PARTIAL} order by all`,
  );
  const wanted = partials.flatMap(({ person, id, id_class, name }) => {
    const pattern = patternOf(ID_CLASSES[id_class] ?? 'malformed', id);
    return pattern === null ? [] : [{ person, name, pattern, known: placesKnown(pattern) }];
  });
  if (wanted.length === 0) return [];
  const kinds = new Map(wanted.map(({ known }) => [known.join(), known]));
  const valid = await validOf(database, wanted);
  const conflicts = await known;
  const nodes = new Map<string, Set<bigint>>();
  for (const { person, name } of valid) {
    const number = wholeNumber(person);
    for (const known of kinds.values()) {
      const key = keyOf(name, number, known);
      nodes.set(key, (nodes.get(key) ?? new Set()).add(conflicts.nodeOf(person, name)));
    }
  }
  return wanted.flatMap(({ person, name, pattern, known }): Edge[] => {
    const [only, ...others] = nodes.get(keyOf(name, pattern, known)) ?? [];
    return only !== undefined && others.length === 0 ? [[person, only]] : [];
  });
}

/** People of the wanted names; where the areas of the wanted numbers are known, of those areas, for namesakes are many. */
async function validOf(
  database: Lists['database'],
  wanted: readonly { readonly name: string; readonly pattern: string }[],
) {
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

function placesKnown(pattern: string): number[] {
  return Array.from(pattern).flatMap((sign, place) => (sign === '*' ? [] : [place]));
}

/** Which digits are known is a part of the key: a number is looked up by the same ones. */
function keyOf(name: string, number: string, known: readonly number[]): string {
  return `${name} ${known.join()} ${known.map((place) => number[place]).join('')}`;
}
