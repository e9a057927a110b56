import { SEVERITIES, type Severity } from '../../domain/finding.ts';
import type { Lists } from '../../engine/lists.ts';
import { type Common, type GroupQuery, MAY_BE_UNKNOWN } from './pair-rule.ts';

/** Columns have room for so many things that the rows of a group have in common. */
const MOST_COMMON = 4;
const KEYS = Array.from({ length: MOST_COMMON }, (_, index) => `k${index}`);

/** SQL: where a row stands, as one number in the order of the lists. */
const POSITION = '(r.list::bigint * 4294967296 + r.row)';

/** Makes the table of findings on groups of rows; `key` columns are what those have in common, by the query that found them. */
export async function createGroups({ database }: Lists): Promise<void> {
  await database.run(`create or replace temp table found_group (rule usmallint, query usmallint, severity utinyint,
    ${KEYS.map((key) => `${key} bigint`).join(', ')}, at_stake bigint, first bigint,
    detail varchar)`);
}

/** Finds the groups of a query. `set` is the severity that the campaign gives the rule. */
export async function storeGroups(
  { database, earlier }: Lists,
  at: { readonly rule: number; readonly query: number; readonly own: Severity },
  query: GroupQuery,
  set: Severity | undefined,
): Promise<void> {
  const keys = query.by.map((column) => `r.${column}`);
  const isOfPayouts = query.from === 'resolved' || query.from === 'repeated';
  const having = isOfPayouts && earlier.length > 0 ? `(${query.having}) and not bool_and(r.earlier)` : query.having;
  const candidate = query.by.map((column) => isSame(column, `c.${column}`)).join(' and ');
  if (!query.most) {
    const kept = Object.entries(query.keeps ?? {}).map(([name, sql]) => `, ${sql} as ${name}`);
    await database.run(`create or replace temp table candidate as
      select ${keys.join(', ')}${kept.join('')} from ${query.from} r where ${query.where} group by ${keys.join(', ')} having ${having}`);
  }
  await database.run(
    `insert into found_group
    select ${at.rule}, ${at.query}, ${severitySql(query, at.own, set)},
      ${KEYS.map((key, index) => keys[index] ?? `null as ${key}`).join(', ')}, ${query.atStake}, min(${POSITION}), $1
    from ${query.from} r ${query.most ? '' : `join candidate c on ${candidate}`} where ${query.where}
    group by ${keys.join(', ')} having ${[query.sure ?? 'true', ...(query.most ? [having] : [])].join(' and ')}`,
    [query.detail ? JSON.stringify(query.detail) : null],
  );
}

function severitySql({ severity }: GroupQuery, own: Severity, set: Severity | undefined): string {
  const number = (name: Severity) => String(SEVERITIES.indexOf(name));
  if (set) return number(set);
  if (typeof severity === 'object') return `coalesce(${severity.sql}, ${number(own)})`;
  return number(severity ?? own);
}

/** SQL: the number of a severity, for a query's own. */
export const severityIs = (name: Severity): number => SEVERITIES.indexOf(name);

/** SQL: has a row `r` the same in this column as `other`? Where nothing is unknown, DuckDB can leave most rows out while it reads. */
function isSame(column: Common, other: string): string {
  return `r.${column} ${MAY_BE_UNKNOWN.includes(column) ? 'is not distinct from' : '='} ${other}`;
}

/** SQL: every row of the groups `f` that queries have found: `finding`, `list`, `row`, and whose it is: `identity`, `home`. */
export function rowsOfGroups(
  queries: readonly { readonly rule: number; readonly query: number; readonly of: GroupQuery }[],
  groups: string,
): string {
  if (queries.length === 0)
    return `select 0::bigint as finding, 0::usmallint as list, 0::uinteger as row, 0::bigint as identity, 0::bigint as home where false`;
  return queries
    .map(({ rule, query, of }) => {
      const same = of.by.map((column, index) => isSame(column, `f.${KEYS[index]}`)).join(' and ');
      const home = of.from === 'repeated' ? 'null' : 'r.home';
      return `select f.finding, r.list, r.row, r.identity, ${home}::bigint as home from (${groups}) f join ${of.from} r on ${same}
        where f.rule = ${rule} and f.query = ${query} and (${of.where})`;
    })
    .join(' union all ');
}
