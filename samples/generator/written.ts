import { FAULTS, type Fault } from './faults.ts';
import type { AnswerKey, Place } from './key.ts';
import { type ListShape, type Payout, payoutOf } from './payout.ts';
import type { Plan, Planned } from './plan.ts';
import type { Random } from './random.ts';
import { TRAPS } from './traps.ts';

/** A row of a plan as it is written down, and what was planted in it. */
export interface Written {
  readonly payout: Payout;
  readonly planned: Planned;
  readonly fault?: { readonly rules: readonly string[]; readonly note: string };
  readonly trap?: string;
}

/** Takes one of those that fit; none may. */
export type Choose = <T extends object>(fitting: readonly T[], random: Random) => T | undefined;

export const atRandom: Choose = (fitting, random) => (fitting.length > 0 ? random.pick(fitting) : undefined);

/** Takes what was taken least, so that a short list too holds something of everything. */
export function evenly(): Choose {
  const times = new Map<object, number>();
  return (fitting) => {
    const count = (one: object) => times.get(one) ?? 0;
    const least = Math.min(...fitting.map(count));
    const chosen = fitting.find((one) => count(one) === least);
    if (chosen) times.set(chosen, least + 1);
    return chosen;
  };
}

export interface Writing {
  readonly plan: Plan;
  readonly row: number;
  readonly shape: ListShape;
  readonly serial: number;
  readonly choose: Choose;
  /** The only faults that this row may have, which it then has. */
  readonly only?: readonly Fault[];
}

/** What leaves rows and amounts as any CSV reader takes them. */
const REGULAR_FAULTS = FAULTS.filter(
  ({ rules }) => !rules.includes('row-rejected') && !rules.includes('amount-unreadable'),
);
const REGULAR_TRAPS = TRAPS.filter(({ field }) => field !== 'amount');

export function write({ plan, row, shape, serial, choose, only }: Writing): Written {
  const planned = plan.draft(row);
  const payout = payoutOf(planned, shape, serial);
  if (planned.isPinned) return { payout, planned };
  if (only || plan.isFaulty(row)) {
    const random = plan.mutation(row);
    const fault = choose(fitting(only ?? (plan.isRegular ? REGULAR_FAULTS : FAULTS), payout), random);
    return fault
      ? { payout, planned, fault: { rules: fault.rules, note: fault.plant(payout, random) } }
      : { payout, planned };
  }
  if (!plan.isOdd(row)) return { payout, planned };
  const random = plan.mutation(row);
  const trap = choose(fitting(plan.isRegular ? REGULAR_TRAPS : TRAPS, payout), random);
  if (!trap) return { payout, planned };
  payout.cells[trap.field] = trap.write(payout.cells[trap.field], random);
  return { payout, planned, trap: trap.trap };
}

function fitting<T extends { fits: (payout: Payout) => boolean }>(all: readonly T[], payout: Payout): T[] {
  return all.filter(({ fits }) => fits(payout));
}

/** What was planted, with where it is, as it is found. */
export class Planted {
  readonly faults: AnswerKey['faults'][number][] = [];
  readonly readable: AnswerKey['readable'][number][] = [];
  readonly between: AnswerKey['between'][number][] = [];

  /** `placeOf` says where a row of the plan stands. */
  note({ fault, trap, planned }: Written, row: number, placeOf: (row: number) => Place): void {
    if (fault) for (const rule of fault.rules) this.faults.push({ rule, ...placeOf(row), note: fault.note });
    if (trap) this.readable.push({ trap, ...placeOf(row) });
    if (planned.between) {
      const { rule, note } = planned.between;
      this.between.push({ rule, rows: [...planned.between.with, row].map(placeOf), note });
    }
  }
}
