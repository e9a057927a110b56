import { basename } from 'node:path';
import type { PayoutRow } from '../../checks/payout-row.ts';
import type { Fen } from '../../domain/money.ts';
import { maskAccount, maskPhone } from '../../domain/people/contact.ts';
import { type Place, printPlace } from '../../domain/place.ts';
import type { ListRole } from '../../domain/row/list-role.ts';
import { maskedId, maskText, wholeText } from '../../domain/shown/masking.ts';
import { everyList, type Lists } from '../../engine/lists.ts';

export interface Shown {
  /** Whether ID numbers, phones and accounts are shown in full. */
  readonly showIds: boolean;
}

/** A row of a finding as it may be shown; empty is what the list does not say. */
export interface SeenRow {
  readonly place: Place;
  /** What its list is read for. */
  readonly role: ListRole;
  readonly name: string;
  readonly id: string;
  readonly department: string;
  readonly measure: string;
  readonly amount: Fen | null;
  /** What stands where an amount should. */
  readonly amountText: string;
  readonly paidOn: string;
  readonly account: string;
  readonly phone: string;
  readonly household: string;
  /** Subdistrict and committee. */
  readonly livesIn: string;
}

/** Any text of a list, which may hold somebody’s number. */
export function seenText(text: string, { showIds }: Shown): string {
  return (showIds ? wholeText : maskText)(text);
}

interface PlacedRow {
  readonly place: Place;
  readonly role: ListRole;
  readonly payout: PayoutRow;
}

/** A row of a list, masked unless its numbers are asked for. */
export function seenRow({ place, role, payout }: PlacedRow, { showIds }: Shown): SeenRow {
  const any = (text: string | null) => seenText(text ?? '', { showIds });
  const number = (text: string | null, mask: (text: string) => string) =>
    text === null ? '' : showIds ? wholeText(text) : mask(text);
  return {
    place: typeof place.column === 'string' ? { ...place, column: any(place.column) } : place,
    role,
    name: any(payout.name),
    id: payout.idClass === 'placeholder' ? '' : number(payout.id, maskedId),
    department: any(payout.department),
    measure: any(payout.measure),
    amount: payout.amount,
    amountText: any(payout.amountText),
    paidOn: payout.paidOn ?? '',
    account: number(payout.account, maskAccount),
    phone: number(payout.phone, maskPhone),
    household: any(payout.household),
    livesIn: any(payout.livesIn),
  };
}

/**
 * How the rows of some lists are called where there is little room: files without folders, sheets where there are several,
 * and neither where there is only one.
 */
export function shortPlaces(lists: Lists, ofOnlyList: (row: string) => string): (place: Place) => string {
  const all = everyList(lists).map(({ source }) => source.origin.file);
  const files = [...new Set(all)];
  if (all.length === 1) return ({ row }) => ofOnlyList(String(row));
  const isOnlyOne = (file: string) => files.filter((other) => basename(other) === basename(file)).length === 1;
  const short = new Map(files.map((file) => [file, isOnlyOne(file) ? basename(file) : file]));
  const ofSeveralSheets = new Set(all.filter((file, index) => all.indexOf(file) !== index));
  return ({ file, sheet, row }) =>
    printPlace({ file: short.get(file) ?? file, sheet: ofSeveralSheets.has(file) ? sheet : null, row, column: null });
}
