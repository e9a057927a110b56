import { drawDottedName, drawGivenName, fashionOf, type Sex } from './given-names.ts';
import { withCheckDigit } from './id-number.ts';
import { committeeStem, SUBDISTRICTS } from './places.ts';
import { Random, STREAM } from './random.ts';
import { drawSurname } from './surnames.ts';

/** The year before the campaign's Spring Festival: ages are counted at its end. */
const CENSUS_YEAR = 2025;

export interface Household {
  /** Its first person's index. */
  readonly number: number;
  readonly size: number;
  readonly surname: string;
  readonly dotted: boolean;
  readonly headSex: Sex;
  readonly headBorn: number;
  readonly eldestBorn: number;
  readonly twins: boolean;
  readonly generation: string | undefined;
  readonly oneAccount: boolean;
  readonly subdistrict: string;
  readonly committee: string;
  readonly address: string;
}

export interface Person {
  readonly index: number;
  readonly household: Household;
  readonly isHead: boolean;
  readonly name: string;
  readonly sex: Sex;
  /** `YYYY-MM-DD` */
  readonly birth: string;
  /** In full years at the end of the census year. */
  readonly age: number;
  readonly idNumber: string;
  readonly phone: string;
  readonly account: string;
}

type Role = 'head' | 'spouse' | 'parent' | 'child';

const BLOCK = 12;
/** How twelve people, one after the other, make households. Twins can only be the last two: see `birthday`. */
const LAYOUTS: readonly (readonly number[])[] = [
  [1, 1, 2, 2, 1, 1, 4],
  [2, 1, 1, 3, 1, 4],
  [1, 2, 1, 2, 2, 1, 3],
  [6, 1, 1, 4],
  [2, 2, 1, 2, 5],
  [1, 1, 1, 1, 1, 2, 2, 3],
  [1, 1, 2, 1, 2, 1, 1, 2, 1],
  [1, 2, 3, 6],
];
const ROLES: readonly (readonly Role[])[] = [
  ['head'],
  ['head', 'spouse'],
  ['head', 'child', 'child'],
  ['head', 'spouse', 'child', 'child'],
  ['head', 'spouse', 'parent', 'child', 'child'],
  ['head', 'spouse', 'parent', 'parent', 'child', 'child'],
];

const AREAS = 100; // 990000 to 990099, where no real person is registered
const GROUPS = 41; // of twelve pairs of sequence numbers, a pair having one number for each sex
const COMBINATIONS = AREAS * GROUPS;
const DAYS = 365;

/** More people than this would have to share ID numbers. */
export const MOST_PEOPLE = COMBINATIONS * DAYS * BLOCK;

