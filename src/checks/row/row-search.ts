import { SEVERITIES } from '../../domain/finding.ts';
import type { Row } from '../../engine/database.ts';
import { everyList } from '../../engine/lists.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { outliersIn } from '../../totals/lists/outliers.ts';
import { splitPayments } from '../group/split-payments.ts';
import type { Judged, RowSearch, RowsFrom } from './row-rule.ts';

/** Joins no verdict at all. */
const NOTHING_FOUND: Judged = {
  isEmpty: true,
  join: 'join (select null::utinyint as severity, null::varchar as detail where false) nothing on true',
  severity: 'nothing.severity',
  detail: 'nothing.detail',
};

/** What row rules may ask of these lists. */
export function searchIn(
  read: ResolvedLists,
  { today, from, isRun }: Pick<RowSearch, 'today' | 'isRun'> & { readonly from: RowsFrom },
): RowSearch {
  const { database, campaign, assignments } = read;
  let tables = 0;
  return {
    lists: from === 'any_row' ? everyList(read) : read.lists,
    campaign,
    assignments,
    today,
    isRun,
    outliers: () => outliersIn(read),
    splits: () => splitPayments({ lists: read }),
    judge: async (columns, where, verdict): Promise<Judged> => {
      tables += 1;
      const table = `judged_${tables}`;
      const names = Object.keys(columns) as (keyof typeof columns & string)[];
      const combined = `create or replace temp table ${table} as select row_number() over () as number, * from
        (select distinct ${names.map((name) => `${columns[name]} as ${name}`).join(', ')} from ${from} p where ${where})`;
      const count = await database.made(combined);
      const verdicts: [number, number | null, string][] = [];
      const stored = count > 0 ? database.stream<Row & { number: bigint }>(`select * from ${table}`) : [];
      for await (const batch of stored) {
        for (const { number, ...combination } of batch) {
          const found = verdict(combination as Readonly<Record<keyof typeof columns & string, unknown>>);
          if (!found) continue;
          const severity = found.severity ? SEVERITIES.indexOf(found.severity) : null;
          verdicts.push([Number(number), severity, JSON.stringify(found.detail ?? {})]);
        }
      }
      if (verdicts.length === 0) return NOTHING_FOUND;
      await database.run(
        `create or replace temp table ${table}_found (number integer, severity utinyint, detail varchar)`,
      );
      await database.append(`${table}_found`, verdicts);
      const same = names.map((name) => `(${columns[name]}) is not distinct from ${table}.${name}`).join(' and ');
      return {
        join: `join (select * from ${table} join ${table}_found using (number)) ${table} on ${same} and (${where})`,
        severity: `${table}.severity`,
        detail: `${table}.detail`,
      };
    },
  };
}
