import { drawGivenName } from './given-names.ts';
import { drawMeasure, isBanked, type Measure, mayStack, measureOf } from './measures.ts';
import { type Draft, drawPayoutDay } from './payout.ts';
import type { Person, Population } from './population.ts';
import { Random, STREAM } from './random.ts';
import { drawSurname } from './surnames.ts';

/** A doubt between rows: which rule, and which other rows of the plan it is with. */
interface Between {
  readonly rule: string;
  readonly with: readonly number[];
  readonly note: string;
}

export interface Planned extends Draft {
  /** Part of a doubt between rows, and so left without faults of its own. */
  readonly isPinned: boolean;
  readonly between?: Between;
  /** The row that pays the same person first, where this is a further payout. */
  readonly further?: number;
}

export interface PlanOptions {
  readonly seed: number;
  readonly population: Population;
  /** The first person's index; a multiple of twelve, so that no household is in two plans. */
  readonly firstPerson: number;
  /** The share of rows with a fault, with an odd but readable value, and of further payouts in doubt. */
  readonly faults: number;
  readonly traps: number;
  readonly doubts: number;
  /** Only faults and oddities that leave rows and amounts as any CSV reader takes them. */
  readonly regular?: boolean;
}

const GROUP = 5; // four people's first payouts and a further one
const ROUND = 1000; // groups: in each of these rounds, three people share an account and three a telephone
const SHARERS = { account: [0, 10, 20], phone: [5, 15, 25] } as const;

/** Who is paid what in row r, computed from r alone; rows count from 0. */
export class Plan {
  private readonly random: Random;
  private readonly options: PlanOptions;

  constructor(options: PlanOptions) {
    this.options = options;
    this.random = new Random(options.seed);
  }

  draft(row: number): Planned {
    return row % GROUP === GROUP - 1 ? this.further(row) : this.first(row);
  }

  get isRegular(): boolean {
    return this.options.regular ?? false;
  }

  /** Whether a row is to have a fault, if it is free to. */
  isFaulty(row: number): boolean {
    return this.random.at(STREAM.fault, this.key(row)).chance(this.options.faults);
  }

  isOdd(row: number): boolean {
    return this.random.at(STREAM.dress, this.key(row)).chance(this.options.traps);
  }

  /** The numbers with which a row is changed. */
  mutation(row: number): Random {
    return this.random.at(STREAM.mutation, this.key(row));
  }

  private key(row: number): number {
    return row + 2 * this.options.firstPerson;
  }

  private first(row: number): Planned {
    const group = Math.floor(row / GROUP);
    const person = this.options.population.person(this.options.firstPerson + 4 * group + (row % GROUP));
    const sharing = row % GROUP === 0 ? sharedBy(group) : undefined;
    const random = this.random.at(STREAM.payout, this.key(row));
    const measure = drawMeasure(random, person, sharing?.what === 'account' ? isBanked : () => true);
    const yuan = measure.amount(person, random);
    const draft = { person, measure, yuan, paidOn: drawPayoutDay(random), isPinned: sharing !== undefined };
    if (!sharing) return draft;
    const number = String(sharing.round + this.options.firstPerson).padStart(8, '0');
    const shared = sharing.what === 'account' ? { account: `99000001${number}` } : { phone: `1421${number.slice(1)}` };
    if (!sharing.isLast) return { ...draft, ...shared };
    const between: Between = {
      rule: `shared-${sharing.what}`,
      with: [row - 20 * GROUP, row - 10 * GROUP],
      note: sharing.what === 'account' ? '三户三人共用一个银行账号' : '三户共用一个电话',
    };
    return { ...draft, ...shared, between };
  }

  /**
   * The fifth row of a group pays somebody of an earlier group again: of group g, one of the first two people of group
   * g/2 if g is even, of the last two if it is odd, so that nobody is paid more than twice.
   */
  private further(row: number): Planned {
    const group = Math.floor(row / GROUP);
    const second = this.random.at(STREAM.payout, this.key(row)).chance(0.5) ? 1 : 0;
    const further = Math.floor(group / 2) * GROUP + (group % 2) * 2 + second;
    const first = this.first(further);
    const isFree = !first.isPinned && !this.isFaulty(further);
    const random = this.random.at(STREAM.payout, this.key(row));
    random.next(); // was spent on `second`
    const { person } = first;
    const paidOn = drawPayoutDay(random);
    const doubtful = isFree && random.chance(this.options.doubts) ? this.doubt(random, first, further) : undefined;
    if (doubtful) return { person, paidOn, ...doubtful, isPinned: true, further };
    const measure = drawMeasure(random, person, (other) => mayStack(first.measure, other));
    return { person, measure, yuan: measure.amount(person, random), paidOn, isPinned: false, further };
  }

  private doubt(random: Random, { person, measure, yuan }: Planned, first: number) {
    const rival = rivalOf(measure, person);
    if (rival) {
      const note = `${rival.name}与${measure.name}不得同时领取`;
      const between: Between = { rule: 'excluded-combination', with: [first], note };
      return { measure: rival, yuan: rival.amount(person, random), between };
    }
    if (measure.oncePerPerson && random.chance(0.6)) {
      return { measure, yuan, between: { rule: 'paid-twice', with: [first], note: `${measure.name}发了两次` } };
    }
    if (random.chance(0.5)) return undefined;
    const other = drawMeasure(random, person, (candidate) => mayStack(measure, candidate));
    const name = strangersName(random, person);
    const between: Between = {
      rule: 'identity-conflict',
      with: [first],
      note: `同一身份证号，${person.name}与${name}`,
    };
    return { measure: other, yuan: other.amount(person, random), name, between };
  }
}

function sharedBy(group: number) {
  const place = group % ROUND;
  const round = group - place;
  for (const what of ['account', 'phone'] as const) {
    const order = (SHARERS[what] as readonly number[]).indexOf(place);
    if (order >= 0) return { what, round, isLast: order === 2 };
  }
  return undefined;
}

/** The measure that somebody may not get with this one, if it fits. */
function rivalOf(measure: Measure, person: Person): Measure | undefined {
  const rival = { destitute: 'low-income', 'low-income': 'destitute' }[measure.id];
  const found = rival === undefined ? undefined : measureOf(rival);
  return found?.fits(person) ? found : undefined;
}

/** Another surname and another given name, so that no rule can take the two names for near. */
function strangersName(random: Random, person: Person): string {
  for (;;) {
    const name = drawSurname(random) + drawGivenName(random, Number(person.birth.slice(0, 4)), person.sex);
    if (![...name].some((character) => person.name.includes(character))) return name;
  }
}
