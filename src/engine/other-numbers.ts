import type { Database } from './database.ts';
import { idClass, idIs } from './payout-sql.ts';
import type { PlainRows } from './plain-rows.ts';

/** Of a column with fewer cells nobody can say what its numbers are. */
const FEWEST_ROWS = 10;

/** SQL: another number of a person as `readOtherId` reads it, from what the reader of ID numbers left of it. */
const FOLDED = `nullif(ltrim(regexp_replace(p.id, '[^\\p{Han}0-9A-Z]', '', 'g'), '0'), '')`;

/** SQL: eight digits may be a permit's; about as many as an ID number has are one with a digit too few or too many. */
const IS_OPAQUE = `(${idIs('malformed')} or ${idIs('other-document')} and regexp_full_match(p.id, '[0-9]+'))
  and strlen(p.id) not between 14 and 19`;

/** Lists that have so many such numbers among their odd rows that all may be some. */
export async function mayBeOpaque(database: Database): Promise<Set<number>> {
  const lists = await database.all<{ list: number }>(
    `select list from odd_payout p where ${IS_OPAQUE} group by list having count(*) >= ${FEWEST_ROWS}`,
  );
  return new Set(lists.map(({ list }) => list));
}

/**
 * Are a list's ID numbers none, but those of whoever keeps it (工号, or those of another country)? Hardly one is a document then.
 * Each is another number of its person, and none is wrong.
 */
export async function setOpaqueIds(database: Database, { list, table, isBody, columns }: PlainRows): Promise<boolean> {
  const isDocument = idIs('valid18', 'valid15', 'checksum', 'birth-date', 'masked', 'damaged');
  const { opaque, odd } = await database.one<{ opaque: bigint; odd: bigint }>(
    `select count(*) filter (${IS_OPAQUE}) as opaque, count(*) filter (${isDocument}) as odd from odd_payout p where list = ${list}`,
  );
  if (opaque < FEWEST_ROWS) return false;
  const { plain } = columns.has('id_class')
    ? await database.one<{ plain: bigint }>(
        `select count(*) filter (${isDocument}) as plain from ${table} p where not odd and ${isBody}`,
      )
    : { plain: 0n };
  if ((odd + plain) * 10n > opaque) return false;
  await database.run(
    `update odd_payout as p set id_class = ${idClass('opaque')}, other_id = coalesce(p.other_id, ${FOLDED})
    where list = ${list} and ${idIs('malformed', 'other-document')}`,
  );
  return true;
}

/** A list as far as is looked to see whether its numbers ascend. */
const LOOKED_AT = 10_000;
/** Serial numbers ascend or descend by one, and by a little more where rows were taken out. */
const LARGEST_STEP = 10;
const FEWEST_SERIALS = 3;

/**
 * The rows of a list without its other numbers where these only count its rows: 1001, 1002 … tell nobody apart from those of another
 * list, which begins to count at the same number.
 */
export async function withoutSerials(database: Database, plain: PlainRows): Promise<PlainRows> {
  const { list, table, row, isBody, columns } = plain;
  const ofPlain = columns.has('other_id')
    ? `select ${row} as row, other_id from ${table} p where not odd and ${isBody} union all `
    : '';
  const { numbers, steps } = await database.one<{ numbers: bigint; steps: bigint }>(
    `select count(*) as numbers, count(*) filter (abs(number - before) between 1 and ${LARGEST_STEP} and prefix = last_prefix) as steps
    from (
      select number, prefix, lag(number) over (order by row) as before, lag(prefix) over (order by row) as last_prefix
      from (
        select row, try_cast(regexp_extract(other_id, '[0-9]{1,15}$') as bigint) as number,
          regexp_replace(other_id, '[0-9]{1,15}$', '') as prefix
        from (${ofPlain}select row, other_id from odd_payout where list = ${list})
        where other_id is not null order by row limit ${LOOKED_AT}
      )
    )`,
  );
  if (numbers < FEWEST_SERIALS || steps * 2n < numbers) return plain;
  await database.run(`update odd_payout set other_id = null where list = ${list}`);
  return { ...plain, columns: new Set([...columns].filter((name) => name !== 'other_id')) };
}
