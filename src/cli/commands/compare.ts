import type { Command } from 'commander';
import type { Comparison } from '../../totals/compare/compare.ts';
import type { Examined } from '../campaigns.ts';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';
import { examples, type SheetFlags, sheetFlags } from '../flags.ts';
import { sortInputs } from '../list-flags.ts';
import { deliver, destination, FORMATS } from '../output.ts';
import { type Presentation, present } from '../present.ts';

/** `relief compare FROM TO`: two years, or a plan and its report, side by side. */
export function declareCompare(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('compare')
    .description(cli.compare)
    .argument('[files...]', cli.twoCampaigns) // how many is said below, with how to mend it
    .usage('[options] <from.yaml> <to.yaml>')
    .addHelpText('after', examples(EXAMPLES, catalogue));
  sheetFlags(command, catalogue, FORMATS, cli.outputFile).action(async (files: string[], flags: SheetFlags) => {
    const [list] = sortInputs(
      files.filter((file) => file !== '-'),
      'campaign',
    ).lists;
    if (list !== undefined) throw new UsageError(cli.comparesCampaigns(list));
    if (files.length !== 2) throw new UsageError(cli.needsTwoCampaigns(files.length));
    const target = destination(flags, 1, context);
    const { examine } = await import('../campaigns.ts');
    const { compare } = await import('../../totals/compare/compare.ts');
    const examined = await examine(files, context);
    const [from, to] = examined;
    if (!from || !to) return;
    const answer = presentation(compare(from.budget, to.budget), examined, context);
    const data = await present(answer, target.format, flags, context);
    const name = examined.map(({ source }) => source.campaign.id).join('+');
    await deliver([{ name, data }], target, context);
    finish(EXIT.ok);
  });
}

const EXAMPLES = [
  'relief compare campaigns/putuo-2008.yaml campaigns/putuo-2017.yaml',
  'relief compare 2025.yaml 2026.yaml -o compare.xlsx',
  'relief compare plan.yaml report.yaml --format json | jq .summary',
];

const presentation = (comparison: Comparison, examined: readonly Examined[], { catalogue }: Context): Presentation => ({
  records: async () => {
    const { compareRecord } = await import('../../render/json/compare.ts');
    const files = examined.map(({ source }) => source.file);
    return [compareRecord(comparison, files, catalogue)];
  },
  reports: async () => {
    const { default: words } = await (catalogue.language === 'zh'
      ? import('../../text/zh/compare.ts')
      : import('../../text/en/compare.ts'));
    const { compareReport } = await import('../../report/compare/compare-report.ts');
    return [compareReport(comparison, catalogue, words)];
  },
});
