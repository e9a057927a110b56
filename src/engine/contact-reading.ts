import { accountFault } from '../domain/people/account-fault.ts';
import { type Contact, contactKey, isMasked, readAccount } from '../domain/people/contact.ts';
import { otherPhoneKeys, phoneFault, readPhone, readPhones } from '../domain/people/phone.ts';
import type { Value } from './database.ts';
import { accountFaultIs, phoneFaultIs } from './payout-sql.ts';
import { cardDigitFits, isDayNumber, isDigits, matches, partsOfCard } from './plain-form.ts';
import type { CellReading, PayoutColumn } from './reading.ts';

/**
 * Contacts are compared by their keys, nearly all of which fit into an integer; the others are numbered below zero
 * (`otherContact`). The text is kept where the number does not say it.
 */
const LARGEST_KEY = 2n ** 63n - 1n;

function keyColumns(column: string, value: string, text: string): PayoutColumn[] {
  return [
    { name: column, type: 'bigint', value, none: 'null' },
    { name: `${column}_text`, type: 'varchar', value: text, none: 'null' },
  ];
}

function keyValues(contact: Contact): readonly Value[] {
  const key = contactKey(contact);
  if (key === null) return [null, isMasked(contact.text) ? contact.text : null];
  const isNumber = /^[0-9]+$/.test(key) && BigInt(key) <= LARGEST_KEY;
  return isNumber ? [BigInt(key), key === contact.text ? null : contact.text] : [null, contact.text];
}

/** SQL: the last six digits of a number; dividing 32 bits is faster than 64. */
const lastSix = (number: string) => `(${number} % 1000000)::integer`;

/** SQL: do the last three of six digits differ from the three before? If so, they are not one digit repeated: 123123 is 123 × 1001. */
const differ = (six: string) => `${six} % 1001 <> 0`;

/** SQL: are these the digits of a card, from its first two? */
const IS_CARD = `account_is_written and (${[14, 15, 16, 17]
  .map((zeros) => 10n ** BigInt(zeros))
  .map((unit) => `account_number between ${62n * unit} and ${63n * unit - 1n}`)
  .join(' or ')})`;

const CARD = partsOfCard('account_number');
const CARD_FITS = cardDigitFits({ high: 'account_high', middle: 'account_middle', low: 'account_low' });

/**
 * SQL: digits that may be a card too short, a mobile telephone's or an ID number, which is for the domain to say. Most accounts have
 * the length of a card, and are asked nothing: only a case leaves out what it need not know.
 */
const PERHAPS_OTHER = `case when strlen(account) in (16, 19) then false
  else starts_with(account, '62') and strlen(account) < 16 or strlen(account) = 11 and starts_with(account, '1')
  or strlen(account) = 18 and coalesce(${isDayNumber('(account_number // 10000 % 100000000)::integer')}, true) end`;

/** Digits, perhaps with zeros before them. */
export const accountReading: CellReading = {
  field: 'account',
  parts: [
    { account_number: 'try_cast(account as bigint)' },
    {
      account_is_written: `case when ${isDigits('account', 'account_number', 16)} or ${isDigits('account', 'account_number', 19)}
        then true else account_number::varchar = account end`,
      account_end: lastSix('account_number'),
    },
    { account_is_card: IS_CARD, account_high: CARD.high, account_middle: CARD.middle, account_low: CARD.low },
  ],
  plain: `case when account_is_written then true else account_number::varchar = ltrim(account, '0') end
    and account_number >= 1000000000 and not (${PERHAPS_OTHER}) and (${differ('account_end')} or ${differ(lastSix('account_number // 1000'))})`,
  columns: [
    { name: 'has_account', type: 'boolean', value: 'account is not null', none: 'false' },
    ...keyColumns('account', 'account_number', 'case when not account_is_written then account end'),
    {
      name: 'account_fault',
      type: 'utinyint',
      value: `case when account_is_card and not ${CARD_FITS} then ${accountFaultIs('check-digit')} else ${accountFaultIs('none')} end`,
      none: String(accountFaultIs('none')),
    },
  ],
  read: (cell) => {
    const contact = readAccount(cell);
    return [contact.text !== '', ...keyValues(contact), accountFaultIs(accountFault(cell))];
  },
};

/** SQL: the parts of a mobile number, or of one of the fixed network with its area code or without; and is it one? */
function phoneParts(field: 'phone' | 'other_phone') {
  const [number, mobile, fixed, local] = ['number', 'is_mobile', 'fixed', 'local'].map((part) => `${field}_${part}`);
  return {
    parts: [
      { [`${number}`]: `try_cast(${field} as bigint)` },
      {
        [`${mobile}`]: `${isDigits(field, `${number}`, 11)} and ${number} between 13000000000 and 19999999999 and ${number} % 100000000 <> 0`,
      },
      { [`${fixed}`]: `case when not ${mobile} then try_cast(replace(${field}, '-', '') as bigint) end` },
      {
        [`${local}`]: `case when ${fixed} < 1000000000 then null when ${fixed} < 3000000000 or ${fixed} > 9999999999
          then ${fixed} % 100000000 else ${fixed} % 10000000 end`,
      },
    ],
    plain: `case when ${mobile} then true
    else ${matches(field, '(?:0(?:10|2[0-9]|[3-9][0-9]{2})-?)?[2-9][0-9]{6,7}')} and ${differ(lastSix(`${fixed}`))} end`,
  };
}

export const phoneReading: CellReading = {
  field: 'phone',
  ...phoneParts('phone'),
  columns: [
    ...keyColumns(
      'phone',
      'case when phone_is_mobile then phone_number else phone_fixed end',
      `case when phone_fixed is null then null when phone_fixed::varchar <> replace(phone, '-', '') then replace(phone, '-', '') end`,
    ),
    { name: 'further_phones', type: 'varchar', value: 'phone_local::varchar', none: 'null' },
    { name: 'phone_fault', type: 'utinyint', none: String(phoneFaultIs(null)) },
  ],
  read: (cell) => {
    const own = readPhone(cell);
    const others = otherPhoneKeys(readPhones(cell), contactKey(own)).join(' ') || null;
    return [...keyValues(own), others, phoneFaultIs(phoneFault(cell))];
  },
};

/** Telephones that are perhaps not the person's own: a guardian's, the family's. */
export const otherPhoneReading: CellReading = {
  field: 'other_phone',
  ...phoneParts('other_phone'),
  columns: [
    {
      name: 'other_phones',
      type: 'varchar',
      value: `case when other_phone_is_mobile then other_phone else nullif(concat_ws(' ', other_phone_fixed, other_phone_local), '') end`,
      none: 'null',
    },
  ],
  read: (cell) => [otherPhoneKeys(readPhones(cell), null).join(' ') || null],
};
