import { SEVERITIES, type Severity } from '../../domain/finding.ts';
import { type Fen, yuan } from '../../domain/money.ts';
import type { RunFigures } from '../../domain/run/manifest.ts';
import type { Coverage } from '../../totals/cover/coverage.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import type { Reconciliation } from '../../totals/reconcile/reconciliation.ts';

/** What the figures of a run are taken from; null is what nobody looked at. */
interface Counted {
  readonly listed: Listed | null;
  readonly takenOut: { readonly rows: number; readonly amount: Fen } | null;
  /** On the campaign, its plan and everything else. */
  readonly found: Readonly<Record<Severity, number>>;
  readonly coverage: Pick<Coverage, 'total'> | null;
  readonly reconciliation: Pick<Reconciliation, 'total'> | null;
}

/** The figures by which a run is compared with the next: what nobody looked at has none. */
export function runFigures({ listed, takenOut, found, coverage, reconciliation }: Counted): RunFigures {
  const [errors = 0, warnings = 0, hints = 0] = SEVERITIES.map((severity) => found[severity]);
  const { paid, failed } = reconciliation?.total ?? {};
  return {
    ...(listed && {
      payouts: String(listed.payouts),
      persons: String(listed.persons),
      amount: yuan(listed.amount),
    }),
    ...(takenOut && { takenOut: String(takenOut.rows), takenOutAmount: yuan(takenOut.amount) }),
    errors: String(errors),
    warnings: String(warnings),
    hints: String(hints),
    ...(coverage && {
      eligible: String(coverage.total.eligible),
      reached: String(coverage.total.reached),
      omitted: String(coverage.total.omitted),
    }),
    ...(paid && { paid: String(paid.count), paidAmount: yuan(paid.amount) }),
    ...(failed && { failed: String(failed.count), failedAmount: yuan(failed.amount) }),
  };
}
