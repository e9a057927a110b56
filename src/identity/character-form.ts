import { Converter } from 'opencc-js/t2cn';
import { standardForm, surnameForm } from './variants.ts';

const simplified = Converter({ from: 't', to: 'cn' });
const known = new Map<string, string>();

/** A character in simplified characters, without variants; a letter in lower case. */
export function formOf(written: string): string {
  const before = known.get(written);
  if (before !== undefined) return before;
  const form = standardForm(simplified(written.toLowerCase()));
  known.set(written, form);
  return form;
}

/** The forms of the characters of a name that is given without dots and spaces, the first of which is a surname's. */
export function formsOf(name: string): string[] {
  return Array.from(name, (written, place) => (place === 0 ? surnameForm(formOf(written)) : formOf(written)));
}
