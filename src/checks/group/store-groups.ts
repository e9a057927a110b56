import { SEVERITIES, type Severity } from '../../domain/finding.ts';
import { position } from '../../engine/position.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { type Common, type GroupQuery, MAY_BE_UNKNOWN, OF_PAYOUTS, type Taken } from './group-rule.ts';
import { isFoundAlone, PART } from './surely-one.ts';

/** Columns have room for so many things that the rows of a group have in common. */
const MOST_COMMON = 4;
const KEYS = Array.from({ length: MOST_COMMON }, (_, index) => `k${index}`);

/** SQL: the order of groups by where their rows stand, and then by what those have in common: threads find them in any. */
export const inOrder = (groups: string): string =>
  ['first', 'last', 'query', ...KEYS].map((column) => `${groups}.${column}`).join(', ');

/** SQL: where a row stands, as one number in the order of the lists. */
const POSITION = position('r');

/** Makes the table of findings on groups of rows; `key` columns are what those have in common, by the query that found them. */
export async function createGroups({ database }: ResolvedLists): Promise<void> {
  await database.run(`create or replace temp table found_group (rule usmallint, query usmallint, severity utinyint,
    ${KEYS.map((key) => `${key} bigint`).join(', ')}, at_stake bigint, first bigint, last bigint, detail varchar, says varchar, doubtful boolean)`);
}

/**
 * Finds the groups of a query. `set` is the severity that the campaign gives the rule, `doubts` what rows are not always certain to be.
 * @returns how many there are.
 */
export async function storeGroups(
  { database, earlier }: ResolvedLists,
  at: { readonly rule: number; readonly query: number; readonly own: Severity },
  query: GroupQuery,
  set: Severity | undefined,
  doubts: ReadonlySet<Taken['as']>,
): Promise<number> {
  const keys = query.by.map((column) => `r.${column}`);
  const grouped = `from ${query.from} r where ${query.where} group by ${keys.join(', ')}`;
  const having =
    OF_PAYOUTS.includes(query.from) && earlier.length > 0
      ? `(${query.having}) and not bool_and(r.earlier)`
      : query.having;
  const detail = query.detail ? [JSON.stringify(query.detail)] : []; // what is bound is planned twice
  const store = (candidates: boolean, having: string, atStake: string) => {
    const candidate = query.by.map((column) => isSame(column, `c.${column}`)).join(' and ');
    return database.made(
      `insert into found_group
      select ${at.rule}, ${at.query}, ${severitySql(query, at.own, set)},
        ${KEYS.map((key, index) => keys[index] ?? `null as ${key}`).join(', ')}, ${atStake}, min(${POSITION}), max(${POSITION}), ${detail.length > 0 ? '$1' : 'null'}, ${query.says ?? 'null'}, false
      from ${query.from} r ${candidates ? `join candidate c on ${candidate}` : ''} where ${query.where}
      group by ${keys.join(', ')} having ${having}`,
      detail,
    );
  };
  const kept = Object.entries(query.keeps ?? {}).map(([name, sql]) => `, ${sql} as ${name}`);
  const mayBe = query.most
    ? null
    : await database.made(
        `create or replace temp table candidate as select ${keys.join(', ')}${kept.join('')} ${grouped} having ${having}`,
      );
  const sure = [query.sure ?? 'true', ...(query.most ? [having] : [])].join(' and ');
  const found = mayBe === 0 ? 0 : await store(!query.most, sure, query.atStake);
  if (!query.taken || !doubts.has(query.taken.as)) return found;
  // What certainly is so is not undone by what is only confirmed to go with it.
  const alone =
    await database.made(`create or replace temp table candidate as select distinct ${query.by.join(', ')} from (
    select ${keys.join(', ')} ${grouped}, ${PART[query.taken.as]} having ${isFoundAlone(query)})
    except select ${query.by.map((_, index) => KEYS[index]).join(', ')} from found_group where rule = ${at.rule} and query = ${at.query}`);
  const more = alone === 0 ? 0 : await store(true, 'true', `case when ${query.atStake} > 0 then ${query.atStake} end`);
  if (found + more > 0) await lowerDoubtful(database, { ...at, of: query }, query.taken);
  return found + more;
}

/** What the rule would not find of rows that certainly are one is doubtful, and one severity lower. */
async function lowerDoubtful(database: ResolvedLists['database'], ran: Ran, { as }: Taken): Promise<void> {
  const own = `rule = ${ran.rule} and query = ${ran.query} and ${mayBeDoubtful(ran.of, as)}`;
  await database.run(`update found_group set doubtful = true, severity = least(severity + 1, ${severityIs('hint')})
    where ${own} and rowid not in (
      select f.finding from ${rowsIn(ran, `select *, rowid as finding from found_group where ${own}`)}
      group by f.finding, ${PART[as]} having ${isFoundAlone(ran.of)})`);
}

/** SQL on `found_group`: only of people who are not certainly one is there anything to doubt. */
function mayBeDoubtful({ by }: GroupQuery, as: Taken['as']): string {
  const key = KEYS[by.indexOf('identity')];
  return as === 'person' && key ? `${key} in (select identity from confirmed_person)` : 'true';
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

interface Ran {
  readonly rule: number;
  readonly query: number;
  readonly of: GroupQuery;
}

/** SQL: the groups `f` of a query with their rows `r`, to select from. */
function rowsIn({ rule, query, of }: Ran, groups: string): string {
  const same = of.by.map((column, index) => isSame(column, `f.${KEYS[index]}`)).join(' and ');
  return `(${groups}) f join ${of.from} r on ${same} where f.rule = ${rule} and f.query = ${query} and (${of.where})`;
}

/**
 * SQL: every row of the groups `f` that queries have found: `finding`, `list`, `row`, whose it is (`identity`, `home`), and what it
 * has in common with those that are certainly one person's, or of one household, where they are taken for that (`part`).
 */
export function rowsOfGroups(queries: readonly Ran[], groups: string): string {
  if (queries.length === 0)
    return `select 0::bigint as finding, 0::usmallint as list, 0::uinteger as row, 0::bigint as identity, 0::bigint as home,
      0::bigint as part where false`;
  return queries
    .map((ran) => {
      const home = ran.of.from === 'repeated' ? 'null' : 'r.home';
      const part = ran.of.taken ? PART[ran.of.taken.as] : 'null';
      return `select f.finding, r.list, r.row, r.identity, ${home}::bigint as home, ${part}::bigint as part from ${rowsIn(ran, groups)}`;
    })
    .join(' union all ');
}

/** SQL: of the groups `f` that queries have found, the parts (`finding`, `part`) that certainly are one and that the rule would find alone. */
export function partsFoundAlone(queries: readonly Ran[], groups: string): string {
  const taken = queries.flatMap((ran) => (ran.of.taken ? [{ ran, part: PART[ran.of.taken.as] }] : []));
  if (taken.length === 0) return 'select 0::bigint as finding, 0::bigint as part where false';
  return taken
    .map(
      ({ ran, part }) =>
        `select f.finding, ${part} as part from ${rowsIn(ran, groups)} group by f.finding, ${part} having ${isFoundAlone(ran.of)}`,
    )
    .join(' union all ');
}
