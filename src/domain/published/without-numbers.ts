import { withoutControls } from '../shown/controls.ts';
import { namingNumbers } from '../shown/naming-numbers.ts';

/** A text with what may be somebody's number left out, not masked: in public a masked number tells more than none. */
export function withoutNumbers(text: string): string {
  const { signs, found } = namingNumbers(withoutControls(text), true);
  if (found.length === 0) return signs.join('');
  let left = '';
  let end = 0;
  for (const { from, to } of found) {
    left += signs.slice(end, from).join('');
    end = to;
  }
  return (left + signs.slice(end).join('')).replace(/\d{6}\*+[\dXx]{3,4}/g, '').trim();
}

/** What stands before the first number; where nothing does, what is left without the numbers. */
export function beforeNumbers(text: string): string {
  const { signs, found } = namingNumbers(withoutControls(text), true);
  const before = signs.slice(0, found[0]?.from ?? signs.length).join('');
  return /\p{L}/u.test(before) ? before : withoutNumbers(text);
}
