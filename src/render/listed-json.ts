import { yuan } from '../domain/money.ts';
import type { ExaminedList } from '../report/examined-lists.ts';
import type { Listed } from '../totals/listed.ts';

/** A list as it was read, with its row equation. */
export function inputRecord({ source, rows, payouts, setAside, rejected, hiddenRows }: ExaminedList) {
  return { ...source.origin, sheet: source.sheet, rows, payouts, setAside, rejected, hiddenRows };
}

/** What was listed, for one department, measure or the whole. */
export function listedRecord({ payouts, persons, households, amount, withoutAmount }: Listed) {
  return { payouts, persons, households, amount: yuan(amount), withoutAmount };
}
