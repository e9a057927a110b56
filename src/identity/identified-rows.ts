import { printPlace } from '../domain/place.ts';
import type { Lists } from '../engine/lists.ts';
import { position } from '../engine/position.ts';
import { BANDS, type Band } from './bands.ts';
import { GROUNDS, type Ground } from './ground.ts';

/** Who a payout is, or the second person of one that pays two. */
export interface IdentifiedRow {
  /** Its list: the file, and the sheet in brackets behind it. */
  readonly list: string;
  readonly row: number;
  /** The same for the same person; people are numbered from 1 as they first come. */
  readonly identity: bigint;
  /** Of the people who are confirmed to be one the first is certain, and the others are confirmed. */
  readonly band: Band;
  /** Null for the second person of a payout. */
  readonly ground: Ground | null;
  /** The same for the same person where only what is certain counts, numbered likewise. */
  readonly certain: bigint;
  /** How probable that confirmed person is the others, by the likeliest pair, and what speaks for it; null where it is certain. */
  readonly posterior: number | null;
  readonly evidence: string | null;
  /** 1, or 2 for the second person of a payout that pays two. */
  readonly person: number;
}

const CONFIRMED = BANDS.indexOf('confirmed');

/** Every payout of lists that were resolved, in their order, in batches. */
export async function* identifiedRows({ database, lists, earlier }: Lists): AsyncGenerator<IdentifiedRow[]> {
  const names = [...lists, ...earlier].map(({ source: { origin, sheet } }) =>
    printPlace({ file: origin.file, sheet, row: null, column: null }),
  );
  await database.run(
    'create temp table if not exists partner_row (list usmallint, row uinteger, identity bigint, certain bigint)',
  );
  const stored = database.stream(
    `with payee as (select list, row, identity, certain, ground, 1 as person from resolved
        union all select list, row, identity, certain, null, 2 from partner_row),
      certainly as (select certain, any_value(identity) as identity, min(${position('payee')} * 2 + person) as place from payee group by certain),
      numbered as (select certain, identity, row_number() over (order by place) as number,
        min(place) over (partition by identity) as first, place from certainly),
      ranked as (select *, dense_rank() over (order by first) as who from numbered),
      side as (select one as certain, other, posterior, evidence from likely_pair where band = ${CONFIRMED}
        union all select other, one, posterior, evidence from likely_pair where band = ${CONFIRMED}),
      likeliest as (select s.certain, max(s.posterior) as posterior, arg_max(s.evidence, {'p': s.posterior, 'e': s.evidence}) as evidence from side s
        join certainly a on a.certain = s.certain join certainly b on b.certain = s.other and b.identity = a.identity group by s.certain)
    select p.list, p.row, p.person, p.ground, n.who as identity, n.number as certain, n.place <> n.first as confirmed,
      case when n.place <> n.first then k.posterior end as posterior, case when n.place <> n.first then k.evidence end as evidence
    from payee p join ranked n on n.certain = p.certain left join likeliest k on k.certain = p.certain
    order by p.list, p.row, p.person`,
  );
  for await (const batch of stored) {
    yield batch.map(({ list, row, person, ground, identity, certain, confirmed, posterior, evidence }) => ({
      list: names[list as number] ?? '',
      row: row as number,
      identity: identity as bigint,
      band: confirmed === true ? 'confirmed' : 'certain',
      ground: ground === null ? null : (GROUNDS[ground as number] as Ground),
      certain: certain as bigint,
      posterior: (posterior ?? null) as number | null,
      evidence: (evidence ?? null) as string | null,
      person: person as number,
    }));
  }
}
