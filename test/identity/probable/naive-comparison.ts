import { readAddress } from '../../../src/domain/people/address.ts';
import { readBirth } from '../../../src/domain/people/birth.ts';
import { contactKey, readAccount } from '../../../src/domain/people/contact.ts';
import { readIdNumber } from '../../../src/domain/people/id-number.ts';
import { readOtherId } from '../../../src/domain/people/other-id.ts';
import { readName } from '../../../src/domain/people/person-name.ts';
import { readPhones } from '../../../src/domain/people/phone.ts';
import { readWorkplace } from '../../../src/domain/people/workplace.ts';
import { readCountCell, readSex } from '../../../src/domain/row/list-words.ts';
import { charactersOf } from '../../../src/identity/character.ts';
import { nameKey } from '../../../src/identity/compare-key.ts';
import { compareNames } from '../../../src/identity/compare-names.ts';
import { patternOf } from '../../../src/identity/partial-id.ts';
import { soundOfWord } from '../../../src/identity/probable/name-forms.ts';
import type { Cells } from './random-people.ts';

/** Whom a row names, as whoever reads it by hand would note it down; `part` 2 is the second of a couple. */
export interface NaiveMention {
  readonly name: string;
  readonly form: string;
  readonly list: number;
  readonly isValid: boolean;
  readonly pattern: string | null;
  readonly day: string | null;
  readonly month: string | null;
  readonly year: number | null;
  /** The year of birth that an age tells. */
  readonly about: number | null;
  readonly isMale: boolean | null;
  readonly phones: readonly string[];
  readonly account: string | null;
  readonly place: NaivePlace;
  readonly subdistrict: string | null;
  readonly committees: readonly string[];
  readonly workplace: string | null;
  readonly spouse: string | null;
  readonly guardians: readonly string[];
  readonly household: string | null;
  readonly otherId: string | null;
}

interface NaivePlace {
  readonly whole: string | null;
  readonly building: string | null;
  readonly room: string | null;
  readonly town: string | null;
  readonly words: readonly string[];
}

/** The same for names that are one but for how they are written. */
const formOf = (name: string): string => {
  const written = name.replaceAll('某', '*');
  return nameKey(written) ?? charactersOf(written).reduce((form, each) => form + each.form, '');
};

const text = (cell: string | undefined) => (cell ?? '').replace(/\s+/g, '') || null;

/** The one or two people whom a row names. */
export function mentionsIn(cells: Cells, list: number, yearOfAges: number): NaiveMention[] {
  const { name, partner } = readName(cells.姓名 ?? '');
  const other = (cell: string | undefined) => readName(cell ?? '').name || null;
  const id = readIdNumber(cells.身份证号 ?? '');
  const pattern = id.key ?? patternOf(id.class, id.text);
  const written = readBirth(cells.出生日期 ?? '');
  const born = pattern?.slice(6, 14) ?? '';
  const day = /^\d{8}$/.test(born) ? born : written?.length === 10 ? written.replaceAll('-', '') : null;
  const month = day?.slice(0, 6) ?? (written?.length === 7 ? written.replace('-', '') : null);
  const year = day?.slice(0, 4) ?? written?.slice(0, 4);
  const age = readCountCell(cells.年龄 ?? '');
  const order = pattern?.[16] ?? '*';
  const sex = readSex(cells.性别 ?? '');
  const said = sex === null ? null : sex === 'male';
  const address = text(cells.家庭住址) === null ? null : readAddress(cells.家庭住址 ?? '');
  const shared = {
    list,
    phones: phonesIn(cells.联系电话 ?? ''),
    account: contactKey(readAccount(cells.银行账号 ?? '')),
    place: placeIn(address),
    subdistrict: text(cells.街道),
    committees: [committeeIn(text(cells.居委)), address?.committee || null].flatMap((each) => each ?? []),
    household: householdIn(text(cells.户号), list),
  };
  const spouse = partner ?? other(cells.配偶);
  const mention: NaiveMention = {
    ...shared,
    name,
    form: formOf(name),
    isValid: id.key !== null,
    pattern,
    day,
    month,
    year: year === undefined ? null : Number(year),
    about: day === null && written === null && age !== null && age <= 120 ? yearOfAges - age : null,
    isMale: order === '*' ? said : Number(order) % 2 === 1,
    workplace: readWorkplace(cells.工作单位 ?? ''),
    spouse: spouse && formOf(spouse),
    guardians: [other(cells.监护人), other(cells.户主)].flatMap((each) =>
      each === null || formOf(each) === formOf(name) ? [] : formOf(each),
    ),
    otherId: readOtherId(cells.优抚证号 ?? ''),
  };
  if (partner === null) return [mention];
  const nothing = { isValid: false, pattern: null, day: null, month: null, year: null, about: null, otherId: null };
  return [
    mention,
    {
      ...shared,
      ...nothing,
      name: partner,
      form: formOf(partner),
      isMale: said === null ? null : !said,
      workplace: null,
      spouse: formOf(name),
      guardians: [],
    },
  ];
}

