import { shownText } from '../../domain/shown/masking.ts';
import { beginning } from '../cell-text.ts';

const LONGEST = 31;
/** Excel keeps this name for itself. */
const RESERVED = 'history';

/** A name that a worksheet may have: at most 31 characters, none of []:*?/\', and no two alike, whatever their case. */
export function worksheetName(name: string, taken: Set<string>): string {
  const plain =
    beginning(
      shownText(name)
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim(),
      LONGEST,
    ) || 'Sheet';
  let unique = plain;
  for (let suffix = 2; unique.toLowerCase() === RESERVED || taken.has(unique.toLowerCase()); suffix += 1)
    unique = `${beginning(plain, LONGEST - 1 - String(suffix).length)} ${suffix}`;
  taken.add(unique.toLowerCase());
  return unique;
}
