import type { Random } from '../random.ts';
import type { Member } from './members.ts';

const NOBODY = -1;
const YEARS_APART = 15;
const ON_ONE_DAY = 0.15;

/** Gives some people the name of a neighbour of their sex and age, and a few of them that neighbour's birthday too. */
export class Namesakes {
  private readonly share: number;
  /** The last man and woman of each committee. */
  private readonly lastOf: Int32Array;
  private readonly birthdays: Uint16Array;

  constructor(share: number, committees: number, birthdays: Uint16Array) {
    this.share = share;
    this.lastOf = new Int32Array(committees * 2).fill(NOBODY);
    this.birthdays = birthdays;
  }

  /** Whose name somebody has, or -1, and the birthday. */
  draw(random: Random, person: number, committee: number, { isMale, birthday }: Member): [number, number] {
    const slot = committee * 2 + Number(isMale);
    const other = this.lastOf[slot] as number;
    this.lastOf[slot] = person;
    const isNamed = random.chance(this.share);
    const isBornThen = random.chance(ON_ONE_DAY);
    const theirs = this.birthdays[other] ?? 0;
    if (other === NOBODY || !isNamed || Math.abs(theirs - birthday) > YEARS_APART * 365) return [NOBODY, birthday];
    return [other, isBornThen ? theirs : birthday];
  }
}
