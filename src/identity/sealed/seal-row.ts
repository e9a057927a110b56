import { checkDigit, ID_CLASSES, wholeNumber } from '../../domain/people/id-number.ts';
import type { Row } from '../../engine/database.ts';
import type { SealedRow } from '../../read/sealed/sealed-columns.ts';
import type { SealingKey } from '../../read/sealed/sealing-key.ts';
import { charactersOf } from '../character.ts';
import { nameKey } from '../compare-key.ts';
import { repairsOf } from '../id-repair.ts';
import { soundsOf } from '../name-census.ts';
import { isMaskedName } from '../name-level.ts';
import { chanceOf, MOST_BY_CHANCE, patternOf, placesKnown } from '../partial-id.ts';
import { likeNames, nearNames } from './near-names.ts';

/** What a row says of somebody, as it was read. */
export interface RowToSeal extends Row {
  readonly row: number;
  readonly name: string | null;
  /** The first 17 digits of a valid number; anything else is not above zero. */
  readonly person: bigint | null;
  readonly id: string | null;
  readonly id_class: number;
  readonly tells: boolean;
  readonly account: string | null;
  readonly phone: string | null;
  readonly other: string | null;
  readonly household: string | null;
  readonly head: bigint | null;
  readonly born: number | null;
  readonly male: boolean | null;
}

/** What stands open, as it is written. */
type Open = Pick<SealedRow, 'department' | 'measure' | 'amount' | 'date'>;

const HAN = /\p{Script=Han}/u;
/** So many people bear no name. */
const MOST_BEARERS = 1_000_000;

/** A row with tokens in the place of all that tells who it is about. */
export function sealRow(key: SealingKey, row: RowToSeal, open: Open): SealedRow {
  const valid = row.person !== null && row.person > 0n ? wholeNumber(row.person) : null;
  const [repairs, swaps] = repairsIn(row);
  const tokenOf = (kind: string, value: string | null) => (value === null ? '' : key.token(kind, value));
  return {
    row: String(row.row),
    class: ID_CLASSES[row.id_class] ?? 'missing',
    whole: tokenOf('whole', valid),
    ...sealNumber(key, row, valid),
    repairs: repairs.map((number) => key.token('whole', number)).join(' '),
    swaps: swaps.map((number) => key.token('whole', number)).join(' '),
    ...sealName(
      key,
      row.name,
      valid === null ? { numbers: [...repairs, ...swaps] } : { numbers: [valid], isValid: true },
    ),
    ...sealFacts(key, row, valid),
    account: tokenOf('account', row.account),
    phone: tokenOf('phone', row.phone),
    other: tokenOf('other', row.other),
    household: tokenOf('household', row.household),
    head: tokenOf('whole', row.head === null ? null : wholeNumber(row.head)),
    ...open,
  };
}

type OfNumber = Pick<SealedRow, 'text' | 'tells' | 'pattern' | 'mask' | 'bearers'>;

/** What is known of a number that is not valid, and the first and last digits of any. */
function sealNumber(key: SealingKey, { id, id_class, tells }: RowToSeal, valid: string | null): OfNumber {
  const none = { text: '', tells: '', pattern: '', mask: '', bearers: '' };
  if (valid !== null) return { ...none, mask: key.token('mask', maskOf(valid)) };
  if (id === null) return none;
  const found = ID_CLASSES[id_class] ?? 'malformed';
  const pattern = patternOf(found, id);
  const known = pattern === null ? 'nothing' : (PATTERNS[placesKnown(pattern).join()] ?? 'part');
  return {
    text: key.token('text', id),
    tells: tells ? '1' : '',
    pattern: known === 'nothing' ? '' : known,
    mask: pattern !== null && (known === 'whole' || known === 'mask') ? key.token('mask', maskOf(pattern)) : '',
    bearers: pattern === null ? '' : String(Math.min(MOST_BEARERS, Math.floor(MOST_BY_CHANCE / chanceOf(pattern)))),
  };
}

