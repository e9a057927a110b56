import { followReferences, type ReferencedRow } from '../../domain/pay/follow-references.ts';
import { type MatchedChains, matchChains } from '../../domain/pay/match-chains.ts';
import type { Chain } from '../../domain/pay/payment-ledger.ts';
import { readReference } from '../../domain/pay/reference.ts';
import { OUTCOMES } from '../../domain/row/bank-outcome.ts';
import type { Row } from '../../engine/database.ts';
import { positionOf } from '../../engine/position.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { type KeyedLedger, type KnownPayout, knownPayouts } from './known-payouts.ts';
import { slotState } from './match-key.ts';
import { Results } from './payment-pools.ts';
import { rowState } from './payments.ts';

interface Stored extends Row {
  readonly id: bigint;
  readonly reference: string | null;
  readonly remark: string | null;
  readonly outcome: number;
  readonly list: number;
  readonly amount: bigint;
}

const NOTHING: MatchedChains<KnownPayout> = { byPayout: new Map(), orphans: [] };

/**
 * Ties payments of bank returns to payouts by the references that the ledger gave them, before anything else is looked at; and has the
 * bank pay what was in a batch, whatever a campaign says by now.
 * @returns which payouts were in batches.
 */
export async function matchReferences(lists: ResolvedLists, keyed: KeyedLedger): Promise<MatchedChains<KnownPayout>> {
  const { chains } = keyed.ledger;
  if (chains.length === 0) return NOTHING;
  const { rows, amounts } = await referencedRows(lists, chains);
  const followed = followReferences(chains, rows);
  const matched = matchChains(await knownPayouts(lists, keyed), chains);
  const tied = new Map<Chain, KnownPayout>();
  for (const [payout, { chain, isSure }] of matched.byPayout) if (isSure) tied.set(chain, payout);
  const { database } = lists;
  await database.run('create or replace temp table batched (list usmallint, row uinteger)');
  await database.append(
    'batched',
    [...tied].flatMap(([{ live }, { list, row }]) => (live ? [[list, row]] : [])),
  );
  await database.run(
    'update slot as s set through_bank = true from batched b where b.list = s.list and b.row = s.row and s.amount > 0',
  );
  await store(database, tied, followed, amounts);
  return matched;
}

/** The rows of bank returns that have a reference of the ledger, and what they are of. */
async function referencedRows({ database }: ResolvedLists, chains: readonly Chain[]) {
  const known = new Set(chains.flatMap(({ payments }) => payments.map(({ reference }) => reference)));
  const rows: ReferencedRow[] = [];
  const amounts = new Map<bigint, bigint>();
  const stored = database.stream<Stored>(
    `select p.id, t.reference, t.remark, p.outcome, p.list, p.amount from payment p join any_row t on t.list = p.list and t.row = p.row
    where p.state is null and (t.reference is not null or t.remark is not null) order by p.id`,
  );
  for await (const batch of stored) {
    for (const { id, reference: own, remark, outcome: said, list: file, amount } of batch) {
      const reference = own ?? readReference(remark ?? '');
      if (reference === null || !known.has(reference)) continue;
      rows.push({ id, reference, outcome: OUTCOMES[said] ?? 'paid', file });
      amounts.set(id, amount);
    }
  }
  return { rows, amounts };
}

async function store(
  database: ResolvedLists['database'],
  tied: ReadonlyMap<Chain, KnownPayout>,
  followed: ReturnType<typeof followReferences>,
  amounts: ReadonlyMap<bigint, bigint>,
): Promise<void> {
  const results = new Results(database);
  for (const [chain, { state, payment, file }] of followed.chains) {
    const payout = tied.get(chain);
    if (!payout || payment === null) continue;
    results.slot(
      positionOf(payout),
      slotState(state),
      payment,
      file,
      state === 'paid' ? (amounts.get(payment) ?? null) : null,
    );
  }
  for (const [id, { state, chain }] of followed.rows) {
    const payout = tied.get(chain);
    if (!payout) continue;
    const differs = state === 'paid' && amounts.get(id) !== payout.amount;
    results.payment(id, rowState(differs ? 'differs' : state), positionOf(payout));
  }
  await results.take();
}
