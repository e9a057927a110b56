import type { CheckedGroups } from '../../checks/group/check-groups.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import type { NotLooked } from '../../domain/run/manifest.ts';
import type { Coverage } from '../../totals/cover/coverage.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import type { Reconciliation } from '../../totals/reconcile/reconciliation.ts';
import { PAIR_RULE } from '../cases/case-book.ts';
import type { Progress, UnitProgress } from '../cases/progress.ts';

/**
 * What there is to do, the most urgent first: what makes every other figure wrong; then what is wrong with money that is about to
 * leave, or did not arrive, and who gets none; then what others are waited for; then what they have not been asked yet.
 */
const TODOS = [
  'register', // lines of the register that were changed
  'outliers', // amounts out of all proportion
  'stop', // payouts that are not to be made
  'failed', // payouts that the bank could not make
  'unpaid', // payouts that ought to have arrived by now
  'omitted', // people whom no list has
  'overdue', // cases that nobody answered in time
  'plan', // where the plan does not add up, or plan and lists disagree
  'place', // payouts that belong to nothing in the plan
  'fix', // rows with an error that stay among those to be paid
  'settle', // cases that are so, and not settled
  'again', // cases to be asked again
  'send', // cases that have not gone out
  'review', // people who may be one
  'lacking', // people who are on a list, and lack what is due to them
  'lists', // what there are no files of, so that nobody looked at it
  'rosters',
  'returns',
] as const;
export type TodoKind = (typeof TODOS)[number];

export interface Todo {
  readonly kind: TodoKind;
  /** Rows, people or cases. */
  readonly count: number;
  readonly amount: Fen | null;
  /** Of so many units; null where that says nothing. */
  readonly units: number | null;
}

/** What was found, as far as it decides what is to be done; null is what nobody looked at. */
export interface RunFacts {
  /** On the campaign, and where plan and lists disagree. */
  readonly planned: readonly Finding[];
  readonly listed: Listed | null;
  readonly pairs: Pick<CheckedGroups, 'groups'> | null;
  readonly takenOut: { readonly rows: number; readonly amount: Fen } | null;
  /** Payouts of no department or measure of the campaign. */
  readonly nowhere: { readonly rows: number; readonly amount: Fen };
  /** Rows with errors that stay among those to be paid. */
  readonly withErrors: number;
  readonly coverage: Pick<Coverage, 'total' | 'lacking'> | null;
  readonly reconciliation: Pick<Reconciliation, 'total' | 'outliers'> | null;
  /** Whether everything ought to be paid by now. */
  readonly isDue: boolean;
  readonly progress: Pick<Progress, 'phases' | 'money'>;
  readonly units: readonly Pick<UnitProgress, 'phases'>[];
  /** Lines of the register that are not as they were written. */
  readonly faults: number;
  /** What there are no files for. */
  readonly notLooked: readonly NotLooked[];
}

/** Everything that is to be done, in the order of `TODOS`. */
export function todosOf(facts: RunFacts): Todo[] {
  const { planned, listed, takenOut, withErrors, coverage, reconciliation, isDue, progress, units, faults } = facts;
  const { phases, money } = progress;
  const { failed, open } = reconciliation?.total ?? {};
  const far = reconciliation?.outliers.open ?? { rows: 0, amount: 0n };
  const asked = facts.pairs?.groups.filter(({ rule }) => rule.id === PAIR_RULE) ?? [];
  const unitsWith = (phase: keyof Progress['phases']) => units.filter((unit) => unit.phases[phase] > 0).length;
  const isMissing = (files: NotLooked) => some(facts.notLooked.includes(files) ? 1 : 0);
  const found: Readonly<Record<TodoKind, Omit<Todo, 'kind'>>> = {
    register: some(faults),
    outliers: some(listed?.outliers.rows, listed?.outliers.amount),
    stop: some(takenOut?.rows, takenOut?.amount),
    failed: some(failed?.count, failed?.amount),
    // What is out of all proportion is told by itself, and would hide how much there is to ask for.
    unpaid: isDue && open ? some(open.count - far.rows, open.amount - far.amount) : some(0),
    omitted: some(coverage?.total.omitted),
    overdue: some(phases.overdue, null, unitsWith('overdue')),
    plan: some(planned.filter(({ severity }) => severity === 'error').length),
    place: some(facts.nowhere.rows, facts.nowhere.amount),
    fix: some(withErrors),
    settle: some(phases.settling, money.unsettled),
    again: some(phases.again, null, unitsWith('again')),
    send: some(phases.new, null, unitsWith('new')),
    review: some(
      asked.reduce((sum, { count }) => sum + count, 0),
      asked.reduce((sum, { amount }) => sum + amount, 0n),
    ),
    lacking: some(coverage?.lacking.people),
    lists: isMissing('lists'),
    rosters: isMissing('rosters'),
    returns: isMissing('returns'),
  };
  return TODOS.flatMap((kind) => (found[kind].count > 0 ? [{ kind, ...found[kind] }] : []));
}

const some = (count = 0, amount: Fen | null = null, units: number | null = null) => ({ count, amount, units });
