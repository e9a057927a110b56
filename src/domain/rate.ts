import { coverage } from './campaign/qualifier-coverage.ts';
import { RECURRENCE_PATTERN, type Recurrence, recurrenceOf } from './duration.ts';
import type { Interval } from './interval.ts';
import { CHINESE_DIGITS } from './numeral.ts';
import { foldFigure, type Quantity, type Read, readMoney } from './quantity.ts';
import { type CountUnit, countUnitOf, MEASURE_WORDS_PATTERN, NOUN_PATTERN } from './unit.ts';

/** How a rate binds: every payout is it; 一般; on average (户均); at most (最高). */
export type RateKind = 'fixed' | 'usual' | 'average' | 'ceiling';

/** Money for each of something, one figure or from `low` to `high`: 550元/人, 每户200-500元, 户均2000元, 50元至230元. */
export interface Rate {
  readonly low: Quantity;
  readonly high: Quantity;
  /** What it is given for. Two for 每人次（户）; none where the document does not say. */
  readonly per: readonly CountUnit[];
  /** The measure words of those that are pieces or institutions: 每床 is not 每箱. */
  readonly words?: readonly string[];
  /** It is given again each day, month … (每人每月600元). */
  readonly each?: Recurrence;
  readonly kind: RateKind;
  /** As printed, folded to half-width and without spaces. */
  readonly text: string;
}

/** Said of rates alone: 每生, 元/村. */
const PLACES = '村居|村|社区|街镇|街道|乡镇|镇|单位|企业|学校|班组';
const UNIT = `(${MEASURE_WORDS_PATTERN}|生|${PLACES})`;
const FIGURE_BEGINS = `最高|最多|至多|不超过|上限|一般|通常|不低于|至少|约|近|每|几|数|[0-9¥${CHINESE_DIGITS}]`;
const DUAL = `${UNIT}(?:\\(${UNIT}\\)|[/、或]${UNIT})?`;
const PER_BEFORE = new RegExp(`^每${DUAL}(?:(?!${FIGURE_BEGINS})的?(${NOUN_PATTERN}?)(?=${FIGURE_BEGINS}))?`);
const PER_AFTER = new RegExp(`[/·每]${DUAL}$`);
const ONE_AFTER = new RegExp(`一${DUAL}$`);
/** What is bought with it: 每人价值200元的大米一袋. */
const GOODS_BEHIND = new RegExp(`(?<=元)(?!左右|上下|封顶|整|起|人民币)${NOUN_PATTERN}$`);
/** A span of time after which something is given again may be there. */
const RECURS = /[天日月季年期]/;
const EACH_BEFORE = new RegExp(`^每(${RECURRENCE_PATTERN})`);
const EACH_AFTER = new RegExp(`(?:[/·每])(${RECURRENCE_PATTERN})$|(?<=[/每](?:人|户|生))(月|年)$`);
const AVERAGE = new RegExp(`^(?:平均(?:每?${UNIT})?|${UNIT}均|均)`);
const BETWEEN = new RegExp(`(?<=[\\d元万余多])[-~至到—–]+(?=[\\d${CHINESE_DIGITS}])`);

/** 1人户600元: a household of one person. */
const SMALL_HOUSEHOLD = /^(?:[1一]人|单人)户/;
/** What is added for each further person: 每增加1人则增加100元. */
const FURTHER_PERSON = /^每(?:户)?(?:增加|增|多)(?:1|一)?个?[人口]?(?:,|则|再|就|可|即|每人)*(?:增加|增发|加发|增|加)?/;

/** Words of a notice's sentence that say nothing of the rate itself: 按照每户700元的标准, 每户发放慰问金400元. */
const FILLER = new RegExp(
  '不等|原则上|的?标准(?:发放|给予|补助|执行)?$|^(?:补助|救助|慰问|发放)?标准为?(?=.)|^按照?|^给予|单价|(?:一|1)[份袋箱套件个](?=价值)|' +
    '(?:发放|给予|发给|下发|享受|领取|奖励|资助)|一次性|(?:节日|春节|元旦|生活|临时|困难|助学|慰问)?(?:救助|补助|慰问|帮扶|资助|抚慰|助学|关爱)(?:对象|金|款|费|品)?|' +
    '(?:现金|补贴|津贴|红包|物品|实物|物资|礼品|价值|人民币|的)|(?<=每人|每户|每名|每位)(?:为|按|计|给|发)',
  'g',
);

