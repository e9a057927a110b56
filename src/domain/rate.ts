import type { Interval } from './interval.ts';
import { coverage, foldFigure, type Quantity, type Read, readMoney } from './quantity.ts';
import { type ReachUnit, reachUnitOf, UNIT_WORDS_PATTERN } from './unit.ts';

/** How a rate binds: every payout is it; 一般; on average (户均); at most (最高). */
export type RateKind = 'fixed' | 'usual' | 'average' | 'ceiling';

/** Money for each of something, one figure or from `low` to `high`: 550元/人, 每户200-500元, 户均2000元, 50元至230元. */
export interface Rate {
  readonly low: Quantity;
  readonly high: Quantity;
  /** What it is given for. Two for 每人次（户）; none where the document does not say. */
  readonly per: readonly ReachUnit[];
  readonly kind: RateKind;
  /** As printed, folded to half-width and without spaces. */
  readonly text: string;
}

const UNIT = `(?:${UNIT_WORDS_PATTERN})`;
const DUAL = `(${UNIT})(?:\\((${UNIT})\\)|[/、或](${UNIT}))?`;
const PER_BEFORE = new RegExp(`^每${DUAL}`);
const PER_AFTER = new RegExp(`(?:[/每]|一)${DUAL}$`);
const AVERAGE = new RegExp(`^(?:平均每?(${UNIT})|(${UNIT})均|均)`);
const BETWEEN = /(?<=[\d元万余多])[-~至到—–]+(?=[\d])/;

/** Words of a notice's sentence that say nothing of the rate itself: 按照每户700元的标准, 每位补助对象一次性补助750元. */
const FILLER = /不等$|的?标准$|^(?:补助)?标准(?=.)|^按照?|^价值|(?:补助)?对象|一次性|补助/g;

/** Reads a rate. Never throws: what can't be read is a problem. */
export function readRate(printed: string): Read<Rate> {
  if (printed.length > 80) return { problem: 'not-a-figure' };
  const text = foldFigure(printed);
  let body = text.replace(FILLER, '');
  let kind: RateKind = 'fixed';
  let per: ReachUnit[] = [];
  const take = (pattern: RegExp, found: (match: RegExpExecArray) => void) => {
    const match = pattern.exec(body);
    if (!match) return;
    body = body.slice(0, match.index) + body.slice(match.index + match[0].length);
    found(match);
  };
  const units = (match: RegExpExecArray) => {
    per = match.slice(1).flatMap((word) => (word ? [reachUnitOf(word)].filter((unit) => unit !== undefined) : []));
  };
  take(/^(?:一般为?|通常为?)/, () => {
    kind = 'usual';
  });
  take(AVERAGE, (match) => {
    kind = 'average';
    units(match);
  });
  take(PER_BEFORE, units);
  take(/^(?:一般为?|通常为?)/, () => {
    kind = 'usual';
  });
  take(/^(?:最高|最多|至多|不超过|上限)/, () => {
    kind = 'ceiling';
  });
  take(PER_AFTER, units);
  const [low, high] = ends(body);
  if ('problem' in low) return low;
  if ('problem' in high) return high;
  if (low.ok.value > high.ok.value) return { problem: 'range-reversed' };
  return { ok: { low: low.ok, high: high.ok, per, kind, text } };
}

/** The two ends of a range, the first borrowing 千, 万 and 元 from the second (1-3万元); one figure is both its ends. */
function ends(body: string): [Read<Quantity>, Read<Quantity>] {
  const [first = '', second, ...more] = body.split(BETWEEN);
  if (more.length > 0) return [{ problem: 'not-a-figure' }, { problem: 'not-a-figure' }];
  if (second === undefined) {
    const only = readMoney(first);
    return [only, only];
  }
  const scale = second.replace(/^[\d.,]+|[余多]|(?:以内|以上|以下)$/g, '');
  return [readMoney(/[元十百千万亿]/.test(first) ? first : first + scale), readMoney(second)];
}

/**
 * What one payout under this rate may be, in fen. A fixed rate is itself, to the fen (unless it is qualified); an average
 * is a rounded figure and 一般 a soft one, so both have the reach of their printed digits.
 */
export function rateCoverage(rate: Rate): Interval {
  const bounds = (quantity: Quantity): Interval => {
    if (rate.kind === 'usual') return coverage({ ...quantity, qualifier: 'about' });
    if (rate.kind === 'ceiling') return { low: null, high: quantity.value };
    if (rate.kind === 'fixed' && quantity.qualifier === 'exact') return { low: quantity.value, high: quantity.value };
    return coverage(quantity);
  };
  return { low: bounds(rate.low).low, high: bounds(rate.high).high };
}

/** The rate's own figures, before any tolerance; a ceiling has no lower end. */
export function rateNominal(rate: Rate): Interval {
  const low = rate.kind === 'ceiling' || rate.low.qualifier === 'atMost' ? null : rate.low.value;
  return { low, high: rate.high.qualifier === 'atLeast' ? null : rate.high.value };
}
