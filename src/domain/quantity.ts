import type { Interval } from './interval.ts';
import { CHINESE_DIGITS, readNumeral, scaleExponent } from './numeral.ts';
import { type ReachUnit, reachUnitOf, UNIT_WORD, UNIT_WORDS_PATTERN } from './unit.ts';

/**
 * How firmly a document says a figure: as it stands; 约/左右 (about); 余/多 (over); 以上/至少 (atLeast); 近 (nearly);
 * 不超过/最高 (atMost).
 */
export type Qualifier = 'exact' | 'about' | 'over' | 'atLeast' | 'nearly' | 'atMost';

/** What a figure measures: money, a count with its unit, or a number whose unit the document leaves out. */
export type QuantityUnit = 'money' | ReachUnit | 'none';

/** A figure as a document prints it, in the notation of the notices: 约3.8万人, 100余万元, 1万余名, 550元. */
export interface Quantity {
  /** In fen for money, in ones for counts. */
  readonly value: bigint;
  readonly unit: QuantityUnit;
  readonly qualifier: Qualifier;
  /** One unit of the last printed digit, in the unit of `value`: 3.8万人 is printed to 1000. */
  readonly step: bigint;
  /** As printed, folded to half-width and without spaces. */
  readonly text: string;
}

/** Why a text is not a quantity. Each has its message in the catalogues. */
export type QuantityProblem =
  | 'not-a-figure'
  | 'not-money'
  | 'range-reversed'
  | 'not-a-count'
  | 'bad-grouping'
  | 'too-vague'
  | 'contradictory-qualifiers'
  | 'negative'
  | 'below-fen'
  | 'not-whole'
  | 'absurd';

export type Read<T> = { readonly ok: T } | { readonly problem: QuantityProblem };

/** 1万亿元 and 100亿人: more than any relief campaign, so a figure above is a slip of the pen. */
const MOST_FEN = 10n ** 14n;
const MOST_COUNT = 10n ** 10n;

const BEFORE: ReadonlyArray<readonly [RegExp, Qualifier]> = [
  [/^(?:大约|约|大概)/, 'about'],
  [/^(?:将近|接近|近)/, 'nearly'],
  [/^(?:至少|不少于|不低于|超过|超)/, 'atLeast'],
  [/^(?:不超过|不高于|至多|最多|最高|上限)/, 'atMost'],
];
const AFTER: ReadonlyArray<readonly [RegExp, Qualifier]> = [
  [/(?:左右|上下)$/, 'about'],
  [/(?:及以上|以上)$/, 'atLeast'],
  [/(?:以内|以下|封顶)$/, 'atMost'],
];

const FIGURE = new RegExp(
  `^(?<number>[0-9][0-9,.]*|[${CHINESE_DIGITS}万亿]+)(?<over1>[余多])?(?<scale>[十百千万亿]*)(?<over2>[余多])?` +
    `(?<unit>元|${UNIT_WORDS_PATTERN})?(?<over3>[余多])?整?$`,
);

/** No figure of a document is longer; what is would only be slow to refuse. */
const LONGEST = 80;

/** Full-width forms folded, blanks gone: how every figure is read. */
export function foldFigure(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/圆/g, '元').replace(/元正$/, '元整');
}

/** Reads one figure; a bare number is taken to be of `bareUnit`. Never throws: what can't be read is a problem. */
export function readQuantity(printed: string, bareUnit: QuantityUnit = 'none'): Read<Quantity> {
  if (printed.length > LONGEST) return { problem: 'not-a-figure' };
  const text = foldFigure(printed);
  let body = text.replace(/^(?:共计|合计|总计|共)/, '');
  const qualifiers: Qualifier[] = [];
  for (const [words, qualifier] of BEFORE) {
    if (words.test(body)) qualifiers.push(qualifier);
    body = body.replace(words, '');
  }
  for (const [words, qualifier] of AFTER) {
    if (words.test(body)) qualifiers.push(qualifier);
    body = body.replace(words, '');
  }
  if (/^[-−]\d/.test(body)) return { problem: 'negative' };
  if (/^[几数若]/.test(body)) return { problem: 'too-vague' };
  const parts = FIGURE.exec(body)?.groups;
  if (!parts) return { problem: 'not-a-figure' };
  const overs = [parts.over1, parts.over2, parts.over3].filter(Boolean);
  if (overs.length > 1) return { problem: 'not-a-figure' };
  if (overs.length === 1) qualifiers.push('over');
  const qualifier = combined(qualifiers);
  if (!qualifier) return { problem: 'contradictory-qualifiers' };
  return scaled(parts, bareUnit, qualifier, text);
}

