import { type FieldName, levelOf } from './model.ts';

/** SQL: the level of a field. */
const is = (field: FieldName, level: string) => String(levelOf(field, level));
const common = (array: string) => `list_has_any(a.${array}, b.${array})`;
const both = (array: string) => `(len(a.${array}) > 0 and len(b.${array}) > 0)`;
const either = (array: string, same: string) =>
  `case when ${common(array)} then ${same} when ${both(array)} then ${same} + 1 else 0 end`;

/** The known digits of two numbers agree: SQL on the first `from` to `to` digits. */
const KNOWN_AGREE = (from: number, to: number) =>
  `(substr(a.pattern, ${from}, ${to - from + 1}) = substr(b.pattern, ${from}, ${to - from + 1}) and not contains(substr(a.pattern, ${from}, ${to - from + 1}), '*'))`;

/**
 * Of two numbers that are known in full, one mistake is one digit, or two neighbours; of others, what is known of both agrees or not.
 * Two valid numbers that are not the same are never one person's, and are not compared.
 */
export const ID = `case when not contains(a.pattern, '*') and not contains(b.pattern, '*') then
    case when a.pattern = b.pattern then ${is('id', 'same')}
      when damerau_levenshtein(a.pattern, b.pattern) <= 1 then ${is('id', 'one-mistake')} else ${is('id', 'differs')} end
  when not ${fits()} then ${is('id', 'differs')}
  when ${KNOWN_AGREE(7, 14)} then ${is('id', 'fourteen-fit')}
  when ${KNOWN_AGREE(1, 6)} and ${KNOWN_AGREE(15, 18)} then ${is('id', 'ten-fit')}
  when ${KNOWN_AGREE(15, 18)} then ${is('id', 'four-fit')}
  when ${KNOWN_AGREE(1, 6)} then ${is('id', 'area-fits')} else 0 end`;

/** SQL: do two patterns say the same wherever both say something? */
function fits(): string {
  const places = Array.from({ length: 18 }, (_, index) => index + 1);
  const agree = (place: number) => {
    const [one, other] = [`substr(a.pattern, ${place}, 1)`, `substr(b.pattern, ${place}, 1)`];
    return `(${one} = ${other} or ${one} = '*' or ${other} = '*')`;
  };
  return `(${places.map(agree).join(' and ')})`;
}

/** Where numbers tell the birth of both, that is said already. */
const BIRTH = `case when i.level in (${['same', 'one-mistake', 'fourteen-fit'].map((level) => is('id', level)).join(', ')}) then 0
  when a.day is not null and b.day is not null then
    case when ${common('days')} then ${is('birth', 'day')}
      when ${isMistake('a.day', 'b.day')} then ${is('birth', 'day-mistake')} else ${is('birth', 'day-differs')} end
  when a.month is not null and b.month is not null then
    case when a.month = b.month then ${is('birth', 'month')}
      when a.month // 100 = b.month // 100 or a.month % 100 = b.month % 100 and abs(a.month - b.month) <= 100
        then ${is('birth', 'month-mistake')} else ${is('birth', 'month-differs')} end
  when a.year is not null and b.year is not null then ${years('a.year', 'b.year')}
  when a.year is not null and b.about is not null then ${ages('a.year - b.about')}
  when b.year is not null and a.about is not null then ${ages('b.year - a.about')}
  when a.about is not null and b.about is not null then ${years('a.about', 'b.about')} else 0 end`;

function years(one: string, other: string): string {
  return `case abs(${one} - ${other}) when 0 then ${is('birth', 'year')} when 1 then ${is('birth', 'year-near')}
    else ${is('birth', 'year-differs')} end`;
}

/** SQL: how a year of birth, less that which an age tells, is told from others. */
function ages(difference: string): string {
  const told = { 0: 'age', [-1]: 'age-before', 1: 'age-after', [-2]: 'age-long-before' };
  const cases = Object.entries(told).map(([years, level]) => `when ${years} then ${is('birth', level)}`);
  return `case ${difference} ${cases.join(' ')} else ${is('birth', 'age-differs')} end`;
}

/** SQL: one part of a day is another, or day and month are turned round. */
function isMistake(one: string, other: string): string {
  const part = (day: string) => [`${day} // 10000`, `${day} // 100 % 100`, `${day} % 100`];
  const [year, month, day] = part(one).map((sql, index) => `(${sql} = ${part(other)[index]})`);
  return `(${year}::integer + ${month}::integer + ${day}::integer = 2
    or ${one} // 10000 = ${other} // 10000 and ${one} // 100 % 100 = ${other} % 100 and ${one} % 100 = ${other} // 100 % 100)`;
}