/** All numbers of a cell; of the fixed network without their area codes, and as many digits of a longer one. */
function phonesIn(cell: string): string[] {
  return readPhones(cell).flatMap((contact) => {
    const key = contactKey(contact);
    if (key === null) return [];
    if (/^1[3-9]\d{9}$/.test(key)) return [key];
    const local = /^(?:10|2\d)(\d{8})$|^[3-9]\d\d(\d{7,8})$/.exec(key);
    const last = key.length >= 10 ? String(Number(key.slice(-8))) : key;
    return [last, ...(local ? [local[1] ?? local[2] ?? ''] : [])];
  });
}

function placeIn(address: ReturnType<typeof readAddress> | null): NaivePlace {
  const nowhere = { whole: null, building: null, room: null, town: null, words: [] };
  if (address === null) return nowhere;
  const { street, numbers, town, words } = address;
  const isPlace = street !== '' && numbers.length > 0;
  return {
    whole: isPlace ? `${street}|${numbers.join('|')}` : null,
    building: isPlace ? `${street}|${(numbers.length === 1 ? numbers : numbers.slice(0, -1)).join('|')}` : null,
    room: numbers.length > 1 ? numbers.slice(-2).join('|') : null,
    town: town || null,
    words: words.length > 0 ? [...words.map(soundOfWord), ...numbers] : [],
  };
}

const KINDS = ['社区', '居民委员会', '村民委员会', '居委会', '村委会', '居委', '村委', '村', '居'];

function committeeIn(cell: string | null): string | null {
  if (cell === null) return null;
  let stem = cell.replace(/^第/, '');
  const kind = KINDS.find((each) => stem.endsWith(each));
  stem = kind ? stem.slice(0, -kind.length) : stem;
  if (kind && kind !== '社区' && stem.endsWith('社区')) stem = stem.slice(0, -2);
  return stem || null;
}

function householdIn(cell: string | null, list: number): string | null {
  return cell !== null && /^\d{1,4}$/.test(cell) ? `${cell} of list ${list}` : cell;
}

/** What is shared by too many names, and tells nobody from others. */
export interface Crowded {
  readonly phones: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
  readonly wholes: ReadonlySet<string>;
}

export function crowdedIn(mentions: readonly NaiveMention[]): Crowded {
  const crowded = (valuesOf: (mention: NaiveMention) => readonly (string | null)[]) => {
    const forms = new Map<string, Set<string>>();
    for (const mention of mentions) {
      for (const value of valuesOf(mention)) {
        if (value !== null) forms.set(value, (forms.get(value) ?? new Set()).add(mention.form));
      }
    }
    return new Set([...forms].filter(([, names]) => names.size > 10).map(([value]) => value));
  };
  return {
    phones: crowded(({ phones }) => phones),
    accounts: crowded(({ account }) => [account]),
    wholes: crowded(({ place }) => [place.whole]),
  };
}

