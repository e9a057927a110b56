import { Random, STREAM } from '../random.ts';
import { DEPARTMENT_LISTS, type DepartmentList } from './lists.ts';
import { LISTS, type ListName } from './membership.ts';
import { type Mix, type RowRates, rowRates } from './mixes.ts';
import { drawListStyle, type ListStyle, type Row } from './row.ts';

/** How a department keeps its list in the district of a seed. */
export interface ListPlan {
  readonly number: number;
  readonly name: ListName;
  readonly list: DepartmentList;
  readonly columns: readonly { readonly title: string; readonly write: (row: Row) => string }[];
  readonly style: ListStyle;
  readonly rates: RowRates;
}

export function planLists(mix: Mix, seed: number): ListPlan[] {
  const published = publishedLists(mix, seed);
  return LISTS.map((name, number) => {
    const list = DEPARTMENT_LISTS[name];
    const { carelessness = 1 } = list;
    const random = new Random(seed).at(STREAM.dress, -1 - number);
    const style = drawListStyle(random);
    const columns = list.columns(random).map(([titles, write]) => ({ title: random.pick(titles.split(' ')), write }));
    const usual = rowRates(mix, seed, number);
    const rates = {
      ...usual,
      idMissing: usual.idMissing * carelessness,
      idDigit: usual.idDigit * carelessness,
      nameMasked: published.has(number) ? mix.publicLists.share : usual.nameMasked,
    };
    return { number, name, list, columns, style, rates };
  });
}

/** The lists whose names were masked for the public: none of couples. */
function publishedLists({ publicLists: { count } }: Mix, seed: number): Set<number> {
  const random = new Random(seed).at(STREAM.dress, -100);
  return new Set(Array.from({ length: count }, () => random.below(LISTS.length - 1)));
}
