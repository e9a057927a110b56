import type { Database, Row } from '../engine/database.ts';
import type { Character } from './character.ts';
import { isMaskedName } from './name-level.ts';

interface Counted extends Row {
  readonly name: string;
  readonly people: bigint;
}

/** A name is heard in so many ways at most. */
const MOST_SOUNDS = 32;

/**
 * How many people of a name the lists have: those with a valid ID number, and of the others, who may be the same on each list,
 * as many as one list has.
 */
export class NameCensus {
  readonly #people: ReadonlyMap<string, number>;
  readonly #charactersOf: (name: string) => Character[];
  #sounding: Map<string, string[]> | undefined;
  readonly #showing = new Map<string, Map<string, number>>();

  /** Counts the names that are given, and all that begin with the characters that are. */
  static async of({ database, names, firsts }: CensusOptions): Promise<NameCensus> {
    await database.run('create or replace temp table counted_name (name varchar)');
    await database.append('counted_name', rowsOf(names));
    await database.run('create or replace temp table counted_first (first varchar)');
    await database.append('counted_first', rowsOf(firsts));
    const isCounted = `p.name in (select name from counted_name) or left(p.name, 1) in (select first from counted_first)`;
    const people = await countNames(database, isCounted);
    const { charactersOf } = await import('./character.ts');
    return new NameCensus(people, charactersOf);
  }

  private constructor(people: ReadonlyMap<string, number>, of: (name: string) => Character[]) {
    this.#people = people;
    this.#charactersOf = of;
  }

  /** People of this very name; of one that is masked, all of whose names it may be. */
  named(name: string): number {
    return isMaskedName(name) ? this.#fitting(name) : (this.#people.get(name) ?? 0);
  }

  /** People whose names are heard alike by who does not tell apart what many dialects do not. */
  sounding(name: string): number {
    this.#sounding ??= this.#bySound();
    const heard = new Set(this.#soundsOf(name).flatMap((sound) => this.#sounding?.get(sound) ?? []));
    return [...heard].reduce((sum, each) => sum + (this.#people.get(each) ?? 0), 0);
  }

  #bySound(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const name of this.#people.keys()) {
      for (const sound of this.#soundsOf(name)) {
        const names = found.get(sound);
        if (names) names.push(name);
        else found.set(sound, [name]);
      }
    }
    return found;
  }

  #soundsOf(name: string): string[] {
    return soundsOf(this.#charactersOf(bare(name)));
  }

  #fitting(mask: string): number {
    const forms = this.#charactersOf(bare(mask)).map(({ form }) => form);
    const shown = forms.flatMap((form, place) => (isMaskedName(form) ? [] : [place]));
    const shape = `${forms.length}:${shown.join()}`;
    const people = this.#showing.get(shape) ?? this.#byShape(forms.length, shown);
    this.#showing.set(shape, people);
    return people.get(shown.map((place) => forms[place]).join('')) ?? 0;
  }

  #byShape(length: number, shown: readonly number[]): Map<string, number> {
    const found = new Map<string, number>();
    for (const [name, people] of this.#people) {
      const characters = this.#charactersOf(bare(name));
      if (characters.length !== length) continue;
      const key = shown.map((place) => characters[place]?.form).join('');
      found.set(key, (found.get(key) ?? 0) + people);
    }
    return found;
  }
}

/**
 * How many people have each of the names for which `isCounted` (SQL on people, as `p`) holds: of those without a valid number as many as
 * one list has.
 */
export async function countNames(database: Database, isCounted: string): Promise<ReadonlyMap<string, number>> {
  const counts = await database.all<Counted>(`with counted as materialized (
      select p.name, p.list, p.person from any_person p where ${isCounted}
    ), valid as (
      select name, count(distinct person) as people from counted where person > 0 group by name
    ), other as (
      select name, max(people) as people from (
        select name, list, count(*) as people from counted where person is null or person < 0 group by name, list
      ) group by name
    )
    select coalesce(v.name, o.name) as name, coalesce(v.people, 0) + coalesce(o.people, 0) as people
    from valid v full join other o on o.name = v.name`);
  return new Map(counts.map(({ name, people }) => [name, Number(people)]));
}

/** All ways in which a name of these characters is heard by who does not tell apart what many dialects do not. */
export function soundsOf(characters: readonly Character[]): string[] {
  let heard = [''];
  for (const { form, nearSounds } of characters) {
    const sounds = nearSounds.length > 0 ? [...new Set(nearSounds)] : [form];
    heard = heard.flatMap((before) => sounds.map((sound) => `${before} ${sound}`)).slice(0, MOST_SOUNDS);
  }
  return heard;
}

interface CensusOptions {
  readonly database: Database;
  readonly names: Iterable<string>;
  readonly firsts: Iterable<string>;
}

const bare = (name: string) => name.replace(/[·\s]/g, '');

function* rowsOf(texts: Iterable<string>): Generator<[string]> {
  for (const text of new Set(texts)) yield [text];
}
