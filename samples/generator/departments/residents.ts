import type { Sex } from '../given-names.ts';
import { Random, STREAM } from '../random.ts';
import { drawHouseholdKind, HOUSEHOLD_KINDS, type HouseholdKind } from './households.ts';
import { IdSequences } from './id-sequences.ts';
import { drawMembers, type Member } from './members.ts';
import type { WorldRates } from './mixes.ts';
import { Namesakes } from './namesakes.ts';

export interface World {
  readonly seed: number;
  readonly rates: WorldRates;
  /** Of each list, how much longer it is than usual. */
  readonly sizes: readonly number[];
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
  private readonly namesakes: Namesakes;

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
    this.namesake = new Int32Array(most);
    this.namesakes = new Namesakes(world.rates.namesake, world.committees, this.birthday);
  }

  /** Draws the next household and says who its people are: from the first up to but not including the last. */
  settle(): { from: number; to: number } {
    const { rates, committees } = this.world;
    const number = this.households;
    const random = this.random.at(STREAM.household, number);
    this.kind[number] = drawHouseholdKind(random);
    this.committee[number] = random.below(committees);
    this.isPoor[number] = Number(random.chance(rates.poor));
    const from = this.count;
    this.first[number] = from;
    for (const member of drawMembers(random, this.kindOf(number))) this.add(number, member);
    this.households += 1;
    this.first[this.households] = this.count;
    return { from, to: this.count };
  }

  private add(household: number, member: Member): void {
    const { random, count: person } = this;
    this.household[person] = household;
    this.isMale[person] = Number(member.isMale);
    // Nobody whose surname children have.
    const isFree = (member.role === 'spouse' && !member.isMale) || this.kindOf(household).members.length === 1;
    const committee = this.committee[household] as number;
    const [namesake, birthday] = isFree
      ? this.namesakes.draw(random, person, committee, member)
      : [-1, member.birthday];
    const area = random.chance(this.world.rates.homeArea) ? 0 : random.below(100);
    const pair = this.sequences.next(birthday, area);
    this.namesake[person] = namesake < 0 ? -1 : this.originalOf(namesake);
    this.birthday[person] = birthday;
    this.area[person] = area;
    this.sequence[person] = 2 * pair + (member.isMale ? 1 : 2);
    this.count += 1;
  }

  private originalOf(person: number): number {
    const namesake = this.namesake[person] as number;
    return namesake < 0 ? person : namesake;
  }

  kindOf(household: number): HouseholdKind {
    return HOUSEHOLD_KINDS[this.kind[household] as number] as HouseholdKind;
  }

  sexOf(person: number): Sex {
    return this.isMale[person] ? '男' : '女';
  }
}
