import type { Random } from '../random.ts';
import { type Committee, committeeOf } from './committees.ts';

/** Where a household lives. Numbers are empty where a house has none. */
export interface Home {
  readonly committee: Committee;
  /** 柳桥路, or of a village 柳桥村. */
  readonly road: string;
  /** 弄: of an estate, which its name stands for as well. */
  readonly lane: string;
  /** 柳桥一村 */
  readonly estate: string;
  /** 号, or of a village the group (组). */
  readonly building: string;
  /** 室, or of a village the house (号). */
  readonly room: string;
}

const ROADS = ['路', '东路', '南路'];
const ESTATES = ['新村', '小区', '花园', '公寓'];
const LANES_APART = 37;

export function drawHome(random: Random, number: number, isVillage: boolean): Home {
  const committee = committeeOf(number);
  if (isVillage) return drawFarm(random, committee);
  return random.chance(0.75) ? drawFlat(random, committee, number) : drawHouse(random, committee);
}

function drawFlat(random: Random, committee: Committee, number: number): Home {
  const estate = random.below(3);
  return {
    committee,
    road: `${committee.stem}${ROADS[estate]}`,
    lane: String(11 + (((number * 3 + estate) * LANES_APART) % 1200)),
    estate: `${committee.stem}${committee.ordinal}${ESTATES[estate]}`,
    building: String(random.between(1, 48)),
    room: `${random.between(1, 6)}0${random.between(1, 4)}`,
  };
}

function drawHouse(random: Random, committee: Committee): Home {
  const room = random.chance(0.6) ? `${random.between(1, 5)}0${random.between(1, 6)}` : '';
  const road = `${committee.stem}${random.pick(ROADS)}`;
  return { committee, road, lane: '', estate: '', building: String(random.between(1, 800)), room };
}

function drawFarm(random: Random, committee: Committee): Home {
  const road = `${committee.stem}${committee.ordinal}村`;
  const building = String(random.between(1, 14));
  return { committee, road, lane: '', estate: '', building, room: String(random.between(1, 60)) };
}
