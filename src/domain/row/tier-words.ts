import type { Tier } from '../campaign/standard.ts';
import { compactCell } from '../cell-text.ts';

/** A word for a category, apart: 一级残疾 and 残疾1级 are one, 低保户, 低保对象 and 低保家庭 too, 残疾人 is no 残疾家庭. */
interface Form {
  /** Of whom it says it: 人, 户, 职工 …; empty where it does not. */
  readonly of: string;
  /** Where on a scale: of 重度残疾 and 轻度残疾, 一级 and 二级, A类 and B类 a row is of one. */
  readonly degree: string;
  readonly rest: string;
}

const DEGREE =
  /非|重度|中度|轻度|深度|相对|严重|极|特别|特殊|特|较|一般|普通|[重轻](?=残|症|病|型|$)|中(?=残|等)|[一二三四五六ABCDabcd甲乙丙丁]+(?:级|类|等|档)/g;
const OF_ANYBODY = /对象$/;
const OF_WHOM: readonly (readonly [RegExp, string])[] = [
  [/(?:家庭|户)$/, '户'],
  [/(?:人员|人|者)$/, '人'],
  ...['职工', '学生', '儿童', '妇女'].map((whom) => [new RegExp(`${whom}$`), whom] as const),
];
/** 1级, 壹级 and Ⅰ级, which NFKC makes I级, are 一级. */
const NUMERALS: readonly (readonly [RegExp, string])[] = [
  [/(?:III|3|叁)(?=[级类等档])/g, '三'],
  [/(?:IV|4|肆)(?=[级类等档])/g, '四'],
  [/(?:II|2|贰)(?=[级类等档])/g, '二'],
  [/(?:I|1|壹)(?=[级类等档])/g, '一'],
];
/** 肢体一级 and 视力残疾一级 are of 一级残疾, where a standard does not tell them apart. */
const DISABILITY = /(?:肢体|视力|听力|言语|智力|精神|多重)(?:残疾)?/g;

/** The categories that a standard's tier is for: of 一、二级残疾 either is, and so of 低保、特困家庭. */
function partsOf(category: string): string[] {
  const parts = compactCell(category)
    .split(/[、,/]|以及|和|及|或/)
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const [, level = '', tail = ''] = /^.*?[一二三四五六1-6IV]([级类等档])(.*)$/.exec(last) ?? [];
  return parts.map((part) => {
    if (/^[一二三四五六1-6]$/.test(part)) return part + level + tail;
    return level !== '' && part.endsWith(level) ? part + tail : part;
  });
}

function formOf(text: string): Form {
  let core = compactCell(text).replace(/^城乡/, '').replace(OF_ANYBODY, '');
  for (const [numeral, plain] of NUMERALS) core = core.replace(numeral, plain);
  const [whom, of = ''] = OF_WHOM.find(([suffix]) => suffix.test(core) && core.replace(suffix, '') !== '') ?? [];
  if (whom) core = core.replace(whom, '');
  return { of, degree: (core.match(DEGREE) ?? []).join(''), rest: core.replace(DEGREE, '') };
}

const areAlike = (one: Form, other: Form) =>
  one.rest === other.rest && one.degree === other.degree && (one.of === '' || other.of === '' || one.of === other.of);

/** 重度 and 非重度, 一级残疾 and 二级残疾; but 残疾 may be 重度残疾. */
function areApart(one: Form, other: Form): boolean {
  if (one.rest !== other.rest || one.degree === other.degree) return false;
  const isDenied = one.degree === `非${other.degree}` || other.degree === `非${one.degree}`;
  return isDenied || (one.degree !== '' && other.degree !== '');
}

/** 重度残疾 is 残疾 as well, and 普通高中 is 高中; 非残疾 is not. */
const isMore = (one: Form, other: Form) =>
  one.rest === other.rest && one.rest !== '' && other.degree === '' && one.degree !== '' && !one.degree.includes('非');

/** Words for the tiers of a standard. */
export interface TierWords {
  /** The tiers that one of the words is the category of, as it is written; else those that are called alike, or more widely. */
  readonly called: (words: readonly string[]) => readonly Tier[];
  /** Can nobody be of both? */
  readonly excludeEachOther: (one: Tier, other: Tier) => boolean;
  /** Is whoever is of the one of the other as well, which says less: 一级残疾 of 残疾? */
  readonly saysMore: (one: Tier, other: Tier) => boolean;
}

/** Makes what knows the words for some tiers. `containing` gives a category and all that contain it. */
export function tierWords(tiers: readonly Tier[], containing: (category: string) => readonly string[]): TierWords {
  const known = new Map(
    tiers.map((tier) => {
      const parts = tier.category === undefined ? [] : partsOf(tier.category);
      return [tier, { names: [tier.category, ...parts], forms: parts.map(formOf) }] as const;
    }),
  );
  const formsOf = (tier: Tier) => known.get(tier)?.forms ?? [];
  const kinds = tiers.some(({ category = '' }) => category.search(DISABILITY) >= 0);
  return {
    called: (words) => {
      const said = words.filter((word) => word !== '');
      for (const word of said) {
        const all = containing(word);
        const exact = tiers.filter((tier) =>
          known.get(tier)?.names.some((name) => name !== undefined && all.includes(name)),
        );
        if (exact.length > 0) return exact;
      }
      for (const word of kinds ? said : said.flatMap((each) => [each, each.replace(DISABILITY, '残疾')])) {
        const form = formOf(word);
        const alike = tiers.filter((tier) => formsOf(tier).some((own) => areAlike(own, form)));
        if (alike.length > 0) return alike;
        const wider = tiers.filter((tier) => formsOf(tier).some((own) => isMore(form, own)));
        if (wider.length > 0) return wider;
      }
      return [];
    },
    excludeEachOther: (one, other) =>
      formsOf(one).length > 0 &&
      formsOf(other).length > 0 &&
      formsOf(one).every((own) => formsOf(other).every((theirs) => areApart(own, theirs))),
    saysMore: (one, other) => formsOf(other).some((theirs) => formsOf(one).some((own) => isMore(own, theirs))),
  };
}
