import type { Database, Row } from '../../engine/database.ts';
import type { Numbers } from '../evidence.ts';
import { whileAsked } from './asked.ts';

/** What was sealed of a number. */
interface Sealed {
  readonly pattern: 'valid' | 'whole' | 'mask' | 'part';
  /** A token that the number of a valid one is known by. */
  readonly token: string;
  readonly mask: string | null;
  readonly repairs: readonly string[];
  readonly swaps: readonly string[];
}

interface Stored extends Row, Omit<Sealed, 'pattern' | 'token'> {
  readonly whole: bigint | null;
  readonly text: string | null;
  readonly token: string | null;
  readonly pattern: 'whole' | 'mask' | 'part' | null;
}

/** What two numbers have to say of each other: nothing that both can be, one number, or no more than that they may be. */
type Agreement = 'contradict' | 'one' | 'may-be-one';

/** What was sealed of numbers: of valid ones by the person, of others by the token of their text. */
export class SealedNumbers implements Numbers {
  readonly #known: ReadonlyMap<string, Sealed>;

  static async of(database: Database, persons: Iterable<bigint>, ids: Iterable<string>): Promise<SealedNumbers> {
    const rows = await whileAsked(database, 'person bigint, text varchar', rowsOf(persons, ids), (asked) =>
      database.all<Stored>(
        `select distinct whole, text, token, pattern, mask, repairs, swaps from sealed_row
        where whole in (select person from ${asked}) or (pattern is not null and text in (select text from ${asked}))`,
      ),
    );
    return new SealedNumbers(
      new Map(
        rows.flatMap(({ whole, text, token, pattern, ...rest }): [string, Sealed][] => {
          if (whole !== null) return [[String(whole), { pattern: 'valid', token: token ?? '', ...rest }]];
          return text === null || pattern === null ? [] : [[text, { pattern, token: text, ...rest }]];
        }),
      ),
    );
  }

  private constructor(known: ReadonlyMap<string, Sealed>) {
    this.#known = known;
  }

  of: Numbers['of'] = (person, id) => {
    const key = person !== null && person > 0n ? String(person) : id;
    return key !== null && this.#known.has(key) ? key : null;
  };

  contradict: Numbers['contradict'] = (one, other) => this.agreement(one, other) === 'contradict';

  /** What can't be compared by what was sealed contradicts: then nobody is joined who may be another. */
  agreement(one: string, other: string): Agreement {
    const [a, b] = [this.#known.get(one), this.#known.get(other)];
    if (!a || !b) return 'contradict';
    if (one === other) return a.pattern === 'mask' || a.pattern === 'part' ? 'may-be-one' : 'one';
    if (a.pattern === 'part' || b.pattern === 'part') return 'contradict';
    if (a.pattern === 'mask' || b.pattern === 'mask') return a.mask === b.mask ? 'may-be-one' : 'contradict';
    return isOneMistakeFrom(a, b) || isOneMistakeFrom(b, a) || haveOneRepair(a, b) ? 'one' : 'contradict';
  }
}

const isOneMistakeFrom = (typo: Sealed, valid: Sealed) =>
  valid.pattern === 'valid' && (typo.repairs.includes(valid.token) || typo.swaps.includes(valid.token));

/** Two numbers with one wrong sign each, of one valid number, differ in two places at most; where one has two swapped, in up to three. */
const haveOneRepair = (one: Sealed, other: Sealed) => one.repairs.some((token) => other.repairs.includes(token));

function* rowsOf(persons: Iterable<bigint>, ids: Iterable<string>): Generator<[bigint | null, string | null]> {
  for (const person of new Set(persons)) if (person > 0n) yield [person, null];
  for (const id of new Set(ids)) yield [null, id];
}
