import { compactCell, saysNothing } from '../cell-text.ts';

/** What stands there of whoever works nowhere, or nowhere that has a name. */
const NOWHERE =
  /^(?:无.*|没有.*|失业.*|待业.*|(?:离?退休|下岗|失地).*|.*退休|务农|农民|居民|家务|个体.{0,3}|自由职业.?|自谋职业|灵活就业.{0,2}|打工|务工|外出务工|其他)$/;

/** Where somebody works or goes to school, as such names are compared; null where it is nowhere. */
export function readWorkplace(cell: string): string | null {
  const text = compactCell(cell)
    .toUpperCase()
    .replace(/[()[\]【】,，.。、\s-]+/g, '');
  return saysNothing(text) || NOWHERE.test(text) ? null : text;
}
