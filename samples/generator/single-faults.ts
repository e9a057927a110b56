import type { Fault } from './faults.ts';
import type { Payout } from './payout.ts';

/** A fault that one row of a district's file has, and no row of a list that is made at random. */
export interface SingleFault extends Fault {
  readonly file: string;
}

const always = () => true;
const withAccount = ({ cells }: Payout) => cells.account !== '';

/** What the sample district shows once each. To add one is to add an entry. */
export const SINGLE_FAULTS: readonly SingleFault[] = [
  {
    rules: ['name-unreadable'],
    file: 'lists/总工会.csv',
    fits: ({ cells }) => cells.name.length === 3,
    plant: ({ cells }) => {
      cells.name = `${cells.name.charAt(0)}?${cells.name.charAt(2)}`;
      return '姓名有一个字成了“?”';
    },
  },
  {
    rules: ['several-people-in-cell'],
    file: 'lists/红十字会.csv',
    fits: always,
    plant: ({ cells }) => {
      cells.name = `${cells.name}、佟安生`;
      return '姓名一格里写了两个人';
    },
  },
  {
    rules: ['date-unreadable'],
    file: 'lists/人社局.csv',
    fits: always,
    plant: ({ cells }) => {
      cells.paidOn = '2026-01-32';
      return '没有1月32日';
    },
  },
  {
    rules: ['account-damaged'],
    file: 'lists/妇联.tsv',
    fits: withAccount,
    plant: ({ cells }) => {
      cells.account = Number(cells.account).toExponential(5).toUpperCase();
      return '银行账号成了科学计数';
    },
  },
  {
    rules: ['account-malformed'],
    file: 'lists/总工会.csv',
    fits: withAccount,
    plant: ({ cells }) => {
      cells.account = `99O${cells.account.slice(3)}`;
      return '卡号里有字母O';
    },
  },
  {
    rules: ['phone-malformed'],
    file: 'lists/残联.csv',
    fits: always,
    plant: ({ cells }) => {
      cells.phone = cells.phone.slice(0, 10);
      return '电话少一位';
    },
  },
  {
    rules: ['holder-not-payee'],
    file: 'lists/教育局.xlsx',
    fits: withAccount,
    plant: ({ cells }) => {
      cells.holder = '佟安生';
      return '户名不是本人';
    },
  },
];
