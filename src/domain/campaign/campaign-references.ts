import type { Rate } from '../rate.ts';
import type { Categories } from './category.ts';
import { splitCategories } from './category-words.ts';
import type { Measure } from './measure.ts';
import { type Standard, shareOfBase } from './standard.ts';

interface NamedDepartment {
  readonly name: string;
  readonly measures: readonly Measure[];
}

interface NamedFund {
  readonly id?: string | undefined;
  readonly name: string;
}

/** What the words of a measure may refer to. */
interface Said {
  readonly categories: Categories;
  readonly bases: Readonly<Record<string, Rate>>;
}

/** A measure and the department that gives it. */
export interface NamedMeasure {
  readonly id: string;
  readonly name: string;
  readonly department: string;
}

/** The measures by what they may be called: their id, their name, 部门/项目. */
export function measuresCalled(word: string, measures: readonly NamedMeasure[]): NamedMeasure[] {
  const byId = measures.filter(({ id }) => id === word);
  if (byId.length > 0) return byId;
  const byName = measures.filter(({ name }) => name === word);
  if (byName.length > 0) return byName;
  return measures.filter(({ name, department }) => `${department}/${name}` === word);
}

/** What a measure's words come to within its campaign: categories that are several, a share of a base that it names. */
function inCampaign<M extends Measure>(
  measure: M,
  others: Pick<ReadonlySet<string>, 'has'>,
  { categories, bases }: Said,
): M {
  const { to, standard } = measure;
  const [only] = to;
  return {
    ...measure,
    to: to.length === 1 && only !== undefined ? splitCategories(only, categories, others) : to,
    ...(standard && { standard: ofBase(standard, bases) }),
  };
}

/** How often each word is there. */
function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function ofBase(standard: Standard, bases: Said['bases']): Standard {
  const base = standard.share && (bases[standard.share.base] ?? bases[standard.share.base.replace(/标准$/, '')]);
  return base && standard.share ? { ...standard, rate: shareOfBase(base, standard.share) } : standard;
}

/**
 * Gives every measure and fund an id, its name where the file writes none (部门/项目 where two have that name), and turns
 * whatever refers to one by its name into a reference by id. What fits none or several stays as it is written.
 */
export function withReferences<D extends NamedDepartment, F extends NamedFund, S extends Said>(
  campaign: S & { readonly departments: readonly D[]; readonly funds: readonly F[] },
) {
  const { departments, funds, ...others } = campaign;
  const all = departments.flatMap(({ measures }) => measures);
  const named = countsOf(all.map(({ name }) => name));
  const given = countsOf(all.flatMap(({ to }) => to));
  const idOf = (department: string, { id, name }: Measure) =>
    id || ((named.get(name) ?? 0) > 1 ? `${department}/${name}` : name);
  const identified = departments.map((department) => ({
    ...department,
    measures: department.measures.map((measure) => {
      const own = countsOf(measure.to);
      const others = { has: (word: string) => (given.get(word) ?? 0) > (own.get(word) ?? 0) };
      return { ...inCampaign(measure, others, campaign), id: idOf(department.name, measure) };
    }),
  }));
  const measures = identified.flatMap(({ name: department, measures: own }) =>
    own.map(({ id, name }): NamedMeasure => ({ id, name, department })),
  );
  const measureId = (word: string) => {
    const [only, ...more] = measuresCalled(word, measures);
    return only && more.length === 0 ? only.id : word;
  };
  const known = funds.map((fund) => ({ ...fund, id: fund.id ?? fund.name }));
  const fundId = (word: string) =>
    known.some(({ id }) => id === word) ? word : (known.find(({ name }) => name === word)?.id ?? word);
  return {
    campaign: {
      ...others,
      funds: known,
      departments: identified.map((department) => ({
        ...department,
        measures: department.measures.map((measure) => ({
          ...measure,
          ...(measure.of === undefined ? {} : { of: measureId(measure.of) }),
          funds: measure.funds.map((share) => ({ ...share, fund: fundId(share.fund) })),
          excludes: measure.excludes.map((excluded) => ({ ...excluded, measure: measureId(excluded.measure) })),
        })),
      })),
    },
    measureId,
  };
}
