import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../domain/calendar.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import type { Overview } from '../../report/page/overview.ts';
import { daysAfter } from '../case-time.ts';
import type { FoundCases } from '../cases.ts';
import type { Context } from '../context.ts';
import { type Removal, removeRows } from '../remove-rows.ts';
import { type SentCases, writeSheets } from '../send-cases.ts';
import { SideBySide } from '../split-lists.ts';
import type { RunOptions } from './run-options.ts';
import { ofPayouts, type RunTarget } from './run-reports.ts';

/** The lists without those who are not to be paid: what came of their rows, or why there are none. */
export type CleanLists = { readonly removal: Removal } | { readonly refused: string } | null;

/** Writes the lists without those who are not to be paid, and these alone; null where there are no lists. */
export async function cleanLists(
  { listed, enrolment }: Overview,
  { folder, words }: RunTarget,
  context: Context,
): Promise<CleanLists> {
  if (!listed) return null;
  const { clean, removed } = words.folders;
  const folders = { clean: join(folder, clean), removed: join(folder, removed), held: null };
  try {
    return { removal: await removeRows(ofPayouts(listed, enrolment !== null), folders, context) };
  } catch (error) {
    if (error instanceof SideBySide) return { refused: error.message };
    throw error;
  }
}

/** The sheets of cases that have not gone out. */
export interface ToBeSent {
  readonly sent: SentCases;
  /** As it is called in the folder. */
  readonly file: string;
  readonly isSent: boolean;
  /** What the register will say of it; nothing where they do not go out. */
  readonly events: readonly CaseEvent[];
  /** Is a file a record of what went out, which no later run touches? */
  readonly isRecord: (file: string) => boolean;
  /** Says in the register that they went out, where that is so. */
  readonly record: () => void;
}

/** So many days there are to answer where nobody says. */
const USUAL_DAYS = 7;

/** Writes a sheet and a letter for each unit with cases that have not gone out as they are. */
export async function toBeSent(
  found: FoundCases,
  { folder, words }: RunTarget,
  { send = false, due, contact = '', showIds = false }: RunOptions,
  context: Context,
): Promise<ToBeSent> {
  const today = context.io.today() as Day;
  const { sent: out, unsent } = words.folders;
  const file = send ? freeFolder(folder, `${out}/${today}`) : unsent;
  const options = { folder: join(folder, file), mode: 'new' as const, due: due ?? daysAfter(today, USUAL_DAYS) };
  const { sent, events, record } = await writeSheets(found, { ...options, contact, showIds }, context);
  return {
    sent,
    file,
    isSent: send,
    events: send ? events() : [],
    isRecord: (name) => send && name.startsWith(`${file}/`),
    record: send ? record : () => {},
  };
}

/** What went out earlier on the day stays. */
function freeFolder(folder: string, name: string): string {
  let free = name;
  for (let copy = 2; existsSync(join(folder, free)); copy += 1) free = `${name}-${copy}`;
  return free;
}
