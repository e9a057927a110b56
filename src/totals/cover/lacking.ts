import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Dues } from './dues.ts';
import { fate } from './enrolment.ts';

/** A measure, and how many people who are to get it have not. */
interface LackedMeasure {
  readonly measure: string;
  readonly people: number;
}

/** People who were reached, or are on other lists, and have not got everything that is due to them. */
export interface Lacking {
  /** Who lack a measure that lists pay, each once; and by measure. */
  readonly people: number;
  readonly measures: readonly LackedMeasure[];
  /** Measures that no list pays yet: nobody can have got them. */
  readonly unlisted: readonly LackedMeasure[];
}

/** Who lacks what, of the people on rosters that were compared with lists. */
export async function lackingOf({ database }: Lists, { all }: Dues): Promise<Lacking> {
  const rows = await database.all<Row & { due: number; people: bigint }>(
    `select d.due, count(distinct d.identity) as people from member_due d join person p on p.identity = d.identity
    where not d.reached and not d.lifted and p.fate <= ${fate('omitted')} group by d.due order by d.due`,
  );
  const named = rows.flatMap(({ due, people }) => {
    const { measure, indexes } = all[due] ?? { measure: null, indexes: [] };
    return measure === null
      ? []
      : [{ due, measure: measure.name, people: Number(people), isListed: indexes.length > 0 }];
  });
  const listed = named.filter(({ isListed }) => isListed).map(({ due }) => due);
  const found = await database.all<Row & { due: number; people: bigint }>(
    `with lacking as (select distinct d.due, d.identity from member_due d join person p on p.identity = d.identity
      where not d.reached and not d.lifted and p.fate <= ${fate('elsewhere')} and d.due in (${[...listed, -1].join(', ')}))
    select -1 as due, count(distinct identity) as people from lacking
    union all select due, count(*) from lacking group by due`,
  );
  const peopleOf = (wanted: number) => Number(found.find(({ due }) => due === wanted)?.people ?? 0);
  const lacked = (some: typeof named, people: (one: (typeof named)[number]) => number) =>
    some.map((one) => ({ measure: one.measure, people: people(one) })).filter((each) => each.people > 0);
  return {
    people: peopleOf(-1),
    measures: lacked(
      named.filter(({ isListed }) => isListed),
      ({ due }) => peopleOf(due),
    ),
    unlisted: lacked(
      named.filter(({ isListed }) => !isListed),
      ({ people }) => people,
    ),
  };
}
