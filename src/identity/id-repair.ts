/** GB 11643: 18 places, each with a weight that is a power of two modulo 11; the weighted sum of all is 1 modulo 11. */
const PLACES = 18;
const LAST = PLACES - 1;
const WEIGHTS = Array.from({ length: PLACES }, (_, place) => 2 ** (LAST - place) % 11);
const INVERSES = WEIGHTS.map(
  (weight) => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((each) => (each * weight) % 11 === 1) ?? 0,
);
/** What a digit at a place counts for in the first 17 digits; the check digit, for nothing. */
const POWERS = WEIGHTS.map((_, place) => (place === LAST ? 0n : 10n ** BigInt(LAST - 1 - place)));

/**
 * The first 17 digits of every number that a single mistake may have made these 18 characters of: one wrong character or two
 * neighbours swapped. Of each place the check digit leaves one digit that would make the number right, so there are at most 18
 * substitutions and 17 swaps. None for a number whose check digit is right.
 */
export function repairsOf(id: string): bigint[] {
  const digits = Array.from(id, digitAt);
  const unread = digits.flatMap((digit, place) => (digit === null ? [place] : []));
  if (digits.length !== PLACES || unread.length > 1) return [];
  const read = digits.map((digit) => digit ?? 0);
  const excess = (read.reduce((sum, digit, place) => sum + (WEIGHTS[place] ?? 0) * digit, 0) + 10) % 11;
  if (unread.length === 0 && excess === 0) return [];
  const first17 = read.reduce((sum, digit, place) => sum + BigInt(digit) * (POWERS[place] ?? 0n), 0n);
  const found = new Set<bigint>();
  for (const place of unread.length > 0 ? unread : read.keys()) {
    const digit = read[place] ?? 0;
    const right = (digit + (11 - excess) * (INVERSES[place] ?? 0)) % 11;
    if (right <= 9 || place === LAST) found.add(first17 + BigInt(right - digit) * (POWERS[place] ?? 0n));
  }
  for (let place = 0; unread.length === 0 && place < LAST; place += 1) {
    const [digit = 0, next = 0] = read.slice(place, place + 2);
    const [weight = 0, nextWeight = 0] = WEIGHTS.slice(place, place + 2);
    const [power = 0n, nextPower = 0n] = POWERS.slice(place, place + 2);
    if (next > 9 || (excess + (next - digit + 11) * (weight - nextWeight + 11)) % 11 !== 0) continue;
    found.add(first17 + BigInt(next - digit) * (power - nextPower));
  }
  return [...found];
}

/** A digit, or 10 for an X that is a check digit; null for what is neither. */
function digitAt(sign: string, place: number): number | null {
  if (sign === 'X' && place === LAST) return 10;
  return sign >= '0' && sign <= '9' ? sign.charCodeAt(0) - 48 : null;
}
