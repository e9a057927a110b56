import type { Lists } from '../../engine/lists.ts';

/** How many distinct people, households … there are on all lists, by department and by measure (indexes). */
export interface Distinct {
  readonly total: number;
  readonly ofDepartment: readonly number[];
  readonly ofMeasure: readonly number[];
}

/** The bits of a mask in SQL, which is handed over in two halves: numbers of JavaScript have room for one in their bits. */
const HALF = 31;
/** So many measures have a bit of their own in a mask; the last bit stands for all others. */
const BITS = 2 * HALF - 1;

/** For so many masks a value, three counts of their own take less. */
const MOST_MASKS = 4;

/**
 * Counts what an expression distinguishes in one pass: for each value a mask of the measures it stands in, then each
 * mask once. Six distinct counts of their own would take three times as long. Where a mask has no room for all measures, few
 * values stand in those beyond it (the numbers of measures go by how soon they are seen): they alone get more masks.
 */
export async function distinct(
  { database, assignments }: Pick<Lists, 'database' | 'assignments'>,
  key: 'identity' | 'household',
  from: string,
): Promise<Distinct> {
  const { departments, measures } = assignments;
  const words = Math.max(1, Math.ceil(measures.length / BITS));
  if (words > MOST_MASKS) return counted({ database, assignments }, key, from);
  const first = await maskCounts(database, key, from, `${key} is not null`, [`1::bigint << least(measure, ${BITS})`]);
  const masks = Array.from({ length: words }, (_, word) => {
    const lowest = word * BITS;
    return `case when measure between ${lowest} and ${lowest + BITS - 1} then 1::bigint << (measure - ${lowest}) else 0 end`;
  });
  const beyond = `${key} in (select ${key} from ${from} p where measure >= ${BITS})`;
  const others = words > 1 ? await maskCounts(database, key, from, beyond, masks) : [];
  let total = 0;
  const ofDepartment = departments.map(() => 0);
  const ofMeasure = measures.map(() => 0);
  const isWithin = ({ measures: its }: Masked) => !its.includes(BITS);
  for (const { count, measures: its } of [...first.filter(isWithin), ...others]) {
    const theirs = new Set(its.map((measure) => measures[measure]?.department ?? 0));
    total += count;
    for (const measure of its) ofMeasure[measure] = (ofMeasure[measure] ?? 0) + count;
    for (const department of theirs) ofDepartment[department] = (ofDepartment[department] ?? 0) + count;
  }
  return { total, ofDepartment, ofMeasure };
}

/** The same of lists that name hundreds of measures: one pass for each kind of count. */
async function counted(
  { database, assignments }: Pick<Lists, 'database' | 'assignments'>,
  key: string,
  from: string,
): Promise<Distinct> {
  const by = async (what: 'department' | 'measure', of: readonly unknown[]) => {
    const counts = of.map(() => 0);
    const [indexes = [], found = []] = (await database.columns(
      `select ${what}, count(distinct ${key}) as count from ${from} p where ${key} is not null group by ${what}`,
    )) as [number[], bigint[]];
    for (const [at, index] of indexes.entries()) counts[index] = Number(found[at]);
    return counts;
  };
  const { total } = await database.one<{ total: bigint }>(`select count(distinct ${key}) as total from ${from} p`);
  return {
    total: Number(total),
    ofDepartment: await by('department', assignments.departments),
    ofMeasure: await by('measure', assignments.measures),
  };
}

/** So many values stand in these measures, and no others. */
interface Masked {
  readonly count: number;
  readonly measures: readonly number[];
}

/** How many values there are of a key in some rows, by the bits that the masks (SQL) of those have. */
async function maskCounts(
  database: Lists['database'],
  key: string,
  from: string,
  where: string,
  masks: readonly string[],
): Promise<Masked[]> {
  const words = masks.map((_, word) => `m${word}`);
  const halves = words.flatMap((name) => [`(${name} % ${2 ** HALF})::integer`, `(${name} // ${2 ** HALF})::integer`]);
  const columns = await database.columns(
    `select count(*) as count, ${halves.join(', ')} from
      (select ${masks.map((mask, word) => `bit_or(${mask}) as m${word}`).join(', ')} from ${from} p where ${where} group by ${key})
    group by ${words.join(', ')}`,
  );
  const [counts = [], ...found] = columns as [readonly bigint[], ...(readonly number[])[]];
  return counts.map((count, row) => ({ count: Number(count), measures: measuresIn(found, row) }));
}

function measuresIn(halves: readonly (readonly number[])[], row: number): number[] {
  const measures: number[] = [];
  for (const [half, masks] of halves.entries()) {
    const lowest = Math.floor(half / 2) * BITS + (half % 2) * HALF;
    for (let rest = masks[row] ?? 0; rest !== 0; rest &= rest - 1)
      measures.push(lowest + 31 - Math.clz32(rest & -rest));
  }
  return measures;
}
