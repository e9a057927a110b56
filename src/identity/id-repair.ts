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
  const digits = Array.from(id, digitAt);
  const unread = digits.flatMap((digit, place) => (digit === null ? [place] : []));
  if (digits.length !== PLACES || unread.length > 1) return [];
  const read = digits.map((digit) => digit ?? 0);
  let sum = 10; // -1 modulo 11
  for (let place = 0; place < PLACES; place += 1) sum += (WEIGHTS[place] as number) * (read[place] as number);
  const excess = sum % 11;
  if (unread.length === 0 && excess === 0) return [];
  const first17 = BigInt(read.slice(0, LAST).join(''));
  const found: bigint[] = [];
  for (const place of unread.length > 0 ? unread : read.keys()) {
    const digit = read[place] as number;
    const right = (digit + (11 - excess) * (INVERSES[place] as number)) % 11;
    if (right > 9 && place !== LAST) continue;
    read[place] = right;
    if (hasBirthday(read)) found.push(first17 + grown(place, right - digit));
    read[place] = digit;
  }
  for (let place = 0; unread.length === 0 && place < LAST; place += 1) {
    const [digit, next] = [read[place] as number, read[place + 1] as number];
    const lighter = (WEIGHTS[place] as number) - (WEIGHTS[place + 1] as number) + 11;
    if (next > 9 || (excess + (next - digit + 11) * lighter) % 11 !== 0) continue;
    [read[place], read[place + 1]] = [next, digit];
    if (hasBirthday(read)) found.push(first17 + grown(place, next - digit) + grown(place + 1, digit - next));
    [read[place], read[place + 1]] = [digit, next];
  }
  return found;
}

function hasBirthday(digits: readonly number[]): boolean {
  const [month, day] = [MONTH, DAY].map((place) => (digits[place] as number) * 10 + (digits[place + 1] as number)) as [
    number,
    number,
  ];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** A digit, or 10 for an X that is a check digit; null for what is neither. */
function digitAt(sign: string, place: number): number | null {
  if (sign === 'X' && place === LAST) return 10;
  return sign >= '0' && sign <= '9' ? sign.charCodeAt(0) - 48 : null;
}