/**
 * SQL: the first telephones differ by one digit, or by two neighbours that are swapped: their difference tells quickly of nearly all that
 * they do not, but of 19 and 20 it is one as well.
 */
const ONE_DIGIT = `abs(a.phones[1] - b.phones[1]) in (${Array.from({ length: 11 }, (_, place) =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 18, 27, 36, 45, 54, 63, 72, 81].map((digit) => digit * 10 ** place),
)
  .flat()
  .filter((value, index, all) => all.indexOf(value) === index)
  .join(', ')}) and damerau_levenshtein(a.phones[1]::varchar, b.phones[1]::varchar) = 1`;

const PHONE = `case when ${common('phones')} then ${is('phone', 'same')}
  when ${both('phones')} then
    case when a.phones[1] >= 10000000000 and b.phones[1] >= 10000000000 and ${ONE_DIGIT} then ${is('phone', 'one-digit')} else ${is('phone', 'differs')} end
  else 0 end`;

const ELSEWHERE = `case when ${both('committees')} or ${both('subdistricts')} or ${both('buildings')} then ${is('place', 'elsewhere')} else 0 end`;

/** SQL: the share of words that two addresses in letters have in common. */
const WORDS_SHARED = '(len(list_intersect(a.words, b.words)) / greatest(1, len(list_distinct(a.words || b.words))))';
const IN_LETTERS = `case when ${WORDS_SHARED} >= 0.7 then ${is('place', 'address')} when ${WORDS_SHARED} >= 0.4 then ${is('place', 'room')}
  when ${WORDS_SHARED} >= 0.2 then ${is('place', 'building')} else ${is('place', 'elsewhere')} end`;

/** SQL: do two people not contradict each other in what both say? */
const mayBeOne = (array: string) => `(${common(array)} or not ${both(array)})`;
/** Every town has a 人民路: where addresses name two towns, a street and its numbers are two places. */
const ONE_TOWN = mayBeOne('towns');

const PLACE = `case when ${both('words')} then ${IN_LETTERS} when ${common('wholes')} and ${ONE_TOWN} then ${is('place', 'address')}
  when ${common('rooms')} and ${['committees', 'subdistricts', 'towns'].map(mayBeOne).join(' and ')} then ${is('place', 'room')}
  when ${common('buildings')} and ${ONE_TOWN} then ${is('place', 'building')}
  when ${common('committees')} and ${mayBeOne('subdistricts')} and ${ONE_TOWN} then ${is('place', 'committee')}
  when ${both('committees')} then ${is('place', 'elsewhere')}
  when ${common('subdistricts')} then ${is('place', 'subdistrict')} else ${ELSEWHERE} end`;

/** SQL: is one's name that of whom the other is married to, or in the care of? */
const MUTUAL = ['spouses', 'guardians']
  .flatMap((array) => [`list_has_any(a.forms, b.${array})`, `list_has_any(b.forms, a.${array})`])
  .join(' or ');

const SPOUSE = `case when ${common('spouses')} then ${is('spouse', 'same')} when ${MUTUAL} then ${is('spouse', 'mutual')}
  when ${both('spouses')} then ${is('spouse', 'differs')} else 0 end`;

/** Of pairs with valid numbers that differ, the number says nothing here: they are compared to learn how the rest behaves. */
export const LEVELS: Readonly<Partial<Record<FieldName, string>>> = {
  name: 'n.level',
  commonness: 'coalesce(n.rarity + 1, 0)',
  id: 'coalesce(i.level, 0)',
  birth: BIRTH,
  sex: `case when a.male is null or b.male is null or i.level in (${is('id', 'same')}, ${is('id', 'one-mistake')}) then 0 when a.male = b.male then ${is('sex', 'same')} else ${is('sex', 'differs')} end`,
  phone: PHONE,
  account: either('accounts', is('account', 'same')),
  place: PLACE,
  spouse: SPOUSE,
  guardian: either('guardians', is('guardian', 'same')),
  workplace: either('workplaces', is('workplace', 'same')),
  household: either('households', is('household', 'same')),
  number: `case when ${common('numbers')} then ${is('number', 'same')} else 0 end`,
  // Where there is one list only, it says nothing.
  list: `case when (select count(*) from list_set) = 1 then 0 when ${common('lists')} then ${is('list', 'same')} else ${is('list', 'other')} end`,
};
