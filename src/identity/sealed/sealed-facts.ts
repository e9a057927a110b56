import { distance } from '../../domain/sealed/moved.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Conflicts } from '../conflicts.ts';
import type { Edge } from '../edge.ts';
import { type Known, YEARS_APART } from '../known-facts.ts';
import { NODE } from '../node.ts';
import { each, whileAsked } from './asked.ts';
import { SealedNumbers } from './sealed-numbers.ts';

/** What sealed rows say of somebody that never is another's. */
interface SealedFacts {
  /** The number, as `SealedNumbers` knows it; null where nothing is known. */
  readonly number: string | null;
  /** What the years and sexes that follow were moved by, one for each: the sounds of the name, or else the name. */
  readonly by: readonly string[];
  readonly born: readonly number[];
  readonly sex: readonly number[];
}

interface Told extends Row {
  readonly node: bigint;
  readonly whole: bigint | null;
  readonly text: string | null;
  readonly by: string[];
  readonly born: bigint[];
  readonly sex: bigint[];
}

/** What is known of everybody whom edges would join. */
export async function sealedFacts(
  { database }: Lists,
  conflicts: Conflicts,
  edges: readonly Edge[],
): Promise<Known<SealedFacts>> {
  const split = new Map([...conflicts.nodes()].map(([person, , node]) => [node, person]));
  const nodes = new Set(edges.flat().map((node) => split.get(node) ?? node));
  const told = await whileAsked(database, 'node bigint', each(nodes), (asked) =>
    database.all<Told>(
      `select distinct ${NODE} as node, s.whole, s.text, s.born, s.sex,
        case when len(s.joined) > 0 then s.joined when len(s.sounds) > 0 then s.sounds else [coalesce(s.form, s.name)] end as by
      from any_person p join sealed_row s on s.list = p.list and s.row = p.row where ${NODE} in (select node from ${asked})`,
    ),
  );
  const persons = told.flatMap(({ whole }) => whole ?? []);
  const texts = told.flatMap(({ text }) => text ?? []);
  const numbers = await SealedNumbers.of(database, persons, texts);
  const known = new Map<bigint, SealedFacts[]>();
  for (const { node, whole, text, by, born, sex } of told) {
    const facts = { number: numbers.of(whole, text, 'missing'), by, born: born.map(Number), sex: sex.map(Number) };
    const others = known.get(node) ?? [];
    // What a valid number says is the same on all its rows, moved by each of the names there.
    known.set(node, whole === null ? [...others, facts] : [others.reduce(together, facts)]);
  }
  return {
    factsOf: (node) => known.get(split.get(node) ?? node) ?? [],
    disagree: (one, other) => disagree(one, other, numbers),
  };
}

const together = (one: SealedFacts, other: SealedFacts): SealedFacts => ({
  number: one.number,
  by: [...one.by, ...other.by],
  born: [...one.born, ...other.born],
  sex: [...one.sex, ...other.sex],
});

/** As `disagree` of open facts; what was moved by something else can't be compared, and is taken for another's. */
function disagree(one: SealedFacts, other: SealedFacts, numbers: SealedNumbers): boolean {
  if (one.number !== null && other.number !== null) {
    const agreement = numbers.agreement(one.number, other.number);
    if (agreement !== 'may-be-one') return agreement === 'contradict';
  }
  return isFar(one, other, 'born', YEARS_APART) || isFar(one, other, 'sex', 0);
}

function isFar(one: SealedFacts, other: SealedFacts, what: 'born' | 'sex', most: number): boolean {
  if (one[what].length === 0 || other[what].length === 0) return false;
  const at = one.by.findIndex((by) => other.by.includes(by));
  if (at < 0) return true;
  const [a, b] = [one[what][at], other[what][other.by.indexOf(one.by[at] as string)]];
  return a === undefined || b === undefined || distance(a, b) > most;
}
