import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import type { ComparedPeople } from '../../report/compare/compared-people.ts';
import type { Shown } from '../../report/findings/pair-row.ts';
import { wordsFor } from '../../text/words.ts';
import type { Examined } from '../campaigns.ts';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';
import { examples, type SheetFlags, several, sheetFlags } from '../flags.ts';
import { type ListFlags, listFlags, sortInputs } from '../list-flags.ts';
import { deliver, destination, FORMATS } from '../output.ts';
import { type Presentation, present } from '../present.ts';

interface Flags extends SheetFlags, ListFlags {
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  readonly householdByAddress?: boolean;
  readonly showIds?: boolean;
  /** False with --no-lists: the plans alone. */
  readonly lists: boolean;
}

/** `relief compare FROM TO`: two years, or a plan and its report, side by side; or the people of two lists. */
export function declareCompare(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('compare')
    .description(cli.compare)
    .argument('[files...]', cli.twoCampaigns) // how many is said below, with how to mend it
    .usage('[options] <from> <to>')
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(sheetFlags(command, catalogue, FORMATS, cli.outputFile), catalogue)
    .addOption(new Option('--roster <file>', cli.roster).argParser(several))
    .addOption(new Option('--blocked <file>', cli.blockedRoster).argParser(several))
    .option('--household-by-address', cli.householdByAddress)
    .option('--show-ids', cli.showIds)
    .addOption(new Option('--no-lists', cli.noLists))
    .action(async (files: string[], flags: Flags) => {
      if (files.length !== 2) throw new UsageError(cli.needsTwoCampaigns(files.length));
      const useless = (['only', 'as'] as const).find((flag) => flags[flag] !== undefined);
      if (useless) throw new UsageError(cli.comparesWhole(`--${useless}`));
      const target = destination(flags, 1, context);
      const { campaigns, lists } = sortInputs(files, 'campaign');
      if (campaigns.length === 1) throw new UsageError(cli.comparesAlike(lists[0] ?? ''));
      const { examine } = await import('../campaigns.ts');
      const examined = await examine(campaigns, context);
      const people = await peopleOf(examined, lists, flags, context);
      try {
        const shown = { showIds: flags.showIds ?? false };
        const data = await present(presentation(examined, people, shown, context), target.format, flags, context);
        const name = examined.map(({ source }) => source.campaign.id).join('+') || 'compare';
        await deliver([{ name, data }], target, context);
        finish(EXIT.ok);
      } finally {
        people?.lists.database.close();
      }
    });
}

const EXAMPLES = [
  'relief compare campaigns/putuo-2008.yaml campaigns/putuo-2017.yaml',
  'relief compare 2025.yaml 2026.yaml -o compare.xlsx',
  'relief compare 2025.csv 2026.csv --blocked deceased.csv -o who.xlsx',
  'relief compare plan.yaml report.yaml --format json | jq .summary',
];

/** The people of two lists, or of two campaigns that both have lists; null where only plans are compared. */
async function peopleOf(
  examined: readonly Examined[],
  lists: readonly string[],
  flags: Flags,
  context: Context,
): Promise<ComparedPeople | null> {
  const [from, to] = lists;
  if (from !== undefined && to !== undefined) {
    const { examinePeople } = await import('../compare-people.ts');
    const side = (list: string) => ({ title: basename(list), campaign: null, lists: [list] });
    return examinePeople(side(from), side(to), flags, context);
  }
  const [before, now] = examined;
  if (!flags.lists || !before || !now) return null;
  const without = examined.filter(({ source }) => source.campaign.lists.length === 0);
  if (without.length > 0) {
    if (without.length === 1) context.say(context.catalogue.cli.onlyOneHasLists(without[0]?.source.file.path ?? ''));
    return null;
  }
  const { examinePeople } = await import('../compare-people.ts');
  const side = ({ source: { file, campaign } }: Examined) => ({
    title: campaign.title,
    campaign: { path: file.path, campaign },
    lists: [],
  });
  return examinePeople(side(before), side(now), flags, context);
}

/** Two campaigns, with the people of their lists where those are compared; or the people of two lists. */
function presentation(
  examined: readonly Examined[],
  people: ComparedPeople | null,
  shown: Shown,
  context: Context,
): Presentation {
  const [from, to] = examined;
  const plans = from && to ? plansPresentation(examined, people !== null, context) : null;
  const persons = people && peoplePresentation(people, shown, context);
  if (!plans || !persons) {
    const only = plans ?? persons;
    if (!only) throw new Error('two files are two campaigns or two lists');
    return only;
  }
  return {
    records: async () => {
      const [plan] = await plans.records();
      const { peopleRecord } = await import('../../render/json/compare-people.ts');
      return [{ ...plan, schema: 'relief/compare@2', ...(people ? peopleRecord(people, shown) : {}) }];
    },
    reports: async () => [...(await plans.reports()), ...(await persons.reports())],
    csv: async ({ bom }) => {
      const { renderCsv } = await import('../../render/csv/csv.ts');
      return renderCsv(await plans.reports(), context.catalogue, { bom });
    },
    workbook: async () => {
      const [plan] = await plans.reports();
      const own = await persons.workbook?.();
      return { title: plan?.title ?? '', sheets: [...(plan?.sheets ?? []), ...(own?.sheets ?? [])] };
    },
  };
}

const plansPresentation = (examined: readonly Examined[], hasPeople: boolean, { catalogue }: Context): Presentation => {
  const compared = async () => {
    const { compare } = await import('../../totals/compare/compare.ts');
    const [from, to] = examined as readonly [Examined, Examined];
    return compare(from.budget, to.budget);
  };
  return {
    records: async () => {
      const { compareRecord } = await import('../../render/json/compare.ts');
      const files = examined.map(({ source }) => source.file);
      return [compareRecord(await compared(), files, catalogue)];
    },
    reports: async () => {
      const words = await wordsFor('compare', catalogue.language);
      const { compareReport } = await import('../../report/compare/compare-report.ts');
      return [compareReport(await compared(), catalogue, words, hasPeople)];
    },
  };
};

const peoplePresentation = (people: ComparedPeople, shown: Shown, { catalogue }: Context): Presentation => ({
  records: async () => {
    const { peopleRecord } = await import('../../render/json/compare-people.ts');
    return [{ schema: 'relief/compare-people@1', ...peopleRecord(people, shown) }];
  },
  reports: async () => {
    const { peopleReport } = await import('../../report/compare/people-report.ts');
    return [peopleReport(people, catalogue, shown)];
  },
  csv: async ({ bom }) => {
    const { renderLongCsv } = await import('../../render/csv/long.ts');
    const { peopleSheet } = await import('../../report/compare/people-list.ts');
    return renderLongCsv(peopleSheet(people, shown), { bom });
  },
  workbook: async () => {
    const { peopleWorkbook } = await import('../../report/compare/people-report.ts');
    return peopleWorkbook(people, catalogue, shown);
  },
});
