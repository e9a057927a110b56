import { relative } from 'node:path';
import type { Known } from '../../domain/pay/match-chains.ts';
import type { PaymentLedger } from '../../domain/pay/payment-ledger.ts';
import { printPlace } from '../../domain/place.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { PaymentKey } from '../../read/register/payment-key.ts';

/** A ledger of payments, and what its digests are made with. */
export interface KeyedLedger {
  readonly ledger: PaymentLedger;
  readonly key: PaymentKey;
  /** The campaign's folder, from which places are named. */
  readonly folder: string;
}

/** A payout by what the ledger knows it by, and where it stands. */
export interface KnownPayout extends Known {
  readonly list: number;
  readonly row: number;
}

/** The columns of a payout `p` that say what the ledger knows it by. */
export const KNOWN_BY = ['list', 'row', 'measure', 'name', 'person', 'account', 'account_text', 'amount'] as const;

/** Makes of a stored row, with the columns `KNOWN_BY`, what the ledger knows a payout by. */
export function knownFrom({ lists, assignments }: Lists, { key, folder }: Omit<KeyedLedger, 'ledger'>) {
  const placeOf = placesFrom(lists, folder);
  const { measures, departments } = assignments;
  return (stored: Row): KnownPayout => {
    const { list, row, person } = stored as { list: number; row: number; person: bigint | null };
    const measure = measures[stored.measure as number];
    const account = accountText(stored);
    return {
      list,
      row,
      measure:
        measure?.measure.is?.id ??
        `${departments[measure?.department ?? -1]?.name ?? ''}/${measure?.measure.name ?? ''}`,
      name: (stored.name ?? '') as string,
      person: person !== null && person > 0n ? key.person(String(person)) : '',
      payee: account === '' ? '' : key.payee(account),
      amount: (stored.amount ?? null) as bigint | null,
      place: placeOf(list, row),
    };
  };
}

/** An account as it is written; empty where there is none. */
export function accountText({ account, account_text: text }: Row): string {
  return typeof text === 'string' ? text : typeof account === 'bigint' && account > 0n ? String(account) : '';
}

function placesFrom(lists: Lists['lists'], folder: string): (list: number, row: number) => string {
  const files = lists.map(({ source: { origin, sheet } }) => {
    const file = origin.file === '-' ? origin.file : relative(folder, origin.file).replaceAll('\\', '/');
    return { file, sheet };
  });
  return (list, row) =>
    printPlace({ file: files[list]?.file ?? '', sheet: files[list]?.sheet ?? null, row, column: null });
}

/** Every payout of the lists as the ledger knows it, in their order. */
export async function knownPayouts(lists: Lists, keyed: KeyedLedger): Promise<KnownPayout[]> {
  const known = knownFrom(lists, keyed);
  const payouts: KnownPayout[] = [];
  const stored = lists.database.stream(
    `select ${KNOWN_BY.map((column) => `p.${column}`).join(', ')} from payout p order by p.list, p.row`,
  );
  for await (const batch of stored) for (const row of batch) payouts.push(known(row));
  return payouts;
}
