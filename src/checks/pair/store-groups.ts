import { SEVERITIES, type Severity } from '../../domain/finding.ts';
import type { Lists } from '../../engine/lists.ts';
import { type Common, type GroupQuery, HOMES, PERSONS } from './pair-rule.ts';

/** Columns have room for so many things that the rows of a group have in common. */
const MOST_COMMON = 4;
const KEYS = Array.from({ length: MOST_COMMON }, (_, index) => `k${index}`);

/** SQL: where a row stands, as one number in the order of the lists. */
const POSITION = '(r.list::bigint * 4294967296 + r.row)';

/** Makes the table of findings on groups of rows; `key` columns are what those have in common, by the query that found them. */
export async function createGroups({ database }: Lists): Promise<void> {
  await database.run(`create or replace temp table found_group (rule usmallint, query usmallint, severity utinyint,
    ${KEYS.map((key) => `${key} bigint`).join(', ')}, rows integer, persons integer, homes integer, at_stake bigint,
    first bigint, detail varchar)`);
}

/** Finds the groups of a query. `set` is the severity that the campaign gives the rule. */
export async function storeGroups(
  { database, earlier }: Lists,
  at: { readonly rule: number; readonly query: number; readonly own: Severity },
  query: GroupQuery,
  set: Severity | undefined,
): Promise<void> {
  const keys = query.by.map((column) => `r.${column}`);
  const having = earlier.length > 0 ? `(${query.having}) and not bool_and(r.earlier)` : query.having;
  if (!query.most) {
    await database.run(`create or replace temp table candidate as
      select ${keys.join(', ')} from ${query.from} r where ${query.where} group by all having ${having}`);
  }
  await database.run(
    `insert into found_group
    select ${at.rule}, ${at.query}, ${severitySql(query, at.own, set)},
      ${KEYS.map((key, index) => (keys[index] ? `any_value(${keys[index]})` : `null as ${key}`)).join(', ')},
      count(*), ${query.by.includes('identity') ? 1 : PERSONS}, ${isHome(query) ? 1 : HOMES}, ${query.atStake}, min(${POSITION}), $1
    from ${query.from} r ${query.most ? '' : `join candidate c on ${sameIn(query.by, 'c')}`} where ${query.where}
    group by ${keys.join(', ')} having ${[query.sure ?? 'true', ...(query.most ? [having] : [])].join(' and ')}`,
    [query.detail ? JSON.stringify(query.detail) : null],
  );
}

/** Is every group one household, or one person, whose households are not asked for? */
const isHome = ({ by }: GroupQuery) => by.includes('identity') || by.includes('household') || by.includes('home');

function severitySql({ severity }: GroupQuery, own: Severity, set: Severity | undefined): string {
  const number = (name: Severity) => String(SEVERITIES.indexOf(name));
  if (set) return number(set);
  if (typeof severity === 'object') return `coalesce(${severity.sql}, ${number(own)})`;
  return number(severity ?? own);
}

/** SQL: the number of a severity, for a query's own. */
export const severityIs = (name: Severity): number => SEVERITIES.indexOf(name);

/** SQL: has a row `r` the same in these columns as `other`? */
function sameIn(by: readonly Common[], other: string): string {
  return by.map((column) => `r.${column} is not distinct from ${other}.${column}`).join(' and ');
}

/** SQL: every row of the groups `f` that queries have found: `finding`, `list`, `row`. */
export function rowsOfGroups(
  queries: readonly { readonly rule: number; readonly query: number; readonly of: GroupQuery }[],
  groups: string,
): string {
  if (queries.length === 0) return 'select 0::bigint as finding, 0::usmallint as list, 0::uinteger as row where false';
  return queries
    .map(({ rule, query, of }) => {
      const same = of.by.map((column, index) => `r.${column} is not distinct from f.${KEYS[index]}`).join(' and ');
      return `select f.finding, r.list, r.row from (${groups}) f join ${of.from} r on ${same}
        where f.rule = ${rule} and f.query = ${query} and (${of.where})`;
    })
    .join(' union all ');
}
