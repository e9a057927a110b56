import type { CheckedGroups } from '../../checks/group/check-groups.ts';
import { heldDoubles } from '../../checks/group/held-doubles.ts';
import { type HasLeft, keyOf, removedRows } from '../../checks/group/removed-rows.ts';
import { rowsOfGroups, severityIs } from '../../checks/group/store-groups.ts';
import { GROUP_RULES } from '../../checks/group-rules.ts';
import { ROW_RULES } from '../../checks/row/index.ts';
import type { Hold } from '../../domain/pay/fate.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';

/** What checks have against rows, by `keyOf` of a row. */
export interface FoundHolds {
  readonly holds: ReadonlyMap<string, readonly Hold[]>;
  /** Rules that found an error between a row and others, which holds nothing back and is said. */
  readonly between: ReadonlyMap<string, readonly string[]>;
  /** Rows of which the check of accounts says that theirs is wrong; where so many are like it that they may be right, it only hints. */
  readonly wrongAccounts: ReadonlySet<string>;
}

interface RuleRow extends Row {
  readonly list: number;
  readonly row: number;
  readonly rule: number;
}

/** Rules on single rows that are about the account alone: a corrected one settles what they found. */
const OF_ACCOUNT: ReadonlySet<string> = new Set(['account-damaged', 'account-malformed', 'not-through-bank']);

/** Everything that rules found which keeps a row from being paid. Rows that were taken out or wait name the one that is paid instead. */
export async function foundHolds(
  lists: ResolvedLists,
  pairs: CheckedGroups,
  hasLeft: HasLeft,
  placeOf: (row: { readonly list: number; readonly row: number }) => string,
): Promise<FoundHolds> {
  const holds = new Map<string, Hold[]>();
  const add = (key: string, hold: Hold) => {
    const own = holds.get(key);
    if (own) own.push(hold);
    else holds.set(key, [hold]);
  };
  const removed = await removedRows(lists, pairs, hasLeft);
  for (const row of removed) add(keyOf(row), { kind: 'removed', detail: row.rule });
  const doubles = await heldDoubles(lists, pairs, removed, hasLeft);
  for (const row of doubles) {
    add(keyOf(row), { kind: 'double', detail: `${row.rule} ${placeOf(row.instead)}` });
  }
  for (const row of await blockedRows(lists, pairs)) add(keyOf(row), { kind: 'blocked', detail: 'blocked-payee' });
  for (const row of await takenBack(lists)) add(keyOf(row), { kind: 'taken-back', detail: '' });
  const wrongAccounts = new Set<string>();
  const malformed = ROW_RULES.findIndex(({ id }) => id === 'account-malformed');
  const own = await lists.database.all<RuleRow & { severity: number }>(
    `select distinct list, row, rule, severity from finding
    where (severity = ${severityIs('error')} or rule = ${malformed}) and list < ${lists.lists.length} order by list, row, rule`,
  );
  for (const { rule, severity, ...row } of own) {
    const { id = '' } = ROW_RULES[rule] ?? {};
    if (rule === malformed && severity !== severityIs('hint')) wrongAccounts.add(keyOf(row));
    if (severity === severityIs('error'))
      add(keyOf(row), { kind: 'row-error', detail: id, ofAccount: OF_ACCOUNT.has(id) });
  }
  return { holds, wrongAccounts, between: await errorsBetween(lists, pairs, [...removed, ...doubles]) };
}

/** Rows of whoever stands on a roster of people who must not be paid, certainly or perhaps, for whatever reason. */
async function blockedRows({ database, lists }: Lists, { ran }: CheckedGroups) {
  const index = GROUP_RULES.findIndex(({ id }) => id === 'blocked-payee');
  const queries = ran.filter(({ rule }) => rule === index);
  if (queries.length === 0) return [];
  const groups = `select *, rowid as finding from found_group where rule = ${index}`;
  return database.all<{ list: number; row: number }>(
    `select distinct list, row from (${rowsOfGroups(queries, groups)}) where list < ${lists.length} order by list, row`,
  );
}

/** Payments to whoever has given something of that measure back. */
async function takenBack({ database }: Lists) {
  return database.all<{ list: number; row: number }>(
    `select list, row from resolved where not earlier and amount > 0
      and (identity, measure) in (select (identity, measure) from resolved where not earlier and amount < 0) order by list, row`,
  );
}

/** Errors between rows of which none is taken out or waits: those are settled by that. */
async function errorsBetween(
  { database, lists }: Lists,
  { ran }: CheckedGroups,
  settled: readonly { readonly list: number; readonly row: number }[],
): Promise<Map<string, string[]>> {
  await database.run('create or replace temp table removed_row (list usmallint, row uinteger)');
  await database.append(
    'removed_row',
    settled.map(({ list, row }) => [list, row]),
  );
  const groups = `select *, rowid as finding from found_group where severity = ${severityIs('error')}`;
  const rows = await database.all<RuleRow>(
    `with g as materialized (select finding, list, row from (${rowsOfGroups(ran, groups)}))
    select distinct g.list, g.row, f.rule from g join found_group f on f.rowid = g.finding
    where g.list < ${lists.length} and g.finding not in (select finding from g semi join removed_row using (list, row))
    order by g.list, g.row, f.rule`,
  );
  const between = new Map<string, string[]>();
  for (const { rule, ...row } of rows) {
    const key = keyOf(row);
    between.set(key, [...(between.get(key) ?? []), GROUP_RULES[rule]?.id ?? '']);
  }
  return between;
}
