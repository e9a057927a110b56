import { shownText } from '../domain/shown/masking.ts';
import type { Io } from './io.ts';

/**
 * Says something to the person at the terminal, who may see it whatever names and values it is made of. Lines are what is given as
 * such: a break within one is a user's, and no line of ours.
 */
export function tell({ stderr }: Pick<Io, 'stderr'>, ...lines: readonly string[]): void {
  for (const line of lines) stderr.write(`${shownText(line)}\n`);
}
