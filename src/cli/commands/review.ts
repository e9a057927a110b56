import { type Command, Option } from 'commander';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';
import { examples } from '../flags.ts';
import { type FindFlags, findFlags } from './cases-flags.ts';

interface Flags extends FindFlags {
  readonly budget?: number;
  readonly by?: string;
  readonly showIds?: boolean;
}

/** `relief review CAMPAIGN`: are these two the same person? */
export function declareReview(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('review')
    .description(cli.review)
    .argument('<files...>', cli.campaignAndLists)
    .addOption(new Option('--budget <pairs>', cli.reviewBudget).argParser((value) => whole(value, context)))
    .option('--by <name>', cli.reviewBy)
    .option('--show-ids', cli.showIds)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  findFlags(command, context).action(async (files: string[], flags: Flags) => {
    const { findCases, oneCampaign } = await import('../cases.ts');
    const { reviewPairs } = await import('../review-pairs.ts');
    const { campaign, lists } = oneCampaign(files, context);
    const found = await findCases(campaign, lists, flags, context);
    const { budget = Number.POSITIVE_INFINITY, by = '', showIds = false } = flags;
    await reviewPairs(found, { budget, by, showIds }, context);
    finish(EXIT.ok);
  });
}

const EXAMPLES = ['relief review campaign.yaml', 'relief review campaign.yaml --budget 20 --by 王科长'];

function whole(value: string, { catalogue }: Context): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError(catalogue.cli.badBudget(value));
}
