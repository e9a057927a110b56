import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../src/domain/file-name.ts';

describe('a text as a file’s name', () => {
  it.each([
    ['石泉街道一居委', '石泉街道一居委'],
    ['a/b\\c:d', 'a_b_c_d'],
    ['../..', '_'],
    ['...', '_'],
    ['', '_'],
    ['con', '_con'],
    ['nul.x', '_nul.x'],
    ['LPT1 ', '_LPT1'],
    ['com¹', '_com¹'],
    ['CONIN$', '_CONIN$'],
    ['console', 'console'],
    ['半\ud842个', '半_个'],
    [`${'石'.repeat(59)}𠮷𠮷`, `${'石'.repeat(59)}𠮷`],
  ])('%j: %j', (text, name) => {
    expect(fileNameOf(text, new Set())).toBe(name);
  });

  it('is another for each, in whatever letters', () => {
    const taken = new Set<string>();
    expect(['A', 'a', 'A'].map((text) => fileNameOf(text, taken))).toEqual(['A', 'a-2', 'A-3']);
  });
});
