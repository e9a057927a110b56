import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { width } from '../../src/render/width.ts';

const UNITS = Array.from({ length: 1 << 16 }, (_, unit) => String.fromCharCode(unit));

describe('width', () => {
  it('is what the library says of every sign, alone and beside others', () => {
    expect(UNITS.filter((sign) => width(sign) !== stringWidth(sign))).toEqual([]);
    const beside = (sign: string) => `合计≥${sign}12–3`;
    expect(UNITS.filter((sign) => width(beside(sign)) !== stringWidth(beside(sign)))).toEqual([]);
  });
});
