import type { Standard, Tier } from '../campaign/standard.ts';
import { compactCell } from '../cell-text.ts';
import { readNumeral } from '../numeral.ts';

/** What a remark says of the step of a standard that is due to its row. */
export interface SaidTiers {
  /** That in the campaign's words: 残疾家庭, 2人户. */
  readonly words: readonly string[];
  /** How many live in the household: 二人户. */
  readonly householdSize: number | null;
  /** The steps whose category it says, and those that are due as well, since a row may be of a category that nobody wrote. */
  readonly open: ReadonlySet<Tier>;
}

/** A remark that is longer is a story, and no category. */
export const LONGEST_REMARK = 40;

/** What was, may be, is not or is somebody else's: beside such a word a remark says nothing of the row's step. */
const DOUBT =
  /[非不未无没否原曾前拟待疑若如将停退转失撤除免?×✗xX]|注销|取消|申请|审核|审批|公示|核查中|核实中|可能|预计|以外|之外|变更|调整|到期|终止|结束|截至|父|母|儿|女|子|孙|妻|夫|配偶|家属|亲属|邻|代/;
const BETWEEN_CLAUSES = /[,;。、/|()[\]【】+]|以及|且|和|及|兼/;
/** 系, 该户为, 类别: before the word itself. */
const LED =
  /^(?:(?:对象|人员|家庭|困难|残疾|救助|保障)?(?:类别|类型|等级|级别|程度|档次|身份):?)?(?:该户|该人|本人|本户|其|现)?(?:属于|属|系|为|是)?/;
/** Who is called by the word: 低保户, 低保对象 and 低保家庭 are one, 残疾人 is no 残疾家庭. */
const OF_ANYBODY = /对象$/;
const OF_PEOPLE = /(?:人员|人|者)$/;
const OF_HOUSEHOLDS = /(?:家庭|户)$/;
/** 二人户, 3口人, 三口之家; 家庭人口3人. 3人 alone may be those who came. */
const COUNT = '[\\d一二两三四五六七八九十单]{1,3}';
const SIZED = new RegExp(
  `^(?:(${COUNT})(?:人户|口人|口之家|口户|人家庭)|(?:家庭|户内|保障)(?:人口|人数):?(${COUNT})[人口]?)$`,
);
/** Steps of one scale: of 重度残疾 and 轻度残疾, 一级 and 二级, A类 and B类 a row is of one. */
const DEGREE = /非|重度|中度|轻度|极|特别|特|较|一般|普通|[重中轻]|[一二三四五六1-6ABCDabcd甲乙丙丁]+(?:级|类|等|档)/g;

/** Has a standard steps, or what is added for each further person, that a remark may say something of? */
export const dependsOnWhom = ({ tiers = [], increase, joint }: Standard): boolean =>
  !joint && (increase !== undefined || tiers.some(({ category, household }) => category ?? household));

/**
 * Makes the reader of remarks for a standard; null where none could tell its steps apart.
 * `containing` gives a category and all that contain it.
 */
export function saidTiers(
  standard: Standard,
  containing: (category: string) => readonly string[],
): ((remark: string) => SaidTiers | null) | null {
  if (!dependsOnWhom(standard)) return null;
  const { tiers = [] } = standard;
  return (remark) => {
    if (remark.length > LONGEST_REMARK) return null;
    const clauses = compactCell(remark)
      .split(BETWEEN_CLAUSES)
      .map((clause) => {
        const word = clause.replace(LED, '');
        return { clause, size: sizeOf(word), tiers: called(tiers, word, containing) };
      });
    const said = clauses.flatMap((each) => each.tiers);
    const sizes = [...new Set(clauses.flatMap(({ size }) => size ?? []))];
    const isOther = ({ size, tiers }: (typeof clauses)[number]) => size === null && tiers.length === 0;
    const isDoubtful = clauses.some((each) => isOther(each) && DOUBT.test(each.clause));
    if (isDoubtful || sizes.length > 1 || sizes.length + said.length === 0) return null;
    return {
      words: [...new Set([...sizes.map((size) => `${size}人户`), ...said.flatMap(({ category }) => category ?? [])])],
      householdSize: sizes[0] ?? null,
      open: said.length === 0 ? new Set(tiers) : openBeside(tiers, said),
    };
  };
}

function sizeOf(word: string): number | null {
  const [, before, behind] = SIZED.exec(word) ?? [];
  const count = before ?? behind;
  if (count === undefined) return null;
  const size = Number(readNumeral(count === '单' ? '1' : count)?.digits ?? 0n);
  return size > 0 ? size : null;
}

/** The steps that a word is the category of, as it is written; else those that are called alike. */
function called(tiers: readonly Tier[], word: string, containing: (category: string) => readonly string[]): Tier[] {
  if (word === '') return [];
  const exact = tiers.filter(({ category = '' }) => containing(word).includes(category));
  return exact.length > 0 ? exact : tiers.filter(({ category = '' }) => areAlike(word, category));
}

function areAlike(word: string, category: string): boolean {
  const [one, other] = [formOf(word), formOf(category)];
  return one.core === other.core && (one.of === '' || other.of === '' || one.of === other.of);
}

function formOf(text: string): { core: string; of: '' | 'people' | 'households' } {
  const core = compactCell(text).replace(/^城乡/, '').replace(OF_ANYBODY, '');
  if (OF_HOUSEHOLDS.test(core)) return { core: core.replace(OF_HOUSEHOLDS, ''), of: 'households' };
  return OF_PEOPLE.test(core) ? { core: core.replace(OF_PEOPLE, ''), of: 'people' } : { core, of: '' };
}

/**
 * What is said, and what a row can be besides: a step of more money, since who is of two categories gets what is more; never
 * another step of the same scale, nor what is for all the others.
 */
function openBeside(tiers: readonly Tier[], said: readonly Tier[]): Set<Tier> {
  const most = said.map(highestOf).reduce((one, other) => (one > other ? one : other));
  const canBe = (tier: Tier) => {
    if (said.includes(tier)) return true;
    if (tier.category === undefined) return Boolean(tier.household || tier.age || tier.funder);
    return highestOf(tier) > most && !said.some((each) => excludesOther(each, tier));
  };
  return new Set(tiers.filter(canBe));
}

/** 重度 and 非重度, 一级残疾 and 二级残疾; but 残疾 may be 重度残疾. */
function excludesOther({ category = '' }: Tier, { category: other = '' }: Tier): boolean {
  const [one, two] = [formOf(category).core, formOf(other).core];
  if (one === `非${two}` || two === `非${one}`) return true;
  const [scale, otherScale] = [one.replace(DEGREE, ''), two.replace(DEGREE, '')];
  return scale === otherScale && scale !== one && otherScale !== two;
}

const highestOf = ({ rate }: Tier) => rate.high.value;
