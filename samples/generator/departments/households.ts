import type { Random } from '../random.ts';

export type Role = 'head' | 'spouse' | 'parent' | 'child';

/** How people live together, how often, and how old the head then is. */
export interface HouseholdKind {
  readonly weight: number;
  readonly headAge: readonly [number, number];
  readonly members: readonly Role[];
}

export const HOUSEHOLD_KINDS: readonly HouseholdKind[] = [
  { weight: 20, headAge: [63, 93], members: ['head'] },
  { weight: 17, headAge: [61, 88], members: ['head', 'spouse'] },
  { weight: 9, headAge: [30, 61], members: ['head'] },
  { weight: 8, headAge: [40, 62], members: ['head', 'spouse'] },
  { weight: 8, headAge: [30, 55], members: ['head', 'child'] },
  { weight: 2, headAge: [32, 52], members: ['head', 'child', 'child'] },
  { weight: 14, headAge: [32, 58], members: ['head', 'spouse', 'child'] },
  { weight: 6, headAge: [33, 52], members: ['head', 'spouse', 'child', 'child'] },
  { weight: 1, headAge: [34, 50], members: ['head', 'spouse', 'child', 'child', 'child'] },
  { weight: 5, headAge: [42, 64], members: ['head', 'parent'] },
  { weight: 5, headAge: [34, 56], members: ['head', 'spouse', 'parent', 'child'] },
  { weight: 2, headAge: [34, 52], members: ['head', 'spouse', 'parent', 'parent', 'child', 'child'] },
];

const TOTAL = HOUSEHOLD_KINDS.reduce((sum, { weight }) => sum + weight, 0);

export function drawHouseholdKind(random: Random): number {
  let point = random.below(TOTAL);
  return HOUSEHOLD_KINDS.findIndex(({ weight }) => {
    point -= weight;
    return point < 0;
  });
}