const REPAIRED = ['checksum', 'birth-date', 'malformed'];
/** What is known of a number, by its places that are. */
const PATTERNS: Readonly<Record<string, 'whole' | 'mask'>> = {
  [placesKnown('0'.repeat(18)).join()]: 'whole',
  [placesKnown(`${'0'.repeat(6)}${'*'.repeat(8)}${'0'.repeat(4)}`).join()]: 'mask',
};

const maskOf = (number: string) => number.slice(0, 6) + number.slice(14);

/** The valid numbers that one mistake may have made a wrong one of: a wrong sign, or two neighbours swapped. */
function repairsIn({ id, id_class }: RowToSeal): readonly [repairs: readonly string[], swaps: readonly string[]] {
  if (id === null || !REPAIRED.includes(ID_CLASSES[id_class] ?? 'missing')) return [[], []];
  const numbers = repairsOf(id)
    .map((first17) => String(first17).padStart(17, '0'))
    .map((digits) => digits + checkDigit(digits));
  const differ = (number: string) => Array.from(number).filter((sign, place) => sign !== id[place]).length;
  return [numbers.filter((number) => differ(number) < 2), numbers.filter((number) => differ(number) >= 2)];
}

type OfName = Pick<SealedRow, 'name' | 'form' | 'sounds' | 'joined' | 'near' | 'nears' | 'likes'>;

/** `numbers`: the valid one under which the name stands, or those that a wrong one may have been. */
function sealName(
  key: SealingKey,
  name: string | null,
  { numbers, isValid = false }: { readonly numbers: readonly string[]; readonly isValid?: boolean },
): OfName {
  if (name === null) return { name: '', form: '', sounds: '', joined: '', near: '', nears: '', likes: '' };
  const form = nameKey(name);
  const { own, near } = numbers.length === 0 ? { own: name, near: [] } : nearNames(name, isValid);
  const sounds = soundsIn(name);
  const lengths = lengthsOf(name);
  const heard = (all: readonly string[]) => all.map((sound) => key.again('sound', sound)).join(' ');
  const underEach = (kind: string, names: readonly string[]) =>
    numbers.flatMap((number) => names.map((each) => key.token(kind, `${number} ${each}`))).join(' ');
  return {
    name: key.again('name', name),
    form: form === null ? '' : key.again('form', form),
    sounds: heard(lengths === '' ? sounds : sounds.map((sound) => `${lengths} ${sound}`)),
    joined: heard(lengths === '' ? [] : sounds),
    near: underEach('near', [own]),
    nears: underEach('near', near),
    likes: underEach('like', numbers.length === 0 ? [] : likeNames(name)),
  };
}

/** How long the parts of a name are; empty where it has one. */
function lengthsOf(name: string): string {
  const parts = name.split(/[·\s]/).filter((part) => part !== '');
  return parts.length > 1 ? parts.map((part) => Array.from(part).length).join() : '';
}

/** All ways in which a Chinese name is heard; none of any other, and of one that hides characters. */
function soundsIn(name: string): string[] {
  if (!HAN.test(name) || isMaskedName(name)) return [];
  return soundsOf(charactersOf(name.replace(/[·\s]/g, '')));
}

/** When somebody was born, and of what sex, moved by how the name sounds, or else by the name. */
function sealFacts(
  key: SealingKey,
  { name, born, male }: RowToSeal,
  valid: string | null,
): Pick<SealedRow, 'born' | 'sex'> {
  if (name === null) return { born: '', sex: '' };
  const sounds = soundsIn(name);
  const by = sounds.length > 0 ? sounds : [nameKey(name) ?? name];
  const year = valid === null ? born : Number(valid.slice(6, 10));
  const sex = valid === null ? male : Number(valid[16]) % 2 === 1;
  const moved = (kind: string, number: number | null) =>
    number === null ? '' : by.map((each) => key.moved(kind, each, number)).join(' ');
  return { born: moved('born', year), sex: moved('sex', sex === null ? null : Number(sex)) };
}
