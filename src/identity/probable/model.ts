/**
 * What two people are compared by, and how alike they can be in it. A pair's comparison is one number, its pattern: a digit for
 * each field, zero where either says nothing; so that whatever is reckoned is reckoned once a pattern, however many pairs have it.
 *
 * Three classes explain a pattern: the same person (`m`), another of the same household (`h`), and unrelated (`u`). Between people of one
 * household only name, birth, sex and ID number tell: telephone, account and address prove the household alone. Without that
 * class couples and siblings would be merged.
 */
export const CLASSES = ['m', 'h', 'u'] as const;
export type PairClass = (typeof CLASSES)[number];
type Odds = Readonly<Record<PairClass, number>>;

interface Level {
  readonly name: string;
  /** How likely it is in each class, where both say something: before the lists themselves are asked. */
  readonly shipped: Odds;
  /** What can be said of two depends on what each says: levels of a kind are likely to one in all. */
  readonly kind: string;
}

export interface Field {
  readonly name: FieldName;
  readonly levels: readonly Level[];
  /** Nothing is learnt of it from these lists: it is too seldom seen to be wrong. */
  readonly fixed?: boolean;
}

const FIELD_NAMES = [
  'name',
  'commonness',
  'id',
  'birth',
  'sex',
  'phone',
  'account',
  'place',
  'spouse',
  'guardian',
  'workplace',
  'household',
  'number',
  'list',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

type Shipped = Readonly<Record<string, readonly [m: number, h: number, u: number]>>;
const levels = (of: Shipped, kind = ''): Level[] =>
  Object.entries(of).map(([name, [m, h, u]]) => ({ name, shipped: { m, h, u }, kind }));

/** Half bits of rarity: a name of `n` is borne by one in 2^(n/2) of whoever is on these lists. */
export const RARITIES = 48;

/**
 * The fields, and what was measured of them on lists of twelve departments. `commonness` is how rare the name is that both have: `u`
 * of a name that is the same follows from it (`rarityOf`), so it has no odds of its own.
 */
export const FIELDS: readonly Field[] = [
  {
    name: 'name',
    levels: [
      ...levels({
        same: [0.86, 0.003, 3e-5],
        'same-sound': [0.05, 0.0015, 2e-5],
        'near-sound': [0.015, 0.0006, 8e-5],
        'similar-shape': [0.015, 0.0006, 1e-5],
        nickname: [0.01, 0.0005, 1e-3],
        'one-more-or-less': [0.02, 0.005, 3e-4],
        'one-differs': [0.01, 0.03, 1e-3],
        'surname-only': [0.003, 0.34, 0.045],
        different: [0.002, 0.615, 0.95],
      }),
      // Of a masked name only what is shown can fit.
      ...levels({ masked: [0.97, 0.03, 1e-3], 'masked-differs': [0.03, 0.97, 0.999] }, 'masked'),
      ...levels({ 'masked-given': [0.97, 0.3, 0.03], 'masked-surname-differs': [0.03, 0.7, 0.97] }, 'masked-given'),
    ],
  },
  {
    name: 'commonness',
    levels: levels(Object.fromEntries(Array.from({ length: RARITIES }, (_, n) => [n, [1, 1, 1]]))),
  },
  {
    name: 'id',
    fixed: true,
    levels: levels({
      // Also a number that one uses of the household who has another name.
      same: [0.9, 1e-3, 2e-9],
      'one-mistake': [0.08, 4e-3, 4e-7],
      'fourteen-fit': [0.97, 3e-3, 2e-6],
      'ten-fit': [0.97, 2.5e-3, 5e-6],
      'four-fit': [0.97, 0.02, 3e-4],
      'area-fits': [0.97, 0.8, 0.3],
      differs: [0.03, 0.99, 0.99],
    }),
  },
  {
    name: 'birth',
    levels: [
      ...levels(
        { day: [0.93, 0.003, 4.5e-5], 'day-mistake': [0.04, 0.02, 0.006], 'day-differs': [0.03, 0.977, 0.994] },
        'day',
      ),
      ...levels(
        { month: [0.94, 0.005, 1.5e-3], 'month-mistake': [0.03, 0.06, 0.1], 'month-differs': [0.03, 0.935, 0.9] },
        'month',
      ),
      ...levels(
        { year: [0.8, 0.04, 0.018], 'year-near': [0.15, 0.07, 0.036], 'year-differs': [0.05, 0.89, 0.946] },
        'year',
      ),
      // Of a birth date and an age: the age is that of a day that nobody says, and of some lists counted from one.
      ...levels(
        {
          age: [0.4, 0.04, 0.018],
          'age-before': [0.45, 0.04, 0.018],
          'age-after': [0.06, 0.04, 0.018],
          'age-long-before': [0.06, 0.04, 0.018],
          'age-differs': [0.03, 0.84, 0.928],
        },
        'age',
      ),
    ],
  },
  { name: 'sex', levels: levels({ same: [0.99, 0.4, 0.5], differs: [0.01, 0.6, 0.5] }) },
  {
    name: 'phone',
    levels: levels({ same: [0.62, 0.3, 3e-6], 'one-digit': [0.03, 0.015, 6e-6], differs: [0.35, 0.685, 0.999] }),
  },
  {
    name: 'account',
    fixed: true,
    levels: levels({ same: [0.85, 0.16, 1.5e-7], differs: [0.15, 0.84, 0.9999] }),
  },
  {
    name: 'place',
    levels: levels({
      address: [0.5, 0.8, 1.2e-5],
      room: [0.08, 0.08, 8e-4],
      building: [0.08, 0.03, 3e-4],
      committee: [0.14, 0.04, 0.01],
      subdistrict: [0.08, 0.02, 0.09],
      elsewhere: [0.12, 0.03, 0.9],
    }),
  },
  {
    name: 'spouse',
    levels: levels({ same: [0.85, 0.02, 5e-5], mutual: [0.005, 0.4, 2e-5], differs: [0.145, 0.58, 0.999] }),
  },
  { name: 'guardian', levels: levels({ same: [0.8, 0.75, 5e-5], differs: [0.2, 0.25, 0.999] }) },
  { name: 'workplace', levels: levels({ same: [0.7, 0.3, 0.01], differs: [0.3, 0.7, 0.99] }) },
  {
    name: 'household',
    levels: levels({ same: [0.9, 0.97, 1e-6], differs: [0.1, 0.03, 1] }),
  },
  {
    name: 'number',
    fixed: true,
    levels: levels({ same: [0.95, 1e-5, 1e-8] }),
  },
  { name: 'list', levels: levels({ other: [0.96, 0.6, 0.88], same: [0.04, 0.4, 0.12] }) },
];

/** The place value of each field's digit in a pattern. */
export const PLACE_VALUES: Readonly<Record<FieldName, number>> = (() => {
  let value = 1;
  const values = FIELDS.map(({ name, levels }) => {
    const own = value;
    value *= levels.length + 1;
    return [name, own] as const;
  });
  return Object.fromEntries(values) as Record<FieldName, number>;
})();

/** The digit of a level in SQL and in patterns, from 1. */
export function levelOf(field: FieldName, level: string): number {
  const index = FIELDS.find(({ name }) => name === field)?.levels.findIndex(({ name }) => name === level) ?? -1;
  if (index < 0) throw new Error(`${field} has no level ${level}`);
  return index + 1;
}

/** The levels of a pattern, by the order of the fields; zero where nothing is said. */
export function digitsOf(pattern: number): number[] {
  let rest = pattern;
  return FIELDS.map(({ levels }) => {
    const base = levels.length + 1;
    const digit = rest % base;
    rest = (rest - digit) / base;
    return digit;
  });
}

/** What is said of levels that are told by other words than their own; of an empty one nothing. */
const TOLD: Readonly<Partial<Record<FieldName, Readonly<Record<string, string>>>>> = {
  name: {
    nickname: 'name:prefix',
    'masked-given': 'name:masked',
    'masked-differs': 'name:different',
    'masked-surname-differs': 'name:different',
  },
  id: {
    'fourteen-fit': 'id:partial',
    'ten-fit': 'id:partial',
    'four-fit': 'id:partial',
    'area-fits': '',
    differs: 'id:contradicts',
  },
  birth: {
    'day-mistake': 'birth:mistake',
    'day-differs': 'birth:differs',
    'month-mistake': 'birth:near',
    'month-differs': 'birth:differs',
    'year-near': 'birth:near',
    'year-differs': 'birth:differs',
    'age-before': 'birth:age',
    'age-after': 'birth:near',
    'age-long-before': 'birth:near',
    'age-differs': 'birth:differs',
  },
  spouse: { mutual: 'spouse:each-other' },
  number: { same: 'other-id:same' },
  list: { other: '', same: '' },
};

/** What a level says, in the words of `readEvidence`: `name:same`; empty where it is not told. */
const wordOf = (field: FieldName, level: string): string => TOLD[field]?.[level] ?? `${field}:${level}`;

/** What a pattern says of a field. */
export interface Said {
  readonly field: Exclude<FieldName, 'commonness'>;
  /** The field's place in `FIELDS`. */
  readonly at: number;
  readonly level: string;
  readonly word: string;
}

/** What a pattern says, field by field. */
export function saidBy(pattern: number): Said[] {
  return digitsOf(pattern).flatMap((digit, at) => {
    const { name: field, levels } = FIELDS[at] as Field;
    if (digit === 0 || field === 'commonness') return [];
    const level = levels[digit - 1]?.name ?? '';
    return [{ field, at, level, word: wordOf(field, level) }];
  });
}

/** The same in words alone: `name:same phone:differs`. */
export function evidenceOf(pattern: number): string {
  return saidBy(pattern)
    .map(({ word }) => word)
    .filter((word) => word !== '')
    .join(' ');
}
