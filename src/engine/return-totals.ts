import { OUTCOMES, type OutcomeWords, readOutcome } from '../domain/row/bank-outcome.ts';
import type { ListTotal } from '../domain/row/list-total.ts';
import type { Database, Row } from './database.ts';
import { type Beside, type WrongTotal, wrongTotals } from './list-totals.ts';
import type { PlainRows } from './plain-rows.ts';

/**
 * Compares what a bank return says of itself with its rows. A total may be of all that were asked for, or of those that were paid, or
 * failed, alone: only what is none of these contradicts.
 */
export async function wrongReturnTotals(
  database: Database,
  plain: PlainRows,
  totals: readonly ListTotal[],
  { outcomes, ...beside }: Beside & { readonly outcomes: OutcomeWords },
): Promise<WrongTotal[]> {
  let wrong = await wrongTotals(database, plain, totals, beside);
  if (wrong.length === 0) return wrong;
  for (const only of await eachOutcome(database, plain, outcomes)) {
    const alone = await wrongTotals(database, plain, totals, { ...beside, only });
    wrong = wrong.filter((one) => alone.some(({ row, of }) => row === one.row && of === one.of));
  }
  return wrong;
}

/** SQL that leaves of the rows `p` those of one outcome each; nothing where the bank does not say what came of them. */
async function eachOutcome(
  database: Database,
  { list, table, columns, isBody }: PlainRows,
  words: OutcomeWords,
): Promise<string[]> {
  const plain = ['result', 'reason'].map((name) => (columns.has(name) ? name : `null as ${name}`)).join(', ');
  const said = await database.all<Row & { result: string | null; reason: string | null }>(
    `select distinct result, reason from (select ${plain} from ${table} p where not odd and ${isBody}
      union all select result, reason from odd_payout where list = ${list})`,
  );
  const read = said.map(({ result, reason }) => {
    const outcome = readOutcome(result ?? '', words) ?? readOutcome(reason ?? '', words, result === null);
    return [result, reason, outcome === null ? OUTCOMES.length : OUTCOMES.indexOf(outcome)] as const;
  });
  const outcomes = [...new Set(read.map(([, , outcome]) => outcome))];
  if (outcomes.length < 2) return [];
  await database.run('create or replace temp table outcome_here (result varchar, reason varchar, outcome utinyint)');
  await database.append('outcome_here', read);
  return outcomes.map(
    (outcome) => `semi join (select * from outcome_here where outcome = ${outcome}) o
      on o.result is not distinct from p.result and o.reason is not distinct from p.reason`,
  );
}