/** 约…余 is 余, which says more; any other two that differ contradict each other. */
function combined(qualifiers: readonly Qualifier[]): Qualifier | undefined {
  const said = new Set(qualifiers);
  if (said.size > 1) said.delete('about');
  return said.size > 1 ? undefined : ([...said][0] ?? 'exact');
}

function scaled(
  parts: Partial<Record<string, string>>,
  bareUnit: QuantityUnit,
  qualifier: Qualifier,
  text: string,
): Read<Quantity> {
  const numeral = readNumeral(parts.number ?? '');
  if (!numeral) return { problem: /,/.test(parts.number ?? '') ? 'bad-grouping' : 'not-a-figure' };
  const scale = scaleExponent(parts.scale ?? '') ?? 0;
  const unit = parts.unit === '元' ? 'money' : (reachUnitOf(parts.unit ?? '') ?? bareUnit);
  const exponent = numeral.exponent + scale;
  if (exponent > 20) return { problem: 'absurd' };
  const figure = inUnit(numeral.digits, exponent, unit);
  if (!figure) return { problem: unit === 'money' ? 'below-fen' : 'not-whole' };
  if (figure.value > (unit === 'money' ? MOST_FEN : MOST_COUNT)) return { problem: 'absurd' };
  return { ok: { ...figure, unit, qualifier, text } };
}

function inUnit(digits: bigint, exponent: number, unit: QuantityUnit): { value: bigint; step: bigint } | undefined {
  const shift = exponent + (unit === 'money' ? 2 : 0);
  if (shift >= 0) {
    const step = 10n ** BigInt(shift);
    return { value: digits * step, step };
  }
  const divisor = 10n ** BigInt(-shift);
  return digits % divisor === 0n ? { value: digits / divisor, step: 1n } : undefined;
}

/** One unit of the last digit that is not zero, never less than the printed precision allows: 8.5万 to 1000, 600 to 100. */
function lastSignificantUnit({ value, step }: Quantity): bigint {
  let unit = step;
  while (value !== 0n && value % (unit * 10n) === 0n) unit *= 10n;
  return unit;
}

/**
 * Every value that a figure, printed as it is, may stand for. A bare figure holds to its printed digits (33万元 is
 * 32.5万 up to but not including 33.5万); 约 to half a unit of its last digit that is not zero (约8.5万 ± 500); 余/多 up
 * to one such unit above (7000余 < 8000), 近 one below; 以上 and 不超过 are open.
 */
export function coverage(quantity: Quantity): Interval {
  const { value, step, qualifier } = quantity;
  const unit = lastSignificantUnit(quantity);
  switch (qualifier) {
    case 'exact':
      return { low: value - step / 2n, high: step > 1n ? value + step / 2n - 1n : value };
    case 'about':
      return { low: value - unit / 2n, high: value + unit / 2n };
    case 'over':
      return { low: value, high: value + unit - 1n };
    case 'nearly':
      return { low: value - unit + 1n, high: value };
    case 'atLeast':
      return { low: value, high: null };
    case 'atMost':
      return { low: null, high: value };
  }
}

/** Reads an amount of money; a bare number is yuan. */
export function readMoney(printed: string): Read<Quantity> {
  const read = readQuantity(printed, 'money');
  return 'ok' in read && read.ok.unit !== 'money' ? { problem: 'not-money' } : read;
}

/** Reads a count of people, households or packages; a bare number keeps the unit `none`. */
export function readCount(printed: string): Read<Quantity> {
  const read = readQuantity(printed);
  return 'ok' in read && read.ok.unit === 'money' ? { problem: 'not-a-count' } : read;
}

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
