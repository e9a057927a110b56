import { expect, it } from 'vitest';
import { printPlace } from '../../src/domain/place.ts';

it.each([
  [{ file: 'a.yaml', sheet: null, row: 12, column: 7 }, 'a.yaml:12:7'],
  [{ file: 'a.yaml', sheet: null, row: 12, column: null }, 'a.yaml:12'],
  [{ file: 'a.yaml', sheet: null, row: null, column: null }, 'a.yaml'],
  [{ file: '名单.xlsx', sheet: '民政', row: 5, column: '金额' }, '名单.xlsx[民政]:5:金额'],
])('%o is printed as %s', (place, printed) => {
  expect(printPlace(place)).toBe(printed);
});
