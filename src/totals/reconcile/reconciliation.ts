import { groupedBy } from '../../domain/grouped-by.ts';
import type { MatchedChains } from '../../domain/pay/match-chains.ts';
import type { Row } from '../../engine/database.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import type { Budget } from '../budget/budget.ts';
import type { MeasureBudget } from '../budget/measure-budget.ts';
import { batchesOf } from '../lists/batches.ts';
import { inAssignedOrder } from '../lists/listed.ts';
import { type FailureSum, failureSums } from './failures.ts';
import type { KeyedLedger, KnownPayout } from './known-payouts.ts';
import { matchPayments } from './match-payments.ts';
import { matchReferences } from './match-references.ts';
import { createMentioned, IS_MENTIONED } from './mentioned.ts';
import { outlierSums, type ReconciledOutliers } from './outlier-sums.ts';
import { createPayments, type ReturnEntry } from './payments.ts';
import { addedUp, type Reconciled, reconciled, type StateSum, type Unmentioned, unmentionedOf } from './reconciled.ts';
import { runsOf } from './return-scope.ts';
import { type ReturnedRows, returnedRows } from './returned-rows.ts';

export interface ReconciledMeasure extends Reconciled {
  /** As the campaign calls them, else as the lists do; empty where those don't say. */
  readonly department: string;
  readonly measure: string;
  /** Null where the campaign does not have the measure. */
  readonly plan: MeasureBudget | null;
  /** How many people these payouts are; null where that does not matter, since they are no more than the people of the plan. */
  readonly persons: number | null;
  /** What no bank return speaks of, by batch, and the first list that it stands on. */
  readonly unmentionedOf: readonly Unmentioned[];
}

export interface Reconciliation {
  /** The campaign's measures in its order, then what only lists name. */
  readonly measures: readonly ReconciledMeasure[];
  /** By the index of the department among the lists'. */
  readonly departments: ReadonlyMap<number, Reconciled>;
  readonly total: Reconciled;
  readonly outliers: ReconciledOutliers;
  readonly returns: readonly ReturnedRows[];
  /** What failed, or was taken back, by the bank’s reasons. */
  readonly failures: readonly FailureSum[];
  /** Which payouts were in batches; null where there is no ledger of them. */
  readonly batched: MatchedChains<KnownPayout> | null;
}

/** Matches bank returns with the payouts of lists that were resolved to people, and adds up what came of them; by the references that a ledger gave them first. */
export async function reconciliationOf(
  lists: ResolvedLists,
  entries: readonly ReturnEntry[],
  budget: Budget | null,
  keyed: KeyedLedger | null | undefined = null,
): Promise<Reconciliation> {
  await createPayments(lists, entries, lists.campaign?.outcomes ?? {});
  const batched = keyed ? await matchReferences(lists, keyed) : null;
  await matchPayments(lists, runsOf(lists, entries));
  await createMentioned(lists, entries);
  const { departments: named, measures: known } = lists.assignments;
  const sums = await sumsByMeasure(lists);
  const sumsOf = groupedBy(sums, ({ measure }) => known[measure]?.measure.is ?? null);
  const ofDepartment = groupedBy(sums, ({ department }) => department);
  const planned = (budget?.departments ?? []).flatMap(({ department, measures }) =>
    measures
      .filter(({ measure }) => measure.counts)
      .map((plan): ReconciledMeasure => {
        const own = sumsOf.get(plan.measure) ?? [];
        return {
          department: department.name,
          measure: plan.measure.name,
          plan,
          persons: null,
          ...addedUp(own.map(({ sum }) => sum)),
          unmentionedOf: own.flatMap(({ unmentionedOf }) => unmentionedOf),
        };
      }),
  );
  const isPlanned = new Set<unknown>(planned.map(({ plan }) => plan?.measure));
  const others = sums
    .filter(({ measure }) => !isPlanned.has(known[measure]?.measure.is))
    .map(
      ({ department, measure, sum, unmentionedOf }): ReconciledMeasure => ({
        department: named[department]?.name ?? '',
        measure: known[measure]?.measure.name ?? '',
        plan: null,
        persons: null,
        ...sum,
        unmentionedOf,
      }),
    );
  return {
    measures: [...(await withPersons(planned, lists)), ...others],
    departments: new Map(
      named.map((_, index) => [index, addedUp((ofDepartment.get(index) ?? []).map(({ sum }) => sum))]),
    ),
    total: addedUp(sums.map(({ sum }) => sum)),
    outliers: await outlierSums(lists),
    returns: await returnedRows(lists),
    failures: await failureSums(lists),
    batched,
  };
}

/** Of whom there are more payouts than the plan has people: somebody paid in two rounds is one of them. */
async function withPersons(planned: readonly ReconciledMeasure[], lists: ResolvedLists): Promise<ReconciledMeasure[]> {
  const { measures } = lists.assignments;
  const crowded = planned.flatMap(({ plan, listed }, at) => {
    const [only] = plan?.reach ?? [];
    return plan?.reach.length === 1 && only?.unit === 'persons' && BigInt(listed.count) > only.value
      ? measures.flatMap(({ measure: { is } }, index) => (is === plan.measure ? [[index, at] as const] : []))
      : [];
  });
  if (crowded.length === 0) return [...planned];
  const rows = await lists.database.all<Row & { place: number; persons: bigint }>(
    `select c.place, count(distinct r.identity) as persons from resolved r
    join (values ${crowded.map(([index, at]) => `(${index}, ${at})`).join(', ')}) c(measure, place) on c.measure = r.measure
    where not r.earlier and coalesce(r.amount, 1) > 0 group by c.place`,
  );
  const persons = new Map(rows.map((row) => [row.place, Number(row.persons)]));
  return planned.map((one, at) => ({ ...one, persons: persons.get(at) ?? null }));
}

/** In the order of the campaign, then of the names that lists give. */
async function sumsByMeasure(lists: ResolvedLists) {
  const rows = await lists.database.all<StateSum>(
    `select *, ${IS_MENTIONED} as mentioned from (
      select department, measure, batch, case when through_bank then state end as state, count(*) as count, sum(amount) as amount,
        sum(paid) as paid, min(list) as list from slot group by all) s`,
  );
  return [...groupedBy(rows, ({ measure }) => measure).values()]
    .flatMap((own) =>
      own.slice(0, 1).map(({ department, measure }) => ({
        department,
        measure,
        sum: reconciled(own),
        unmentionedOf: unmentionedOf(own, batchesOf(lists)),
      })),
    )
    .sort(inAssignedOrder(lists));
}
