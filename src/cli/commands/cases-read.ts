import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { isCalledCampaign } from '../../read/input-kind.ts';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';
import { examples, type SheetFlags, sheetFlags } from '../flags.ts';
import { deliver, destination, FORMATS } from '../output.ts';
import { type Presentation, present } from '../present.ts';
import { type FindFlags, findFlags } from './cases-flags.ts';

interface Flags extends FindFlags, SheetFlags {
  readonly revise?: boolean;
  readonly dryRun?: boolean;
}

/** The campaign file where none is named. */
const USUAL = 'campaign.yaml';

/** `relief cases read [CAMPAIGN] SHEET…`: the answers that came back, into the register. */
export function declareCasesRead(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = new Command('cases read')
    .description(cli.casesRead)
    .argument('<files...>', cli.answersGiven)
    .option('--revise', cli.casesRevise)
    .option('--dry-run', cli.casesDryRun)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  program.addCommand(command);
  findFlags(sheetFlags(command, catalogue, FORMATS, cli.output), context).action(
    async (files: string[], flags: Flags) => {
      const { findCases, oneCampaign } = await import('../cases.ts');
      const { readCases } = await import('../read-cases.ts');
      const hasCampaign = files.some((file) => file !== '-' && isCalledCampaign(file)) || !existsSync(USUAL);
      const { campaign, lists: answers } = oneCampaign(hasCampaign ? files : [USUAL, ...files], context);
      if (answers.length === 0) throw new UsageError(cli.casesNoAnswers);
      const target = destination(flags, 1, context);
      const found = await findCases(campaign, [], flags, context);
      const options = { revise: flags.revise ?? false, dryRun: flags.dryRun ?? false };
      const read = await readCases(found, answers, options, context);
      const answer: Presentation = {
        records: async () => [(await import('../../render/json/answers.ts')).answersRecord(read)],
        reports: async () => {
          const { answersReport } = await import('../../report/cases/answers-report.ts');
          return [answersReport(found.plan.source.campaign.title, read, found.say, catalogue)];
        },
      };
      await deliver([{ name: 'answers', data: await present(answer, target.format, flags, context) }], target, context);
      finish(read.refused.length + read.strange.length > 0 ? EXIT.findings : EXIT.ok);
    },
  );
}

const EXAMPLES = ['relief cases read campaign.yaml 反馈/*.xlsx', 'relief cases read campaign.yaml 反馈/ --dry-run'];
