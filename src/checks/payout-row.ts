import type { Fen } from '../domain/money.ts';
import { bankReason } from '../domain/pay/failure.ts';
import { ID_CLASSES, type IdClass, wholeNumber } from '../domain/people/id-number.ts';
import { householdText } from '../engine/cell-reading.ts';
import type { Row } from '../engine/database.ts';
import { type Lists, roleOfList } from '../engine/lists.ts';

/** A payout as a rule's `show` sees it; whatever it puts into a finding must be masked. */
export interface PayoutRow {
  readonly name: string | null;
  readonly id: string | null;
  readonly idClass: IdClass;
  readonly amount: Fen | null;
  /** What stands in an amount cell that could not be read. */
  readonly amountText: string | null;
  readonly department: string;
  readonly measure: string;
  readonly male: boolean | null;
  readonly birth: string | null;
  readonly age: number | null;
  /** `YYYY-MM-DD`; the first of a month where the list only says that. */
  readonly paidOn: string | null;
  /** What stands in the cell of a day that is none. */
  readonly paidOnUnread: string | null;
  readonly birthUnread: string | null;
  readonly diedOnUnread: string | null;
  readonly hasAccount: boolean;
  /** Digits and capital letters. */
  readonly account: string | null;
  readonly phone: string | null;
  readonly holder: string | null;
  readonly agent: string | null;
  /** As it is written. */
  readonly household: string | null;
  /** Subdistrict and committee, where they were looked up. */
  readonly livesIn: string | null;
  readonly committee: string | null;
  /** `YYYY-MM-DD`, or `YYYY-MM` where a roster says no more. */
  readonly diedOn: string | null;
  /** Whether it is a row of a roster, which pays nobody. */
  readonly isOfRoster: boolean;
  /** What a bank return says of it; null on any other list. */
  readonly bankSays: string | null;
  /** Why the row was rejected, for one that is no payout. */
  readonly rejection: string | null;
}

/** Whether a row is one of a bank return. */
export const isFromBank = ({ bankSays }: PayoutRow): boolean => bankSays !== null;

/** The columns of `payout` that `payoutRow` reads. */
export const SHOWN = [
  'name',
  'person',
  'id',
  'id_class',
  'amount',
  'amount_text',
  'department',
  'measure',
  'male',
  'birth',
  'age',
  'paid_on',
  'paid_on_unread',
  'birth_unread',
  'died_on_unread',
  'has_account',
  'account',
  'account_text',
  'phone',
  'phone_text',
  'holder',
  'agent',
  'named_agent',
  'household_id',
] as const;

/** A stored payout, or a row that is none (`reason`), with the words that its numbers stand for. */
export function payoutRow(lists: Lists, stored: Row): PayoutRow {
  const isReturn = typeof stored.list === 'number' && roleOfList(lists, stored.list) === 'return';
  const pays = typeof stored.list !== 'number' || stored.list < lists.lists.length + lists.earlier.length;
  const { departments, measures } = pays ? lists.assignments : lists.categories;
  const text = (name: string) => (stored[name] ?? null) as string | null;
  const isOpen = !lists.isSealed; // tokens of sealed lists say nothing to anybody
  const household = isOpen ? text('household_id') : null;
  // Each column by itself: an object that begins with all that another has takes ten times as long, and twice the memory.
  return {
    name: isOpen ? text('name') : null,
    id: isOpen ? idOf(stored) : null,
    account: isOpen ? contactOf(stored, 'account') : null,
    phone: isOpen ? contactOf(stored, 'phone') : null,
    household: household === null ? null : householdText(household),
    idClass: ID_CLASSES[stored.id_class as number] ?? 'missing',
    amount: (stored.amount ?? null) as Fen | null,
    amountText: text('amount_text'),
    department: departments[stored.department as number]?.name ?? '',
    measure: measures[stored.measure as number]?.measure.name ?? '',
    male: (stored.male ?? null) as boolean | null,
    birth: text('birth'),
    age: (stored.age ?? null) as number | null,
    paidOn: dayOf(stored.paid_on),
    paidOnUnread: text('paid_on_unread'),
    birthUnread: text('birth_unread'),
    diedOnUnread: text('died_on_unread'),
    hasAccount: stored.has_account === true,
    holder: text('holder'),
    agent: text('agent') ?? text('named_agent'),
    diedOn: text('died_on'),
    isOfRoster: !pays && !isReturn,
    bankSays: isReturn ? bankReason({ reason: text('reason'), remark: text('remark'), result: text('result') }) : null,
    committee: text('committee'),
    livesIn: [text('subdistrict'), text('committee')].filter(Boolean).join('') || null,
    rejection: text('reason'),
  };
}

/** A campaign has few days: each is printed once. */
const DAYS = new Map<number, string>();

function dayOf(value: unknown): string | null {
  if (!(value instanceof Date)) return null;
  const time = value.getTime();
  const day = DAYS.get(time) ?? value.toISOString().slice(0, 10);
  DAYS.set(time, day);
  return day;
}

/** A valid number from the 17 digits that are kept of it, any other as it was written. */
function idOf({ person, id }: Row): string | null {
  if (typeof id === 'string') return id;
  return typeof person === 'bigint' && person > 0n ? wholeNumber(person) : null;
}

function contactOf(stored: Row, contact: 'account' | 'phone'): string | null {
  const [key, text] = [stored[contact], stored[`${contact}_text`]];
  return typeof text === 'string' ? text : typeof key === 'bigint' ? String(key) : null;
}
