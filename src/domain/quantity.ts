import {
  AFTER,
  BEFORE,
  FIGURE,
  FIGURE_START,
  HAS_DIGIT,
  LEAD,
  PLAIN_FIGURE,
  type Qualifier,
  SAYS_MORE,
  TWO_COUNTS,
  WORDS_BEFORE,
} from './figure-words.ts';
import { readNumeral, scaleExponent } from './numeral.ts';
import { type CountUnit, countUnitOf } from './unit.ts';

/** What a figure measures: money, a count with its unit, or a number whose unit the document leaves out. */
export type QuantityUnit = 'money' | CountUnit | 'none';

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
  /** The measure word of pieces and institutions: 箱 is not 床. */
  readonly word?: string;
  /** What each of them may also be: 5823户（人） are households or people. */
  readonly orUnit?: CountUnit;
  /** A second count of the same fact: of 1355户9980人 the people. Neither is added to the other. */
  readonly also?: Quantity;
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

/** What was read or why it was not, with the words at which reading stopped where that is known. */
export type Read<T> = { readonly ok: T } | { readonly problem: QuantityProblem; readonly at?: string };

/** 1万亿元 and 100亿人: more than any relief campaign, so a figure above is a slip of the pen. */
const MOST_FEN = 10n ** 14n;
const MOST_COUNT = 10n ** 10n;

/** No figure of a document is longer; what is would only be slow to refuse. */
const LONGEST = 80;

/** Full-width forms folded, blanks gone: how every figure is read. */
export function foldFigure(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/圆/g, '元').replace(/元正$/, '元整');
}

/**
 * Reads one figure; a bare number is taken to be of `bareUnit`. Words before it that say nothing of how much it is are left
 * out (下拨救灾资金60万元). Never throws: what can't be read is a problem.
 */
export function readQuantity(printed: string, bareUnit: QuantityUnit = 'none'): Read<Quantity> {
  if (printed.length > LONGEST) return { problem: 'not-a-figure' };
  const text = foldFigure(printed);
  const read = readFigure(text, text, bareUnit);
  if (!('problem' in read) || read.problem !== 'not-a-figure') return read;
  const words = WORDS_BEFORE.exec(text)?.[0] ?? '';
  for (let length = 1; length <= words.length && !SAYS_MORE.test(text.slice(0, length)); length += 1) {
    const [before, behind] = [text.slice(0, length), text.slice(length)];
    // 一线职工3700余人 has a number in its words, 二百五元 is none.
    if (HAS_DIGIT.test(before) && !/^[约近逾超]?\d/.test(behind)) continue;
    const found = readFigure(behind, text, bareUnit);
    if ('ok' in found) return found;
  }
  return read;
}

function readFigure(figure: string, text: string, bareUnit: QuantityUnit): Read<Quantity> {
  const qualifiers: Qualifier[] = [];
  let body = figure;
  // What a figure is said of may stand before its qualifier and behind it: 价值约4.61万元, 约合人民币3万元.
  for (let before = ''; before !== body && !/^\d/.test(body); ) {
    const bare = /^[约近]/.test(body) ? body : withoutLead(body);
    if (qualifiers.length > 0 && bare === body) break;
    before = body;
    body = take(bare, BEFORE, qualifiers);
  }
  body = inOneScale(take(body, AFTER, qualifiers));
  if (/^[-−]\d/.test(body)) return { problem: 'negative' };
  if (/^[几数若]/.test(body)) return { problem: 'too-vague' };
  const parts: Parts | undefined = (PLAIN_FIGURE.exec(body) ?? FIGURE.exec(body))?.groups;
  if (!parts) return notAFigure(body);
  const overs = [parts.over1, parts.over2, parts.over3, parts.over4].filter(Boolean);
  if (overs.length > 1) return notAFigure(body);
  if (overs.length === 1) qualifiers.push('over');
  const qualifier = combined(qualifiers);
  if (!qualifier) return { problem: 'contradictory-qualifiers' };
  return scaled(parts, bareUnit, qualifier, text);
}

/** 12万5千 and 17亿4900多万 in one scale, and 人（户）次 as the two units that it is. */
function inOneScale(body: string): string {
  if (!/[万亿)]/.test(body)) return body;
  return body
    .replace(/^(\d+)万([1-9])千(?=[元余多]|$)/, '$1.$2万')
    .replace(
      /^(\d{1,4})亿(\d{1,4})([余多]?)万/,
      (_, hundreds: string, rest: string, over: string) => `${Number(hundreds) * 10_000 + Number(rest)}${over}万`,
    )
    .replace(/人\(户\)次$/, '人次(户次)')
    .replace(/户\(人\)次$/, '户次(人次)');
}

