import type { Day } from '../domain/calendar.ts';
import { saysNothing, UNCOMPUTED } from '../domain/cell-text.ts';
import type { Fen } from '../domain/money.ts';
import { REFERENCE_FORM, readReference } from '../domain/pay/reference.ts';
import { readKinship } from '../domain/people/kinship.ts';
import { readOtherId } from '../domain/people/other-id.ts';
import { readName } from '../domain/people/person-name.ts';
import { NAME_FAULTS, readPayee } from '../domain/people/person-name-fault.ts';
import { isSigned, readAgent, readCountCell, readSex } from '../domain/row/list-words.ts';
import { readAmount } from '../domain/row/payout-amount.ts';
import { accountReading, otherPhoneReading, phoneReading } from './contact-reading.ts';
import { birthReading, diedReading, paidReading } from './day-reading.ts';
import { idReading } from './id-reading.ts';
import type { LoadedField } from './loaded-field.ts';
import { amountState, otherPerson } from './payout-sql.ts';
import { HAN, hanWithout, matches, namesSomebody, USUAL_NAME } from './plain-form.ts';
import type { CellReading } from './reading.ts';
import {
  addressReading,
  categoryReading,
  remarkReading,
  stateReading,
  wordReading,
  workplaceReading,
} from './word-reading.ts';

/** What an integer column holds; nobody has more of anything, nor is older. */
const LARGEST_COUNT = 2 ** 31 - 1;

function countReading(field: LoadedField): CellReading {
  const number = `${field}_number`;
  return {
    field,
    parts: [{ [number]: `try_cast(${field} as integer)` }],
    plain: `${number}::varchar = ${field} and ${number} >= 0`,
    columns: [{ name: field, type: 'integer', value: number, none: 'null' }],
    read: (cell) => {
      const count = readCountCell(cell);
      return [count !== null && count <= LARGEST_COUNT ? count : null];
    },
  };
}

const nameReading: CellReading = {
  field: 'name',
  plain: `${matches('name', USUAL_NAME)} and ${namesSomebody('name')}`,
  columns: [
    { name: 'name', type: 'varchar', value: 'name', none: 'null' },
    { name: 'deceased', type: 'boolean', none: 'false' },
    { name: 'named_agent', type: 'varchar', none: 'null' },
    { name: 'partner', type: 'varchar', none: 'null' },
    { name: 'name_fault', type: 'utinyint', none: '0' },
  ],
  read: (cell) => {
    const { name, partner, deceased, agent, fault } = readPayee(cell);
    return [name, deceased, agent && readAgent(agent), partner, NAME_FAULTS.indexOf(fault)];
  },
};

/** Somebody beside the one who is paid. */
function otherNameReading(field: 'spouse' | 'wife' | 'guardian' | 'head' | 'holder', column: string): CellReading {
  return {
    field,
    plain: `${matches(field, USUAL_NAME)} and ${field} <> '没有' and ${field} <> '暂无'`,
    columns: [{ name: column, type: 'varchar', value: field, none: 'null' }],
    read: (cell) => {
      const { name } = readName(cell);
      return [saysNothing(name) ? null : name];
    },
  };
}

/** Capitals and digits, of which not all are the same sign or 123456. */
const otherIdReading: CellReading = {
  field: 'other_id',
  plain: `${matches('other_id', '[0-9A-Z]{6,}')} and ltrim(other_id, '0' || left(other_id, 1)) <> '' and not starts_with('12345678901234567890', ltrim(other_id, '0'))`,
  columns: [{ name: 'other_id', type: 'varchar', value: `ltrim(other_id, '0')`, none: 'null' }],
  read: (cell) => [readOtherId(cell)],
};

/** Only what explains that somebody holds another's account. */
const relationReading: CellReading = {
  field: 'relation',
  plain: matches('relation', '父子|父女|母子|母女|祖孙|夫妻|父亲|母亲|监护人'),
  columns: [{ name: 'relation', type: 'varchar', value: 'relation', none: 'null' }],
  read: (cell) => [readKinship(cell)],
};

/** Few rows have one, and what stands there is seldom only a name. */
const agentReading: CellReading = {
  field: 'agent',
  plain: 'false',
  columns: [{ name: 'agent', type: 'varchar', value: 'null', none: 'null' }],
  read: (cell) => [readAgent(cell)],
};

/**
 * A household's number as it stands, or, where it is no more than a count, that of this list: 户号 12 of two lists are two
 * households. What is before the separator is no part of what was written.
 */
function householdReading(list: number): CellReading {
  const own = `'${list}' || chr(${HOUSEHOLD_SEPARATOR.charCodeAt(0)}) || household_id`;
  const { read, ...word } = wordReading('household_id', 'household_id', '[0-9A-Za-z]*[0-9A-Za-z][0-9]');
  return {
    ...word,
    columns: [
      {
        name: 'household_id',
        type: 'varchar',
        value: `case when strlen(household_id) <= ${LONGEST_COUNT} and ${matches('household_id', '[0-9]+')} then ${own} else household_id end`,
        none: 'null',
      },
    ],
    read: (cell) => {
      const [text = null] = read(cell);
      return [typeof text === 'string' && isCount(text) ? `${list}${HOUSEHOLD_SEPARATOR}${text}` : text];
    },
  };
}

