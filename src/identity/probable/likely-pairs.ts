import type { Lists } from '../../engine/lists.ts';
import { position } from '../../engine/position.ts';
import { BANDS, type Band } from '../bands.ts';
import { KEPT } from './judgement.ts';
import { evidenceOf } from './model.ts';
import { mostQuestions, questionsAmong } from './questions.ts';
import { weighRivals } from './rivals.ts';

/** Who is this likely to be one person is asked about. */
export const REVIEW = 0.1;

/** Fills `likely_pair` with what joined people, and with what may. */
export async function tellPairs(lists: Lists): Promise<void> {
  const { database } = lists;
  await database.run(
    `create temp table final_person as select certain, any_value(person) as person, any_value(number) as number
    from (select certain, person, min(number) over (partition by person) as number from trait) group by certain`,
  );
  const [patterns = []] = (await database.columns(
    'select distinct pattern::double from (select pattern from joining union all select pattern from judged) order by all',
  )) as [number[]];
  await database.run('create temp table pattern_evidence (pattern bigint, evidence varchar)');
  await database.append(
    'pattern_evidence',
    patterns.map((pattern) => [BigInt(pattern), evidenceOf(pattern)]),
  );
  const band = (name: Band) => BANDS.indexOf(name);
  // The row that stands for somebody is chosen by what it says, so that a question stays the same however rows are ordered.
  await database.run(`create temp table stands_for as
    select person, joined, arg_min({'list': list, 'row': row, 'part': part}, place) as at from (
      select unnest([person, certain]) as person, unnest([false, true]) as joined, list, row, part,
        {'says': hash(form, pattern, phone, account, whole, town, subdistrict, committees, day, month, year, about, workplace, other_id, spouse_form),
          'position': ${position('trait')}} as place from trait
    ) group by person, joined`);
  // Who was joined last was not compared again: of what was judged of them, the likeliest stands.
  await database.run(`create temp table open_pair as
    select one, other, max(posterior) as posterior, arg_max(pattern, posterior) as pattern,
      arg_max(sets, posterior) as sets, 0 as rivals, false as asked from (
      select least(a.person, b.person) as one, greatest(a.person, b.person) as other, j.posterior, j.pattern, j.sets from judged j
      join final_person a on a.certain = j.one join final_person b on b.certain = j.other
      where j.posterior >= ${KEPT} and a.person <> b.person and coalesce(a.number = b.number, true)
    ) group by one, other`);
  await weighRivalsOf(lists);
  await chooseQuestions(lists);
  await database.run(`insert into likely_pair
    select j.one, j.other, j.band, j.posterior, a.at.list, a.at.row, a.at.part, b.at.list, b.at.row, b.at.part, e.evidence from (
      select one, other, posterior, pattern, ${band('confirmed')} as band from joining
      union all select one, other, posterior, pattern, case when asked then ${band('review')} else ${band('apart')} end from open_pair
    ) j join pattern_evidence e on e.pattern = j.pattern
    join stands_for a on a.person = j.one and a.joined = (j.band = ${band('confirmed')})
    join stands_for b on b.person = j.other and b.joined = (j.band = ${band('confirmed')})
    order by j.posterior desc, a.at, b.at`);
}

/** Weighs open pairs by whom else each of the two may be. */
async function weighRivalsOf({ database }: Lists): Promise<void> {
  const [ones = [], others = [], posteriors = [], pairs = []] = (await database.columns(
    `select a.rec, b.rec, p.posterior, p.rowid from open_pair p
    join record_of a on a.certain = p.one join record_of b on b.certain = p.other
    order by least(a.rec, b.rec), greatest(a.rec, b.rec)`,
  )) as [number[], number[], number[], bigint[]];
  const weights = weighRivals({ ones, others, posteriors });
  await database.run('create temp table rivals_of (pair bigint, weight integer)');
  await database.append(
    'rivals_of',
    pairs.map((pair, at) => [pair, weights[at] as number]),
  );
  await database.run(`update open_pair set rivals = r.weight,
    posterior = 1 / (1 + (1 / posterior - 1) * 2 ** (-r.weight / 100.0)) from rivals_of r where r.pair = open_pair.rowid`);
}

/** Marks the open pairs that are to be asked about. */
async function chooseQuestions({ database }: Lists): Promise<void> {
  const [ones = [], others = [], worths = [], pairs = []] = (await database.columns(
    `with rows_of as (select person, count(*) as rows from trait group by person)
    select a.rec, b.rec, p.posterior * x.rows * y.rows, p.rowid from open_pair p
    join record_of a on a.certain = p.one join record_of b on b.certain = p.other
    join rows_of x on x.person = p.one join rows_of y on y.person = p.other
    where p.posterior >= ${REVIEW} order by least(a.rec, b.rec), greatest(a.rec, b.rec)`,
  )) as [number[], number[], number[], bigint[]];
  const { rows } = await database.one<{ rows: bigint }>('select count(*) as rows from resolved_row');
  const asked = questionsAmong(
    ones.map((one, at) => ({ one, other: others[at] as number, worth: worths[at] as number })),
    mostQuestions(Number(rows)),
  );
  await database.run('create temp table question (pair bigint)');
  await database.append(
    'question',
    [...asked].map((at) => [pairs[at] as bigint]),
  );
  await database.run('update open_pair set asked = true where rowid in (select pair from question)');
}
