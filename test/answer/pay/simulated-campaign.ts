import type { FoundHolds } from '../../../src/answer/pay/found-holds.ts';
import type { Payable } from '../../../src/answer/pay/payables.ts';
import { batchEvents, withdrawnEvent } from '../../../src/answer/pay/payment-events.ts';
import { type PaymentPlan, paymentPlan } from '../../../src/answer/pay/payment-plan.ts';
import { keyOf } from '../../../src/checks/group/removed-rows.ts';
import type { PaymentBank } from '../../../src/domain/campaign/payment-banks.ts';
import type { Correction } from '../../../src/domain/pay/corrections.ts';
import { followReferences, type ReferencedRow } from '../../../src/domain/pay/follow-references.ts';
import { matchChains } from '../../../src/domain/pay/match-chains.ts';
import type { PaymentEvent } from '../../../src/domain/pay/payment-event.ts';
import { paymentLedger } from '../../../src/domain/pay/payment-ledger.ts';
import type { Outcome } from '../../../src/domain/row/bank-outcome.ts';
import { PaymentKey } from '../../../src/read/register/payment-key.ts';

/** Somebody who is to be paid once, as things really are, and what the list says of it now. */
export interface Due {
  readonly id: number;
  readonly measure: string;
  readonly number: string;
  name: string;
  /** Whether the list says the number by now. */
  saysNumber: boolean;
  account: string;
  amount: bigint;
  isListed: boolean;
  /** Something is wrong with its row at the moment. */
  isWrong: boolean;
}

/** A payment that went to the bank. */
export interface Sent {
  readonly due: Due;
  readonly reference: string;
  readonly account: string;
  readonly batch: number;
  outcome: Outcome | null;
}

type Random = () => number;
const REASONS = ['户名不符', '账户已销户', '系统超时', '账户冻结'];
const BANKS: readonly PaymentBank[] = [
  { name: '甲银行', match: ['61'], maxRows: 3 },
  { name: '乙银行', match: [] },
];

/** Lists, a bank and a clerk, who do what comes to their minds; and what really became of everybody's money. */
export class SimulatedCampaign {
  readonly dues: Due[] = [];
  readonly sent = new Map<string, Sent>();
  readonly events: PaymentEvent[] = [];
  readonly returned: (ReferencedRow & { readonly reason: string })[] = [];
  readonly #random: Random;
  readonly #key = new PaymentKey('0'.repeat(64));
  #rows: Due[] = [];
  #file = 0;

  constructor(random: Random, people: number) {
    this.#random = random;
    for (let id = 0; id < people; id += 1) this.add();
  }

