import { maskId } from './id-number.ts';

/** Runs that may be an ID number, a phone or an account. */
const NUMBERS = /\d[\dXx*]{6,}/g;

/** Any text of a list as it may be shown: whatever looks like somebody's number in it is masked. */
export function maskText(text: string): string {
  return text.normalize('NFKC').replace(NUMBERS, (number) => maskId(number));
}

/** A person as a finding names one: the name, since people must act on it, and the masked ID number. */
export function maskedPerson(name: string | null, id: string | null): string {
  return [name === null ? null : maskText(name), id === null ? null : maskId(id)]
    .filter((part) => part !== null)
    .join(' ');
}
