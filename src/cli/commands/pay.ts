import { type Command, Option } from 'commander';
import type { ExaminedPayments } from '../../report/pay/examined-payments.ts';
import type { Context, Finish } from '../context.ts';
import { choice, examples, several } from '../flags.ts';
import { type ListFlags, listFlags } from '../list-flags.ts';
import { FAIL_ON, type FailOn } from '../options.ts';
import { deliver } from '../output.ts';
import type { Presentation } from '../present.ts';
import type { ReturnFlags } from '../returns.ts';

const PAY_FORMATS = ['table', 'json', 'csv', 'md'] as const;
type PayFormat = (typeof PAY_FORMATS)[number];

interface Flags extends ListFlags, ReturnFlags {
  readonly output?: string;
  readonly format?: PayFormat;
  readonly retry?: boolean;
  readonly accounts?: readonly string[];
  readonly payDoubts?: boolean;
  readonly withdraw?: string;
  readonly note?: string;
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  readonly showIds?: boolean;
  readonly width?: number;
  readonly bom?: boolean;
  readonly failOn: FailOn;
}

/** So many of each reason are shown of what is held back; the batch's list has all. */
const SHOWN = 3;

/** `relief pay CAMPAIGN [LIST…] -o FOLDER/`: who is paid through a bank, and in what files? */
export function declarePay(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('pay')
    .description(cli.pay)
    .argument('<files...>', cli.campaignAndLists)
    .option('-o, --output <folder>', cli.payFolder)
    .option('--retry', cli.payRetry)
    .addOption(new Option('--accounts <file>', cli.payAccounts).argParser(several))
    .option('--pay-doubts', cli.payDoubts)
    .option('--withdraw <batch>', cli.payWithdraw)
    .option('--note <words>', cli.payNote)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(command, catalogue)
    .addOption(new Option('--roster <file>', cli.roster).argParser(several))
    .addOption(new Option('--blocked <file>', cli.blockedRoster).argParser(several))
    .addOption(new Option('--returns <file>', cli.returns).argParser(several))
    .option('--cumulative', cli.cumulative)
    .addOption(choice(catalogue, '-f, --format <format>', cli.format, PAY_FORMATS))
    .addOption(choice(catalogue, '--fail-on <severity>', cli.failOn, FAIL_ON).default('error'))
    .option('--show-ids', cli.showIds)
    .action(async (files: string[], flags: Flags) => {
      const { payRound } = await import('../pay.ts');
      const { exitCode } = await import('../campaigns.ts');
      const examined = await payRound(files, flags, context);
      if (!examined) return finish(exitCode([], flags.failOn));
      try {
        const shown = presentation(examined, flags.showIds ?? false, context);
        const { format = 'table' } = flags;
        const { present } = await import('../present.ts');
        const data = await present(shown, format, flags, context);
        await deliver([{ name: 'pay', data }], { to: 'stdout', format }, context);
        finish(exitCode(examined.sums.byKind.held.count > 0 ? ['error'] : [], flags.failOn));
      } finally {
        examined.lists.database.close();
      }
    });
}

const EXAMPLES = [
  'relief pay campaign.yaml',
  'relief pay campaign.yaml -o 代发/',
  'relief pay campaign.yaml --retry --accounts 更正账号.xlsx -o 代发/',
  'relief pay campaign.yaml --withdraw 2 --note 单位账户余额不足，没有送银行',
];

/** A round of payments, as any format has it. */
const presentation = (examined: ExaminedPayments, showIds: boolean, { catalogue }: Context): Presentation => ({
  records: async () => [(await import('../../render/json/pay.ts')).payRecord(examined, { showIds })],
  reports: async () => [
    (await import('../../report/pay/pay-report.ts')).payReport(examined, catalogue, { showIds }, SHOWN),
  ],
});
