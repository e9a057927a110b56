import { Command, Option } from 'commander';
import { type Day, isDay } from '../../domain/calendar.ts';
import { grouped } from '../../domain/money.ts';
import type { Context, Finish } from '../context.ts';
import { type DoubtFlags, doubtFlags } from '../doubt-flags.ts';
import { EXIT, UsageError } from '../errors.ts';
import { examples } from '../flags.ts';
import { type FindFlags, findFlags } from './cases-flags.ts';

interface Flags extends FindFlags, DoubtFlags {
  readonly output?: string;
  readonly due?: Day;
  readonly contact?: string;
  readonly onlyNew?: boolean;
  readonly remind?: boolean;
  readonly showIds?: boolean;
}

/** `relief cases send CAMPAIGN -o FOLDER/`: a sheet to answer and a letter for every unit. */
export function declareCasesSend(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = new Command('cases send')
    .description(cli.casesSend)
    .argument('<files...>', cli.campaignAndLists)
    .option('-o, --output <folder>', cli.casesFolder)
    .addOption(
      new Option('--due <day>', cli.casesDue).argParser((value) => {
        if (isDay(value)) return value;
        throw new UsageError(cli.badDue(value));
      }),
    )
    .option('--contact <words>', cli.casesContact)
    .option('--only-new', cli.casesOnlyNew)
    .option('--remind', cli.casesRemind)
    .option('--show-ids', cli.showIds)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  program.addCommand(command);
  doubtFlags(findFlags(command, context), context).action(async (files: string[], flags: Flags) => {
    if (flags.output === undefined) throw new UsageError(cli.casesNeedsFolder);
    if (flags.sample !== undefined && flags.budget === undefined) throw new UsageError(cli.sampleNeedsBudget);
    if (flags.onlyNew && flags.remind) throw new UsageError(cli.casesOneOf);
    const { findCases, oneCampaign } = await import('../cases.ts');
    const { sendCases } = await import('../send-cases.ts');
    const { daysAfter } = await import('../case-time.ts');
    const { campaign, lists } = oneCampaign(files, context);
    const found = await findCases(campaign, lists, flags, context);
    const due = flags.due ?? daysAfter(context.io.today() as Day, USUAL_DAYS);
    const sent = await sendCases(
      found,
      {
        folder: flags.output,
        mode: flags.remind ? 'remind' : flags.onlyNew ? 'new' : 'open',
        due,
        contact: flags.contact ?? '',
        showIds: flags.showIds ?? false,
        doubts: flags.budget === undefined ? null : flags,
      },
      context,
    );
    const figure = (count: number) => grouped(String(count));
    const { say } = found;
    if (sent.units > 0) context.say(say.sent(figure(sent.cases), figure(sent.units), flags.output, due));
    if (sent.sender !== null) context.say(say.sentBySender(sent.sender));
    if (sent.own > 0) context.say(say.sentToHost(figure(sent.own), flags.output));
    if (sent.questions > 0) context.say(say.sentQuestions(figure(sent.questions), campaign));
    if (sent.units + sent.own === 0) context.say(say.nothingToSend);
    if (sent.again > 0) context.say(say.sentAgain(figure(sent.again)));
    finish(EXIT.ok);
  });
}

/** So many days there are to answer where nobody says. */
const USUAL_DAYS = 7;

const EXAMPLES = [
  'relief cases send campaign.yaml -o 下发/',
  'relief cases send campaign.yaml --show-ids --due 2026-01-20 -o 下发/',
  'relief cases send campaign.yaml --remind -o 催办/',
];
