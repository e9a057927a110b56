import { expect, it } from 'vitest';
import { areaKnown } from '../../../src/domain/people/id-area.ts';

it.each([
  '310107',
  '110101',
  '441900',
  '469021',
  '460001',
  '659001',
  '359002',
  '510211',
  '810000',
  '710000',
  '911124',
  '931840',
  '990000',
  '999999',
])('%s can be an area', (code) => expect(areaKnown(code)).toBe(true));

it.each(['160101', '000000', '310000', '317101', '319901', '980101', '31010', '3101071', 'abcdef', '３１０１０７', ''])(
  '“%s” cannot',
  (code) => expect(areaKnown(code)).toBe(false),
);
