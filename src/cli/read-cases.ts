import { type ReadAnswers, readAnswers } from '../answer/cases/read-answers.ts';
import { InvalidInput, type Problem } from '../domain/problem.ts';
import { type AnswerSheet, readAnswerSheets } from '../read/answers/answer-sheets.ts';
import { appendEvents } from '../write/register/append-events.ts';
import { eventTime } from './case-time.ts';
import { type FoundCases, registerOf } from './cases.ts';
import type { Context } from './context.ts';

interface ReadOptions {
  readonly revise: boolean;
  /** Whether nothing is to be written. */
  readonly dryRun: boolean;
}

/**
 * Reads sheets that came back, and adds the answers that can be taken to the register.
 * @throws InvalidInput with every file that can't be read: then nothing is taken.
 */
export async function readCases(
  found: FoundCases,
  files: readonly string[],
  { revise, dryRun }: ReadOptions,
  { io }: Context,
): Promise<ReadAnswers> {
  const sheets: AnswerSheet[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      sheets.push(...(await readAnswerSheets(file)));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  const how = { time: eventTime(io), revise };
  if (dryRun) {
    const { events } = registerOf(found);
    return readAnswers(sheets, found.bookOf(events), events, how);
  }
  let read: ReadAnswers | null = null;
  appendEvents(found.register, found.plan.source.campaign.id, ({ events }) => {
    read = readAnswers(sheets, found.bookOf(events), events, how);
    return read.taken;
  });
  return read as unknown as ReadAnswers;
}
