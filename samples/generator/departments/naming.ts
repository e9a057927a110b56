import { drawGivenName, fashionOf, type Sex } from '../given-names.ts';
import type { Random } from '../random.ts';

/** The first names of a time are heard at every door: so many are taken from among them, the first most. */
const HEARD_EVERYWHERE = 0.1;

export function drawCommonName(random: Random, born: number, sex: Sex, generation?: string): string {
  if (generation || !random.chance(HEARD_EVERYWHERE)) return drawGivenName(random, born, sex, generation);
  const names = fashionOf(born).whole[sex];
  return names[Math.floor(names.length * (random.next() / 2 ** 32) ** 2)] as string;
}

/** Brothers and sisters are alike in name, but no child has that of the one before. */
export function drawChildsName(random: Random, born: number, sex: Sex, generation?: string, elder = ''): string {
  for (;;) {
    const name = drawCommonName(random, born, sex, generation);
    if (!elder.endsWith(name)) return name;
  }
}
