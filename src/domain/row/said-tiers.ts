import type { Standard, Tier } from '../campaign/standard.ts';
import { compactCell } from '../cell-text.ts';
import { readNumeral } from '../numeral.ts';
import { type TierWords, tierWords } from './tier-words.ts';

/** Where a row may say which step of a standard is due to it. */
export interface StepSaying {
  readonly remark: string;
  /** What its columns of categories say, each behind its title: 残疾等级:一级. */
  readonly category: string;
  /** What its column of household sizes says. */
  readonly householdSize: number | null;
}

/** What a row says of the step of a standard that is due to it. */
export interface SaidTiers {
  /** That in the campaign's words: 残疾家庭, 2人户. */
  readonly words: readonly string[];
  /** How many live in the household: 二人户. */
  readonly householdSize: number | null;
  /** The steps whose category it says, and those that are due as well, since a row may be of a category that nobody wrote. */
  readonly open: ReadonlySet<Tier>;
  /** Does one place say what another excludes? Then nothing is taken for said, and all steps are open. */
  readonly isTorn: boolean;
}

/** What one place says. */
interface Statement {
  readonly size: number | null;
  readonly tiers: readonly Tier[];
}

/** Between what several columns of categories say; no cell that was read holds one. */
export const BETWEEN_CATEGORIES = '\u001f';
/** A remark that is longer is a story, and no category. */
export const LONGEST_REMARK = 40;

/** What was, may be, is not or is somebody else's: beside such a word a text says nothing of the row's step. */
const DOUBT =
  /[非不未无没否原曾前拟待疑若如将停退转失撤除免?×✗xX]|注销|取消|申请|审核|审批|公示|核查中|核实中|可能|预计|以外|之外|变更|调整|到期|终止|结束|截至|父|母|儿|女|子|孙|妻|夫|配偶|家属|亲属|邻|代/;
const BETWEEN_CLAUSES = /[,;。、/|()[\]【】+]|以及|且|和|及|兼/;
/** 残疾等级：重度, or without the colon. */
const TITLED = /^((?:对象|人员|家庭|困难|残疾|救助|保障)?(?:类别|类型|等级|级别|程度|档次|身份)):?(.+)$/;
/** 系, 该户为: before the word itself. */
const LED = /^(?:该户|该人|本人|本户|其|现)?(?:属于|属|系|为|是)?/;
/** What a title says beside what its cells are: 残疾等级 is that of 残疾. */
const KIND = /(?:等级|级别|类别|类型|种类|程度|情况|档次|型|别)$/;
const GRADED = /(?:等级|级别|档次)$/;
/** 二人户, 3口人, 三口之家; 家庭人口3人. 3人 alone may be those who came. */
const COUNT = '[\\d一二两三四五六七八九十单]{1,3}';
const SIZED = new RegExp(
  `^(?:(${COUNT})(?:人户|口人|口之家|口户|人家庭)|(?:家庭|户内|保障)(?:人口|人数):?(${COUNT})[人口]?)$`,
);

/** Has a standard steps, or what is added for each further person, that a row may say something of? */
export const dependsOnWhom = ({ tiers = [], increase, joint }: Standard): boolean =>
  !joint && (increase !== undefined || tiers.some(({ category, household }) => category ?? household));

/**
 * Makes the reader of what rows say for a standard; null where none could tell its steps apart.
 * `containing` gives a category and all that contain it. The measure's own name says nothing of a row.
 */
export function saidTiers(
  standard: Standard,
  containing: (category: string) => readonly string[],
  measure = '',
): ((row: StepSaying) => SaidTiers | null) | null {
  if (!dependsOnWhom(standard)) return null;
  const { tiers = [], increase } = standard;
  const words = tierWords(tiers, containing);
  const isBySize = increase !== undefined || tiers.some(({ household }) => household !== undefined);
  return ({ remark, category, householdSize }) => {
    const texts = [
      ...cellsOf(category).flatMap(({ title, cell }) =>
        cell === measure ? [] : (statementOf(cell, words, title) ?? []),
      ),
      ...(remark.length > LONGEST_REMARK ? [] : [statementOf(remark, words) ?? []].flat()),
    ];
    if (texts.length === 0) return null;
    const all = [...new Set(texts.flatMap((each) => each.tiers))];
    const said = all.filter((tier) => !all.some((other) => words.saysMore(other, tier)));
    const sizes = [...new Set(texts.flatMap(({ size }) => size ?? []))];
    const isTorn =
      (isBySize && new Set([...sizes, ...(householdSize === null ? [] : [householdSize])]).size > 1) ||
      areTorn(texts, words.excludeEachOther);
    const isOpen = isTorn || said.length === 0;
    return {
      words: [...new Set([...sizes.map((size) => `${size}人户`), ...said.flatMap(({ category }) => category ?? [])])],
      householdSize: isTorn ? null : (sizes[0] ?? null),
      open: isOpen ? new Set(tiers) : openBeside(tiers, said, words.excludeEachOther),
      isTorn,
    };
  };
}

