/** An amount of money in fen (1/100 yuan). Always an integer, so that adding up never loses one. */
export type Fen = bigint;

export const FEN_PER_WAN = 1_000_000n;

/** `value` to the nearest multiple of `step` (> 0), a half going up: 99.225 to the 0.01 is 99.23. */
export function roundHalfUp(value: bigint, step: bigint): bigint {
  const shifted = value + step / 2n;
  const remainder = ((shifted % step) + step) % step;
  return shifted - remainder;
}

/** Yuan with two decimals and no separators, as machines read it: `-1234.50`. */
export function yuan(amount: Fen): string {
  return decimal(amount, 2, 2);
}

/**
 * 万元 with thousands separators, as people read it: `2,222.23`. At least two decimals, and as many more (up to six) as
 * the amount needs, so that what is printed is exact to the fen.
 */
export function wanYuan(amount: Fen): string {
  return grouped(decimal(amount, 6, 2));
}

/** The same with two decimals, half up: for a figure that only has to be taken in. */
export function roundedWan(amount: Fen): string {
  const [sign, value] = amount < 0n ? ['-', -amount] : ['', amount];
  return sign + grouped(decimal((value + 5_000n) / 10_000n, 2, 2));
}

export interface RoundedMoney {
  readonly figure: string;
  readonly scale: '亿' | '万' | '';
}

/** A sum that only has to be taken in, with as many zeros left out as it has: 1.40 亿, 262.43 万, 0.66. */
export function roundedMoney(amount: Fen): RoundedMoney {
  const size = amount < 0n ? -amount : amount;
  if (size >= 10_000n * FEN_PER_WAN) return { figure: roundedWan(amount / 10_000n), scale: '亿' };
  return size >= FEN_PER_WAN
    ? { figure: roundedWan(amount), scale: '万' }
    : { figure: grouped(yuan(amount)), scale: '' };
}

/** An integer over 10^`scale` as a decimal string that keeps at least `atLeast` decimals. */
function decimal(value: bigint, scale: number, atLeast: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, -scale);
  let end = digits.length;
  while (end > digits.length - scale + atLeast && digits[end - 1] === '0') end -= 1;
  const fraction = digits.slice(digits.length - scale, end);
  return `${value < 0n ? '-' : ''}${whole}.${fraction}`;
}

/** Thousands separators in a decimal string. (`toLocaleString` would say the same, but loads ICU: 16 ms a run.) */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
