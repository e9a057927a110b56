import { Random, STREAM, type Stream } from '../random.ts';
import type { Directory } from './contacts.ts';
import type { Enrolment } from './enrolment.ts';
import type { RowRates } from './mixes.ts';
import type { People, Person } from './people.ts';
import type { ListStyle, Row } from './row.ts';

/** In a village one committee in so many gives its own number for half of its people. */
const COMMITTEES_WITH_ONE_PHONE = 17;

/** The rows of each list, in an order of its own. */
export class Recipients {
  private readonly enrolment: Enrolment;
  private readonly people: People;
  private readonly directory: Directory;

  constructor(enrolment: Enrolment, people: People, directory: Directory) {
    this.enrolment = enrolment;
    this.people = people;
    this.directory = directory;
  }

  *rowsOf(list: number, rates: RowRates, style: ListStyle): Generator<Row> {
    const { residents, lists, twice } = this.enrolment;
    const { count, world } = residents;
    const random = new Random(world.seed + list * 7919);
    const step = coprimeStep(count, random.at(STREAM.layout, list).next());
    const given = { rates, style, random };
    let serial = 1;
    for (let turn = 0; turn < count; turn += 1) {
      const once = (turn * step) % count;
      const again = (turn * step + (count >> 1)) % count;
      if ((lists[once] as number) & (1 << list)) yield this.row(serial++, once, STREAM.dress, given);
      if (twice[again] === list) yield this.row(serial++, again, STREAM.mutation, given);
    }
  }

  private row(serial: number, index: number, stream: Stream, given: Pick<Row, 'rates' | 'style' | 'random'>): Row {
    const { rates, random } = given;
    const { isVillage } = this.enrolment.residents.world;
    const person = this.people.person(index);
    const { household } = person;
    random.at(stream, index);
    const guardian = this.guardianOf(person, random);
    const contacts = this.directory.contactsOf(guardian);
    const committee = this.enrolment.residents.committee[household.number] as number;
    const hasOnePhone = isVillage && committee % COMMITTEES_WITH_ONE_PHONE === 3;
    const isCadres = random.chance(hasOnePhone ? 0.5 : rates.phoneCadre);
    const usual = isCadres ? this.directory.cadrePhone(committee, random) : contacts.usual;
    return {
      ...given,
      serial,
      person,
      couple: this.coupleOf(person),
      guardian,
      home: household.formerHome && random.chance(rates.addressOld) ? household.formerHome : household.home,
      contacts: isCadres ? { ...contacts, usual, others: [] } : contacts,
      isVillage,
    };
  }

  private coupleOf(person: Person): Row['couple'] {
    const spouse = this.people.spouseOf(person);
    if (!spouse) return undefined;
    return person.sex === '男' ? [person, spouse] : [spouse, person];
  }

  /** A child's parent, mostly the head; others look after themselves. */
  private guardianOf(person: Person, random: Random): Person {
    const { household, role, age } = person;
    if (role !== 'child' || age > 24) return person;
    const hasTwoParents = household.kind.members[1] === 'spouse';
    return this.people.person(household.first + Number(hasTwoParents && random.chance(0.25)));
  }
}

/** A step that comes past everybody before it comes back. */
function coprimeStep(count: number, from: number): number {
  let step = (from % count) | 1;
  while (divisor(step, count) !== 1) step += 2;
  return step;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
