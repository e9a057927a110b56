import { drawDottedName, fashionOf, type Sex } from '../given-names.ts';
import { withCheckDigit } from '../id-number.ts';
import { Random, STREAM } from '../random.ts';
import { drawSurname } from '../surnames.ts';
import { drawHome, type Home } from './homes.ts';
import type { HouseholdKind, Role } from './households.ts';
import { dayText, yearOf } from './id-sequences.ts';
import { CENSUS_YEAR } from './members.ts';
import { drawCommonName } from './naming.ts';
import type { Residents } from './residents.ts';

export interface Household {
  readonly number: number;
  readonly first: number;
  readonly kind: HouseholdKind;
  readonly isPoor: boolean;
  /** Of its men, and of the children. */
  readonly surname: string;
  readonly isDotted: boolean;
  /** The character that its children's given names begin with. */
  readonly generation: string | undefined;
  readonly home: Home;
  /** Where it lived before, as some lists still say. */
  readonly formerHome: Home | undefined;
}

export interface Person {
  readonly index: number;
  readonly household: Household;
  readonly role: Role;
  readonly name: string;
  readonly sex: Sex;
  /** `YYYY-MM-DD` */
  readonly birth: string;
  readonly age: number;
  readonly idNumber: string;
}

/** In villages a few families, two in each, have most of the houses. */
const CLANS = 9;
const IN_CLAN = 0.75;
const YEARS_BETWEEN = 26; // parents and children

/** Everybody by index: the same person whenever it is asked for. */
export class People {
  readonly residents: Residents;
  private readonly random: Random;
  private last: Household | undefined;
  private named: Household | undefined;
  private names: readonly string[] = [];

  constructor(residents: Residents) {
    this.residents = residents;
    this.random = new Random(residents.world.seed);
  }

  person(index: number): Person {
    const { residents } = this;
    const household = this.household(residents.household[index] as number);
    const birth = dayText(residents.birthday[index] as number);
    const area = 990000 + (residents.area[index] as number);
    const sequence = String(residents.sequence[index]).padStart(3, '0');
    return {
      index,
      household,
      role: household.kind.members[index - household.first] as Role,
      name: this.nameOf(index),
      sex: residents.sexOf(index),
      birth,
      age: CENSUS_YEAR - Number(birth.slice(0, 4)),
      idNumber: withCheckDigit(`${area}${birth.replaceAll('-', '')}${sequence}`),
    };
  }

  /** The one whom the head is married to. */
  spouseOf({ index, role, household }: Person): Person | undefined {
    if (household.kind.members[1] !== 'spouse' || (role !== 'head' && role !== 'spouse')) return undefined;
    return this.person(role === 'head' ? index + 1 : index - 1);
  }

  household(number: number): Household {
    if (this.last?.number !== number) this.last = this.drawHousehold(number);
    return this.last;
  }

  private drawHousehold(number: number): Household {
    const { residents, random } = this;
    const { rates, isVillage, committees } = residents.world;
    const committee = residents.committee[number] as number;
    const first = residents.first[number] as number;
    random.at(STREAM.home, number);
    const isClans = isVillage && random.chance(IN_CLAN);
    const clan = isClans ? (committee * 4 + random.below(2)) % CLANS : undefined;
    const home = drawHome(random, committee, isVillage);
    const hasMoved = random.chance(rates.moved);
    const oldCommittee = random.chance(0.5) ? committee : random.below(committees);
    const formerHome = hasMoved ? drawHome(random, oldCommittee, isVillage) : undefined;
    const isDotted = random.chance(rates.dotted);
    const headBorn = yearOf(residents.birthday[first] as number);
    const characters = fashionOf(headBorn + YEARS_BETWEEN).characters.男;
    const ofFamily = random.chance(0.6) ? random.pick(characters) : undefined;
    if (clan !== undefined) random.at(STREAM.home, -1 - clan);
    return {
      number,
      first,
      kind: residents.kindOf(number),
      isPoor: residents.isPoor[number] === 1,
      surname: drawSurname(random),
      isDotted,
      generation: clan === undefined ? ofFamily : random.pick(characters),
      home,
      formerHome,
    };
  }

  private nameOf(index: number): string {
    const { residents } = this;
    const source = residents.namesake[index] as number;
    const own = source < 0 ? index : source;
    const household = this.household(residents.household[own] as number);
    if (this.named !== household) {
      this.names = this.drawNames(household);
      this.named = household;
    }
    return this.names[own - household.first] as string;
  }

  /** Of everybody of a household: relatives are alike in name, but nobody is given the name of one of them. */
  private drawNames(household: Household): string[] {
    const names: string[] = [];
    for (const place of household.kind.members.keys()) {
      this.random.at(STREAM.person, household.first + place);
      let name: string;
      do name = this.drawName(household, place);
      while (names.includes(name));
      names.push(name);
    }
    return names;
  }

  private drawName({ first, kind, surname, isDotted, generation }: Household, place: number): string {
    const { residents, random } = this;
    const sex = residents.sexOf(first + place);
    const born = yearOf(residents.birthday[first + place] as number);
    if (isDotted) return drawDottedName(random, sex);
    if (kind.members[place] === 'child') return surname + drawCommonName(random, born, sex, generation);
    const bornWith = drawSurname(random);
    return (sex === '男' ? surname : bornWith) + drawCommonName(random, born, sex);
  }
}