function withoutLead(body: string): string {
  let rest = body;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(LEAD, '');
  }
  return rest;
}

/** The text without the words that qualify it, which are noted. */
function take(body: string, words: typeof BEFORE, noted: Qualifier[]): string {
  return words.reduce((rest, [pattern, qualifier]) => {
    if (pattern.test(rest)) noted.push(qualifier);
    return rest.replace(pattern, '');
  }, body);
}

/** Where reading stopped: behind what is a figure or, where none begins, before the first number. */
function notAFigure(body: string): { problem: 'not-a-figure'; at?: string } {
  const rest = body.slice(FIGURE_START.exec(body)?.[0].length ?? 0);
  const at = (rest === body ? /^[^0-9]+/.exec(body)?.[0] : rest) ?? rest;
  return at === '' ? { problem: 'not-a-figure' } : { problem: 'not-a-figure', at };
}

/** 约…余 is 余, which says more, as is 超…余; any other two that differ contradict each other. */
function combined(qualifiers: readonly Qualifier[]): Qualifier | undefined {
  const said = new Set(qualifiers);
  if (said.size > 1) said.delete('about');
  if (said.has('over')) said.delete('atLeast'); // 超3万余
  return said.size > 1 ? undefined : ([...said][0] ?? 'exact');
}

type Parts = Partial<Record<string, string>>;

function scaled(parts: Parts, bareUnit: QuantityUnit, qualifier: Qualifier, text: string): Read<Quantity> {
  const numeral = readNumeral(parts.number ?? '');
  if (!numeral) return { problem: /,/.test(parts.number ?? '') ? 'bad-grouping' : 'not-a-figure' };
  const scale = scaleExponent(parts.scale ?? '') ?? 0;
  const { word = '', noun, or = '' } = parts;
  const unit = parts.money ? 'money' : (countUnitOf(word, noun) ?? bareUnit);
  const exponent = numeral.exponent + scale;
  if (exponent > 20) return { problem: 'absurd' };
  const figure = inUnit(numeral.digits, exponent, unit);
  if (!figure) return { problem: unit === 'money' ? 'below-fen' : 'not-whole' };
  if (figure.value > (unit === 'money' ? MOST_FEN : MOST_COUNT)) return { problem: 'absurd' };
  const orUnit = or === '次' ? TIMES_OF[unit] : countUnitOf(or);
  const ofKind = word !== '个' && (unit === 'pieces' || unit === 'institutions') ? { word } : {};
  return { ok: { ...figure, unit, qualifier, text, ...ofKind, ...(orUnit && { orUnit }) } };
}

/** 人（次） and 户（次）: each of them, or each time. */
const TIMES_OF: Partial<Record<QuantityUnit, CountUnit>> = { persons: 'personTimes', households: 'householdTimes' };

function inUnit(digits: bigint, exponent: number, unit: QuantityUnit): { value: bigint; step: bigint } | undefined {
  const shift = exponent + (unit === 'money' ? 2 : 0);
  if (shift >= 0) {
    const step = 10n ** BigInt(shift);
    return { value: digits * step, step };
  }
  const divisor = 10n ** BigInt(-shift);
  return digits % divisor === 0n ? { value: digits / divisor, step: 1n } : undefined;
}

/** Reads an amount of money; a bare number is yuan. */
export function readMoney(printed: string): Read<Quantity> {
  const read = readQuantity(printed, 'money');
  return 'ok' in read && read.ok.unit !== 'money' ? { problem: 'not-money' } : read;
}

/** Reads a count of people, households or packages, or two of one fact (1355户9980人); a bare number keeps the unit `none`. */
export function readCount(printed: string): Read<Quantity> {
  const read = readQuantity(printed);
  if ('ok' in read) return read.ok.unit === 'money' ? { problem: 'not-a-count' } : read;
  return readTwoCounts(printed) ?? read;
}

/** What may count one fact beside another: 分3次发放600人 has one count, and says how. */
const COUNTED_TOGETHER: ReadonlySet<QuantityUnit> = new Set([
  'persons',
  'households',
  'items',
  'personTimes',
  'householdTimes',
  'institutions',
]);

function readTwoCounts(printed: string): Read<Quantity> | undefined {
  if (printed.length > LONGEST) return undefined;
  const text = foldFigure(printed);
  const [first, second] = (TWO_COUNTS.exec(text) ?? []).slice(1).map((part) => readQuantity(part));
  if (!first || !second || !('ok' in first) || !('ok' in second)) return undefined;
  const units = [first.ok.unit, second.ok.unit];
  if (units[0] === units[1] || !units.every((unit) => COUNTED_TOGETHER.has(unit))) return undefined;
  return { ok: { ...first.ok, text, also: second.ok } };
}
