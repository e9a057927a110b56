import type { Fen } from '../../domain/money.ts';
import { NOWHERE } from '../../domain/row/wanting.ts';
import { isAmong } from '../../engine/among.ts';
import type { Assignments } from '../../engine/assignments.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { LoadedList } from '../../engine/load.ts';

type Nowhere = (typeof NOWHERE)[number];

/** Payouts of one list that belong to no measure of the campaign. */
export interface NowhereRows {
  readonly why: Nowhere;
  readonly list: LoadedList;
  /** As the list names it: an index among the lists' measures. */
  readonly measure: number;
  readonly rows: number;
  readonly amount: Fen;
}

/** The measures of lists (indexes) that the campaign does not have. */
export function nowhereMeasures({ departments, measures }: Assignments): Readonly<Record<Nowhere, number[]>> {
  const unknown = [...measures.entries()].filter(([, { measure }]) => !measure.is);
  const isOf = (isKnown: boolean) =>
    unknown.flatMap(([index, { department }]) => ((departments[department]?.is != null) === isKnown ? [index] : []));
  return { 'no-department': isOf(false), 'no-measure': isOf(true) };
}

/** What is paid of no measure of the campaign. */
export async function nowhereRows({ database, lists, campaign, assignments }: Lists): Promise<NowhereRows[]> {
  if (!campaign) return [];
  const measures = nowhereMeasures(assignments);
  const all = NOWHERE.flatMap((why) => measures[why]);
  if (all.length === 0) return [];
  const rows = await database.all<Row & { list: number; measure: number; rows: bigint; amount: Fen }>(
    `select list, measure, count(*) as rows, coalesce(sum(amount), 0) as amount from payout p
    where ${isAmong('measure', all)} and coalesce(amount, 1) > 0 group by list, measure order by list, measure`,
  );
  const ofKnown = new Set(measures['no-measure']);
  return rows.flatMap(({ list: at, measure, rows, amount }) => {
    const list = lists[at];
    const why = ofKnown.has(measure) ? 'no-measure' : 'no-department';
    return list ? [{ why, list, measure, rows: Number(rows), amount }] : [];
  });
}