  #one<T>(among: readonly T[]): T {
    return among[Math.floor(this.#random() * among.length)] as T;
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  /** Few names and few amounts, so that many look alike. */
  add(): void {
    const id = this.dues.length;
    this.dues.push({
      id,
      measure: this.#one(['a', 'b']),
      number: String(10_000_000_000_000_000n + BigInt(id)),
      name: this.#one(['王伟', '李芳', '张敏', '刘洋']),
      saysNumber: this.#chance(0.7),
      account: this.#account(),
      amount: this.#one([30_000n, 50_000n]),
      isListed: true,
      isWrong: this.#chance(0.1),
    });
    this.#rows.push(this.dues[id] as Due);
  }

  /** Nobody has the account of another. */
  #account(): string {
    return `6${this.#one([1, 3])}${String(Math.floor(this.#random() * 1e14)).padStart(14, '0')}`;
  }

  /** Lists come back from departments: corrected, sorted anew, with more people and fewer. */
  editLists(): void {
    for (const due of this.dues) {
      if (this.#chance(0.05)) due.account = this.#account();
      if (this.#chance(0.05)) due.saysNumber = true;
      if (this.#chance(0.03)) due.isListed = !due.isListed;
      if (this.#chance(0.1)) due.isWrong = !due.isWrong;
      if (this.#chance(0.02)) due.amount = this.#one([30_000n, 50_000n]);
    }
    if (this.#chance(0.2)) this.add();
    if (this.#chance(0.3))
      this.#rows = this.#rows
        .map((row) => [this.#random(), row] as const)
        .sort(([a], [b]) => a - b)
        .map(([, row]) => row);
  }

  /** The bank answers for some of what it has. */
  bankReturns(most = 0.6): void {
    this.#file += 1;
    for (const sent of this.sent.values()) {
      if (sent.outcome === 'failed' || sent.outcome === 'reversed' || this.#isWithdrawn(sent.batch)) continue;
      const isPaid = sent.outcome === 'paid';
      if (!this.#chance(isPaid ? 0.03 : most)) continue;
      sent.outcome = isPaid ? 'reversed' : this.#one<Outcome>(['paid', 'paid', 'paid', 'failed', 'failed', 'pending']);
      const reason = sent.outcome === 'paid' ? '' : this.#one(REASONS);
      this.returned.push({
        id: BigInt(this.returned.length),
        reference: sent.reference,
        outcome: sent.outcome,
        file: this.#file,
        reason,
      });
    }
  }

  /** What relief sees: lists, ledger, returns. */
  plan(isRetry: boolean, correct = 0.5, paysDoubts = false): PaymentPlan {
    const ledger = paymentLedger(this.events);
    const keyed = { ledger, key: this.#key, folder: '.' };
    const listed = this.#rows.filter(({ isListed }) => isListed);
    const bare = listed.map((due, at) => this.#payable(due, at));
    const followed = followReferences(ledger.chains, this.returned);
    const matched = matchChains(bare, ledger.chains);
    const payables = bare.map((payable): Payable => {
      const chain = matched.byPayout.get(payable);
      const state = chain?.isSure ? followed.chains.get(chain.chain) : undefined;
      const reason = this.returned.find(({ id }) => id === state?.payment)?.reason ?? '';
      return { ...payable, state: state?.state ?? 'open', reason };
    });
    return paymentPlan({
      payables,
      matched,
      found: this.#found(listed),
      said: { stopped: new Set(), corrected: new Set() },
      keyed,
      corrections: isRetry ? this.#corrections(listed, correct) : [],
      round: { isRetry, paysDoubts },
      banks: BANKS,
      code: 'BCDF',
      unfit: () => null,
    });
  }

  #payable(due: Due, at: number): Payable {
    return {
      list: 0,
      row: at + 2,
      measure: due.measure,
      name: due.name,
      person: due.saysNumber ? this.#key.person(due.number) : '',
      payee: this.#key.payee(due.account),
      amount: due.amount,
      place: `名单.csv:${at + 2}`,
      department: '民政局',
      measureName: due.measure,
      holder: '',
      account: due.account,
      accountFault: 'none',
      bank: '',
      id: '',
      isPaidList: false,
      notForBank: null,
      state: 'open',
      reason: '',
      returned: '',
    };
  }

  #found(listed: readonly Due[]): FoundHolds {
    const wrong = listed.flatMap(({ isWrong }, at) => (isWrong ? [keyOf({ list: 0, row: at + 2 })] : []));
    return {
      holds: new Map(wrong.map((key) => [key, [{ kind: 'row-error', detail: 'id-checksum', ofAccount: false }]])),
      between: new Map(),
      wrongAccounts: new Set(),
    };
  }

  /** Somebody asked for accounts anew: most are another, some are confirmed. */
  #corrections(listed: readonly Due[], share: number): Correction[] {
    return [...this.sent.values()].flatMap(({ due, reference, outcome }): Correction[] => {
      const isDue = outcome === 'failed' || outcome === 'reversed';
      if (!isDue || !listed.includes(due) || !this.#chance(share)) return [];
      if (this.#chance(0.5)) due.account = this.#account();
      const by = this.#one(['reference', 'person', 'name']);
      return [
        {
          reference: by === 'reference' ? reference : '',
          person: by === 'person' ? this.#key.person(due.number) : '',
          name: due.name,
          account: due.account,
          holder: '',
          bank: '',
          place: '更正.csv:2',
        },
      ];
    });
  }

  /** The clerk sends the batch, or finds that it must not go out. */
  send(plan: PaymentPlan): void {
    if (plan.files.length === 0) return;
    const { made, filed } = batchEvents(
      plan,
      plan.files.map((_, index) => `${index}.csv`),
      `2026-01-01 00:00:${plan.batch}`,
    );
    this.events.push(...made, ...filed);
    if (this.#chance(0.1)) {
      const count = made.length;
      const amount = made.reduce((sum, each) => sum + each.amount, 0n);
      this.events.push(withdrawnEvent({ number: plan.batch, count, amount }, '', ''));
      return;
    }
    for (const { payments } of plan.files) {
      for (const { payout, reference } of payments) {
        const due = this.#rows.filter(({ isListed }) => isListed)[payout.row - 2] as Due;
        this.sent.set(reference, { due, reference, account: payout.account, batch: plan.batch, outcome: null });
      }
    }
  }

  #isWithdrawn(batch: number): boolean {
    return this.events.some(({ kind, batch: own }) => kind === 'withdrawn' && own === batch);
  }

  /** How often somebody is paid, or may still be by what the bank has. */
  timesPaid(due: Due): number {
    return [...this.sent.values()].filter(
      (each) => each.due === due && each.outcome !== 'failed' && each.outcome !== 'reversed',
    ).length;
  }
}
