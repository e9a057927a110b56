import type { Sex } from '../given-names.ts';
import { Random, STREAM } from '../random.ts';
import { drawHouseholdKind, HOUSEHOLD_KINDS, type Role } from './households.ts';
import { daysOf, FIRST_YEAR, IdSequences, yearOf } from './id-sequences.ts';
import type { WorldRates } from './mixes.ts';

/** Ages are counted at its end. */
export const CENSUS_YEAR = 2025;

const NOBODY = -1;

export interface World {
  readonly seed: number;
  readonly rates: WorldRates;
  readonly isVillage: boolean;
  readonly committees: number;
}

/**
 * Everybody of a district, in typed arrays: what depends on who came before (ID sequence numbers, namesakes). All else is
 * computed from a person's index.
 */
export class Residents {
  count = 0;
  households = 0;
  readonly household: Int32Array;
  readonly first: Int32Array;
  readonly kind: Uint8Array;
  readonly committee: Uint16Array;
  readonly isPoor: Uint8Array;
  readonly isMale: Uint8Array;
  readonly birthday: Uint16Array;
  readonly area: Uint8Array;
  readonly sequence: Uint16Array;
  /** Whose name a person happens to have too, or -1. */
  readonly namesake: Int32Array;
  readonly world: World;
  private readonly random: Random;
  private readonly sequences = new IdSequences();
  /** The last man and woman of each committee who could have a namesake. */
  private readonly lastOf: Int32Array;

  constructor(world: World, most: number) {
    this.world = world;
    this.random = new Random(world.seed);
    this.household = new Int32Array(most);
    this.first = new Int32Array(most + 1);
    this.kind = new Uint8Array(most);
    this.committee = new Uint16Array(most);
    this.isPoor = new Uint8Array(most);
    this.isMale = new Uint8Array(most);
    this.birthday = new Uint16Array(most);
    this.area = new Uint8Array(most);
    this.sequence = new Uint16Array(most);
    this.namesake = new Int32Array(most).fill(NOBODY);
    this.lastOf = new Int32Array(world.committees * 2).fill(NOBODY);
  }

  /** Draws the next household and says who its people are: from the first up to but not including the last. */
  settle(): { from: number; to: number } {
    const { rates, committees } = this.world;
    const number = this.households;
    const random = this.random.at(STREAM.household, number);
    const kind = drawHouseholdKind(random);
    this.kind[number] = kind;
    this.committee[number] = random.below(committees);
    this.isPoor[number] = Number(random.chance(rates.poor));
    const from = this.count;
    this.first[number] = from;
    const { members, headAge } = HOUSEHOLD_KINDS[kind] as (typeof HOUSEHOLD_KINDS)[number];
    const headBorn = CENSUS_YEAR - random.between(...headAge);
    const isHeadMale = members.includes('parent') || random.chance(members.length === 1 ? 0.45 : 0.7);
    const hasTwins = random.chance(0.06);
    for (const [place, role] of members.entries()) {
      const born = this.bornIn(role, place, members, headBorn);
      const isMale = role === 'head' ? isHeadMale : this.isMan(role, place, members, isHeadMale);
      const isSecond = role === 'child' && members[place - 1] === 'child' && members[place - 2] !== 'child';
      const isTwin = hasTwins && isSecond;
      this.add(number, isMale, isTwin ? (this.birthday[this.count - 1] as number) : daysOf(born, random.below(365)));
    }
    this.households += 1;
    this.first[this.households] = this.count;
    return { from, to: this.count };
  }

  private bornIn(role: Role, place: number, members: readonly Role[], headBorn: number): number {
    const { random } = this;
    if (role === 'head') return headBorn;
    if (role === 'spouse') return headBorn + random.between(-3, 5);
    if (role === 'parent') return Math.max(FIRST_YEAR, headBorn - random.between(21, 29));
    if (members[place - 1] !== 'child') return Math.min(headBorn + random.between(23, 30), CENSUS_YEAR - 7);
    const before = yearOf(this.birthday[this.count - 1] as number);
    return Math.min(before + random.between(2, 5), CENSUS_YEAR);
  }

  private isMan(role: Role, place: number, members: readonly Role[], isHeadMale: boolean): boolean {
    if (role === 'spouse') return !isHeadMale;
    if (role === 'parent')
      return members[place - 1] === 'parent' || (members[place + 1] !== 'parent' && this.random.chance(0.4));
    return this.random.chance(0.52);
  }

  private add(household: number, isMale: boolean, birthday: number): void {
    const { random, count: person } = this;
    const { rates } = this.world;
    this.household[person] = household;
    this.isMale[person] = Number(isMale);
    this.birthday[person] = birthday;
    this.borrowName(person, household);
    this.area[person] = random.chance(rates.homeArea) ? 0 : random.below(100);
    const pair = this.sequences.next(this.birthday[person] as number, this.area[person] as number);
    this.sequence[person] = 2 * pair + (isMale ? 1 : 2);
    this.count += 1;
  }

  /** Only who lives without children: they would have the surname too. Some are even born on one day. */
  private borrowName(person: number, household: number): void {
    const isAlone =
      (HOUSEHOLD_KINDS[this.kind[household] as number] as (typeof HOUSEHOLD_KINDS)[number]).members.length === 1;
    const isSpouse = person === (this.first[household] as number) + 1;
    if (!isAlone && !isSpouse) return;
    const slot = (this.committee[household] as number) * 2 + (this.isMale[person] as number);
    const other = this.lastOf[slot] as number;
    this.lastOf[slot] = person;
    const { random } = this;
    if (other === NOBODY || !random.chance(this.world.rates.namesake * 2)) return;
    if (Math.abs((this.birthday[other] as number) - (this.birthday[person] as number)) > 9 * 365) return;
    this.namesake[person] = (this.namesake[other] as number) === NOBODY ? other : (this.namesake[other] as number);
    if (random.chance(0.15)) this.birthday[person] = this.birthday[other] as number;
  }

  sexOf(person: number): Sex {
    return this.isMale[person] ? '男' : '女';
  }
}
