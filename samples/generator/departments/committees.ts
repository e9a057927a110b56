import { placeStem, SUBDISTRICTS } from '../places.ts';

const ORDINALS = [...'一二三四'];

/** More have no names. */
export const MOST_COMMITTEES = 256 * ORDINALS.length;

export interface Committee {
  readonly subdistrict: string;
  /** 柳桥, of which there is one in the district. */
  readonly stem: string;
  /** Of 柳桥第一居委会 the 一. */
  readonly ordinal: string;
}

/** A committee of 示范区, which does not exist. */
export function committeeOf(number: number): Committee {
  const place = Math.floor(number / ORDINALS.length);
  return {
    subdistrict: SUBDISTRICTS[place % SUBDISTRICTS.length] as string,
    stem: placeStem(place),
    ordinal: ORDINALS[number % ORDINALS.length] as string,
  };
}
