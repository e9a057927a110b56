import { Random, STREAM } from '../random.ts';
import type { Household, People, Person } from './people.ts';

/** The numbers under which lists know somebody. */
export interface Contacts {
  /** The one that is usually given: one's own, or that of whoever looks after somebody. */
  readonly usual: string;
  /** What else may be given: the household's, the one before, the fixed one, a child's. */
  readonly others: readonly string[];
  readonly landline: string | undefined;
  readonly account: string;
  /** The head's. */
  readonly familyAccount: string;
  /** An account at another bank. */
  readonly otherAccount: string;
}

const CADRES = 2;
const CADRE_NUMBERS = 90_000_000; // behind those of all people

/** Prefixes and banks that nobody was given. */
export class Directory {
  private readonly people: People;
  private readonly random: Random;

  constructor(people: People) {
    this.people = people;
    this.random = new Random(people.residents.world.seed);
  }

  contactsOf(person: Person): Contacts {
    const { index, household, role, age } = person;
    const { rates } = this.people.residents.world;
    const shared = householdPhone(household);
    const random = this.random.at(STREAM.contact, -1 - household.number);
    const landline = random.chance(rates.landline) ? landlineOf(random) : undefined;
    const child = random.chance(rates.childsPhone) ? this.childElsewhere(household, random) : undefined;
    random.at(STREAM.contact, index);
    const hasMobile = age >= 16 && random.chance(age < 60 ? 0.92 : age < 76 ? 0.65 : 0.35);
    const own = hasMobile ? (role === 'head' ? shared : `143${scattered(index)}`) : undefined;
    const former = random.chance(0.15) ? `142${scattered(index)}` : undefined;
    const ofOld = age > 65 ? [child, landline] : [];
    const known = [own, ...ofOld, shared, landline, former].filter((number) => number !== undefined);
    const [usual = shared, ...others] = [...new Set(known)];
    return {
      usual,
      others,
      landline,
      account: `99000000${scattered(index)}`,
      familyAccount: `99000000${scattered(household.first)}`,
      otherAccount: `99000100${scattered(index)}`,
    };
  }

  /** Of those who live on their own in old age, the number of a son or daughter, who may be on lists too. */
  private childElsewhere(household: Household, random: Random): string {
    const { households } = this.people.residents;
    return householdPhone({ number: (household.number + random.between(1, 9)) % households });
  }

  /** Whose telephone a committee's people give who have none. */
  cadrePhone(committee: number, random: Random): string {
    return `142${scattered(CADRE_NUMBERS + committee * CADRES + random.below(CADRES))}`;
  }
}

function householdPhone({ number }: Pick<Household, 'number'>): string {
  return `154${scattered(number)}`;
}

function landlineOf(random: Random): string {
  return `555${String(random.below(100_000)).padStart(5, '0')}`;
}

/** Eight digits, others for every number below 10^8 (the factor and 10^8 have no divisor in common). */
function scattered(number: number): string {
  return String((number * 61_803_399 + 27_182_818) % 100_000_000).padStart(8, '0');
}
