import { OUTCOMES } from '../../domain/row/bank-outcome.ts';
import { type Payment, SLOT_STATES, type Slot } from '../../domain/settlement.ts';
import type { Database, Row, Value } from '../../engine/database.ts';

/** A payout or a payment of a pool. */
export interface PoolRow extends Row {
  readonly who: bigint;
  readonly amount: bigint;
  readonly is_slot: boolean;
  readonly id: bigint;
  readonly state: number;
  readonly payment: bigint | null;
  readonly file: number | null;
}

/** Payouts and payments of one payee that are settled with each other. */
interface Pool {
  readonly amount: bigint;
  readonly slots: (Slot & { readonly amount: bigint })[];
  readonly payments: (Payment & { readonly amount: bigint })[];
}

/** Rows that come in the order of their pools, by pool. */
export async function* poolsOf(
  stored: AsyncGenerator<PoolRow[]>,
  keyOf: (row: PoolRow) => string,
): AsyncGenerator<Pool> {
  let key: string | null = null;
  let pool: Pool = { amount: 0n, slots: [], payments: [] };
  for await (const batch of stored) {
    for (const row of batch) {
      const own = keyOf(row);
      if (own !== key) {
        if (key !== null) yield pool;
        pool = { amount: row.amount, slots: [], payments: [] };
        key = own;
      }
      const { id, amount, payment, file } = row;
      if (row.is_slot) pool.slots.push({ id, amount, payment, file, state: SLOT_STATES[row.state] ?? 'open' });
      else pool.payments.push({ id, amount, outcome: OUTCOMES[row.state] ?? 'paid', file: file ?? 0 });
    }
  }
  if (key !== null) yield pool;
}

/** What was found out one by one, put into the tables at once. */
export class Results {
  readonly #database: Database;
  readonly #slots: Value[][] = [];
  readonly #payments: Value[][] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  slot(id: bigint, state: number, payment: bigint | null, file: number | null, paid: bigint | null): void {
    this.#slots.push([id, state, payment, file, paid]);
  }

  payment(id: bigint, state: number, slot: bigint): void {
    this.#payments.push([id, state, slot]);
  }

  async take(): Promise<void> {
    if (this.#slots.length > 0) await this.#takeSlots();
    if (this.#payments.length > 0) await this.#takePayments();
  }

  async #takeSlots(): Promise<void> {
    await this.#database.run(
      'create or replace temp table settled_slot (id bigint, state integer, payment bigint, file integer, paid bigint)',
    );
    await this.#database.append('settled_slot', this.#slots);
    await this.#database.run(`update slot as s set state = r.state, payment = r.payment, file = r.file, paid = r.paid
      from settled_slot r where r.id = s.id`);
  }

  async #takePayments(): Promise<void> {
    await this.#database.run('create or replace temp table settled_payment (id bigint, state integer, slot bigint)');
    await this.#database.append('settled_payment', this.#payments);
    await this.#database.run(
      'update payment as p set state = r.state, slot = r.slot from settled_payment r where r.id = p.id',
    );
  }
}
