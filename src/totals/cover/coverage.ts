import type { Day } from '../../domain/calendar.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { type Enrolment, FATES, type Fate, fate } from './enrolment.ts';
import { type Lacking, lackingOf } from './lacking.ts';
import { doubtIs } from './members-in-doubt.ts';

/** People on rosters, by what became of them. `onRoster` is their sum; the first four are `eligible`. */
export interface Covered extends Readonly<Record<Fate, number>> {
  readonly onRoster: number;
  /** Those who are to be reached. */
  readonly eligible: number;
  /** Of those, whom nobody reached for what the roster is for: on other lists, on none, and perhaps on one. */
  readonly missed: number;
}

/** A part of the people on rosters: what they have in common, and what became of them. */
export interface CoveredPart extends Covered {
  readonly subdistrict: string | null;
  readonly committee: string | null;
  readonly category: string | null;
}

/** A measure that the people of a roster are to get. */
interface CoveredDue {
  /** Null: anything. */
  readonly measure: string | null;
  readonly eligible: number;
  readonly reached: number;
  /** Whether any list pays it: where none does, nobody is called omitted from it. */
  readonly listed: boolean;
}

interface RosterCoverage extends Covered {
  readonly name: string;
  /** The day whose state it shows. */
  readonly asOf: Day | null;
  readonly dues: readonly CoveredDue[];
  /** By what the roster's measure column says; none where it has no such column. */
  readonly categories: readonly CoveredPart[];
}

/** 覆盖: everybody who is to be reached, and who was. People on several rosters are counted in each, and once in all. */
export interface Coverage {
  readonly total: Covered;
  /** How many of those who are to be reached are on any list, and how often (人次). */
  readonly listed: number;
  readonly payouts: number;
  /** Of those, who are on one only because that is confirmed; and of whom to verify, who may be somebody on a list. */
  readonly identity: { readonly confirmed: number; readonly review: number };
  /** Who is on lists, and has not got all that is due. */
  readonly lacking: Lacking;
  readonly rosters: readonly RosterCoverage[];
  readonly subdistricts: readonly CoveredPart[];
  readonly committees: readonly CoveredPart[];
}

/** Counts what became of the people on rosters that `enrol` compared with the lists. */
export async function coverageOf(lists: Lists, { rosters, dues }: Enrolment): Promise<Coverage> {
  await lists.database.run(`create temp table person as
    select identity, min(fate) as fate, arg_min(subdistrict, first) as subdistrict, arg_min(committee, first) as committee
    from member where not blocked group by identity`);
  const [total = coveredBy([])] = (await parts(lists, 'person', [])) as Covered[];
  const { listed, payouts } = await lists.database.one<{ listed: bigint; payouts: bigint }>(
    `select count(*) as listed, coalesce(sum(l.payouts), 0)::bigint as payouts from listed_person l join person p on p.identity = l.identity
    where p.fate <= ${fate('omitted')}`,
  );
  const { confirmed, review } = await lists.database.one<{ confirmed: bigint; review: bigint }>(
    `select (select count(*) from person p join listed_person l on l.identity = p.identity where p.fate <= ${fate('omitted')}
        and p.identity not in (select e.identity from enrolled e join resolved r on r.certain = e.certain)) as confirmed,
      (select count(*) from person p where p.fate = ${fate('unclear')}
        and p.identity in (select identity from doubted where doubt = ${doubtIs('likely')})) as review`,
  );
  const ofRosters = await lists.database.all<Row & { roster: number; due: number; eligible: bigint; reached: bigint }>(
    `select roster, due, count(*) filter (not lifted) as eligible, count(*) filter (reached and not lifted) as reached
    from member_due group by all order by roster, due`,
  );
  const covered: RosterCoverage[] = [];
  for (const [index, { name, blocked, asOf }] of rosters.entries()) {
    if (blocked !== null) continue;
    const from = `(select * from member where roster = ${index})`;
    const [all = coveredBy([])] = (await parts(lists, from, [])) as Covered[];
    const categories = await parts(lists, from, ['category']);
    covered.push({
      ...all,
      name,
      asOf,
      dues: ofRosters
        .filter(({ roster }) => roster === index)
        .map(({ due, eligible, reached }) => ({
          measure: dues.all[due]?.measure?.name ?? null,
          eligible: Number(eligible),
          reached: Number(reached),
          listed: (dues.all[due]?.indexes.length ?? 0) > 0,
        })),
      categories: categories.some(({ category }) => category) ? categories : [],
    });
  }
  return {
    total,
    listed: Number(listed),
    payouts: Number(payouts),
    identity: { confirmed: Number(confirmed), review: Number(review) },
    lacking: await lackingOf(lists, dues),
    rosters: covered,
    subdistricts: await parts(lists, 'person', ['subdistrict']),
    committees: await parts(lists, 'person', ['subdistrict', 'committee']),
  };
}

type Column = 'subdistrict' | 'committee' | 'category';

/** By the columns, each as it is written, in the order of their texts; whatever says nothing last. */
async function parts(
  { database, categories }: Lists,
  from: string,
  columns: readonly Column[],
): Promise<CoveredPart[]> {
  const keys = columns.map((column) => `${column}, `).join('');
  const rows = await database.all<Row & { fate: number; people: bigint }>(
    `select ${keys}fate, count(*) as people from ${from} group by all`,
  );
  const named = rows.map(({ fate, people, subdistrict = null, committee = null, category = null }) => ({
    fate,
    people: Number(people),
    subdistrict: subdistrict as string | null,
    committee: committee as string | null,
    category: categories.measures[category as number]?.measure.name || null,
  }));
  const groups = groupedBy(named, ({ subdistrict, committee, category }) =>
    JSON.stringify([subdistrict, committee, category]),
  );
  return [...groups.values()]
    .map((group): CoveredPart => {
      const [{ subdistrict, committee, category }] = group as [(typeof named)[number]];
      return { subdistrict, committee, category, ...coveredBy(group) };
    })
    .sort(
      (a, b) =>
        byText(a.subdistrict, b.subdistrict) || byText(a.committee, b.committee) || byText(a.category, b.category),
    );
}

function coveredBy(rows: readonly { readonly fate: number; readonly people: number }[]): Covered {
  const counts = Object.fromEntries(FATES.map((name) => [name, 0])) as Record<Fate, number>;
  for (const { fate, people } of rows) counts[FATES[fate] as Fate] += people;
  const missed = counts.elsewhere + counts.unclear + counts.omitted;
  return {
    ...counts,
    onRoster: rows.reduce((sum, { people }) => sum + people, 0),
    eligible: counts.reached + missed,
    missed,
  };
}

const byText = (a: string | null, b: string | null) => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
};
