import { idIs } from '../engine/payout-sql.ts';

/** GB 11643: 18 places, each with a weight that is a power of two modulo 11; the weighted sum of all is 1 modulo 11. */
const PLACES = 18;
const WEIGHTS = Array.from({ length: PLACES }, (_, place) => 2 ** (PLACES - 1 - place) % 11);
const INVERSES = WEIGHTS.map((weight) => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((each) => (each * weight) % 11 === 1));
/** What a digit at a place counts for in the first 17 digits; the check digit, for nothing. */
const POWERS = WEIGHTS.map((_, place) => (place === PLACES - 1 ? 0n : 10n ** BigInt(PLACES - 2 - place)));

/** SQL: an element of a list by its place, from 0. */
const at = (list: readonly unknown[], place: string) => `([${list.join(', ')}]::bigint[])[${place} + 1]`;

/**
 * SQL over the table `unproven`: every number (`typo`, with its `person` and `name`) that a single mistake has made of the valid one of somebody on the
 * lists: `valid` is that person's, `valid_name` each of their names. A mistake is one wrong character or two neighbours swapped.
 *
 * Of each place the check digit leaves one digit that would make the number right, so there are at most 18 substitutions
 * and 17 swaps to look for: arithmetic on the first 17 digits, then one join.
 */
export const REPAIRS = `
with typo as (
  select distinct p.person, p.id, p.name from unproven p
  where p.person < 0 and ${idIs('checksum', 'birth-date', 'malformed')} and length(p.id) = ${PLACES}
), spelt as (
  select person, place, ${at(WEIGHTS, 'place')} as weight, ${at(POWERS, 'place')} as power,
    case when sign between '0' and '9' then ascii(sign) - 48 when sign = 'X' and place = ${PLACES - 1} then 10 end as digit
  from (select person, place, substr(id, place + 1, 1) as sign from typo, (select unnest(range(${PLACES})) as place))
), whole as (
  select person, sum(coalesce(digit, 0) * power)::bigint as first17, count(*) filter (digit is null) as unread,
    (sum(weight * coalesce(digit, 0)) + 10) % 11 as excess
  from spelt group by person having unread <= 1
), substituted as (
  select person, first17 + (right_digit - digit) * power as candidate
  from (
    select w.person, w.first17, s.place, s.power, coalesce(s.digit, 0) as digit,
      (coalesce(s.digit, 0) + (11 - w.excess) * ${at(INVERSES, 's.place')}) % 11 as right_digit
    from whole w join spelt s on s.person = w.person where w.unread = 0 and w.excess <> 0 or s.digit is null
  ) where right_digit <= 9 or place = ${PLACES - 1}
), swapped as (
  select a.person, w.first17 + (b.digit - a.digit) * (a.power - b.power) as candidate
  from spelt a join spelt b on b.person = a.person and b.place = a.place + 1 join whole w on w.person = a.person
  where w.unread = 0 and a.digit <> b.digit and b.digit <= 9
    and (w.excess + (b.digit - a.digit + 11) * (a.weight - b.weight + 11)) % 11 = 0
), candidate as (
  select person, candidate::bigint as candidate from substituted union select person, candidate::bigint from swapped
)
select distinct t.person as typo, t.name, p.person as valid, p.name as valid_name
from candidate c join any_person p on p.person = c.candidate join typo t on t.person = c.person
where p.person > 0 and p.name is not null
order by all`;
