import { yuan } from '../../domain/money.ts';
import { standardOf } from '../../read/list/list-source.ts';
import type { ExaminedList } from '../../report/lists/examined-lists.ts';
import { partOf } from '../../report/lists/inputs-sheet.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import { usualAmount } from '../../totals/lists/usual-amount.ts';
import type { Reconciled, Sum } from '../../totals/reconcile/reconciled.ts';

/** A list as it was read, with its row equation. */
export function inputRecord({ source, rows, payouts, setAside, rejected, hiddenRows }: ExaminedList) {
  const { batch, paid } = source.input;
  const [part, standard] = [partOf(source.head), standardOf(source)];
  return {
    ...source.origin,
    sheet: source.sheet,
    ...(part === null ? {} : { part }),
    ...(standard ? { standard: standard.text } : {}),
    batch,
    paid,
    rows,
    payouts,
    setAside,
    rejected,
    hiddenRows,
  };
}

/** What was listed, for one department, measure or the whole. */
export function listedRecord(listed: Listed) {
  const { payouts, persons, households, amount, withoutAmount, outliers } = listed;
  return {
    payouts,
    persons,
    households,
    amount: yuan(amount),
    withoutAmount,
    outliers: absurdRecord(outliers),
    usual: yuan(usualAmount(listed)),
  };
}

export const absurdRecord = ({ rows, amount }: Listed['outliers']) => ({ rows, amount: yuan(amount) });

export const sumRecord = ({ count, amount }: Sum) => ({ count, amount: yuan(amount) });

/** What came of what was listed. */
export function settledRecord({ paid, failed, reversed, open, unmentioned, byHand, difference }: Reconciled) {
  return {
    paid: sumRecord(paid),
    failed: sumRecord(failed),
    reversed: sumRecord(reversed),
    open: sumRecord(open),
    unmentioned: sumRecord(unmentioned),
    byHand: sumRecord(byHand),
    difference: yuan(difference),
  };
}
