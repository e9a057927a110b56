import { hasUnseen } from './sign-kinds.ts';

/** What a terminal takes for a command, with its end: colours, positions, titles, the clipboard (ECMA-48, OSC 52). */
const COMMANDS = new RegExp(
  [
    '(?:\\u001b\\]|\\u009d)[^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)',
    '(?:\\u001b[PX^_]|[\\u0090\\u0098\\u009e\\u009f])[^\\u001b\\u009c]*(?:\\u001b\\\\|\\u009c)',
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]',
    '\\u001b[ -/]*[0-Z\\\\^_`a-~]',
  ].join('|'),
  'g',
);
/** Marks that turn the reading direction (Unicode TR 36, 2.2.1), that show nothing, and halves of pairs. */
const UNSEEN = /[\p{Cf}\p{Cs}]/gu;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** A text in one line that moves no cursor, rings no bell, breaks no table and reads in one direction. */
export function withoutControls(text: string): string {
  return hasUnseen(text) ? text.replace(COMMANDS, '').replace(UNSEEN, '').replace(BREAKS, ' ') : text;
}
