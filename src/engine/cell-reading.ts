import { foldCell, saysNothing } from '../domain/cell-text.ts';
import { readAccount } from '../domain/contact.ts';
import { ID_CLASSES, type IdClass, readIdNumber } from '../domain/id-number.ts';
import { isSigned, readCountCell, readSex } from '../domain/list-words.ts';
import type { Fen } from '../domain/money.ts';
import { readAmount } from '../domain/payout-amount.ts';
import { readDay } from '../domain/payout-day.ts';
import { readName } from '../domain/person-name.ts';
import type { Value } from './database.ts';
import type { LoadedField } from './raw-table.ts';

/**
 * How the cells of one field are read. SQL takes the plain forms, which is nearly all of them, as they are; every other
 * distinct cell goes once through `read`, the domain's own reader, which alone decides what a cell means. Where both
 * could read a cell they agree (a property test holds them to it).
 */
export interface CellReading {
  readonly field: LoadedField;
  /** SQL by name: what `plain` uses more than once, in steps that each use only those before. */
  readonly parts?: readonly Readonly<Record<string, string>>[];
  /** SQL: is this cell in its plain form? */
  readonly plain: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    /** SQL: the value of a plain cell. */
    readonly direct: (cell: string) => string;
    /** SQL: the value of an empty one. */
    readonly empty: string;
  }[];
  /** The values of those columns. */
  readonly read: (cell: string) => readonly Value[];
}

const idClass = (name: IdClass): number => ID_CLASSES.indexOf(name);

/** SQL: is a payout's ID number of one of these classes? */
export const idIs = (...names: IdClass[]): string => `p.id_class in (${names.map(idClass).join(', ')})`;

/** SQL: what the number of a payout's person says, where it is a valid one (`idIs`). */
export const PERSON = {
  /** The first six digits, as a number. */
  area: '(p.person // 100000000000)',
  /** The birth date, as the number YYYYMMDD. */
  born: '(p.person // 1000 % 100000000)',
  male: '(p.person % 2 = 1)',
} as const;

/** Why a payout has no amount, as `amount_state` says it. */
const AMOUNT_STATES = ['known', 'empty', 'unreadable', 'below-fen'] as const;
type AmountState = (typeof AMOUNT_STATES)[number];
const amountState = (name: AmountState): number => AMOUNT_STATES.indexOf(name);

/** SQL: is a payout's amount in one of these states? */
export const amountIs = (...names: AmountState[]): string => `p.amount_state in (${names.map(amountState).join(', ')})`;

/** SQL: what a column gets of a cell that is plain or empty. Of any other cell it gets anything, but never an error. */
export function valueIn({ direct, empty, type }: CellReading['columns'][number], cell: string): string {
  const value = direct(cell);
  const nullGivesNull = value.includes(cell) && empty === 'null';
  const whole = nullGivesNull || value === empty ? value : `case when ${cell} is null then ${empty} else ${value} end`;
  return `cast(${whole} as ${type})`;
}

/** SQL: a table with the parts of readings beside its own columns. */
export function withParts(readings: readonly CellReading[], from: string): string {
  const steps = Math.max(0, ...readings.map(({ parts = [] }) => parts.length));
  return Array.from({ length: steps }, (_, step) =>
    readings.flatMap(({ parts = [] }) => Object.entries(parts[step] ?? {}).map(([name, sql]) => `${sql} as ${name}`)),
  ).reduce((inner, parts) => `(select ${['*', ...parts].join(', ')} from ${inner})`, from);
}

const asItIs = (cell: string) => cell;

const HAN = '\\x{4E00}-\\x{9FA5}';
const matches = (field: string, pattern: string) => `regexp_full_match(${field}, '${pattern}')`;

/** A calendar day by its form alone; 29 February is left to the domain. */
const MONTH_DAY =
  '(?:0[13578]|1[02])SEP(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)SEP(?:0[1-9]|[12][0-9]|30)|02SEP(?:0[1-9]|1[0-9]|2[0-8])';