/** Everything that is said of one person, by several rows perhaps. */
export interface NaivePerson {
  readonly names: readonly string[];
  readonly forms: ReadonlySet<string>;
  readonly patterns: readonly string[];
  readonly day: string | null;
  readonly days: ReadonlySet<string>;
  readonly month: string | null;
  readonly year: number | null;
  readonly about: number | null;
  readonly isMale: boolean | null;
  readonly phones: readonly number[];
  readonly sets: Readonly<Record<NaiveSet, ReadonlySet<string>>>;
  readonly lists: ReadonlySet<number>;
}
type NaiveSet =
  | 'accounts'
  | 'wholes'
  | 'buildings'
  | 'rooms'
  | 'towns'
  | 'subdistricts'
  | 'committees'
  | 'words'
  | 'spouses'
  | 'guardians'
  | 'workplaces'
  | 'households'
  | 'otherIds';

export function personOf(mentions: readonly NaiveMention[], crowded: Crowded): NaivePerson {
  const set = (of: (mention: NaiveMention) => readonly (string | null)[]) =>
    new Set(mentions.flatMap(of).flatMap((value) => value ?? []));
  const first = <T extends string | number>(of: (mention: NaiveMention) => T | null): T | null =>
    mentions.flatMap((mention) => of(mention) ?? []).sort((a, b) => (a < b ? -1 : 1))[0] ?? null;
  const sexes = new Set(mentions.flatMap(({ isMale }) => isMale ?? []));
  const phones = set(({ phones }) => phones.filter((phone) => !crowded.phones.has(phone)));
  return {
    names: mentions.map(({ name }) => name),
    forms: set(({ form }) => [form]),
    patterns: surest(mentions),
    day: first(({ day }) => day),
    days: set(({ day }) => [day]),
    month: first(({ month }) => month),
    year: first(({ year }) => year),
    about: first(({ about }) => about),
    isMale: sexes.size === 1 ? ([...sexes][0] ?? null) : null,
    phones: [...phones].map(Number).sort((a, b) => a - b),
    sets: {
      accounts: set(({ account }) => [account !== null && crowded.accounts.has(account) ? null : account]),
      wholes: set(({ place: { whole } }) => [whole !== null && crowded.wholes.has(whole) ? null : whole]),
      buildings: set(({ place }) => [place.building]),
      rooms: set(({ place }) => [place.room]),
      towns: set(({ place }) => [place.town]),
      subdistricts: set(({ subdistrict }) => [subdistrict]),
      committees: set(({ committees }) => committees),
      words: set(({ place }) => place.words),
      spouses: set(({ spouse }) => [spouse]),
      guardians: set(({ guardians }) => guardians),
      workplaces: set(({ workplace }) => [workplace]),
      households: set(({ household }) => [household]),
      otherIds: set(({ otherId }) => [otherId]),
    },
    lists: new Set(mentions.map(({ list }) => list)),
  };
}

/** The valid number, else those of which most is known: any of them may be taken. */
function surest(mentions: readonly NaiveMention[]): string[] {
  const valid = mentions.filter(({ isValid }) => isValid).flatMap(({ pattern }) => pattern ?? []);
  const all = valid.length > 0 ? valid : mentions.flatMap(({ pattern }) => pattern ?? []);
  const known = (pattern: string) => pattern.replaceAll('*', '').length;
  const most = Math.max(0, ...all.map(known));
  return [...new Set(all.filter((pattern) => known(pattern) === most))];
}

/** How alike two people are in each field; `''` where nothing is said, and of a number with several, each that may be. */
export function naiveLevels(a: NaivePerson, b: NaivePerson) {
  const ids = [...new Set(a.patterns.flatMap((one) => b.patterns.map((other) => idLevel(one, other))))];
  return { ids: ids.length === 0 ? [''] : ids, levelsWith: (id: string) => levelsWith(a, b, id) };
}

function levelsWith(a: NaivePerson, b: NaivePerson, id: string): Readonly<Record<string, string>> {
  const common = (of: NaiveSet) => [...a.sets[of]].some((value) => b.sets[of].has(value));
  const both = (of: NaiveSet) => a.sets[of].size > 0 && b.sets[of].size > 0;
  const either = (of: NaiveSet) => (common(of) ? 'same' : both(of) ? 'differs' : '');
  const sameSex = a.isMale === b.isMale ? 'same' : 'differs';
  return {
    name: nameLevel(a, b),
    id,
    birth: ['same', 'one-mistake', 'fourteen-fit'].includes(id) ? '' : birthLevel(a, b),
    sex: a.isMale === null || b.isMale === null || ['same', 'one-mistake'].includes(id) ? '' : sameSex,
    phone: phoneLevel(a, b),
    account: either('accounts'),
    place: placeLevel(a, b, common, both),
    spouse: spouseLevel(a, b, either('spouses')),
    guardian: either('guardians'),
    workplace: either('workplaces'),
    household: either('households'),
    number: common('otherIds') ? 'same' : '',
    list: [...a.lists].some((list) => b.lists.has(list)) ? 'same' : 'other',
  };
}

