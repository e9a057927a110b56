import type { Random } from '../random.ts';
import { drawPlaceStyle, type PlaceStyle } from './addresses.ts';
import type { Contacts } from './contacts.ts';
import type { Home } from './homes.ts';
import type { RowRates } from './mixes.ts';
import { ID_MASKS } from './numbers.ts';
import type { Person } from './people.ts';

/** How a department keeps its list, the same in nearly all rows. */
export interface ListStyle {
  readonly place: PlaceStyle;
  readonly birth: number;
  readonly idMask: number;
  /** Whether an X at the end of an ID number is a small one. */
  readonly isSmall: boolean;
  readonly coupleSign: string;
}

export function drawListStyle(random: Random): ListStyle {
  return {
    place: drawPlaceStyle(random),
    birth: random.below(120),
    idMask: random.below(ID_MASKS.length),
    isSmall: random.chance(0.4),
    coupleSign: random.pick(['、', '、', ' ', '，', '/', '和']),
  };
}

/** Whom a row is about and all that decides how it is written. */
export interface Row {
  readonly serial: number;
  readonly person: Person;
  /** Who is married to each other, the man first. */
  readonly couple: readonly [Person, Person] | undefined;
  /** Of a child, the parent whom the school asks. */
  readonly guardian: Person;
  readonly home: Home;
  readonly contacts: Contacts;
  readonly isVillage: boolean;
  readonly rates: RowRates;
  readonly style: ListStyle;
  readonly random: Random;
}
