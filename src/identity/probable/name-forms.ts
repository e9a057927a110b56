import { charactersOf } from '../character.ts';

/** What names are looked for by. */
export interface NameForm {
  /** The same for names that differ in characters' variants, dots, case or the order of words alone. */
  readonly form: string;
  /** The same for names that sound alike, also to who does not tell zh from z or n from l. */
  readonly sound: string;
  readonly surname: string;
  readonly given: string;
  readonly surnameSound: string;
  readonly givenSound: string;
  /** How many characters, and the first and last of them: what a masked name (张*英) still says. */
  readonly outline: string;
  /** Some of it is hidden behind stars. */
  readonly masked: boolean;
}

const HAN = /\p{Script=Han}/u;
const COMPOUND =
  /^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|宇文|长孙|东方|南宫|西门|端木|百里|呼延|轩辕|濮阳|淳于|单于|太史|申屠|闻人|钟离|澹台)./u;

/** Reads a name as `readName` returns it. */
export function nameForm(name: string): NameForm {
  return HAN.test(name) ? inChinese(name) : inLetters(name);
}

function inChinese(name: string): NameForm {
  const bare = name.replace(/[·\s]/gu, '');
  const written = bare.replaceAll('某', '*');
  const characters = charactersOf(written);
  const first = COMPOUND.test(written) ? 2 : 1;
  const forms = characters.map(({ form }) => form);
  const sounds = characters.map(({ form, nearSounds }) => nearSounds[0] ?? form);
  const part = (of: readonly string[], from: number, to?: number) => of.slice(from, to).join(' ');
  return {
    form: forms.join(''),
    sound: part(sounds, 0),
    surname: part(forms, 0, first),
    given: part(forms, first),
    surnameSound: part(sounds, 0, first),
    givenSound: part(sounds, first),
    outline: `${forms.length} ${forms[0]} ${forms.length > 2 ? forms.at(-1) : ''}`,
    masked: written.includes('*'),
  };
}

/** Which word is the surname nobody says: the last is taken for it, as exports of given name and surname have it. */
function inLetters(name: string): NameForm {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const [surname = '', given = ''] = [words.at(-1), words.length > 1 ? words[0] : ''];
  const sorted = words.toSorted();
  return {
    form: sorted.join(''),
    sound: sorted.map(soundOfWord).join(' '),
    surname,
    given,
    surnameSound: soundOfWord(surname),
    givenSound: soundOfWord(given),
    outline: '',
    masked: false,
  };
}

/** A word's first letter and its other consonants, of which those that are confused are one: as Soundex, without its length. */
export function soundOfWord(word: string): string {
  const [first = '', ...others] = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ph/g, 'f')
    .replace(/^kn/, 'n')
    .replace(/^wr/, 'r')
    .replace(/[bfpv]/g, (sign, at: number) => (at === 0 ? sign : 'b'))
    .replace(/[cgjkqsxz]/g, (sign, at: number) => (at === 0 ? sign : 'c'))
    .replace(/[dt]/g, (sign, at: number) => (at === 0 ? sign : 'd'))
    .replace(/[mn]/g, (sign, at: number) => (at === 0 ? sign : 'm'));
  const rest = others
    .join('')
    .replace(/[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1');
  return first + rest.slice(0, 4);
}
