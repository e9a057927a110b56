import { basename, extname } from 'node:path';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { EARLIEST_PAID } from '../domain/row/payout-day.ts';
import type { ListInput } from '../read/list/list-input.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import { UsageError } from './errors.ts';
import { filesOf, folderOf } from './files-of.ts';
import { type GatheredLists, gatherLists } from './gather-lists.ts';
import type { ListFlags } from './list-flags.ts';
import { saidOfLists } from './said-of-lists.ts';

/** A campaign, where its lists are looked for from. */
export interface CampaignAt {
  readonly path: string;
  readonly campaign: Campaign;
}

/** Lists as the command line names them. */
export interface GivenLists {
  readonly given: readonly string[];
  /** Lists of what was paid earlier. */
  readonly against?: readonly string[];
}

/**
 * The campaign's own lists, and those that are given beside it.
 * @throws UsageError where one is said to be two things, or something is said of none.
 */
export function listsOf(
  { given, against = [] }: GivenLists,
  campaign: CampaignAt | null,
  flags: ListFlags,
  catalogue: Catalogue,
): GatheredLists {
  const { only = false, as = [], column = new Map(), sheet } = flags;
  const { cli } = catalogue;
  if (given.length + against.length === 0 && as.length > 0) throw new UsageError(cli.needsGiven('--as'));
  if (given.length === 0 && only) throw new UsageError(cli.needsGiven('--only'));
  const said = saidOfLists(as, [...given, ...against], campaign?.campaign ?? null, catalogue);
  const asGiven = (file: string): ListInput => ({
    file,
    columns: new Map(),
    anywhere: column,
    ...said(file),
    ...(sheet === undefined ? {} : { sheet }),
  });
  const named = {
    own: campaign && ownLists(campaign, flags),
    given: given.map(asGiven),
    against: against.map((file): ListInput => ({ ...asGiven(file), role: 'earlier' })),
    only,
  };
  if ([...given, ...against].filter((file) => file === '-').length > 1) throw new UsageError(cli.stdinTwice);
  const lists = gatherLists(named, cli.saidTwice);
  const isPaid = lists.inputs.length > 0 && lists.inputs.every(({ role }) => role === 'earlier');
  if (isPaid && (given.length > 0 || campaign)) throw new UsageError(cli.allPaidEarlier(catalogue.list(against)));
  return lists;
}

/** The campaign's `lists:`, by file or pattern, as seen from the folder that the campaign file is in. */
function ownLists({ path, campaign: { lists, year } }: CampaignAt, { column = new Map(), sheet: asked }: ListFlags) {
  const folder = folderOf(path);
  return lists.flatMap(({ file, columns, measures, sheet = asked, department, measure, batch, paid }) => {
    const rest = {
      columns: new Map(Object.entries(columns)),
      measures: new Map(Object.entries(measures)),
      anywhere: column,
      ...(sheet === undefined ? {} : { sheet }),
      ...(department === undefined ? {} : { department }),
      ...(measure === undefined ? {} : { measure }),
      ...(batch === undefined ? {} : { batch }),
      ...paidWhen(paid, year),
    };
    return filesOf(file, folder).map((each): ListInput => ({ file: each, ...rest }));
  });
}

/** Whether its money has left, and in which days, where those are known. */
function paidWhen(
  paid: CampaignAt['campaign']['lists'][number]['paid'],
  year: number | null,
): Pick<ListInput, 'paid' | 'paidIn'> {
  if (typeof paid !== 'object') return paid ? { paid } : {};
  const { from, until } = paid.resolve(year ?? 0);
  const isKnown = from !== null && until !== null && from >= EARLIEST_PAID;
  return { paid: paid.text, ...(isKnown ? { paidIn: { from, until } } : {}) };
}

/** Each list that says no department as that of the one that its file is called after. */
export function calledAfterFiles(inputs: readonly ListInput[]): ListInput[] {
  const files = inputs.map(({ file }) => file);
  return inputs.map((input) =>
    input.file === '-' ? input : { departmentElse: calledAfter(input.file, files), ...input },
  );
}

/** A file's name without its ending, or the whole path where others have the same. */
function calledAfter(file: string, files: readonly string[]): string {
  const name = (path: string) => basename(path, extname(path));
  return files.some((other) => other !== file && name(other) === name(file)) ? file : name(file);
}
