import { isBanked, type Measure } from './measures.ts';
import type { Person } from './population.ts';
import type { Random } from './random.ts';

export type Field =
  | 'serial'
  | 'name'
  | 'id'
  | 'sex'
  | 'birth'
  | 'household'
  | 'size'
  | 'department'
  | 'measure'
  | 'amount'
  | 'quantity'
  | 'subdistrict'
  | 'committee'
  | 'address'
  | 'phone'
  | 'bank'
  | 'account'
  | 'holder'
  | 'paidOn'
  | 'sign'
  | 'agent'
  | 'helper';

/** What a list shows and how: enough to say which faults and traps it can hold. */
export interface ListShape {
  readonly columns: readonly { readonly field: Field; readonly header: string }[];
  readonly workbook: boolean;
  /** 万元 in the lists of some departments. */
  readonly unit: '元' | '万元';
}

/** Who gets what, before it is written down; `name`, `phone` and `account` where a list is to say others than the person's. */
export interface Draft {
  readonly person: Person;
  readonly measure: Measure;
  readonly yuan: number;
  /** `YYYY-MM-DD` */
  readonly paidOn: string;
  readonly name?: string;
  readonly phone?: string;
  readonly account?: string;
}

/** A row as a list has it. Faults and traps change it. */
export interface Payout {
  readonly draft: Draft;
  readonly shape: ListShape;
  /** What is paid by the row: a fault can turn it into another. */
  measure: Measure;
  readonly cells: Record<Field, string>;
  /** Cells beyond the last column of the header. */
  beyond: string[];
  /** The amount that the row says, in fen; null where it says none. */
  fen: number | null;
  /** The ID number is a number in the workbook, and so has lost its last digits. */
  idIsNumber: boolean;
  /** Neither a payout nor set aside. */
  rejected: boolean;
  /** Its department is none of the campaign's. */
  nobodys: boolean;
}

/** Signs of names of cadres who look after a household each. */
const HELPERS = ['王李张刘陈杨赵', '建志国文海', '安宁平和'] as const;
const BANKS = ['示范农商行', '惠民村镇行', '东岭合作行', '西浦信用社'];

export function payoutOf(draft: Draft, shape: ListShape, serial: number): Payout {
  const { person, measure, yuan, paidOn } = draft;
  const banked = isBanked(measure);
  const { household } = person;
  return {
    draft,
    shape,
    measure,
    cells: {
      serial: String(serial),
      name: draft.name ?? person.name,
      id: person.idNumber,
      sex: person.sex,
      birth: person.birth,
      household: `H${household.number}`,
      size: String(household.size),
      department: measure.department,
      measure: measure.name,
      amount: yuanText(yuan, shape),
      quantity: '1',
      subdistrict: household.subdistrict,
      committee: household.committee,
      address: household.address,
      phone: draft.phone ?? person.phone,
      bank: banked ? (BANKS[person.index % BANKS.length] as string) : '',
      account: banked ? (draft.account ?? person.account) : '',
      holder: banked ? (draft.name ?? person.name) : '',
      paidOn,
      sign: person.name,
      agent: '',
      helper: HELPERS.map((signs) => signs.charAt(household.number % signs.length)).join(''),
    },
    beyond: [],
    fen: shows(shape, 'amount') ? yuan * 100 : null,
    idIsNumber: false,
    rejected: false,
    nobodys: false,
  };
}

export function shows({ columns }: ListShape, field: Field): boolean {
  return columns.some((column) => column.field === field);
}

/** An amount as the list's unit has it: 1200 or 0.12. */
export function yuanText(yuan: number, { unit }: ListShape): string {
  return String(unit === '万元' ? yuan / 10_000 : yuan);
}

const PAYOUT_DAYS = [
  ...Array.from({ length: 27 }, (_, day) => `2026-01-${String(day + 5).padStart(2, '0')}`),
  ...Array.from({ length: 11 }, (_, day) => `2026-02-${String(day + 1).padStart(2, '0')}`),
];

/** Everything is to be paid out by this day. */
export const DEADLINE = '2026-02-13';

/** A day on which payouts are made, before the deadline. */
export function drawPayoutDay(random: Random): string {
  return random.pick(PAYOUT_DAYS);
}
