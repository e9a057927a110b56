import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { DraftAnswer } from '../../answer/draft.ts';
import { wordsFor } from '../../text/words.ts';
import type { DraftWords } from '../../text/zh/draft.ts';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';
import { choice, examples } from '../flags.ts';

interface Flags {
  readonly format: 'yaml' | 'json';
  readonly output?: string;
  readonly force?: boolean;
  readonly check?: string;
}

/** `relief draft NOTICE`: the campaign file that a document comes to, to be looked through by whoever knows it. */
export function declareDraft(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io, outputs, say } = context;
  const { cli } = catalogue;
  program
    .command('draft')
    .description(cli.draft)
    .argument('<file>', cli.notice)
    .addOption(choice(catalogue, '-f, --format <format>', cli.format, ['yaml', 'json']).default('yaml'))
    .option('-o, --output <file>', cli.outputFile)
    .option('--force', cli.force)
    .option('--check <campaign>', cli.checkDraft)
    .addHelpText('after', examples(EXAMPLES, catalogue))
    .action(async (file: string, { format, output, force, check }: Flags) => {
      if (check !== undefined) {
        if (output !== undefined) throw new UsageError(cli.checkWritesNothing);
        finish(await checked(check, file, context));
        return;
      }
      if (output !== undefined && existsSync(output) && !force) throw new UsageError(cli.draftExists(output));
      outputs.protect([file]);
      const { draftAnswer } = await import('../../answer/draft.ts');
      const answer = await draftAnswer(file);
      const words = await wordsOf(context);
      const data = await rendered(answer, format, words, context);
      if (output === undefined) io.stdout.write(data);
      else {
        await outputs.write(output, data);
        outputs.put();
      }
      sayEquation(answer, words, say, output);
      finish(EXIT.ok);
    });
}

const EXAMPLES = [
  'relief draft notice.docx -o campaign.yaml',
  'relief draft notice.pdf',
  'relief draft --check campaign.yaml notice.docx',
  'relief draft notice.txt --format json | jq .equation',
];

const wordsOf = async ({ catalogue }: Context): Promise<DraftWords> => wordsFor('draft', catalogue.language);

/** Says how a campaign's figures and the document's differ, and gives the exit code. */
async function checked(campaign: string, file: string, context: Context): Promise<number> {
  const { checkDraft } = await import('../../answer/check-draft.ts');
  const { checkLines } = await import('../../render/draft-check.ts');
  const answer = await checkDraft(campaign, file);
  context.io.stdout.write(checkLines(answer, await wordsOf(context)));
  return answer.missing.length + answer.extra.length > 0 ? EXIT.findings : EXIT.ok;
}

async function rendered(
  answer: DraftAnswer,
  format: Flags['format'],
  words: DraftWords,
  { catalogue }: Context,
): Promise<string> {
  if (format === 'yaml') {
    const { renderDraft } = await import('../../render/draft-yaml.ts');
    return renderDraft(answer, words, catalogue.colon);
  }
  const { renderJson } = await import('../../render/json/json.ts');
  const { draftRecord } = await import('../../render/json/draft.ts');
  let text = '';
  for await (const piece of renderJson([draftRecord(answer)])) text += piece;
  return text;
}

function sayEquation(
  { draft, pictures, figures, doubts }: DraftAnswer,
  words: DraftWords,
  say: Context['say'],
  output: string | undefined,
): void {
  say(words.equation(figures.all, figures.placed, figures.aside, figures.open));
  if (pictures.length > 0) say(words.notRead(pictures));
  say(draft.departments.length === 0 ? words.empty : words.doubts(doubts));
  if (output !== undefined && draft.departments.length > 0) say(words.next(output));
}
