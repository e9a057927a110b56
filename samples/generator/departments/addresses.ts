import type { Random } from '../random.ts';
import type { Committee } from './committees.ts';
import type { Home } from './homes.ts';
import type { RowRates } from './mixes.ts';

/** The ways in which a clerk writes a place; each has one from which few rows differ. */
export interface PlaceStyle {
  readonly prefix: number;
  readonly house: number;
  readonly committee: number;
}

const PREFIXES: readonly ((committee: Committee) => string)[] = [
  () => '',
  () => '',
  ({ subdistrict }) => subdistrict,
  ({ subdistrict }) => `示范区${subdistrict}`,
  () => '示范区',
];

/** A flat on an estate. */
const FLATS: readonly ((home: Home) => string)[] = [
  ({ road, lane, building, room }) => `${road}${lane}弄${building}号${room}室`,
  ({ road, lane, building, room }) => `${road}${lane}弄${building}号${room}室`,
  ({ road, lane, building, room }) => `${road}${lane}弄${building}号${room}`,
  ({ road, lane, building, room }) => `${road}${lane}弄${building}-${room}`,
  ({ road, lane, building, room }) => `${road}${lane}-${building}-${room}`,
  ({ road, lane, building, room }) => `${road}${lane}弄${building}#${room}`,
  ({ estate, building, room }) => `${estate}${building}号${room}室`,
  ({ estate, building, room }) => `${estate}${building}-${room}`,
];

const HOUSES: readonly ((home: Home) => string)[] = [
  ({ road, building, room }) => `${road}${building}号${room && `${room}室`}`,
  ({ road, building, room }) => `${road}${building}号${room}`,
  ({ road, building, room }) => `${road}${building}${room && `-${room}`}`,
];

const FARMS: readonly ((home: Home) => string)[] = [
  ({ road, building, room }) => `${road}${building}组${room}号`,
  ({ road, building, room }) => `${road}${building}组${room}`,
  ({ road, building, room }) => `${road}第${chinese(Number(building))}村民小组${room}号`,
  ({ road, building, room }) => `${road}${building}-${room}`,
];

const COMMITTEES: readonly ((committee: Committee) => string)[] = [
  ({ stem, ordinal }) => `${stem}第${ordinal}居委会`,
  ({ stem, ordinal }) => `${stem}${ordinal}居`,
  ({ stem, ordinal }) => `${stem}${ordinal}居委`,
  ({ stem, ordinal }) => `${stem}第${ordinal}居民委员会`,
  ({ stem, ordinal }) => `${stem}${'一二三四'.indexOf(ordinal) + 1}居委`,
];

const VILLAGES: readonly ((committee: Committee) => string)[] = [
  ({ stem, ordinal }) => `${stem}${ordinal}村`,
  ({ stem, ordinal }) => `${stem}${ordinal}村委会`,
  ({ stem, ordinal }) => `${stem}${ordinal}村村民委员会`,
];

export function drawPlaceStyle(random: Random): PlaceStyle {
  return { prefix: random.below(120), house: random.below(120), committee: random.below(120) };
}

const inTurn = <T>(ways: readonly T[], number: number) => ways[number % ways.length] as T;

export function writeCommittee({ committee }: Home, isVillage: boolean, style: PlaceStyle): string {
  return inTurn(isVillage ? VILLAGES : COMMITTEES, style.committee)(committee);
}

/** An address as a clerk writes it; seldom without the room. */
export function writeAddress(
  home: Home,
  isVillage: boolean,
  style: PlaceStyle,
  rates: RowRates,
  random: Random,
): string {
  const { prefix, house } = random.chance(rates.addressStyled) ? drawPlaceStyle(random) : style;
  const isKnown = !random.chance(rates.roomMissing);
  const ways = isVillage ? FARMS : home.lane ? FLATS : HOUSES;
  const shown = isKnown ? home : { ...home, room: '' };
  const text = inTurn(ways, house)(shown).replace(/(?<=号)室$|(?<=组)号$|[-#]$/, '');
  const written = inTurn(PREFIXES, prefix)(home.committee) + text;
  if (random.chance(0.012)) return fullWidth(written);
  return random.chance(0.012) ? written.replace(/\d+/g, (digits) => chinese(Number(digits))) : written;
}

function fullWidth(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

const NUMERALS = [...'〇一二三四五六七八九'];

/** 23 as 二十三, 301 as 三〇一. */
function chinese(number: number): string {
  if (number > 99) return Array.from(String(number), (digit) => NUMERALS[Number(digit)]).join('');
  const tens = Math.floor(number / 10);
  const ones = number % 10 || tens === 0 ? (NUMERALS[number % 10] as string) : '';
  if (tens === 0) return ones;
  return `${tens > 1 ? NUMERALS[tens] : ''}十${ones}`;
}
