import { wholeNumber } from '../domain/people/id-number.ts';
import type { Database, Row } from '../engine/database.ts';
import type { Conflicts } from './conflicts.ts';
import type { Edge } from './edge.ts';
import { onlyOne } from './edge.ts';
import { NameCensus } from './name-census.ts';
import { loadNameComparer } from './name-comparer.ts';
import { firstOf, isMaskedName, type NameLevel } from './name-level.ts';
import { chanceOf, MOST_BY_CHANCE, type Partial, placesKnown } from './partial-id.ts';

type Likeness = (a: string, b: string) => NameLevel;

/** Names whose bearers can be counted, so that it can be told how many others may be meant. */
const COUNTABLE: readonly NameLevel[] = ['variant', 'same-sound', 'near-sound', 'masked'];
/** So many ways to mask a number are looked up; lists have two or three. */
const MOST_KINDS = 20;
/** The digits of a `person`: all but the check digit. */
const DIGITS = 17;

/** Whose masked and cut numbers are of which nobody has just the name: somebody's whose name sounds alike, or fits one that is masked. */
export async function nearPartials(
  database: Database,
  wanted: readonly Partial[],
  known: Promise<Conflicts>,
): Promise<Edge[]> {
  const chinese = wanted.filter(({ name }) => HAN.test(name)); // the spellings of a name are not counted
  if (chinese.length === 0) return [];
  const likeness = await loadNameComparer();
  const ends = await EndsOfNames.of(database, likeness);
  const found = await fitting(database, chinese, ends, likeness);
  if (found.length === 0) return [];
  const firsts = found.flatMap(({ partial: { name }, valid }) => [
    ...ends.like(name, 'left'),
    ...valid.map((each) => firstOf(each.name)),
  ]);
  const census = await NameCensus.of({ database, names: [], firsts });
  const conflicts = await known;
  return found.flatMap(({ partial: { person, name, pattern }, valid }) => {
    const people = isMaskedName(name) ? census.named(name) : census.sounding(name);
    if (people * chanceOf(pattern) > MOST_BY_CHANCE) return [];
    return onlyOne(person, new Set(valid.map((each) => conflicts.nodeOf(each.person, each.name))));
  });
}

type End = 'left' | 'right';

/** The characters with which names on the lists begin and end. */
class EndsOfNames {
  readonly #likeness: Likeness;
  readonly #characters: Readonly<Record<End, readonly string[]>>;
  readonly #known = new Map<string, readonly string[]>();

  static async of(database: Database, likeness: Likeness): Promise<EndsOfNames> {
    const all = async (end: End) => {
      const found = await database.all<Row & { sign: string }>(
        `select distinct ${end}(p.name, 1) as sign from any_person p where p.person > 0 and p.name is not null order by all`,
      );
      return found.map(({ sign }) => sign);
    };
    return new EndsOfNames({ left: await all('left'), right: await all('right') }, likeness);
  }

  private constructor(characters: Readonly<Record<End, readonly string[]>>, likeness: Likeness) {
    this.#characters = characters;
    this.#likeness = likeness;
  }

  /** The same where the name is to be looked up by that end: the last only where the first is hidden. */
  toLookUp(name: string, end: End): readonly string[] {
    return end === 'right' && !isMaskedName(firstOf(name)) ? [] : this.like(name, end);
  }

  /** Those that may stand there instead of the name's own; none where its own is hidden. */
  like(name: string, end: End): readonly string[] {
    const sign = end === 'left' ? firstOf(name) : (Array.from(name).at(-1) ?? '');
    if (isMaskedName(sign)) return [];
    const key = end + sign;
    const known =
      this.#known.get(key) ?? this.#characters[end].filter((each) => ALIKE.includes(this.#likeness(sign, each)));
    this.#known.set(key, known);
    return known;
  }
}

const ALIKE: readonly NameLevel[] = ['same', 'variant', 'same-sound', 'near-sound'];
const HAN = /\p{Script=Han}/u;
/** Whoever has a valid number and a masked name is not the only one whom it fits. */
const isWhole = (name: string) => HAN.test(name) && !isMaskedName(name);

interface Fitting {
  readonly partial: Partial;
  readonly valid: { readonly person: bigint; readonly name: string }[];
}

/** Everybody whose number has the known digits and whose name is near, looked up by those digits and one end of the name. */
async function fitting(
  database: Database,
  wanted: readonly Partial[],
  ends: EndsOfNames,
  likeness: Likeness,
): Promise<Fitting[]> {
  const found = new Map<number, Fitting>();
  for (const [places, ofKind] of kindsOf(wanted)) {
    for (const end of ['left', 'right'] as const) {
      const sought = [...rowsOf(wanted, ofKind, places, (name) => ends.toLookUp(name, end))];
      if (sought.length === 0) continue;
      await database.run('create or replace temp table sought (number integer, digits bigint, sign varchar)');
      await database.append('sought', sought);
      const rows = await database.all<Row & { number: number; person: bigint; name: string }>(
        `select distinct s.number, p.person, p.name from sought s join any_person p
        on s.digits = ${digitsSql(places)} and s.sign = ${end}(p.name, 1) where p.person > 0 order by all`,
      );
      for (const { number, person, name } of rows) {
        const partial = wanted[number] as Partial;
        if (!endsAs(partial.pattern, wholeNumber(person)) || !isWhole(name)) continue;
        if (!COUNTABLE.includes(likeness(partial.name, name))) continue;
        const before = found.get(number);
        if (before) before.valid.push({ person, name });
        else found.set(number, { partial, valid: [{ person, name }] });
      }
    }
  }
  return [...found.values()];
}

/** The commonest ways in which numbers are masked: which places are known, and of whom. */
function kindsOf(wanted: readonly Partial[]): [places: number[], numbers: number[]][] {
  const kinds = new Map<string, [number[], number[]]>();
  for (const [number, { pattern }] of wanted.entries()) {
    const places = placesKnown(pattern).filter((place) => place < DIGITS);
    const kind = kinds.get(places.join()) ?? [places, []];
    kind[1].push(number);
    kinds.set(places.join(), kind);
  }
  return [...kinds.values()].sort(([, one], [, other]) => other.length - one.length).slice(0, MOST_KINDS);
}

function* rowsOf(
  wanted: readonly Partial[],
  numbers: readonly number[],
  places: readonly number[],
  signsOf: (name: string) => readonly string[],
): Generator<[number, bigint, string]> {
  for (const number of numbers) {
    const { name, pattern } = wanted[number] as Partial;
    const digits = BigInt(places.map((place) => pattern[place]).join(''));
    for (const sign of signsOf(name)) yield [number, digits, sign];
  }
}

/** SQL: the digits of a person's number in these places, as one number. */
function digitsSql(places: readonly number[]): string {
  const power = (exponent: number) => 10n ** BigInt(exponent);
  const ends = places.filter((place) => !places.includes(place + 1));
  const runs = ends.map((last) => {
    const length = places.filter((place) => place <= last && ends.every((end) => end >= last || end < place)).length;
    const after = places.filter((place) => place > last).length;
    return `p.person // ${power(DIGITS - 1 - last)} % ${power(length)} * ${power(after)}`;
  });
  return `(${runs.join(' + ')})`;
}

const endsAs = (pattern: string, number: string) => pattern[DIGITS] === '*' || pattern[DIGITS] === number[DIGITS];
