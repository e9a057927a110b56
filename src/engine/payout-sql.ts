import { ACCOUNT_FAULTS, type AccountFault } from '../domain/people/account-fault.ts';
import { FEWEST_DIGITS, ID_CLASSES, type IdClass } from '../domain/people/id-number.ts';

/** SQL on the relation `payout`, as `p`: what its coded columns say. */

export const idClass = (name: IdClass): number => ID_CLASSES.indexOf(name);

/** Is a payout's ID number of one of these classes? */
export const idIs = (...names: IdClass[]): string => classIs('id', ...names);

const classIs = (number: 'id' | 'head_id', ...names: IdClass[]) =>
  `p.${number}_class in (${names.map(idClass).join(', ')})`;

/** Does the text of a number that is not valid say enough to tell its bearer from others? As `identifies` in the domain. */
export const identifies = (number: 'id' | 'head_id'): string =>
  `(case when ${classIs(number, 'masked', 'damaged', 'malformed')}
    then length(regexp_replace(p.${number}, 'E[+]?[0-9]+$|[^0-9]', '', 'g')) + (p.${number} like '%X')::integer >= ${FEWEST_DIGITS}
    else not ${classIs(number, 'missing', 'placeholder')} end)`;

/**
 * A number below zero for whoever has this number, which is no valid one, and this name; of 60 bits, so that in ten million of
 * them two alike are not to be expected.
 */
export const otherPerson = (id: string, name: string): string => `(-(hash(${id}, ${name}) >> 4)::bigint - 1)`;

/** A number below zero for a contact that is none. */
export const otherContact = (text: string): string => `(-(hash(${text}) >> 2)::bigint - 1)`;

/** What the number of a payout's person says, where it is a valid one (`idIs`). */
export const PERSON = {
  /** The first six digits, as a number. */
  area: '(p.person // 100000000000)',
  /** The birth date, as the number YYYYMMDD. */
  born: '(p.person // 1000 % 100000000)',
  male: '(p.person % 2 = 1)',
} as const;

/** Why a payout has no amount, as `amount_state` says it. */
const AMOUNT_STATES = ['known', 'empty', 'unreadable', 'below-fen', 'uncomputed'] as const;
type AmountState = (typeof AMOUNT_STATES)[number];
export const amountState = (name: AmountState): number => AMOUNT_STATES.indexOf(name);

/** Is a payout's amount in one of these states? */
export const amountIs = (...names: AmountState[]): string => `p.amount_state in (${names.map(amountState).join(', ')})`;

/** What is wrong with an account or a telephone, as `account_fault` and `phone_fault` say it. */
export const accountFaultIs = (name: AccountFault): number => ACCOUNT_FAULTS.indexOf(name);
const PHONE_FAULTS = [null, 'damaged', 'malformed'] as const;
export const phoneFaultIs = (name: (typeof PHONE_FAULTS)[number]): number => PHONE_FAULTS.indexOf(name);