/** Reads a rate. Never throws: what can't be read is a problem. */
export function readRate(printed: string): Read<Rate> {
  if (printed.length > 80) return { problem: 'not-a-figure' };
  const text = foldFigure(printed);
  let body = text.replace(FILLER, '');
  let kind: RateKind = 'fixed';
  let per: CountUnit[] = [];
  let words: string[] = [];
  let each: Recurrence | undefined;
  const take = (pattern: RegExp, found: (match: RegExpExecArray) => void) => {
    const match = pattern.exec(body);
    if (!match) return;
    body = body.slice(0, match.index) + body.slice(match.index + match[0].length);
    found(match);
  };
  const unitOf = (word: string, noun?: string) =>
    word === '生' ? 'persons' : (countUnitOf(word, noun) ?? 'institutions');
  const units = (match: RegExpExecArray) => {
    const [, first, second, third, noun] = match;
    const said = [first, second, third].filter((word) => word !== undefined);
    per = said.flatMap((word) => unitOf(word, said.length === 1 ? noun : undefined) ?? []);
    // 每家 without a noun is each family as well as each institution.
    if (said.length === 1 && first === '家' && !noun) per = ['households', 'institutions'];
    words = said.filter((word) => ['pieces', 'institutions'].includes(unitOf(word) ?? ''));
  };
  const recurs = ([, word, short]: RegExpExecArray) => {
    each = recurrenceOf(word ?? short ?? '');
  };
  take(/^(月|年)(?=[人户]?均)/, recurs);
  const usual = () =>
    take(/^(?:一般为?|通常为?)/, () => {
      kind = 'usual';
    });
  // A pattern is only tried where its own sign is there: compiling those that are never met costs more than all that is read.
  const has = (sign: string) => body.includes(sign);
  usual();
  if (has('人户'))
    take(SMALL_HOUSEHOLD, () => {
      per = ['households'];
    });
  if (/^每.?[增多]/.test(body)) take(FURTHER_PERSON, () => {});
  const recurring = RECURS.test(body);
  if (recurring) take(EACH_BEFORE, recurs);
  if (has('均'))
    take(AVERAGE, (match) => {
      kind = 'average';
      units(match);
      take(/^按?(月|年)/, recurs);
    });
  if (body.startsWith('每')) take(PER_BEFORE, units);
  if (body.startsWith('每')) take(PER_BEFORE, units); // 每户每人 is each person
  if (recurring) take(EACH_BEFORE, recurs);
  usual();
  take(/^(?:最高|最多|至多|不超过|上限)/, () => {
    kind = 'ceiling';
  });
  if (recurring) take(EACH_AFTER, recurs);
  if (/[/·每]/.test(body)) take(PER_AFTER, units);
  if (per.length === 0 && has('一')) take(ONE_AFTER, units); // 500元一户, but not 每人200元的大米一袋
  if (recurring) take(EACH_AFTER, recurs);
  if (has('元') && !body.endsWith('元')) take(GOODS_BEHIND, () => {});
  const more = { ...(words.length > 0 && { words }), ...(each && { each }) };
  return rateOf(body, { per, kind, text, ...more });
}

/** The rate that is said of an amount, or of a range; 原则上 leaves room for exceptions. */
function rateOf(body: string, said: Omit<Rate, 'low' | 'high'>): Read<Rate> {
  const isSoft = said.text.includes('原则上');
  const kind = isSoft && said.kind === 'fixed' ? 'usual' : said.kind;
  const [low, high] = ends(isSoft && kind === 'ceiling' ? `约${body}` : body);
  if ('problem' in low) return low;
  if ('problem' in high) return high;
  if (low.ok.value > high.ok.value) return { problem: 'range-reversed' };
  return { ok: { low: low.ok, high: high.ok, ...said, kind } };
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
