import { SEVERITIES, type Severity } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import type { Wanting } from '../../domain/row/wanting.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { LoadedList } from '../../engine/load.ts';
import { ROW_RULES } from './index.ts';
import type { PassedOver, RowRule, RowSearch } from './row-rule.ts';

/** Payouts of one list and one measure (its index) that a rule passed over in silence, if nobody said so. */
export interface PassedOverRows {
  readonly rule: RowRule;
  readonly why: Wanting;
  readonly list: LoadedList;
  readonly measure: number;
  readonly rows: number;
  readonly amount: Fen;
}

/** What keeps a verdict from being good: of rows with less than that nobody says so twice. */
const TOLD: readonly Severity[] = ['error', 'warning'];

/** Counts what rules passed over; asks the table `finding` for what was told instead. */
export async function passedOverRows(
  { database, lists, campaign }: Lists,
  rules: readonly RowRule[],
  search: RowSearch,
): Promise<PassedOverRows[]> {
  const asked: { readonly rule: RowRule; readonly passed: PassedOver }[] = [];
  for (const rule of rules) {
    for (const passed of (await rule.passesOver?.(search)) ?? []) {
      // What a campaign does not say is wanting only where there is one.
      if (campaign || passed.why === 'too-few') asked.push({ rule, passed });
    }
  }
  if (asked.length === 0) return [];
  const counted = asked.map(
    ({ passed: { where, join = '', toldBy = [] } }, number) => `select ${number} as number, p.list, p.measure,
      count(*) as rows, coalesce(sum(p.amount), 0) as amount
    from payout p ${join} where coalesce(p.amount, 1) > 0 and (${where})${toldBy.length > 0 ? ` and ${notTold(toldBy)}` : ''}
    group by p.list, p.measure`,
  );
  const rows = await database.all<Row & { number: number; list: number; measure: number; rows: bigint; amount: Fen }>(
    `${counted.join(' union all ')} order by 1, 2, 3`,
  );
  return rows.flatMap(({ number, list: at, measure, rows, amount }) => {
    const [one, list] = [asked[number], lists[at]];
    return one && list ? [{ rule: one.rule, why: one.passed.why, list, measure, rows: Number(rows), amount }] : [];
  });
}

function notTold(toldBy: readonly string[]): string {
  const rules = ROW_RULES.flatMap(({ id }, index) => (toldBy.includes(id) ? [index] : []));
  const severities = TOLD.map((severity) => SEVERITIES.indexOf(severity));
  return `not exists (select 1 from finding f where f.list = p.list and f.row = p.row
    and f.rule in (${rules.join(', ')}) and f.severity in (${severities.join(', ')}))`;
}
