import { type Character, charactersOf } from './character.ts';
import { maskFits } from './compare-masked.ts';
import { isSpelling } from './compare-spelling.ts';
import { compareWords } from './compare-words.ts';
import { isMaskedName, type NameLevel } from './name-level.ts';
import { neighboursSwapped, oneInserted, placesThatDiffer } from './one-edit.ts';
import { similarInShape } from './similar-shapes.ts';

const HAN = /\p{Script=Han}/u;
const BETWEEN_PARTS = /[·\s]/u;
/** How one character may stand for another, best first. A name is as good as the worst of its characters. */
const CHARACTER_LEVELS = ['variant', 'same-sound', 'near-sound', 'similar-shape'] as const;

/**
 * How alike two names are, the same both ways round. Counts characters (code points), never halves of them.
 *
 * - `variant`: the same in simplified characters without variants, or surnames that stand for each other (萧, 肖). Of names
 *   in letters: but for case, signs and the order of the words.
 * - `same-sound`, `near-sound`: every character is at least read alike without its tone, by any of its readings (王秀英 and Wang
 *   Xiuying); or would be
 *   by who does not tell zh from z, ch from c, sh from s, n from l, hu from f, or a final -ng from -n.
 * - `similar-shape`: every character is at least similar in shape (末, 未).
 * - `masked`: of one, characters are hidden (张*英), and all that are shown fit.
 * - `one-more-or-less`: one character is missing, or the dot, or all but the first or the last part of a long name.
 * - `slip`: two neighbours are swapped; of names in letters, one letter is another.
 * - `nickname`: 阿 or 小 stands before the last of the other's characters (小英 and 王秀英).
 * - `one-differs`: one character; of names of two characters only the second.
 * - `surname-only`: the first character, or a word of a name in letters.
 */
export function compareNames(a: string, b: string): NameLevel {
  if (a === b) return 'same';
  const isHan = HAN.test(a);
  if (isHan !== HAN.test(b)) return isSpelling(isHan ? a : b, isHan ? b : a) ? 'same-sound' : 'different';
  if (!isHan) return compareWords(a, b);
  if (isMaskedName(a) || isMaskedName(b)) return maskFits(a, b) ? 'masked' : firstOf(a, b);
  const ones = partsOf(a);
  const others = partsOf(b);
  const one = charactersOf(ones.join(''));
  const other = charactersOf(others.join(''));
  const alike = levelOfAll(one, other);
  if (alike) return sameLengths(ones, others) ? alike : 'one-more-or-less';
  const forms = one.map(({ form }) => form);
  const otherForms = other.map(({ form }) => form);
  if (oneInserted(forms, otherForms) || isEndOf(ones, otherForms) || isEndOf(others, forms)) return 'one-more-or-less';
  if (isNickname(forms, otherForms) || isNickname(otherForms, forms)) return 'nickname';
  return levelOfDifferences(forms, otherForms) ?? firstOf(a, b);
}

function firstOf(a: string, b: string): NameLevel {
  const [one, other] = [a, b].map((name) => charactersOf(partsOf(name).join(''))[0]?.form);
  return one !== undefined && one === other ? 'surname-only' : 'different';
}

function partsOf(name: string): string[] {
  return name.split(BETWEEN_PARTS).filter((part) => part !== '');
}

/** The worst level of any character; undefined when the lengths differ, or some characters are not alike at all. */
function levelOfAll(one: readonly Character[], other: readonly Character[]): NameLevel | undefined {
  if (one.length !== other.length) return undefined;
  let worst = 0;
  for (const [place, character] of one.entries()) {
    const opposite = other[place];
    if (opposite) worst = Math.max(worst, levelOf(character, opposite));
    if (worst === CHARACTER_LEVELS.length) return undefined;
  }
  return CHARACTER_LEVELS[worst];
}

/** A place in CHARACTER_LEVELS; its length for characters that are not alike. */
function levelOf(one: Character, other: Character): number {
  if (one.form === other.form) return 0;
  if (one.sounds.some((sound) => other.sounds.includes(sound))) return 1;
  if (one.nearSounds.some((sound) => other.nearSounds.includes(sound))) return 2;
  return similarInShape(one.form, other.form) ? 3 : CHARACTER_LEVELS.length;
}

function sameLengths(ones: readonly string[], others: readonly string[]): boolean {
  const lengths = (parts: readonly string[]) => parts.map((part) => Array.from(part).length).join();
  return lengths(ones) === lengths(others);
}

/** Whether a name is the first or the last of several parts, and more than one character. */
function isEndOf(parts: readonly string[], forms: readonly string[]): boolean {
  if (parts.length < 2 || forms.length < 2) return false;
  return [parts.at(0), parts.at(-1)].some((part = '') => {
    const end = charactersOf(part);
    return end.length === forms.length && end.every(({ form }, place) => form === forms[place]);
  });
}

function isNickname([prefix, ...called]: readonly string[], forms: readonly string[]): boolean {
  if ((prefix !== '阿' && prefix !== '小') || called.length < 1 || called.length > 2) return false;
  return forms.length > called.length && called.join('') === forms.slice(-called.length).join('');
}

function levelOfDifferences(forms: readonly string[], others: readonly string[]): NameLevel | undefined {
  if (forms.length !== others.length || forms.length < 2) return undefined;
  const places = placesThatDiffer(forms, others);
  if (forms.length === 2) return places.length === 1 && places[0] === 1 ? 'one-differs' : undefined;
  if (places.length === 1) return 'one-differs';
  return neighboursSwapped(forms, others, places) ? 'slip' : undefined;
}
