import { compactCell, LONGEST_CELL, unwrapped } from '../cell-text.ts';
import { standsForNothing } from './id-number.ts';

/**
 * The number of a person in the books of whoever keeps them (优抚证号, 工号, 学号, 护照号), as such numbers are compared: capitals
 * and digits, Chinese characters where it has any (沪优001), no signs, and no zeros before it, which spreadsheets drop. Null
 * where it says nothing.
 */
export function readOtherId(cell: string): string | null {
  if (cell.length > LONGEST_CELL) return null;
  const text = unwrapped(compactCell(cell)).toUpperCase();
  if (standsForNothing(text)) return null;
  const signs = text.replace(/^(\d+)\.0+$/, '$1').replace(/[^\p{Script=Han}\dA-Z]+/gu, '');
  return standsForNothing(signs) ? null : signs.replace(/^0+/, '') || null;
}
