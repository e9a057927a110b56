import type { Random } from '../random.ts';
import type { Role } from './households.ts';
import { daysOf } from './id-sequences.ts';
import { CENSUS_YEAR } from './members.ts';
import type { Residents } from './residents.ts';

/** The twelve departments' lists, in the order of the campaign; the education bureau keeps two. */
export const LISTS = [
  'civil',
  'labour',
  'disabled',
  'women',
  'veterans',
  'redCross',
  'charity',
  'elderly',
  'union',
  'teachers',
  'pupils',
  'youth',
  'couples',
] as const;
export type ListName = (typeof LISTS)[number];

interface Candidate {
  readonly age: number;
  readonly isMale: boolean;
  readonly role: Role;
  readonly isPoor: boolean;
  readonly isDisabled: boolean;
  readonly isCoupleHead: boolean;
  readonly hasWork: boolean;
}

/** How likely a department is to give to somebody; its list of couples has a row for the head of a household. */
const CHANCES: Readonly<Record<ListName, (candidate: Candidate) => number>> = {
  civil: ({ role, isPoor }) => (isPoor ? (role === 'head' ? 0.94 : 0.66) : 0.01),
  labour: ({ age, isPoor, hasWork }) => within(age, 22, 59) * (hasWork ? 0.05 : isPoor ? 0.75 : 0.42),
  disabled: ({ isDisabled }) => (isDisabled ? 0.92 : 0),
  women: ({ age, isMale, isPoor }) => within(age, 22, 90) * (isMale ? 0 : isPoor ? 0.28 : 0.1),
  veterans: ({ age, isMale }) => (isMale ? within(age, 28, 69) * 0.08 + within(age, 70, 110) * 0.2 : 0),
  redCross: ({ age, isPoor }) => within(age, 20, 110) * (isPoor ? 0.2 : 0.09),
  charity: ({ role, isPoor }) => (role === 'head' ? (isPoor ? 0.38 : 0.07) : 0),
  elderly: ({ age }) => within(age, 65, 79) * 0.26 + within(age, 80, 110) * 0.55,
  union: ({ age, isPoor, hasWork }) => within(age, 22, 60) * (!hasWork ? 0.02 : isPoor ? 0.34 : 0.13),
  teachers: ({ age, isPoor }) => within(age, 25, 62) * (isPoor ? 0 : 0.02),
  pupils: ({ age, isPoor }) => within(age, 6, 18) * (isPoor ? 0.6 : 0.25),
  youth: ({ age, isPoor }) => within(age, 6, 24) * (isPoor ? 0.36 : 0.14),
  couples: ({ age, isCoupleHead, isPoor }) => (isCoupleHead ? within(age, 45, 100) * (isPoor ? 0.26 : 0.12) : 0),
};

const within = (age: number, low: number, high: number) => Number(age >= low && age <= high);

/** On which lists somebody is, one bit each. */
export function drawLists(residents: Residents, person: number, random: Random): number {
  const candidate = candidateOf(residents, person, random);
  let lists = 0;
  for (const [list, name] of LISTS.entries()) {
    if (random.chance(CHANCES[name](candidate) * (residents.world.sizes[list] as number))) lists |= 1 << list;
  }
  return lists;
}

function candidateOf(residents: Residents, person: number, random: Random): Candidate {
  const household = residents.household[person] as number;
  const { members } = residents.kindOf(household);
  const role = members[person - (residents.first[household] as number)] as Role;
  const age = Math.floor((daysOf(CENSUS_YEAR + 1, 0) - 1 - (residents.birthday[person] as number)) / 365.25);
  const isPoor = residents.isPoor[household] === 1;
  const disability = age < 18 ? 0.08 : age < 60 ? 0.2 : 0.26;
  return {
    age,
    isMale: residents.isMale[person] === 1,
    role,
    isPoor,
    isDisabled: random.chance(isPoor ? disability * 2 : disability),
    hasWork: random.chance(0.5),
    isCoupleHead: role === 'head' && members[1] === 'spouse',
  };
}