/** A household's number without the list that it is of. */
export const householdText = (id: string) => id.slice(id.indexOf(HOUSEHOLD_SEPARATOR) + 1);

const HOUSEHOLD_SEPARATOR = '\u001f'; // no cell that was read holds one
const LONGEST_COUNT = 4;
const isCount = (text: string) => text.length <= LONGEST_COUNT && /^[0-9]+$/.test(text);

/** Of a cell that can't be read, so much is kept to be shown. */
const LONGEST_SHOWN = 40;
/** What `readAmount` takes: 15 digits of yuan. */
const DIGITS_OF_FEN = 17;

/** Whole numbers are usual; others have no more decimals than the unit has places above the fen. */
function amountReading(unit: Fen): CellReading {
  const decimals = String(unit).length - 1;
  const digits = Math.min(9, DIGITS_OF_FEN - decimals);
  const decimal = `try_cast(amount as decimal(${digits + decimals}, ${decimals}))`;
  const inFen = `try_cast(${decimal}::decimal(38, ${decimals}) * ${unit} as bigint)`; // so wide, no product overflows
  return {
    field: 'amount',
    parts: [
      { amount_number: 'try_cast(amount as integer)' },
      { amount_is_whole: `amount_number::varchar = amount and amount_number between 0 and ${10 ** digits - 1}` },
    ],
    plain: `case when amount_is_whole then true else ${matches('amount', `[0-9]{1,${digits}}(?:[.][0-9]{1,${decimals}})?`)} end`,
    columns: [
      {
        name: 'amount',
        type: 'bigint',
        value: `case when amount_is_whole then amount_number::bigint * ${unit} else ${inFen} end`,
        none: 'null',
      },
      { name: 'amount_text', type: 'varchar', none: 'null' },
      {
        name: 'amount_state',
        type: 'utinyint',
        value: `case when amount is null then ${amountState('empty')} else ${amountState('known')} end`,
        none: String(amountState('empty')),
      },
    ],
    read: (cell) => {
      const read = readAmount(cell, unit);
      if ('fen' in read) return [read.fen, null, amountState('known')];
      if ('empty' in read) return [null, null, amountState(cell === UNCOMPUTED ? 'uncomputed' : 'empty')];
      return [null, cell.slice(0, LONGEST_SHOWN), amountState(read.problem)];
    },
  };
}

/** A tick, or somebody's name: anything without the characters of 未签, 没领, 待领, 否, 无 and their like. */
const signReading: CellReading = {
  field: 'sign',
  plain: `sign = '√' or ${matches('sign', `[${hanWithout('未没有领取签收名字到待否无暂空')}]{2,4}`)}`,
  columns: [{ name: 'signed', type: 'boolean', value: 'sign is not null', none: 'false' }],
  read: (cell) => [isSigned(cell)],
};

/** The reference of a payment, alone or among the words of a 附言. */
const referenceReading: CellReading = {
  field: 'reference',
  plain: matches('reference', REFERENCE_FORM),
  columns: [{ name: 'reference', type: 'varchar', value: 'reference', none: 'null' }],
  read: (cell) => [readReference(cell)],
};

/** How the cells of list number `list` are read; `unit` is the fen in one unit of its amounts, `near` a day of the campaign. */
export function cellReadings(list: number, unit: Fen, near: Day | null = null): readonly CellReading[] {
  return [
    nameReading,
    otherNameReading('spouse', 'named_spouse'),
    otherNameReading('wife', 'wife'),
    otherNameReading('guardian', 'guardian'),
    otherNameReading('head', 'head_name'),
    idReading('id_number', 'person', 'id', (id) => otherPerson(id, 'name')),
    idReading('head_id', 'head', 'head_id'),
    otherIdReading,
    amountReading(unit),
    countReading('quantity'),
    householdReading(list),
    countReading('household_size'),
    wordReading('subdistrict', 'subdistrict', `[${HAN}0-9]{3,}`), // 没有 and 暂无 say nothing
    wordReading('committee', 'committee', `[${HAN}0-9]{3,}`),
    addressReading,
    workplaceReading,
    phoneReading,
    otherPhoneReading,
    accountReading,
    otherNameReading('holder', 'holder'),
    relationReading,
    wordReading('bank', 'bank', `[${HAN}]{4,}`),
    {
      field: 'sex',
      plain: `sex = '男' or sex = '女'`,
      columns: [{ name: 'male', type: 'boolean', value: `sex = '男'`, none: 'null' }],
      read: (cell) => {
        const sex = readSex(cell);
        return [sex === null ? null : sex === 'male'];
      },
    },
    birthReading,
    countReading('age'),
    paidReading(near),
    diedReading,
    signReading,
    agentReading,
    wordReading('serial', 'serial', '[0-9A-Za-z]*[0-9A-Za-z][0-9]'),
    referenceReading,
    wordReading('batch', 'batch', '[0-9A-Za-z]*[0-9A-Za-z][0-9]'),
    wordReading('result', 'result', `成功|失败|退票|冲正|[${HAN}]{3,}`),
    wordReading('reason', 'reason', `[${HAN}]{3,}`),
    categoryReading,
    stateReading,
    remarkReading,
  ];
}