const monthDay = (separator: string) => `(?:${MONTH_DAY.replaceAll('SEP', separator)})`;

/** An ID number's form, with a birth date that is a day. */
const ID_FORM = `[0-9]{6}(?:18[89]|19[0-9]|20[0-9])[0-9]${monthDay('')}[0-9]{3}[0-9X]`;

/**
 * GB 11643: the sum of the first 17 digits, each times its weight, modulo 11, gives the 18th. The weights are the powers of
 * two modulo 11 (ISO 7064 MOD 11-2), so the sum is twice Σ digit·2^place; and since a digit is n // 10^i - 10·(n // 10^(i+1)),
 * Σ digit·2^i over n's places is n - 4·Σ 2^i·(n // 10^i): one division a digit, on two halves of the number.
 */
function checkDigitFits(field: string): string {
  const inTwos = (half: string, digits: number) => {
    const places = Array.from({ length: digits - 1 }, (_, index) => index + 1);
    return `(${half} - 4 * (${places.map((place) => `${2 ** place} * (${half} // ${10 ** place})`).join(' + ')}))`;
  };
  const sum = `${2 ** 9} * ${inTwos(`${field}_first9`, 9)} + 2 * ${inTwos(`${field}_next8`, 8)}`;
  return `'10X98765432'[(${sum}) % 11 + 1] = right(${field}, 1)`;
}

/**
 * A valid number is kept as its 17 digits before the check digit, which say all, in an integer: numbers take less room
 * than text and are compared and counted faster. Any other is kept as text.
 */
function idReading(field: 'id_number' | 'head_id', key: string, text: string): CellReading {
  const first17 = `${field}_first17`;
  return {
    field,
    parts: [
      // `case` keeps the cast away from cells that are no numbers.
      { [first17]: `case when ${matches(field, ID_FORM)} then left(${field}, 17)::bigint end` },
      {
        [`${field}_first9`]: `(${first17} // 100000000)::integer`,
        [`${field}_next8`]: `(${first17} % 100000000)::integer`,
      },
    ],
    plain: `${first17} is not null and ${checkDigitFits(field)}`,
    columns: [
      { name: key, type: 'bigint', direct: () => first17, empty: 'null' },
      { name: text, type: 'varchar', direct: () => 'null', empty: 'null' },
      {
        name: `${text}_class`,
        type: 'utinyint',
        direct: () => String(idClass('valid18')),
        empty: String(idClass('missing')),
      },
    ],
    read: (cell) => {
      const { class: found, text, key } = readIdNumber(cell);
      return [key && BigInt(key.slice(0, 17)), key ? null : text || null, idClass(found)];
    },
  };
}

/** A short text that is compared as it stands: a committee, a household's number. */
function wordReading(field: LoadedField, column: string, plain: string): CellReading {
  return {
    field,
    plain: matches(field, plain),
    columns: [{ name: column, type: 'varchar', direct: asItIs, empty: 'null' }],
    read: (cell) => {
      const text = foldCell(cell).replace(/\s+/g, '');
      return [saysNothing(text) ? null : text];
    },
  };
}

/** What an integer column holds; nobody has more of anything, nor is older. */
const LARGEST_COUNT = 2 ** 31 - 1;

function countReading(field: LoadedField): CellReading {
  return {
    field,
    plain: matches(field, '[0-9]{1,4}'),
    columns: [{ name: field, type: 'integer', direct: (cell) => `try_cast(${cell} as integer)`, empty: 'null' }],
    read: (cell) => {
      const count = readCountCell(cell);
      return [count !== null && count <= LARGEST_COUNT ? count : null];
    },
  };
}

const DAY = `(?:19|20)[0-9]{2}-${monthDay('-')}`;

/** A birth date, or the month of one, as text. */
const birthReading: CellReading = {
  field: 'birth',
  plain: matches('birth', DAY),
  columns: [{ name: 'birth', type: 'varchar', direct: asItIs, empty: 'null' }],
  read: (cell) => {
    const read = readDay(cell);
    return ['day' in read ? read.day : 'month' in read ? read.month : null];
  },
};

/** The day of a payout; of one that only says its month, the first. */
const paidReading: CellReading = {
  field: 'paid_on',
  plain: matches('paid_on', DAY),
  columns: [{ name: 'paid_on', type: 'date', direct: (cell) => `try_cast(${cell} as date)`, empty: 'null' }],
  read: (cell) => {
    const read = readDay(cell);
    return ['day' in read ? read.day : 'month' in read ? `${read.month}-01` : null];
  },
};

const nameReading: CellReading = {
  field: 'name',
  plain: matches('name', `[${HAN}]{2,4}`),
  columns: [
    { name: 'name', type: 'varchar', direct: asItIs, empty: 'null' },
    { name: 'deceased', type: 'boolean', direct: () => 'false', empty: 'false' },
  ],
  read: (cell) => {
    const { name, deceased } = readName(cell);
    return [name || null, deceased];
  },
};

/** Of a cell that can't be read, so much is kept to be shown. */
const LONGEST_SHOWN = 40;

/** Amounts in yuan are usually plain; in 万元 all go through the domain's reader. */
function amountReading(unit: Fen): CellReading {
  const plain = unit === 100n ? matches('amount', '[0-9]{1,9}(?:[.][0-9]{1,2})?') : 'false';
  return {
    field: 'amount',
    plain,
    columns: [
      {
        name: 'amount',
        type: 'bigint',
        direct: (cell) => `try_cast(try_cast(${cell} as decimal(13, 2)) * 100 as bigint)`,
        empty: 'null',
      },
      { name: 'amount_text', type: 'varchar', direct: () => 'null', empty: 'null' },
      {
        name: 'amount_state',
        type: 'utinyint',
        direct: () => String(amountState('known')),
        empty: String(amountState('empty')),
      },
    ],
    read: (cell) => {
      const read = readAmount(cell, unit);
      if ('fen' in read) return [read.fen, null, amountState('known')];
      if ('empty' in read) return [null, null, amountState('empty')];
      return [null, cell.slice(0, LONGEST_SHOWN), amountState(read.problem)];
    },
  };
}

/** How a list's cells are read; `unit` is the fen in one unit of its amounts. */
export function cellReadings(unit: Fen): readonly CellReading[] {
  return [
    nameReading,
    idReading('id_number', 'person', 'id'),
    idReading('head_id', 'head', 'head_id'),
    amountReading(unit),
    countReading('quantity'),
    wordReading('household_id', 'household_id', '[0-9A-Za-z]*[0-9A-Za-z][0-9]'),
    countReading('household_size'),
    wordReading('subdistrict', 'subdistrict', `[${HAN}0-9]{3,}`), // 没有 and 暂无 say nothing,
    {
      field: 'account',
      plain: matches('account', '[0-9]{0,30}(?:0[1-9]|[1-9]0)[0-9]{0,30}'),
      columns: [{ name: 'has_account', type: 'boolean', direct: (cell) => `${cell} is not null`, empty: 'false' }],
      read: (cell) => [readAccount(cell).text !== ''],
    },
    {
      field: 'sex',
      plain: `sex in ('男', '女')`,
      columns: [{ name: 'male', type: 'boolean', direct: (cell) => `${cell} = '男'`, empty: 'null' }],
      read: (cell) => {
        const sex = readSex(cell);
        return [sex === null ? null : sex === 'male'];
      },
    },
    birthReading,
    countReading('age'),
    paidReading,
    {
      field: 'sign',
      plain: 'false',
      columns: [{ name: 'signed', type: 'boolean', direct: () => 'null', empty: 'false' }],
      read: (cell) => [isSigned(cell)],
    },
  ];
}
