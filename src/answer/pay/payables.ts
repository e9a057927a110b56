import { bankReason } from '../../domain/pay/failure.ts';
import type { NOT_FOR_BANK } from '../../domain/pay/fate.ts';
import { ACCOUNT_FAULTS, type AccountFault } from '../../domain/people/account-fault.ts';
import { wholeNumber } from '../../domain/people/id-number.ts';
import { throughBank } from '../../domain/row/through-bank.ts';
import { SLOT_STATES, type SlotState } from '../../domain/settlement.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import {
  accountText,
  type KeyedLedger,
  KNOWN_BY,
  type KnownPayout,
  knownFrom,
} from '../../totals/reconcile/known-payouts.ts';

/** A payout of a list with all that paying it takes, unmasked: whoever shows it masks it. */
export interface Payable extends KnownPayout {
  readonly department: string;
  readonly measureName: string;
  /** Whose account it is, where the list says. */
  readonly holder: string;
  /** As a bank takes it: digits, without the bank's name before them. */
  readonly account: string;
  readonly accountFault: AccountFault;
  readonly bank: string;
  readonly id: string;
  /** Whether its list says that the money has left. */
  readonly isPaidList: boolean;
  readonly notForBank: (typeof NOT_FOR_BANK)[number] | null;
  /** The bank's last word on it, with its reason, and the account that it was about. */
  readonly state: SlotState;
  readonly reason: string;
  readonly returned: string;
}

const COLUMNS = [...KNOWN_BY, 'department', 'id', 'has_account', 'account_fault', 'bank', 'holder'] as const;
/** ICBC6222…: a bank's name before the number. NRA, OSA and FT… are part of accounts of non-residents. */
const BANK_NAME = /^(?!NRA|OSA|FT)[A-Z]{2,5}(?=\d{6})/;

/**
 * Every payout of the lists, in their order, after bank returns were compared with them.
 * @returns exactly as many as there are payouts.
 */
export async function payables(lists: Lists, keyed: Omit<KeyedLedger, 'ledger'>): Promise<Payable[]> {
  const known = knownFrom(lists, keyed);
  const { departments, measures } = lists.assignments;
  const ruled = measures.map(({ measure: { is } }) => (is && lists.campaign ? throughBank(is, lists.campaign) : null));
  const isGoods = measures.map(({ measure: { is } }) => (is?.form.length ?? 0) > 0 && !is?.form.includes('cash'));
  const withAccounts = lists.lists.map(({ fields }) => fields.has('account'));
  const stored = lists.database.stream(
    `select ${COLUMNS.map((column) => `p.${column}`).join(', ')}, s.state::integer as state, s.through_bank, b.reason, b.remark, b.result,
      b.account as returned, b.account_text as returned_text
    from payout p left join slot s on s.list = p.list and s.row = p.row
    left join payment y on y.id = s.payment left join any_row b on b.list = y.list and b.row = y.row
    order by p.list, p.row`,
  );
  const all: Payable[] = [];
  for await (const batch of stored) for (const row of batch) all.push(payable(row));
  return all;

  function payable(row: Row): Payable {
    const list = row.list as number;
    const measure = row.measure as number;
    const amount = (row.amount ?? null) as bigint | null;
    const hasAccount = row.has_account === true;
    const isOfBank = row.through_bank === true || (ruled[measure] ?? (hasAccount || withAccounts[list] === true));
    const notForBank =
      amount !== null && amount < 0n
        ? 'takes-back'
        : amount === 0n || (amount === null && isGoods[measure])
          ? 'nothing'
          : !isOfBank
            ? 'by-hand'
            : null;
    return {
      ...known(row),
      department: departments[row.department as number]?.name ?? '',
      measureName: measures[measure]?.measure.name ?? '',
      holder: text(row.holder),
      account: accountText(row).replace(BANK_NAME, ''),
      accountFault: ACCOUNT_FAULTS[row.account_fault as number] ?? 'none',
      bank: text(row.bank),
      id: idOf(row),
      isPaidList: lists.lists[list]?.source.input.paid !== undefined,
      notForBank,
      state: SLOT_STATES[(row.state ?? 0) as number] ?? 'open',
      reason: bankReason({ reason: text(row.reason), remark: text(row.remark), result: text(row.result) }),
      returned: accountText({ account: row.returned ?? null, account_text: row.returned_text ?? null }),
    };
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A valid number from the digits that are kept of it, any other as it was written. */
function idOf({ id, person }: Row): string {
  if (typeof id === 'string') return id;
  return typeof person === 'bigint' && person > 0n ? wholeNumber(person) : '';
}
