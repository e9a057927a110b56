import fc from 'fast-check';

/** Any text at all: whole characters, halves of surrogate pairs, and the parts that cells are made of. */
export const anyCell: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...Array.from('013９Xx*＊×…·.-—/ 　\t\u200b\ufeff\'"=()（）【代故已元万角E+,，￥年月日零一壹仟号李é\u0301'),
      ),
    )
    .map((parts) => parts.join('')),
);

/** A megabyte of each part that could make a careless pattern take quadratic time. */
export const HOSTILE_PARTS = [
  '1',
  '0',
  ' ',
  "'",
  '="',
  '-',
  '1-',
  '*',
  'X',
  '…',
  '(',
  ')',
  '(代',
  '一',
  '元',
  '1,',
  '·',
  '. ',
  '代',
  '无',
  '无证',
  '\u0300\u0316',
  '\u200b',
  '\ufdfa',
  '\ud800',
  'a ',
  '年',
];

export function megabyteOf(part: string): string {
  return part.repeat(Math.ceil(1_000_000 / part.length));
}