const MONTH_ENDS = [31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/** Where in the year each of a block's twelve has a birthday, from the block's own day on: the last two share theirs. */
const BIRTHDAYS = [0, 217, 53, 301, 129, 344, 87, 260, 171, 19, 238, 238];

/** Everybody of a seed. Person i is computed from i alone, and no two have the same ID number. */
export class Population {
  private readonly random: Random;
  private last: Household | undefined;
  private readonly subdistricts: number;
  private readonly committees: number;
  private readonly shift: number;

  /** In so many of the twelve subdistricts, with so many (at most 20) committees each. */
  constructor(seed: number, { subdistricts = 12, committees = 20 } = {}) {
    this.random = new Random(seed);
    this.subdistricts = subdistricts;
    this.committees = committees;
    this.shift = new Random(seed).at(STREAM.person, -1).below(COMBINATIONS);
  }

  person(index: number): Person {
    if (index >= MOST_PEOPLE) throw new RangeError(`at most ${MOST_PEOPLE} people`);
    const household = this.householdOf(index);
    const position = index - household.number;
    const role = ROLES[household.size - 1]?.[position] as Role;
    const random = this.random.at(STREAM.person, index);
    const sex = drawSex(random, role, position, household);
    const born = bornIn(random, role, position, household);
    const name = drawName(random, role, sex, born, household);
    const { birth, idNumber } = this.identify(index, born, sex);
    const ownPhone = role !== 'head' && CENSUS_YEAR - born > 25 && random.chance(0.4);
    const sharesAccount = role === 'spouse' && household.oneAccount;
    return {
      index,
      household,
      isHead: role === 'head',
      name,
      sex,
      birth,
      age: CENSUS_YEAR - born,
      idNumber,
      phone: ownPhone ? `143${scattered(index)}` : `154${scattered(household.number)}`, // prefixes nobody was given
      account: `99000000${scattered(sharesAccount ? household.number : index)}`, // no bank issues cards under 99
    };
  }

  private householdOf(index: number): Household {
    const { last } = this;
    if (last && index >= last.number && index < last.number + last.size) return last;
    const block = Math.floor(index / BLOCK);
    const layout = this.random.at(STREAM.layout, block).pick(LAYOUTS);
    let first = block * BLOCK;
    let size = 0;
    for (size of layout) {
      if (index < first + size) break;
      first += size;
    }
    const household = this.drawHousehold(first, size);
    this.last = household;
    return household;
  }

  private drawHousehold(number: number, size: number): Household {
    const random = this.random.at(STREAM.household, number);
    const headBorn = CENSUS_YEAR - headAge(random, size);
    const subdistrict = random.below(this.subdistricts);
    const stem = committeeStem(subdistrict, random.below(this.committees));
    const eldestBorn = Math.min(headBorn + random.between(22, 32), CENSUS_YEAR - 3);
    return {
      number,
      size,
      surname: drawSurname(random),
      dotted: random.chance(0.012),
      headSex: random.chance(0.55) ? '男' : '女',
      headBorn,
      eldestBorn,
      twins: (number + size) % BLOCK === 0 && random.chance(0.12),
      generation: random.chance(0.6) ? random.pick(fashionOf(eldestBorn).characters.男) : undefined,
      oneAccount: random.chance(0.5),
      subdistrict: SUBDISTRICTS[subdistrict] as string,
      committee: `${stem}居委`,
      address: `${stem}路${random.between(1, 399)}号${random.between(1, 6)}0${random.between(1, 8)}`,
    };
  }

  /**
   * The ID number. The block decides area and group, the place in the block the pair of sequence numbers, so that only
   * people whole rounds of blocks apart share these; they differ in their day of the year, for 365 rounds.
   */
  private identify(index: number, born: number, sex: Sex): { birth: string; idNumber: string } {
    const block = Math.floor(index / BLOCK);
    const slot = index % BLOCK;
    const combination = ((block % COMBINATIONS) * 1237 + this.shift) % COMBINATIONS;
    const round = Math.floor(block / COMBINATIONS);
    const day = ((BIRTHDAYS[slot] as number) + combination * 31 + round * 101) % DAYS;
    const month = MONTH_ENDS.findIndex((end) => day < end);
    const monthText = String(month + 1).padStart(2, '0');
    const dayText = String(day - (MONTH_ENDS[month - 1] ?? 0) + 1).padStart(2, '0');
    const area = 990000 + (combination % AREAS);
    const pair = 1 + BLOCK * Math.floor(combination / AREAS) + slot;
    const sequence = String(2 * pair + (sex === '男' ? 1 : 0)).padStart(3, '0');
    return {
      birth: `${born}-${monthText}-${dayText}`,
      idNumber: withCheckDigit(`${area}${born}${monthText}${dayText}${sequence}`),
    };
  }
}

/** Relief reaches the old, the sick and families with children more than others. */
function headAge(random: Random, size: number): number {
  if (size > 2) return random.between(34, 62);
  const kind = random.below(10);
  if (kind < 4) return random.between(76, 95);
  return kind < 8 ? random.between(60, 75) : random.between(36, 59);
}

function drawSex(random: Random, role: Role, position: number, { headSex }: Household): Sex {
  if (role === 'head') return headSex;
  if (role === 'spouse') return headSex === '男' ? '女' : '男';
  if (role === 'parent') return position === 2 ? '女' : '男';
  return random.chance(0.52) ? '男' : '女';
}

function bornIn(
  random: Random,
  role: Role,
  position: number,
  { size, headBorn, eldestBorn, twins }: Household,
): number {
  if (role === 'head') return headBorn;
  if (role === 'spouse') return headBorn + random.between(-3, 5);
  if (role === 'parent') return headBorn - random.between(21, 29);
  const isYoungest = position === size - 1;
  return isYoungest && !twins ? Math.min(eldestBorn + random.between(2, 6), CENSUS_YEAR - 1) : eldestBorn;
}

function drawName(random: Random, role: Role, sex: Sex, born: number, household: Household): string {
  if (household.dotted) return drawDottedName(random, sex);
  const ofTheFamily = role === 'head' || role === 'child' || (role === 'parent' && sex === household.headSex);
  const surname = ofTheFamily ? household.surname : drawSurname(random);
  return surname + drawGivenName(random, born, sex, role === 'child' ? household.generation : undefined);
}

/** Eight digits, others for every number below 10^8 (the factor and 10^8 have no divisor in common). */
function scattered(number: number): string {
  return String((number * 61_803_399 + 27_182_818) % 100_000_000).padStart(8, '0');
}
