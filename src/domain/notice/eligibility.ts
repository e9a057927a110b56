import { readDatePhrase } from '../date-phrase.ts';
import type { Doubt } from './draft.ts';
import type { Figure } from './figure.ts';
import type { Group } from './group.ts';
import type { Figures } from './measure-of.ts';
import type { Reading } from './mention.ts';
import { conditionText } from './standard-of.ts';

/** What a document says of a measure. */
export interface Words {
  readonly plain: string;
  readonly printed: string;
  /** Where they stand in the paragraph. */
  readonly from: number;
  readonly to: number;
}

/** One age, and one day by which people are registered; where there are several, nobody knows whose each is. */
export function conditionsIn(
  words: Words,
  group: Group,
  { fates }: Reading,
  figures: Figures,
): { age: string | null; asOf: string | null; figures: Figure[] } {
  const passage = group.mentions[0]?.passage;
  const own = fates.within(passage ?? -1, words);
  const used = new Set(figures.conditions.map(({ condition }) => condition?.figure.from));
  const ages = own.filter(({ figure }) => figure.kind === 'age' && !used.has(figure.from));
  const textOf = ({ figure }: (typeof own)[number]) =>
    words.printed.slice(figure.from - words.from, figure.to - words.from);
  const days = own.filter(
    ({ figure }) => figure.kind === 'date' && /截[止至]到?$/.test(words.printed.slice(0, figure.from - words.from)),
  );
  const [age] = ages.length === 1 && figures.age === null ? ages : [];
  const [day] = days.length === 1 ? days : [];
  return {
    age: age ? conditionText(textOf(age).normalize('NFKC')) : null,
    asOf: day && readDatePhrase(textOf(day)) ? textOf(day) : null,
    figures: [age, day].flatMap((each) => (each ? [each.figure] : [])),
  };
}

/** （不含已享受慰问金的人员）, 除特困人员外. */
export function excludedIn(printed: string): string | null {
  return (
    /(?:不含|不包括|不包含)[^，。；（）()]{2,40}|除(?!夕|了|上述)[^，。；（）()]{2,30}(?:以?外)/.exec(printed)?.[0] ??
    null
  );
}

/** Who may not get it has to stand in `excludes`, by the name of the measure that they get. */
export function maybeExcluded(printed: string): Doubt[] {
  const words = excludedIn(printed);
  return words === null ? [] : [{ kind: 'excluded', texts: [words] }];
}
