import { charactersOf } from '../character.ts';
import { isMaskedName } from '../name-level.ts';
import { shapesOf } from '../similar-shapes.ts';

const HAN = /\p{Script=Han}/u;
/** Longer names are not masked in every way: there would be too many. */
const LONGEST_MASKED = 4;
const MASK = '*';

/**
 * What a name is, and all that a name near it may be which does not sound alike: one character less, two neighbours swapped, 阿 or 小
 * before its end, characters hidden, one of its parts. Two names are near where one is among those of the
 * other, as `compareNames` tells it but for what is rare: several of these at once, or names in letters. Under a number that `isValid`
 * anybody of a surname (张某) may be who has it, too.
 */
export function nearNames(name: string, isValid: boolean): { readonly own: string; readonly near: readonly string[] } {
  const parts = name.split(/[·\s]/u).filter((part) => part !== '');
  const forms = charactersOf(parts.join('')).map(({ form }) => (isMaskedName(form) ? MASK : form));
  const own = forms.join('');
  const ofSurname = isValid && forms[0] !== MASK ? [`${forms[0]}${SOMEBODY}`] : [];
  if (isValid && OF_SURNAME.test(name)) return { own: `${forms[0]}${SOMEBODY}`, near: ofSurname };
  if (OF_MUCH.test(name)) return { own: name, near: ofSurname };
  if (!HAN.test(name)) return { own, near: [] };
  if (forms.includes(MASK)) return { own, near: ofSurname };
  const near = [
    ...(forms.length > 2 ? forms.map((_, at) => forms.toSpliced(at, 1)) : []),
    ...(forms.length > 2 ? forms.slice(1).map((_, at) => swapped(forms, at)) : []),
    ...[1, 2].flatMap((length) => (forms.length > length ? nicknames(forms.slice(-length)) : [])),
    ...(forms.length <= LONGEST_MASKED ? masked(forms) : []),
    ...(parts.length > 1
      ? [parts.at(0), parts.at(-1)].map((part = '') => charactersOf(part).map(({ form }) => form))
      : []),
  ].map((each) => each.join(''));
  return { own, near: [...new Set([...near, ...ofSurname])].filter((each) => each !== own) };
}

/** 张某 and 张某某 are anybody's of the surname; 王小某 hides so much that nothing fits it. */
const SOMEBODY = '某';
const OF_SURNAME = /^([^*某])某某?$/u;
const OF_MUCH = /^[^*某]{1,2}某{1,2}$/u;

function swapped(forms: readonly string[], at: number): string[] {
  return forms.with(at, forms[at + 1] as string).with(at + 1, forms[at] as string);
}

const nicknames = (called: readonly string[]) => ['阿', '小'].map((prefix) => [prefix, ...called]);

/** The name with some of its characters hidden, and some shown. */
function masked(forms: readonly string[]): string[][] {
  const ways = Array.from({ length: 2 ** forms.length - 2 }, (_, way) => way + 1);
  return ways.map((way) => forms.map((form, at) => ((way >> at) & 1 ? MASK : form)));
}

/** A name may be as many others by sound and shape at most. */
const MOST_LIKE = 32;

/**
 * The name by the sounds of its characters, and of at least one of them by its shape: two of which each character sounds or looks alike have
 * one of these in common, or one way in which they are heard.
 */
export function likeNames(name: string): string[] {
  if (isMaskedName(name) || !HAN.test(name)) return [];
  const characters = charactersOf(name.replace(/[·\s]/g, ''));
  const shapes = characters.map(({ form }) => shapesOf(form).map((group) => `(${group})`));
  if (shapes.every((groups) => groups.length === 0)) return [];
  let like = [''];
  for (const [at, { form, nearSounds }] of characters.entries()) {
    const ways = [...(shapes[at] ?? []), ...(nearSounds.length > 0 ? new Set(nearSounds) : [form])];
    like = like.flatMap((before) => ways.map((way) => `${before} ${way}`)).slice(0, MOST_LIKE);
  }
  return like.filter((each) => each.includes('('));
}
