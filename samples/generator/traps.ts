import { type Field, type Payout, shows } from './payout.ts';
import type { Random } from './random.ts';

/** An odd way to write what is right: a reader must read it, and no rule may mind. */
export interface Trap {
  readonly trap: string;
  readonly field: Field;
  readonly fits: (payout: Payout) => boolean;
  readonly write: (text: string, random: Random) => string;
}

const inText = ({ shape }: Payout) => !shape.workbook;
const inYuan = ({ shape, draft }: Payout) => shows(shape, 'amount') && shape.unit === '元' && draft.yuan > 0;
const dated = ({ shape }: Payout) => shows(shape, 'paidOn');
const always = () => true;

const id = (trap: string, write: Trap['write'], fits: Trap['fits'] = always): Trap => ({
  trap,
  field: 'id',
  fits,
  write,
});
const amount = (trap: string, write: Trap['write']): Trap => ({ trap, field: 'amount', fits: inYuan, write });
const date = (trap: string, write: (year: number, month: number, day: number) => string, fits = dated): Trap => ({
  trap,
  field: 'paidOn',
  fits,
  write: (text) => {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
    return write(year, month, day);
  },
});

/** All traps. To add one is to add an entry. */
export const TRAPS: readonly Trap[] = [
  id('id-trailing-tab', (text) => `${text}\t`),
  id('id-apostrophe', (text) => `'${text}`),
  id('id-formula', (text) => `="${text}"`, inText),
  id('id-full-width', fullWidth),
  id(
    'id-lower-x',
    (text) => text.toLowerCase(),
    ({ cells }) => cells.id.endsWith('X'),
  ),
  amount('amount-capitals', (text) => capitals(Number(text))),
  amount('amount-with-sign', (text) => `￥${text.replace(/\B(?=\d{3}$)/, ',')}.00`),
  amount('amount-full-width', fullWidth),
  amount('amount-with-unit', (text) => `${text}元`),
  {
    trap: 'name-inner-space',
    field: 'name',
    fits: ({ cells }) => cells.name.length === 2,
    write: (text, random) => [...text].join(random.pick([' ', '\u3000', '  '])),
  },
  date('date-compact', (year, month, day) => `${year}${two(month)}${two(day)}`),
  date('date-points', (year, month, day) => `${year}.${month}.${day}`),
  date('date-slashes', (year, month, day) => `${year}/${month}/${day}`),
  date('date-chinese', (year, month, day) => `${year}年${month}月${day}日`),
  date(
    'date-serial',
    (year, month, day) => String(serialDay(year, month, day)),
    (payout) => dated(payout) && inText(payout),
  ),
];

const two = (number: number) => String(number).padStart(2, '0');

/** The day's number in a spreadsheet, where 1900-01-01 is 1 and 1900 had a 29 February. */
function serialDay(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['仟', '佰', '拾', ''];

/** Whole yuan below ten thousand as a cheque has them: 1050 is 壹仟零伍拾元整. */
function capitals(yuan: number): string {
  const digits = String(yuan).padStart(4, '0');
  const said = [...digits].map((digit, place) =>
    digit === '0' ? '零' : `${DIGITS.charAt(Number(digit))}${PLACES[place]}`,
  );
  return `${said
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')}元整`;
}
