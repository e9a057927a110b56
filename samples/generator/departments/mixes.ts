import { Random, STREAM } from '../random.ts';

/** How often a list's clerk errs or writes otherwise, of one row (or, of a fault in something, of one such cell). */
const ROW_RATES = {
  nameMasked: 0.012,
  nameHomophone: 0.022,
  nameNearSound: 0.012,
  nameShape: 0.014,
  nameCharacterLost: 0.006,
  nameFamiliar: 0.006,
  nameTraditional: 0.012,
  nameRemark: 0.014,
  nameSpaced: 0.02,
  nameOther: 0.004,
  idMissing: 0.03,
  idDigit: 0.014,
  idSwapped: 0.006,
  idFifteen: 0.02,
  idSpaced: 0.012,
  phoneMissing: 0.08,
  phoneDigit: 0.015,
  phoneOther: 0.16,
  phoneSeveral: 0.08,
  phoneCadre: 0.012,
  addressMissing: 0.03,
  addressOld: 0.4,
  addressStyled: 0.2,
  roomMissing: 0.05,
  ageOff: 0.12,
  birthWrong: 0.012,
  accountOther: 0.3,
} as const;

/** What is so of the whole district. */
const WORLD_RATES = {
  poor: 0.36,
  moved: 0.1,
  landline: 0.2,
  childsPhone: 0.25,
  namesake: 0.04,
  dotted: 0.012,
  homeArea: 0.55,
  twice: 0.008,
} as const;

export type RowRates = Readonly<Record<keyof typeof ROW_RATES, number>>;
export type WorldRates = Readonly<Record<keyof typeof WORLD_RATES, number>>;

/** A kind of district: how much worse or better its clerks are, and what else is its own. */
export interface Mix {
  readonly times: Partial<RowRates>;
  readonly world: Partial<WorldRates>;
  /** Of every fault that has no factor of its own. */
  readonly faults: number;
  /** How many of the lists show names as they were made public, and how much of each. */
  readonly publicLists: { readonly count: number; readonly share: number };
  readonly isVillage: boolean;
}

const NEUTRAL: Mix = { times: {}, world: {}, faults: 1, publicLists: { count: 1, share: 0.12 }, isVillage: false };

export const MIXES: Readonly<Record<string, Mix>> = {
  default: NEUTRAL,
  clean: {
    ...NEUTRAL,
    faults: 0.35,
    publicLists: { count: 0, share: 0 },
    times: { phoneOther: 0.6, accountOther: 0.6 },
  },
  dirty: {
    ...NEUTRAL,
    faults: 2,
    publicLists: { count: 3, share: 0.4 },
    times: { idMissing: 6, phoneOther: 1.6, ageOff: 1.6, addressOld: 1.4, accountOther: 1.6, phoneMissing: 2 },
  },
  village: {
    ...NEUTRAL,
    faults: 1.2,
    times: { phoneCadre: 4 },
    world: { namesake: 0.06, landline: 0.1, homeArea: 0.85, moved: 0.04 },
    isVillage: true,
  },
};

export const MIX_NAMES = Object.keys(MIXES);

const LEAST = 0.6;
const MOST = 1.6;

/** Nothing is to be tuned to one world: each seed has each rate between 0.6 and 1.6 times what it is usually. */
function varied<Rate extends string>(usual: Readonly<Record<Rate, number>>, random: Random): Record<Rate, number> {
  const rates: Record<Rate, number> = { ...usual };
  for (const rate of Object.keys(usual) as Rate[]) {
    rates[rate] = Math.min(0.95, usual[rate] * LEAST * (MOST / LEAST) ** (random.next() / 2 ** 32));
  }
  return rates;
}

export function worldRates({ world }: Mix, seed: number): WorldRates {
  return varied({ ...WORLD_RATES, ...world }, new Random(seed).at(STREAM.layout, -1));
}

/** How much longer than usual each list is: in one district all departments reach many, in another one gives to few. */
export function listSizes(seed: number, lists: number): number[] {
  const random = new Random(seed).at(STREAM.layout, -1000);
  const between = (low: number, high: number) => low + (high - low) * (random.next() / 2 ** 32);
  const all = between(0.85, 1.15);
  return Array.from({ length: lists }, () => all * between(0.75, 1.25));
}

/** The rates of one list: each department has a clerk of its own. */
export function rowRates({ times, faults }: Mix, seed: number, list: number): RowRates {
  const usual: Record<keyof RowRates, number> = { ...ROW_RATES };
  for (const rate of Object.keys(usual) as (keyof RowRates)[]) usual[rate] *= times[rate] ?? faults;
  return varied(usual, new Random(seed).at(STREAM.layout, -2 - list));
}
