import type { Qualifier } from '../../src/domain/figure-words.ts';
import type { Quantity } from '../../src/domain/quantity.ts';
import { UNIT_WORD } from '../../src/domain/unit.ts';

const PREFIX: Readonly<Record<Qualifier, string>> = {
  exact: '',
  about: '约',
  over: '',
  atLeast: '至少',
  nearly: '近',
  atMost: '不超过',
};
const SCALE_WORDS = ['', '十', '百', '千', '万', '十万', '百万', '千万', '亿', '十亿', '百亿', '千亿', '万亿'];

/** A figure in relief's own spelling; reading it back gives the same value, unit, qualifier and precision. */
export function printQuantity({ value, step, unit, qualifier }: Omit<Quantity, 'text'>): string {
  const inner = unit === 'money' ? 2 : 0; // decimals that `value` holds: fen are hundredths of a yuan
  const precision = step.toString().length - 1 - inner; // 2 where it is printed to the hundred, -1 to the tenth
  const fits = (power: number) => precision > 0 && value >= 10n ** BigInt(power + inner);
  const scale = Math.max(fits(8) ? 8 : fits(4) ? 4 : 0, precision);
  const decimals = scale - precision;
  const digits = (value / step).toString().padStart(decimals + 1, '0');
  const number = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
  const unitWord = unit === 'money' ? '元' : unit === 'none' ? '' : UNIT_WORD[unit];
  const over = qualifier === 'over' ? '余' : '';
  const scaled =
    number.length > 1 && !decimals ? `${number}${over}${SCALE_WORDS[scale]}` : `${number}${SCALE_WORDS[scale]}${over}`;
  return `${PREFIX[qualifier]}${scaled}${unitWord}`; // 100余万元, 1万余人, 11.4万余人
}