/** What columns of categories say, each with its title. */
function cellsOf(category: string): { title: string; cell: string }[] {
  if (category === '') return [];
  return category.split(BETWEEN_CATEGORIES).map((titled) => {
    const end = titled.indexOf(':');
    return { title: titled.slice(0, Math.max(end, 0)), cell: titled.slice(end + 1) };
  });
}

/** What one text says; null where it says nothing, or nothing for certain. Of a column it stands below a title. */
function statementOf(text: string, words: TierWords, title = ''): Statement | null {
  const clauses = compactCell(text)
    .split(BETWEEN_CLAUSES)
    .map((clause) => {
      const [, own = title, rest = clause] = TITLED.exec(clause) ?? [];
      const word = rest.replace(LED, '');
      return { clause, size: sizeOf(word), tiers: words.called(below(own, word)) };
    });
  const sizes = [...new Set(clauses.flatMap(({ size }) => size ?? []))];
  const tiers = clauses.flatMap((each) => each.tiers);
  const isOther = ({ size, tiers }: (typeof clauses)[number]) => size === null && tiers.length === 0;
  const isDoubtful = clauses.some((each) => isOther(each) && DOUBT.test(each.clause));
  if (isDoubtful || sizes.length > 1 || sizes.length + tiers.length === 0) return null;
  return { size: sizes[0] ?? null, tiers };
}

/** The ways to say a word together with what stands above it: 一级 below 残疾等级 is 残疾一级, and so is 1. */
function below(title: string, word: string): string[] {
  if (title === '' || word === '') return [word];
  const whole = GRADED.test(title) && /^[\d一二三四五六壹贰叁肆ⅠⅡⅢⅣIV]+$/.test(word) ? `${word}级` : word;
  const kind = title.replace(KIND, '').replace(/证$/, '');
  return [whole, ...(kind === '' ? [] : [kind + whole, whole.replace(kind, '')])];
}

function sizeOf(word: string): number | null {
  const [, before, behind] = SIZED.exec(word) ?? [];
  const count = before ?? behind;
  if (count === undefined) return null;
  const size = Number(readNumeral(count === '单' ? '1' : count)?.digits ?? 0n);
  return size > 0 ? size : null;
}

/** Does one text say a step of a scale, and another one another? */
const areTorn = (texts: readonly Statement[], excludeEachOther: TierWords['excludeEachOther']) =>
  texts.some(({ tiers }, index) =>
    texts.slice(index + 1).some((other) => {
      const pairs = tiers.flatMap((one) => other.tiers.map((two) => excludeEachOther(one, two)));
      return pairs.length > 0 && pairs.every(Boolean);
    }),
  );

/**
 * What is said, and what a row can be besides: a step of more money, since who is of two categories gets what is more; never
 * another step of the same scale, nor what is for all the others.
 */
function openBeside(
  tiers: readonly Tier[],
  said: readonly Tier[],
  excludeEachOther: TierWords['excludeEachOther'],
): Set<Tier> {
  const most = said.map(highestOf).reduce((one, other) => (one > other ? one : other));
  const canBe = (tier: Tier) => {
    if (said.includes(tier)) return true;
    if (tier.category === undefined) return Boolean(tier.household || tier.age || tier.funder);
    return highestOf(tier) > most && !said.some((each) => excludeEachOther(each, tier));
  };
  return new Set(tiers.filter(canBe));
}

const highestOf = ({ rate }: Tier) => rate.high.value;
