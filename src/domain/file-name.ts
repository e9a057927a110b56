import { shownText } from './shown/masking.ts';

/** So long may a file's name be, so that with an ending it fits everywhere. */
const LONGEST = 60;
/** What no file's name may have on some system, or would lead elsewhere; and names that Windows keeps for devices. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu;
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/**
 * A text as a file's name without its ending, on any system: never a path, hidden or empty. `taken` are those there are, in
 * small letters; the new one is added.
 */
export function fileNameOf(text: string, taken: Set<string>): string {
  const signs = [...text.replace(FORBIDDEN, '_').replace(/\s+/g, ' ')];
  const plain = signs
    .slice(0, LONGEST)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  const base = plain === '' || DEVICE.test(plain) ? `_${plain}` : plain;
  let name = base;
  for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${base}-${copy}`;
  taken.add(name.toLowerCase());
  return name;
}

/** The same of what somebody wrote, without numbers of people: names of files are seen by whoever sees the folder, and stay in mails. */
export const shownFileName = (text: string, taken: Set<string>): string => fileNameOf(shownText(text), taken);
