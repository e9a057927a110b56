import { yuan } from '../domain/money.ts';
import { standardOf } from '../read/list/list-source.ts';
import type { ExaminedList } from '../report/examined-lists.ts';
import { partOf } from '../report/inputs-sheet.ts';
import type { Listed } from '../totals/listed.ts';
import type { Reconciled, Sum } from '../totals/reconciliation.ts';

/** A list as it was read, with its row equation. */
export function inputRecord({ source, rows, payouts, setAside, rejected, hiddenRows }: ExaminedList) {
  const [part, standard] = [partOf(source.head), standardOf(source)];
  return {
    ...source.origin,
    sheet: source.sheet,
    ...(part === null ? {} : { part }),
    ...(standard ? { standard: standard.text } : {}),
    rows,
    payouts,
    setAside,
    rejected,
    hiddenRows,
  };
}

/** What was listed, for one department, measure or the whole. */
export function listedRecord({ payouts, persons, households, amount, withoutAmount }: Listed) {
  return { payouts, persons, households, amount: yuan(amount), withoutAmount };
}

export const sumRecord = ({ count, amount }: Sum) => ({ count, amount: yuan(amount) });

/** What came of what was listed. */
export function settledRecord({ paid, failed, reversed, open, byHand, difference }: Reconciled) {
  return {
    paid: sumRecord(paid),
    failed: sumRecord(failed),
    reversed: sumRecord(reversed),
    open: sumRecord(open),
    byHand: sumRecord(byHand),
    difference: yuan(difference),
  };
}
