import { checkPublic, type PublicFile } from '../answer/check-public.ts';
import { InvalidInput, type Problem } from '../domain/problem.ts';
import { wordsFor } from '../text/words.ts';
import type { PublicWords } from '../text/zh/public.ts';
import type { Context, Finish } from './context.ts';
import { EXIT, UsageError } from './errors.ts';
import type { ReportFlags } from './flags.ts';
import { deliver, destination } from './output.ts';
import { type Presentation, present } from './present.ts';

export interface PublicFlags extends ReportFlags {
  /** Numbers that may stand in what is published. */
  readonly allow?: readonly string[];
}

/**
 * `relief check --public FILE…`: is there anybody's number in what is about to be published?
 * @throws InvalidInput with all files that can't be looked at, after what was found in the others has been shown.
 */
export async function publicCheck(
  files: readonly string[],
  flags: PublicFlags,
  context: Context,
  finish: Finish,
): Promise<void> {
  const { cli } = context.catalogue;
  if (files.length === 0) throw new UsageError(cli.nothingPublic);
  const target = destination(flags, 1, context, FORMATS);
  const checked: PublicFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      checked.push(await checkPublic(file, flags.allow ?? []));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, place: { ...problem.place, file } }) as Problem));
    }
  }
  if (checked.length > 0) {
    const words = await publicWords(context);
    const data = await present(presentation(checked, words, context), target.format, flags, context);
    await deliver([{ name: 'public', data }], target, context);
    if (target.to !== 'stdout') await sayVerdict(checked, words, context);
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  const isFound = checked.some(({ found }) => found.length > 0) && flags.failOn !== 'never';
  finish(isFound ? EXIT.findings : EXIT.ok);
}

const FORMATS = ['table', 'json', 'jsonl', 'csv'] as const;

const publicWords = async ({ catalogue }: Context): Promise<PublicWords> => wordsFor('public', catalogue.language);

const presentation = (checked: readonly PublicFile[], words: PublicWords, { catalogue }: Context): Presentation => ({
  records: async () => [(await import('../render/json/public.ts')).publicRecord(checked, words)],
  reports: async () => [(await import('../report/public/public-report.ts')).publicReport(checked, words, catalogue)],
});

async function sayVerdict(checked: readonly PublicFile[], words: PublicWords, context: Context): Promise<void> {
  const { publicVerdict } = await import('../report/public/public-report.ts');
  const { shownText } = await import('../domain/shown/masking.ts');
  for (const [, line] of publicVerdict(checked, words, context.catalogue)) context.say(shownText(line));
}
