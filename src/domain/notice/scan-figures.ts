import { MEASURE_WORDS_PATTERN } from '../unit.ts';
import { ASIDE_PATTERNS, NAMES, NO_NAME } from './aside-patterns.ts';
import type { Figure } from './figure.ts';
import { labelOf } from './label.ts';

const ARABIC = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])|\\d+(?:\\.\\d+)?';
const HAN = '[〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[〇零一二三四五六七八九]+)?';
const BEFORE =
  '(?:大约|将近|接近|不少于|不低于|不超过|不高于|不到|不足|至少|至多|最高|最多|最低|超过|约|近|逾|超|上(?=[百千万]))?(?:人民币)?';
const AFTER = '(?:左右|上下|(?:及)?以上|以下|以内|封顶|不等)?';
/** 近万元, 万余户: a scale that is said of nothing but itself. */
const SCALE = '(?<=[近约逾超上])[万亿]|(?<![\\d〇零一二两三四五六七八九十百千])[万亿](?=[余多])';
const NUMBER = `(?:${ARABIC}|${HAN}|${SCALE})[余多]?[十百千万亿]{0,3}[余多]?`;
const YUAN = '元(?![旦宵月素老首帅勋件器])(?:人民币)?整?[余多]?';
const RANGE = `${NUMBER}(?:元)?[-~至到—]{1,2}`;
const MONEY = new RegExp(`${BEFORE}(?:${RANGE})?${NUMBER}${YUAN}${AFTER}`, 'g');
/** 发放慰问金32.9万: the document leaves 元 out. */
const MONEY_WITHOUT_YUAN = new RegExp(
  `(?<=(?:资金|慰问金|补助金|救助金|金额|善款|款项|经费|补贴|补助款|慰问款|[金款])(?:共计|合计|总计|达到|达|共|为|约)?)${BEFORE}(?:${ARABIC})[余多]?[万亿][余多]?(?![余多\\d]?(?:${MEASURE_WORDS_PATTERN}|元))`,
  'g',
);
/** 每户600、1000、3000元: the last of a list has the unit of all. */
const SHARED_YUAN = /(?<![\d.])\d{2,6}(?=(?:、\d{2,6})*、\d{2,6}元)/g;
const WORD = `(?:${MEASURE_WORDS_PATTERN})(?!均|民币|义|单(?!亲)|称|录|字|额|牌|属|长|[者](?!家))`;
const COUNT = new RegExp(
  `${BEFORE}(?:(?:${ARABIC})[-~至](?=\\d))?${NUMBER}(?:个(?=家庭))?${WORD}(?:次)?[余多]?(?:\\((?:${MEASURE_WORDS_PATTERN})\\)次?)?(?:左右|上下|(?:及)?以上|以内)?`,
  'g',
);
const COUNT_OF_ONES = new RegExp(`${BEFORE}${NUMBER}(?:个|名|位)[余多]?`, 'g');
const VAGUE = new RegExp(
  `(?:数|几|若干|好几)[十百千万亿]+(?:元|${MEASURE_WORDS_PATTERN})|几(?:元|户|名)|(?<![\\d〇零一二两三四五六七八九十百千万近约余多])[百千万][余多]?[名户](?=贫困|困难|特困|职工|学生|老人|家庭)`,
  'g',
);
const ANY = /\d[\d,. ]*\d|\d/g;
/** Numerals in characters that are read as figures: 三百, 两万, 十二, but neither 一 nor 两, nor 千 and 万 by themselves. */
const IS_NUMERAL = /^[〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖]{1,2}?[十百千万亿拾佰仟]|^十[一二三四五六七八九余多]?/;

