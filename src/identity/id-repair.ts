/** GB 11643: 18 places, each with a weight that is a power of two modulo 11; the weighted sum of all is 1 modulo 11. */
const PLACES = 18;
const LAST = PLACES - 1;
const WEIGHTS = Array.from({ length: PLACES }, (_, place) => 2 ** (LAST - place) % 11);
const INVERSES = WEIGHTS.map(
  (weight) => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((each) => (each * weight) % 11 === 1) ?? 0,
);
/** Where a birth date has its month and its day. */
const [MONTH, DAY] = [10, 12];

/** By place, what the first 17 digits grow by where a digit grows by so many, from -9 to 9; for the check digit, by nothing. */
const STEPS = WEIGHTS.map((_, place) => {
  const power = place === LAST ? 0n : 10n ** BigInt(LAST - 1 - place);
  return Array.from({ length: 19 }, (_, step) => BigInt(step - 9) * power);
});
const grown = (place: number, by: number): bigint => STEPS[place]?.[by + 9] ?? 0n;

/**
 * The first 17 digits of every number that a single mistake may have made these 18 characters of: one wrong character or two
 * neighbours swapped. Of each place the check digit leaves one digit that would make the number right, so there are at most 18
 * substitutions and 17 swaps; those that leave no month or no day are nobody's. None for a number whose check digit is right.
 */
export function repairsOf(id: string): bigint[] {
  if (id.length !== PLACES) return [];
  const digits = Array.from({ length: PLACES }, (_, place) => digitAt(id[place] as string, place));
  const unread = digits.indexOf(UNREAD);
  if (unread !== digits.lastIndexOf(UNREAD)) return [];
  if (unread >= 0) digits[unread] = 0;
  const excess = excessOf(digits);
  if (unread < 0 && excess === 0) return [];
  const first17 = BigInt(digits.slice(0, LAST).join(''));
  const found: bigint[] = [];
  for (let place = 0; place < PLACES; place += 1) {
    if (unread >= 0 && unread !== place) continue;
    const digit = digits[place] as number;
    const right = (digit + (11 - excess) * (INVERSES[place] as number)) % 11;
    if (right > 9 && place !== LAST) continue;
    digits[place] = right;
    if (hasBirthday(digits)) found.push(first17 + grown(place, right - digit));
    digits[place] = digit;
  }
  for (let place = 0; unread < 0 && place < LAST; place += 1) {
    const digit = digits[place] as number;
    const next = digits[place + 1] as number;
    const lighter = (WEIGHTS[place] as number) - (WEIGHTS[place + 1] as number) + 11;
    if (next > 9 || (excess + (next - digit + 11) * lighter) % 11 !== 0) continue;
    digits[place] = next;
    digits[place + 1] = digit;
    if (hasBirthday(digits)) found.push(first17 + grown(place, next - digit) + grown(place + 1, digit - next));
    digits[place] = digit;
    digits[place + 1] = next;
  }
  return found;
}

/** By how much the weighted sum is too large, modulo 11. */
function excessOf(digits: readonly number[]): number {
  let sum = 10; // -1 modulo 11
  for (let place = 0; place < PLACES; place += 1) sum += (WEIGHTS[place] as number) * (digits[place] as number);
  return sum % 11;
}

function hasBirthday(digits: readonly number[]): boolean {
  const two = (place: number) => (digits[place] as number) * 10 + (digits[place + 1] as number);
  return two(MONTH) >= 1 && two(MONTH) <= 12 && two(DAY) >= 1 && two(DAY) <= 31;
}

const UNREAD = -1;

/** A digit, or 10 for an X that is a check digit. */
function digitAt(sign: string, place: number): number {
  if (sign === 'X' && place === LAST) return 10;
  return sign >= '0' && sign <= '9' ? sign.charCodeAt(0) - 48 : UNREAD;
}
