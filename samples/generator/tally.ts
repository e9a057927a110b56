import type { AnswerKey } from './key.ts';
import { DEPARTMENT_NAMES } from './measures.ts';
import type { Payout } from './payout.ts';

const NUMBER_OF = new Map(DEPARTMENT_NAMES.map((name, number) => [name, number]));

/** One bit for each department, of people or households by their index: two bytes each, whatever their number. */
class Seen {
  private bits = new Uint16Array(1 << 12);

  /** Whether this is the first time. */
  add(index: number, department: number): boolean {
    if (index >= this.bits.length) {
      const grown = new Uint16Array(2 ** Math.ceil(Math.log2(index + 1)));
      grown.set(this.bits);
      this.bits = grown;
    }
    const bit = 1 << department;
    const known = this.bits[index] ?? 0;
    this.bits[index] = known | bit;
    return (known & bit) === 0;
  }
}

/** Adds up what is true, department by department, by who people are and not by what their rows make of them. */
export class Tally {
  private readonly people = new Seen();
  private readonly households = new Seen();
  private readonly totals = DEPARTMENT_NAMES.map(() => ({ payouts: 0, persons: 0, households: 0, fen: 0 }));
  private readonly pairs = new Map<number, { persons: number; fen: number }>();

  add({ measure, draft, fen, rejected, nobodys }: Payout): void {
    const department = NUMBER_OF.get(measure.department) as number;
    const total = this.totals[department];
    if (rejected || nobodys || !total) return;
    total.payouts += 1;
    total.fen += fen ?? 0;
    if (this.people.add(draft.person.index, department)) total.persons += 1;
    if (this.households.add(draft.person.household.number, department)) total.households += 1;
  }

  /** The two payouts of one person; nobody has three. */
  addPair(...payouts: readonly [Payout, Payout]): void {
    if (payouts.some(({ rejected, nobodys }) => rejected || nobodys)) return;
    const [low, high] = payouts.map(({ measure }) => NUMBER_OF.get(measure.department) as number).sort((a, b) => a - b);
    if (low === undefined || high === undefined || low === high) return;
    const key = low * DEPARTMENT_NAMES.length + high;
    const known = this.pairs.get(key) ?? { persons: 0, fen: 0 };
    this.pairs.set(key, {
      persons: known.persons + 1,
      fen: known.fen + payouts.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
    });
  }

  departments(): AnswerKey['departments'] {
    return DEPARTMENT_NAMES.flatMap((department, number) => {
      const total = this.totals[number];
      if (!total || total.payouts === 0) return [];
      const { fen, ...counts } = total;
      return [{ department, ...counts, amount: yuan(fen) }];
    });
  }

  severalDepartments(): AnswerKey['severalDepartments'] {
    const name = (number: number) => DEPARTMENT_NAMES[number] as string;
    return [...this.pairs]
      .sort(([a], [b]) => a - b)
      .map(([key, { persons, fen }]) => ({
        departments: [name(Math.floor(key / DEPARTMENT_NAMES.length)), name(key % DEPARTMENT_NAMES.length)],
        persons,
        amount: yuan(fen),
      }));
  }
}

/** Fen, below 2^53 even for ten million rows, as yuan with two decimals. */
function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