/** Every number of a paragraph, each as one figure; every digit of it is in exactly one. In their order. */
export function scanFigures(given: string): Figure[] {
  // What no figure is as long as would make every pattern look at it from each of its signs.
  const runs = [...given.matchAll(/\d[\d,.]{24,}/g)];
  const text = given.replace(TOO_LONG, (run) => '·'.repeat(run.length));
  if (!/[\d十百千万亿几数佰仟〇零]/.test(given)) return [];
  const taken = new Uint8Array(given.length);
  const figures: Figure[] = [];
  const take = (from: number, to: number, kind: Figure['kind']) => {
    for (let at = from; at < to; at += 1) if (taken[at]) return;
    taken.fill(1, from, to);
    figures.push({ from, to, kind });
  };
  for (const { 0: run, index } of runs) take(index, index + run.replace(/[.,]+$/, '').length, 'long-number');
  if (/^[-—–·_=\s]*\d{1,4}[-—–·_=\s]*$|^第\d{1,4}页(?:共\d{1,4}页)?$/.test(text)) take(0, text.length, 'page');
  const label = labelOf(text);
  if (label && /\d/.test(label.text)) take(0, label.text.length, 'label');
  takeCut(text, take);
  takeNames(text, take);
  for (const [kind, pattern] of ASIDE_PATTERNS) {
    for (const { 0: found, index } of text.matchAll(pattern)) take(index, index + found.length, kind);
  }
  // 数十万元 is no 十万元.
  for (const { 0: found, index } of text.matchAll(VAGUE)) take(index, index + found.length, 'vague');
  for (const { 0: found, index } of text.matchAll(MONEY))
    if (isFigure(found)) take(index, index + found.length, 'money');
  for (const { 0: found, index } of text.matchAll(SHARED_YUAN)) take(index, index + found.length, 'money');
  for (const { 0: found, index } of text.matchAll(MONEY_WITHOUT_YUAN)) take(index, index + found.length, 'money');
  takeCounts(text, take);
  for (const { 0: found, index } of text.matchAll(/(?<=[。；;:：，,]|^)(?:\(\d{1,2}\)|\d{1,2}[.、](?!\d))/g))
    take(index, index + found.length, 'label');
  takeRest(text, taken, figures);
  return figures.sort((a, b) => a.from - b.from);
}

const MOMENT =
  /(?<!\d)(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2}\.\d{1,2}\.\d{4}) ?\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g;

const TOO_LONG = /\d[\d,.]{24,}|[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{24,}/g;

type Take = (from: number, to: number, kind: Figure['kind']) => void;

/** A number that a blank or the end of a line cuts in two is neither of them. */
function takeCut(text: string, take: Take): void {
  // 2024-01-31 15:22:36: when a page was published.
  for (const { 0: found, index } of text.matchAll(MOMENT)) take(index, index + found.length, 'date');
  for (const { 0: found, index } of text.matchAll(
    /(?<![\d.,])\d[\d.,]* [\d.,]*\d(?:[\d., ]*\d)?[余多]?[十百千万亿]*[余多]?(?:元|[户人名份])?/g,
  )) {
    const isDate = /^\d{4} ?\d{0,2}$/.test(found) || /^\d{4}-/.test(found);
    if (!isDate) take(index, index + found.length, 'cut');
  }
}

function takeNames(text: string, take: Take): void {
  for (const { 0: name, index } of text.matchAll(NAMES)) {
    if (!/\d/.test(name) || (name.startsWith('“') && NO_NAME.test(name))) continue;
    for (const { 0: found, index: at } of name.matchAll(ANY)) take(index + at, index + at + found.length, 'name');
  }
}

function takeCounts(text: string, take: Take): void {
  const quoted = new Uint8Array(text.length);
  for (const { 0: name, index } of text.matchAll(NAMES)) quoted.fill(1, index, index + name.length);
  for (const pattern of [COUNT, COUNT_OF_ONES]) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const isArabic = /\d/.test(found);
      if (!isArabic && (quoted[index] === 1 || !isFigure(found) || isWord(text, index))) continue;
      take(index, index + found.length, 'count');
    }
  }
}

/** 第三百户, 一百户 of 十一百户 …: a numeral that is part of another word. */
const isWord = (text: string, at: number) => /[第初星周老“三五]/.test(text[at - 1] ?? '');

/** 百万元, 近千户 and 两万元 are figures; 千万人, 万家 and 一元 are words. */
function isFigure(found: string): boolean {
  if (/\d/.test(found)) return true;
  const bare = found.replace(new RegExp(`^${BEFORE}`), '');
  if (IS_NUMERAL.test(bare)) return true;
  const isQualified = bare !== found || /[余多]/.test(bare);
  return /^[百千万亿]+/.test(bare) && (isQualified || /万元|[百千]元/.test(bare));
}

/** Digits that nothing has taken yet. */
function takeRest(text: string, taken: Uint8Array, figures: Figure[]): void {
  for (let from = 0; from < text.length; from += 1) {
    if (taken[from] || !/\d/.test(text[from] as string)) continue;
    let to = from + 1;
    while (to < text.length && !taken[to] && /[\d.,]/.test(text[to] as string)) to += 1;
    while (/[.,]/.test(text[to - 1] as string)) to -= 1;
    // 8700多万城乡困难群众: how much it is belongs to a number, also where nobody says of what.
    const scale = /^[余多]?[十百千万亿]+[余多]?/.exec(text.slice(to, to + 6))?.[0] ?? '';
    if (taken.subarray(to, to + scale.length).every((each) => each === 0)) to += scale.length;
    figures.push({ from, to, kind: 'bare' });
    from = to - 1;
  }
}
