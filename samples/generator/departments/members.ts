import type { Random } from '../random.ts';
import type { HouseholdKind, Role } from './households.ts';
import { daysOf, FIRST_YEAR, yearOf } from './id-sequences.ts';

/** Ages are counted at its end. */
export const CENSUS_YEAR = 2025;

export interface Member {
  readonly role: Role;
  readonly isMale: boolean;
  readonly birthday: number;
}

const WITH_TWINS = 0.06;

/** The people of a household, each by what is so of those before. */
export function drawMembers(random: Random, { members: roles, headAge }: HouseholdKind): Member[] {
  const headBorn = CENSUS_YEAR - random.between(...headAge);
  const isHeadMale = roles.includes('parent') || random.chance(roles.length === 1 ? 0.45 : 0.7);
  const hasTwins = random.chance(WITH_TWINS);
  const members: Member[] = [];
  for (const [place, role] of roles.entries()) {
    const before = members.at(-1);
    const isMale = isMan(random, role, place, roles, isHeadMale);
    const isSecond = role === 'child' && before?.role === 'child' && roles[place - 2] !== 'child';
    const birthday = daysOf(bornIn(random, role, before, headBorn), random.below(365));
    members.push({ role, isMale, birthday: hasTwins && isSecond ? before.birthday : birthday });
  }
  return members;
}

/** Where both parents live, the mother comes first. */
function isMan(random: Random, role: Role, place: number, roles: readonly Role[], isHeadMale: boolean): boolean {
  if (role === 'head') return isHeadMale;
  if (role === 'spouse') return !isHeadMale;
  if (role === 'child') return random.chance(0.52);
  if (roles[place - 1] === 'parent') return true;
  return roles[place + 1] !== 'parent' && random.chance(0.4);
}

function bornIn(random: Random, role: Role, before: Member | undefined, headBorn: number): number {
  if (role === 'head') return headBorn;
  if (role === 'spouse') return headBorn + random.between(-3, 5);
  if (role === 'parent') return Math.max(FIRST_YEAR, headBorn - random.between(21, 29));
  if (before?.role === 'child') return Math.min(yearOf(before.birthday) + random.between(2, 5), CENSUS_YEAR);
  return Math.min(headBorn + random.between(23, 30), CENSUS_YEAR - 7);
}
