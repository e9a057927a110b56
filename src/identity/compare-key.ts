import { formsOf } from './character-form.ts';
import { isMaskedName } from './name-level.ts';

const HAN = /\p{Script=Han}/u;

/**
 * What names that are the same but for the characters they are written in have in common: 陳淑貞 and 陈淑贞, 买买提·艾山 and
 * 买买提艾山; words of letters in any order. Null of a name of which characters are hidden, which is that of many.
 */
export function nameKey(name: string): string | null {
  if (isMaskedName(name)) return null;
  if (HAN.test(name)) return formsOf(name.replace(/[·\s]/g, '')).join('');
  const words = name.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.toSorted().join('') || null;
}
