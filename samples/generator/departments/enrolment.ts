import { Random, STREAM } from '../random.ts';
import { drawLists, LISTS } from './membership.ts';
import { Residents, type World } from './residents.ts';

const NO_LIST = 255;

/** Who is on which lists, of a district that grows until the lists have so many rows. */
export interface Enrolment {
  readonly residents: Residents;
  /** A bit for each list that a person is on. */
  readonly lists: Uint16Array;
  /** The list on which a person stands twice, or 255. */
  readonly twice: Uint8Array;
}

export function enrol(world: World, rows: number): Enrolment {
  const most = 3 * rows + 1000;
  const residents = new Residents(world, most);
  const lists = new Uint16Array(most);
  const twice = new Uint8Array(most).fill(NO_LIST);
  const random = new Random(world.seed);
  let count = 0;
  while (count < rows) {
    const { from, to } = residents.settle();
    for (let person = from; person < to; person += 1) {
      random.at(STREAM.payout, person);
      let drawn = drawLists(residents, person, random);
      while (count + bits(drawn) > rows) drawn &= drawn - 1; // the last household: no row too many
      lists[person] = drawn;
      count += bits(drawn);
      if (drawn === 0 || count === rows || !random.chance(world.rates.twice)) continue;
      twice[person] = random.pick(LISTS.flatMap((_, list) => (drawn & (1 << list) ? [list] : [])));
      count += 1;
    }
  }
  return { residents, lists, twice };
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
