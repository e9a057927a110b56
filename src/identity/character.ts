import { polyphonic } from 'pinyin-pro';
import { formOf } from './character-form.ts';
import { surnameForm } from './variants.ts';

/** One character of a name, and what another may be known by that stands for it. */
export interface Character {
  /** In simplified characters, without variants; a letter in lower case. */
  readonly form: string;
  /** All its readings without tones, surnames' (仇 qiu) among them; none unless it is Chinese. */
  readonly sounds: readonly string[];
  /** The readings as they are by who does not tell apart what many dialects do not. */
  readonly nearSounds: readonly string[];
}

const HAN = /\p{Script=Han}/u;
const known = new Map<string, Character>();

/** The characters of a name that is given without dots and spaces, the first of which is a surname's. */
export function charactersOf(name: string): Character[] {
  return Array.from(name, (written, place) => {
    const character = characterOf(written);
    return place === 0 ? { ...character, form: surnameForm(character.form) } : character;
  });
}

function characterOf(written: string): Character {
  const before = known.get(written);
  if (before) return before;
  const form = formOf(written);
  const sounds = [...new Set([...soundsOf(written), ...soundsOf(form)])];
  const character = { form, sounds, nearSounds: sounds.map(nearSound) };
  known.set(written, character);
  return character;
}

function soundsOf(character: string): string[] {
  if (!HAN.test(character)) return [];
  const [sounds = []] = polyphonic(character, { toneType: 'none', type: 'array' });
  return sounds.filter((sound) => sound !== character);
}

/** Who says hu for f: 福建 hujian, 飞机 huiji. */
const F_AS_HU: Readonly<Record<string, string>> = {
  fa: 'hua',
  fan: 'huan',
  fei: 'hui',
  fen: 'hun',
  fo: 'huo',
  fu: 'hu',
};

/** One spelling for readings that are confused: zh z, ch c, sh s, n l; ing in, eng en, ang an; f and hu. */
function nearSound(sound: string): string {
  const folded = sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/(?<=[ie]|(?<![iy])a)ng$/, 'n'); // the vowel of ian is another than that of iang
  return F_AS_HU[folded] ?? folded;
}
