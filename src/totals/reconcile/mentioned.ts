import type { Lists } from '../../engine/lists.ts';
import type { ReturnEntry } from './payments.ts';
import { scopeSql } from './return-scope.ts';

/**
 * Makes the tables `mentioned`, of the measures and batches that bank returns speak of, and `returned_whole`, of those of which an
 * entry says that it is all. A return speaks of what its entry names, and of what a payout of is tied to it by the same amount: another
 * amount may have been meant for something else, and counts only where nothing better does.
 */
export async function createMentioned(lists: Lists, entries: readonly ReturnEntry[]): Promise<void> {
  const { database, returns } = lists;
  const used = [...new Set(returns.map(({ source }) => source.input.entry ?? 0))].flatMap(
    (entry) => entries[entry] ?? [],
  );
  const ofScopes = (some: readonly ReturnEntry[]) =>
    some
      .flatMap((entry) => scopeSql(entry, lists) ?? [])
      .map((scope) => `select distinct measure, batch from slot where ${scope}`);
  const tied =
    'select measure, batch, file, bool_or(paid is null or paid = amount) as sure from slot where payment is not null group by all';
  await database.run(`create or replace temp table mentioned as
    with tied as materialized (${tied}), sure as (select distinct file from tied where sure)
    ${['select distinct measure, batch from tied where sure or file not in (from sure)', ...ofScopes(used)].join(' union ')}`);
  const whole = ofScopes(used.filter(({ complete }) => complete));
  await database.run(
    `create or replace temp table returned_whole as ${whole.length > 0 ? whole.join(' union ') : 'select measure, batch from slot where false'}`,
  );
}

/** SQL on a slot `s`: does any return speak of its measure and batch? Is what returns say of them all? */
export const IS_MENTIONED = '(s.measure, s.batch) in (select (measure, batch) from mentioned)';
export const IS_WHOLE = '(s.measure, s.batch) in (select (measure, batch) from returned_whole)';