const NAMES_BEST_FIRST = [
  ...['same', 'same-sound', 'near-sound', 'similar-shape', 'nickname', 'one-more-or-less', 'one-differs'],
  ...['surname-only', 'different', 'masked', 'masked-differs', 'masked-given', 'masked-surname-differs'],
];

/** The best level of any two of their names. */
function nameLevel(a: NaivePerson, b: NaivePerson): string {
  const levels = a.names.flatMap((one) => b.names.map((other) => levelOfNames(one, other)));
  return NAMES_BEST_FIRST.find((level) => levels.includes(level)) ?? '';
}

function levelOfNames(one: string, other: string): string {
  if (formOf(one) === formOf(other)) return 'same';
  if (/[*某]/.test(one + other)) return maskedLevel(one, other);
  const level = compareNames(one, other);
  if (level === 'variant') return 'same';
  if (level === 'slip') return 'similar-shape';
  const isInLetters = !/\p{Script=Han}/u.test(one + other);
  return isInLetters && (level === 'surname-only' || level === 'different') ? levelOfWords(one, other) : level;
}

/** Every sign that both show is the same, and there is one; 张某 is anybody of the surname. */
function maskedLevel(one: string, other: string): string {
  const isSurnameAlone = (name: string) => /^[^*某]{1,2}某{1,2}$/.test(name);
  const isOpen = [one, other].some((name) => /^[^*某][*某]+$/.test(name));
  const shown = [one, other].map((name) => Array.from(name.replace('·', ''), (sign) => sign.replace('某', '*')));
  const [a = [], b = []] = shown.map((signs) => signs.map((sign) => (sign === '*' ? sign : formOf(sign))));
  const pairs = a.map((sign, at) => [sign, b[at]] as const).filter((pair) => !pair.includes('*'));
  const fits = a.length === b.length && pairs.length > 0 && pairs.every(([sign, opposite]) => sign === opposite);
  const anybody = [one, other].some((name) => /^[^*某]某某?$/.test(name)) && one[0] === other[0];
  const isSame = anybody || (fits && !isSurnameAlone(one) && !isSurnameAlone(other));
  if (isOpen) return isSame ? 'masked-given' : 'masked-surname-differs';
  return isSame ? 'masked' : 'masked-differs';
}

/** Words of at least four letters with one letter wrong, of more than five with two. */
function levelOfWords(one: string, other: string): string {
  const words = (name: string) => name.toLowerCase().split(/[^a-z]+/);
  const [few = [], many = []] = [words(one), words(other)].sort((a, b) => a.length - b.length);
  const alike = few.filter((word) =>
    many.some(
      (opposite) =>
        word === opposite ||
        (word.length > 3 && opposite.length > 3 && editsBetween(word, opposite) <= (word.length > 5 ? 2 : 1)),
    ),
  ).length;
  if (alike === 0) return 'different';
  if (alike < few.length) return 'surname-only';
  return few.length === many.length && few.length > 1 ? 'similar-shape' : 'one-more-or-less';
}

function editsBetween(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [a, b] = [one.slice(1), other.slice(1)];
  if (one[0] === other[0]) return editsBetween(a, b);
  return 1 + Math.min(editsBetween(a, b), editsBetween(a, other), editsBetween(one, b));
}

