import { charactersOf } from './character.ts';
import { isMaskedName } from './name-level.ts';

/** 张某, 张某某: as much as a surname, of a name of any length. */
const SURNAME_ALONE = /^[^*某]{1,2}某{1,2}$/;

/** May two names, of which at least one is masked, be one: of the same length, and what is shown of both the same, and some of it is? */
export function maskFits(a: string, b: string): boolean {
  if (SURNAME_ALONE.test(a) || SURNAME_ALONE.test(b)) return false;
  const [one, other] = [a, b].map((name) => charactersOf(name.replace(/[·\s]/g, '')));
  if (!one || !other || one.length !== other.length) return false;
  let shown = 0;
  for (const [place, { form }] of one.entries()) {
    const opposite = other[place]?.form ?? '';
    if (isMaskedName(form) || isMaskedName(opposite)) continue;
    if (form !== opposite) return false;
    shown += 1;
  }
  return shown > 0;
}
