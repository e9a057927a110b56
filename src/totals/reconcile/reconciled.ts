import type { Fen } from '../../domain/money.ts';
import { SLOT_STATES, type SlotState } from '../../domain/settlement.ts';
import type { Row } from '../../engine/database.ts';
import { isUnmentioned, OPEN } from './outlier-sums.ts';

/** So many payouts, and their money in fen. */
export interface Sum {
  readonly count: number;
  readonly amount: Fen;
}

/** 三方对账 of some payouts. `listed` is the sum of the others, but for `difference`: what arrived is more (or less) than listed. */
export interface Reconciled {
  readonly listed: Sum;
  readonly paid: Sum;
  readonly failed: Sum;
  readonly reversed: Sum;
  /** Of these the bank has said nothing, or has not decided. */
  readonly open: Sum;
  /** Of those, what is of a measure and batch that no bank return speaks of. */
  readonly unmentioned: Sum;
  /** Not through a bank: goods, visits, cash by hand. */
  readonly byHand: Sum;
  readonly difference: Fen;
}

/** Payouts of one measure and batch that no bank return speaks of. */
export interface Unmentioned extends Sum {
  /** As the campaign calls it; null where its lists don’t say. */
  readonly batch: string | null;
  /** The number of the list. */
  readonly list: number;
}

/** Payouts of one measure, batch and state, as the database adds them up. */
export interface StateSum extends Row {
  readonly department: number;
  readonly measure: number;
  readonly batch: number;
  readonly mentioned: boolean;
  /** The first list that such payouts stand on. */
  readonly list: number;
  /** Of `SLOT_STATES`; null where no bank pays. */
  readonly state: number | null;
  readonly count: bigint;
  readonly amount: bigint | null;
  /** What arrived. */
  readonly paid: bigint | null;
}

/** Where there is nothing, one for all: of a hundred thousand departments most sums are none. */
const NOTHING: Sum = { count: 0, amount: 0n };
const summed = (count: number, amount: Fen): Sum => (count === 0 && amount === 0n ? NOTHING : { count, amount });

/** What came of payouts of one measure. */
export function reconciled(rows: readonly StateSum[]): Reconciled {
  const sum = (states: readonly (SlotState | null)[], money: 'amount' | 'paid' = 'amount'): Sum => {
    const own = rows.filter(({ state }) => states.includes(state === null ? null : (SLOT_STATES[state] ?? null)));
    return summed(
      own.reduce((all, { count }) => all + Number(count), 0),
      own.reduce((all, row) => all + (row[money] ?? 0n), 0n),
    );
  };
  const parts = {
    paid: sum(['paid'], 'paid'),
    failed: sum(['failed']),
    reversed: sum(['reversed']),
    open: sum(OPEN),
    byHand: sum([null]),
  };
  const listed = sum([...SLOT_STATES, null]);
  const unmentioned = rows
    .filter(isUnmentioned)
    .reduce((all, { count, amount }) => summed(all.count + Number(count), all.amount + (amount ?? 0n)), NOTHING);
  const difference = Object.values(parts).reduce((all, { amount }) => all + amount, 0n) - listed.amount;
  return { listed, ...parts, unmentioned, difference };
}

export function addedUp(all: readonly Reconciled[]): Reconciled {
  const [only] = all;
  if (only && all.length === 1) return only;
  const add = (of: (one: Reconciled) => Sum): Sum =>
    summed(
      all.reduce((sum, one) => sum + of(one).count, 0),
      all.reduce((sum, one) => sum + of(one).amount, 0n),
    );
  return {
    listed: add(({ listed }) => listed),
    paid: add(({ paid }) => paid),
    failed: add(({ failed }) => failed),
    reversed: add(({ reversed }) => reversed),
    open: add(({ open }) => open),
    unmentioned: add(({ unmentioned }) => unmentioned),
    byHand: add(({ byHand }) => byHand),
    difference: all.reduce((sum, one) => sum + one.difference, 0n),
  };
}

export function unmentionedOf(rows: readonly StateSum[], batches: readonly string[]): Unmentioned[] {
  return rows
    .filter(isUnmentioned)
    .sort((a, b) => a.batch - b.batch)
    .map(({ batch, list, count, amount }) => ({
      batch: batches[batch - 1] ?? null,
      list,
      count: Number(count),
      amount: (amount ?? 0n) as Fen,
    }));
}
