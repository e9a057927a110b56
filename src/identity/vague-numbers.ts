import { ID_CLASSES } from '../domain/people/id-number.ts';
import type { Database, Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import { idIs } from '../engine/payout-sql.ts';
import { NameCensus } from './name-census.ts';
import { firstOf, isMaskedName } from './name-level.ts';
import { chanceOf, MOST_BY_CHANCE, patternOf } from './partial-id.ts';

interface Partial extends Row {
  readonly person: bigint;
  readonly id: string;
  readonly id_class: number;
  readonly name: string | null;
}

/**
 * Rows of one name and with the same masked or cut number are one person's (`person`) only where so few people have the name
 * that no other is to be expected with these digits. Of the others each row is one of its own.
 */
export async function setVagueApart({ database }: Lists): Promise<void> {
  const partials = await database.all<Partial>(
    `select distinct p.person, p.id, p.id_class, p.name from odd_payout p where p.person < 0 and ${idIs('masked', 'damaged')}`,
  );
  if (partials.length === 0) return;
  const names = partials.flatMap(({ name }) => name ?? []);
  const firsts = names.filter(isMaskedName).map(firstOf);
  const census = await NameCensus.of({ database, names, firsts });
  const vague = partials.filter(({ id, id_class, name }) => {
    const pattern = patternOf(ID_CLASSES[id_class] ?? 'malformed', id);
    if (pattern === null) return false;
    return name === null || census.named(name) * chanceOf(pattern) > MOST_BY_CHANCE;
  });
  await setApart(
    database,
    vague.map(({ person }) => person),
  );
}

/** Makes each of their rows one of its own. */
export async function setApart(database: Database, persons: readonly bigint[]): Promise<void> {
  if (persons.length === 0) return;
  await database.run('create or replace temp table vague (person bigint)');
  await database.append(
    'vague',
    persons.map((person) => [person]),
  );
  await database.run('update odd_payout set person = null where person in (select person from vague)');
}
