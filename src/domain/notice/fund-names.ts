import type { Folded } from './fold.ts';

const PAYS = '承担|资助|自筹|募集|统筹|列支|安排|配套|下拨|解决|支付|负担|出资|支出|保障|拨付';
/** What closes a measure in brackets: （由区财政承担，一般公共预算安排）. */
const BRACKET = new RegExp(`\\((?:资金(?:来源)?[:：]?)?([^()]{2,80}?(?:${PAYS}|预算)[^()]{0,40})\\)[。]?`, 'g');
/** The same in a sentence: 所需资金由区财政承担, 资金来源：区慈善总会, 从福彩公益金中列支. */
const SENTENCE =
  /(?:资金来源(?:为|于|是|:)?|(?:所需|活动|慰问|补助)?(?:资金|经费|费用)(?:统一|全部|均|列)?(?=由|从|在))((?:由|从|在)?[^，。；,()]{2,60})/g;
const VERB = new RegExp(`(?:中|内)?(?:予以|统一|统筹|全额)?(${PAYS})$`);
/** Verbs that say no more than that it pays; the others say how it comes to the money, and belong to its name. */
const KEPT = /^(?:资助|自筹|募集|统筹|下拨)$/;

export interface FundWords {
  /** Where in the text the words on who pays stand. */
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
  readonly isBracket: boolean;
}

/** A paragraph of many figures is asked for each of them. */
const KNOWN = new WeakMap<Folded, FundWords[]>();

/** Who pays, by a text's brackets and sentences on it. */
export function fundsIn(paragraph: Folded): FundWords[] {
  const { text, printed } = paragraph;
  const known = KNOWN.get(paragraph);
  if (known) return known;
  const found: FundWords[] = [];
  KNOWN.set(paragraph, found);
  for (const [pattern, isBracket] of [
    [BRACKET, true],
    [SENTENCE, false],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const inner = match[1] ?? '';
      const at = match.index + match[0].lastIndexOf(inner);
      const names = fundNames(printed.slice(at, at + inner.length));
      if (names.length > 0) found.push({ from: match.index, to: match.index + match[0].length, names, isBracket });
    }
  }
  return found;
}

/** 由区财政承担，一般公共预算安排，已列入部门预算: 区财政一般公共预算. */
export function fundNames(words: string): string[] {
  const names: string[] = [];
  for (const clause of words.split(/[，,；;]/)) {
    if (/已?列入|通过|采购|^.{0,6}局?预算$|标准|发放|不含|包括/.test(clause)) continue;
    const parts = clause
      .replace(/^(?:所需)?(?:资金|经费|费用)?(?:部分|其余|其中|统一|全部)?(?:由|从|在|用)?/, '')
      .split(/、|以及|及(?!时)|和|与/);
    const verbOf = (part: string) => VERB.exec(part)?.[1] ?? '';
    const last = verbOf(parts.at(-1) ?? '');
    for (const part of parts) {
      const name = part
        .replace(VERB, '')
        .replace(/^(?:由|从)/, '')
        .trim();
      const verb = verbOf(part) || last;
      const before = names.at(-1);
      if (/^一般公共预算$/.test(name) && before && !/公共预算/.test(before)) names.splice(-1, 1, before + name);
      else if (isFund(name)) names.push(KEPT.test(verb) ? name + verb : name);
    }
  }
  return [...new Set(names)];
}

const isFund = (name: string) =>
  name.length >= 2 &&
  name.length <= 24 &&
  !/\d|[“”:]|各自|自行|根据|按照|有关|相关规定|实际/.test(name) &&
  /财政|预算|基金|公益金|经费|党费|残保金|善款|捐|会|局|部|委|社|联|资金|中心|单位|镇|街道|专户|办|银行|公司|集团|福彩|体彩/.test(
    name,
  );