/** Digit by digit. */
function idLevel(one: string, other: string): string {
  const places = Array.from(one, (sign, at) => ({ at: at + 1, sign, opposite: other[at] ?? '' }));
  const differing = places.filter(({ sign, opposite }) => sign !== opposite && sign !== '*' && opposite !== '*');
  if (!/\*/.test(one + other)) {
    if (differing.length === 0) return 'same';
    return isOneMistake(one, other) ? 'one-mistake' : 'differs';
  }
  if (differing.length > 0) return 'differs';
  const known = (from: number, to: number) =>
    places.filter(({ at, sign, opposite }) => at >= from && at <= to && sign !== '*' && opposite !== '*').length ===
    to - from + 1;
  if (known(7, 14)) return 'fourteen-fit';
  if (known(15, 18)) return known(1, 6) ? 'ten-fit' : 'four-fit';
  return known(1, 6) ? 'area-fits' : '';
}

/** One sign is another, or two neighbours are swapped. */
function isOneMistake(one: string, other: string): boolean {
  return Array.from(one).some((_, at) => {
    const swapped = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
    return swapped === other || one.slice(0, at) + other.charAt(at) + one.slice(at + 1) === other;
  });
}

function birthLevel(a: NaivePerson, b: NaivePerson): string {
  if (a.day !== null && b.day !== null) {
    if ([...a.days].some((day) => b.days.has(day))) return 'day';
    const [one, other] = [a.day, b.day].map((day) => [day.slice(0, 4), day.slice(4, 6), day.slice(6)]);
    const same = one?.filter((part, at) => part === other?.[at]).length;
    const isTurned = one?.[0] === other?.[0] && one?.[1] === other?.[2] && one?.[2] === other?.[1];
    return same === 2 || isTurned ? 'day-mistake' : 'day-differs';
  }
  if (a.month !== null && b.month !== null) {
    if (a.month === b.month) return 'month';
    const years = Math.abs(Number(a.month.slice(0, 4)) - Number(b.month.slice(0, 4)));
    return years === 0 || (years === 1 && a.month.slice(4) === b.month.slice(4)) ? 'month-mistake' : 'month-differs';
  }
  const near = ['year', 'year-near'];
  if (a.year !== null && b.year !== null) return near[Math.abs(a.year - b.year)] ?? 'year-differs';
  const [born, about] = a.year !== null ? [a.year, b.about] : [b.year, a.about];
  if (born !== null && about !== null) {
    if (born - about === 1) return 'age-after';
    return ['age', 'age-before', 'age-long-before'][about - born] ?? 'age-differs';
  }
  if (a.about !== null && b.about !== null) return near[Math.abs(a.about - b.about)] ?? 'year-differs';
  return '';
}

function phoneLevel({ phones: a }: NaivePerson, { phones: b }: NaivePerson): string {
  if (a.some((phone) => b.includes(phone))) return 'same';
  const [one, other] = [String(a[0] ?? ''), String(b[0] ?? '')];
  if (one === '' || other === '') return '';
  return one.length === 11 && other.length === 11 && isOneMistake(one, other) ? 'one-digit' : 'differs';
}

type Asked = (of: NaiveSet) => boolean;

function placeLevel(a: NaivePerson, b: NaivePerson, common: Asked, both: Asked): string {
  if (both('words')) {
    const all = new Set([...a.sets.words, ...b.sets.words]);
    const shared = [...all].filter((word) => a.sets.words.has(word) && b.sets.words.has(word)).length / all.size;
    return shared >= 0.7 ? 'address' : shared >= 0.4 ? 'room' : shared >= 0.2 ? 'building' : 'elsewhere';
  }
  const mayBe = (of: NaiveSet) => common(of) || !both(of);
  if (common('wholes') && mayBe('towns')) return 'address';
  if (common('rooms') && mayBe('committees') && mayBe('subdistricts') && mayBe('towns')) return 'room';
  if (common('buildings') && mayBe('towns')) return 'building';
  if (common('committees') && mayBe('subdistricts') && mayBe('towns')) return 'committee';
  if (both('committees')) return 'elsewhere';
  if (common('subdistricts')) return 'subdistrict';
  return both('subdistricts') || both('buildings') ? 'elsewhere' : '';
}

function spouseLevel(a: NaivePerson, b: NaivePerson, said: string): string {
  const names = (one: NaivePerson, other: NaivePerson) =>
    [...one.forms].some((form) => other.sets.spouses.has(form) || other.sets.guardians.has(form));
  return said !== 'same' && (names(a, b) || names(b, a)) ? 'mutual' : said;
}
