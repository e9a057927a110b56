import { Converter } from 'opencc-js/cn2t';
import type { Random } from '../random.ts';
import type { RowRates } from './mixes.ts';
import { misread } from './shapes.ts';
import { homophone, nearlyHeard, surnameHeard } from './sounds.ts';

const REMARKS = ['*', '＊', '(已故)', '（新增）', '（低保）', '(户主)', '（大）', '1', '（代领）', '△'];
const COMPOUND = /^(?:欧阳|诸葛|司马|上官|司徒|尉迟|夏侯|皇甫|端木|东方)/;
const traditional = Converter({ from: 'cn', to: 't' });

/** A name as a clerk writes it down: one of the ways in which it goes wrong, seldom any. */
export function writeName(name: string, rates: RowRates, random: Random): string {
  const { nameMasked, nameTraditional, nameRemark, nameSpaced } = rates;
  const known = mistaken(name, rates, random);
  if (random.chance(nameMasked)) return masked(known, random);
  if (name.includes('·')) return dotted(known, random);
  if (random.chance(nameTraditional)) return traditional(known);
  if (random.chance(nameRemark)) return known + random.pick(REMARKS);
  return random.chance(nameSpaced) && known.length === 2 ? `${known[0]}${random.pick([' ', '　'])}${known[1]}` : known;
}

/** Names that have been made public: 张*英, 张**, 张某英. */
function masked(name: string, random: Random): string {
  const characters = [...name];
  const last = characters.at(-1) as string;
  const sign = random.chance(0.8) ? '*' : '某';
  if (characters.length === 2) return random.chance(0.7) ? characters[0] + sign : sign + last;
  const hidden = sign.repeat(characters.length - 2);
  return characters[0] + hidden + (random.chance(0.75) ? last : sign);
}

function dotted(name: string, random: Random): string {
  return name.replace('·', random.pick(['·', '·', '·', '•', '.', '', '', ' ']));
}

type Mistake = (name: string, random: Random) => string;

const MISTAKES: readonly (readonly [keyof RowRates, Mistake])[] = [
  ['nameHomophone', (name, random) => misheard(name, random, homophone)],
  ['nameNearSound', (name, random) => misheard(name, random, nearlyHeard)],
  ['nameShape', misread],
  ['nameCharacterLost', shortened],
  ['nameFamiliar', familiar],
  ['nameOther', another],
];

function mistaken(name: string, rates: RowRates, random: Random): string {
  for (const [rate, mistake] of MISTAKES) if (random.chance(rates[rate])) return mistake(name, random);
  return name;
}

/** Three mistakes of four are in the given name. */
function misheard(name: string, random: Random, hear: Mistake): string {
  const characters = [...name];
  const place = random.chance(0.25) ? 0 : 1 + random.below(characters.length - 1);
  const character = characters[place] as string;
  characters[place] = place === 0 ? surnameHeard(character, random) : hear(character, random);
  return characters.join('');
}

function shortened(name: string, random: Random): string {
  if (name.length < 3) return name;
  const place = random.between(1, name.length - 1);
  return name.slice(0, place) + name.slice(place + 1);
}

/** What neighbours call somebody: 阿英, 张阿英, 小英. */
function familiar(name: string, random: Random): string {
  if (name.length > 3 || COMPOUND.test(name)) return name;
  const last = name.at(-1);
  return random.pick([`${name[0]}阿${last}`, `阿${last}`, `小${last}`, `${name[0]}小${last}`]);
}

/** One given character is another altogether: a name changed, or a name in the family. */
function another(name: string, random: Random): string {
  const place = random.between(1, name.length - 1);
  return name.slice(0, place) + random.pick([...'明华英平芳文海春国玉']) + name.slice(place + 1);
}
