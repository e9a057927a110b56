import type { Command } from 'commander';
import type { Day } from '../../domain/calendar.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import type { ExaminedCases } from '../../report/cases/examined-cases.ts';
import type { Context, Finish } from '../context.ts';
import { type DoubtFlags, doubtFlags, refuseWithoutPeople } from '../doubt-flags.ts';
import { examples, type ReportFlags, reportFlags } from '../flags.ts';
import { deliver, destination, FORMATS, sayOutcome } from '../output.ts';
import { type Presentation, present } from '../present.ts';
import { type FindFlags, findFlags } from './cases-flags.ts';

interface Flags extends ReportFlags, FindFlags, DoubtFlags {
  readonly people?: boolean;
}

/** `relief cases CAMPAIGN`: which doubts went out, who answered, and what is closed? */
export function declareCases(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('cases')
    .description(cli.cases)
    .argument('<files...>', cli.campaignAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  findFlags(reportFlags(command, catalogue, FORMATS), context).option('--people', cli.doubtPeople);
  doubtFlags(command, context).action(async (files: string[], flags: Flags) => {
    refuseWithoutPeople(flags, context);
    const { exitCode } = await import('../campaigns.ts');
    const { examinedCases, findCases, oneCampaign, registerOf } = await import('../cases.ts');
    const { campaign, lists } = oneCampaign(files, context);
    const target = destination(flags, 1, context);
    const found = await findCases(campaign, lists, flags, context);
    const examined = examinedCases(found, registerOf(found), context.io.today() as Day);
    const answer = flags.people ? await byPerson(examined, flags, context) : casesPresentation(examined, context);
    const data = await present(answer, target.format, flags, context);
    await deliver([{ name: 'cases', data }], target, context);
    const { casesCounts, casesVerdict } = await import('../../report/cases/cases-verdict.ts');
    const counts = casesCounts(examined);
    sayOutcome(target, casesVerdict(examined, catalogue), counts, context);
    finish(
      exitCode(
        SEVERITIES.filter((severity) => counts[severity] > 0),
        flags.failOn,
      ),
    );
  });
}

const EXAMPLES = [
  'relief cases campaign.yaml',
  'relief cases campaign.yaml -o 台账.xlsx',
  'relief cases campaign.yaml --people --budget 50',
];

/** Who is to be looked at first. */
async function byPerson({ campaign, book }: ExaminedCases, flags: Flags, context: Context): Promise<Presentation> {
  const { doubtsPresentation, examinedDoubts } = await import('../doubts.ts');
  return doubtsPresentation(await examinedDoubts(campaign.title, book.cases, flags, context));
}

/** Where every case is, as any format has it. */
export const casesPresentation = (examined: ExaminedCases, { catalogue }: Context): Presentation => ({
  records: async () => [(await import('../../render/json/cases.ts')).casesRecord(examined)],
  reports: async () => [(await import('../../report/cases/cases-report.ts')).casesReport(examined, catalogue)],
  csv: async ({ bom }) => {
    const { renderLongCsv } = await import('../../render/csv/long.ts');
    const { ledgerSheet } = await import('../../report/cases/cases-workbook.ts');
    return renderLongCsv(ledgerSheet(examined, catalogue), { bom });
  },
  workbook: async () => (await import('../../report/cases/cases-workbook.ts')).casesWorkbook(examined, catalogue),
});
