import { drawGivenName, fashionOf, type Sex } from '../given-names.ts';
import type { Random } from '../random.ts';

/** The first names of a time are heard at every door: so many are taken from among them, the first most. */
const HEARD_EVERYWHERE = 0.1;

export function drawCommonName(random: Random, born: number, sex: Sex, generation?: string): string {
  if (generation || !random.chance(HEARD_EVERYWHERE)) return drawGivenName(random, born, sex, generation);
  const names = fashionOf(born).whole[sex];
  return names[Math.floor(names.length * (random.next() / 2 ** 32) ** 2)] as string;
}
