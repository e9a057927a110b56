import { charactersOf } from './character.ts';

/** A name is spelled in so many ways at most: characters with several readings multiply them. */
const MOST_SPELLINGS = 64;

/** Is the second name the first in Latin letters: 王秀英 as Wang Xiuying, WANG XIU YING or Xiuying Wang? */
export function isSpelling(chinese: string, letters: string): boolean {
  const written = plain(letters);
  const characters = charactersOf(chinese.replace(/[·\s]/g, ''));
  if (written.length < characters.length || characters.length < 2) return false;
  let spellings: string[][] = [[]];
  for (const { sounds } of characters) {
    spellings = spellings
      .flatMap((before) => sounds.map((sound) => [...before, plain(sound)]))
      .slice(0, MOST_SPELLINGS);
  }
  return spellings.some((parts) =>
    parts.some((_, first) => [...parts.slice(first), ...parts.slice(0, first)].join('') === written),
  );
}

/** Small letters without accents and signs; ü, which passports write u, yu and v, is u. */
function plain(letters: string): string {
  return letters
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '')
    .replace(/v/g, 'u')
    .replace(/(?<=[ln])yu/g, 'u');
}
