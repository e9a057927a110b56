import { existsSync, realpathSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { checkRows } from '../checks/row/check-rows.ts';
import type { Campaign } from '../domain/campaign.ts';
import { type Lists, readLists } from '../engine/lists.ts';
import { CIRCUMSTANCES, type LoadedField } from '../engine/loaded-field.ts';
import type { ListInput } from '../read/list/list-source.ts';
import type { ExaminedLists } from '../report/examined-lists.ts';
import type { ListWords } from '../text/lists-zh.ts';
import { budgetOf } from '../totals/budget.ts';
import { listedTotals } from '../totals/listed.ts';
import type { Reconciliation } from '../totals/reconciliation.ts';
import { unpaidRows } from '../totals/unpaid.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { filesOf, folderOf } from './files-of.ts';
import type { ListFlags } from './list-flags.ts';
import { Progress } from './progress.ts';
import type { GivenReturns } from './returns.ts';

/** What is to be done with lists besides reading them. */
export interface ListOptions extends ListFlags {
  readonly by?: 'subdistrict';
  /** Whether the campaign's bank returns are read too. */
  readonly withReturns?: boolean;
}

/** A campaign, where its lists are looked for from. */
export interface CampaignAt {
  readonly path: string;
  readonly campaign: Campaign;
}

/**
 * Reads, adds up and checks lists: those that are given, else the campaign's own. The caller closes their database.
 * @throws InvalidInput with everything that is wrong with any of them; UsageError when one is given twice.
 */
export async function examineLists(
  given: readonly string[],
  campaign: CampaignAt | null,
  options: ListOptions,
  context: Context,
): Promise<ExaminedLists> {
  const bySubdistrict = options.by === 'subdistrict';
  const leaveOut = [...FOR_PAIRS, 'address', ...(bySubdistrict ? [] : (['subdistrict'] as const))] as const;
  const returns = options.withReturns && campaign ? await returnsOf(campaign, options, context) : NO_RETURNS;
  return whileReading(
    given,
    campaign,
    { ...options, others: returns.inputs, leaveOut },
    context,
    async (lists, words) => {
      const totals = await listedTotals(lists, { bySubdistrict });
      return {
        lists,
        totals,
        unpaid: await unpaidRows(lists),
        checked: await checkRows(lists, context.io.today()),
        words,
        ...(returns.inputs.length > 0 ? { reconciliation: await reconciled(lists, returns) } : {}),
      };
    },
  );
}

const NO_RETURNS: Pick<GivenReturns, 'entries' | 'inputs'> = { entries: [], inputs: [] };

async function returnsOf(campaign: CampaignAt, { column = new Map() }: ListOptions, { io }: Context) {
  const { returnsFor } = await import('./returns.ts');
  return returnsFor(campaign, {}, column, io.today());
}

async function reconciled(lists: Lists, { entries }: Pick<GivenReturns, 'entries'>): Promise<Reconciliation> {
  const { resolveIdentities } = await import('../identity/resolve.ts');
  const { KEPT_FOR_PAYMENTS } = await import('../totals/payments.ts');
  const { reconciliationOf } = await import('../totals/reconciliation.ts');
  await resolveIdentities(lists, { noRepeated: true, keeps: KEPT_FOR_PAYMENTS });
  return reconciliationOf(lists, entries, lists.campaign && budgetOf(lists.campaign));
}

/** Fields that say neither who is paid nor how much: only rules on single rows and between rows ask for them. */
export const FOR_OTHERS = [
  ...CIRCUMSTANCES,
  'subdistrict',
  'address',
  'agent',
  'household_size',
  'quantity',
  'sex',
  'birth',
  'age',
  'sign',
  'holder',
] as const;

/** Fields that only rules between rows ask for. */
const FOR_PAIRS = [...CIRCUMSTANCES, 'other_id', 'phone', 'agent'] as const;

interface Reading extends ListFlags {
  /** Whether a list without departments is that of the one it is called after. */
  readonly byFile?: boolean;
  readonly against?: readonly string[];
  /** Rosters and bank returns, as they are to be read. */
  readonly others?: readonly ListInput[];
  readonly leaveOut: readonly LoadedField[];
}

/** Reads lists, with progress, and closes them again where `work` does not come to its end. */
export async function whileReading<T>(
  given: readonly string[],
  campaign: CampaignAt | null,
  { column = new Map(), sheet, threads, memoryLimit, against = [], others = [], leaveOut, byFile = false }: Reading,
  { io, catalogue, quiet }: Context,
  work: (lists: Lists, words: ListWords) => Promise<T>,
): Promise<T> {
  const asGiven = (file: string): ListInput => ({
    ...listGiven(file, { column, ...(sheet === undefined ? {} : { sheet }) }),
    ...(byFile && file !== '-' ? { departmentElse: calledAfter(file, [...given, ...against]) } : {}),
  });
  const own = campaign && given.length === 0 ? ownLists(campaign.path, campaign.campaign, column, sheet) : [];
  const inputs = [
    ...given.map(asGiven),
    ...own,
    ...against.map((file): ListInput => ({ ...asGiven(file), role: 'earlier' })),
    ...others,
  ];
  const { default: words } = await (catalogue.language === 'zh'
    ? import('../text/lists-zh.ts')
    : import('../text/lists-en.ts'));
  const twice = repeated(inputs);
  if (twice !== undefined) throw new UsageError(twice === '-' ? words.stdinTwice : words.twice(twice));
  const options = {
    ...(threads === undefined ? {} : { threads }),
    ...(memoryLimit === undefined ? {} : { memory: memoryLimit }),
    leaveOut,
  };
  const progress = new Progress(io, quiet);
  try {
    const lists = await readLists(inputs, campaign?.campaign ?? null, options, (index) =>
      progress.say(words.progress(index + 1, inputs.length, inputs[index]?.file ?? '')),
    );
    try {
      return await work(lists, words);
    } catch (error) {
      lists.database.close();
      throw error;
    }
  } finally {
    progress.end();
  }
}

/** The lists that are given, else the campaign's own. */
export function listsOf(given: readonly string[], { path, campaign }: CampaignAt, flags: ListFlags): ListInput[] {
  if (given.length > 0) return given.map((file) => listGiven(file, flags));
  return ownLists(path, campaign, flags.column ?? new Map(), flags.sheet);
}

function listGiven(file: string, { column = new Map(), sheet }: ListFlags): ListInput {
  return { file, columns: column, ...(sheet === undefined ? {} : { sheet }) };
}

/** A file's name without its ending, or the whole path where others have the same. */
function calledAfter(file: string, files: readonly string[]): string {
  const name = (path: string) => basename(path, extname(path));
  return files.some((other) => other !== file && name(other) === name(file)) ? file : name(file);
}

/**
 * A list that would be counted twice: patterns overlap, or one file is named by two paths. It may well be a roster too; of bank
 * returns one that comes twice is known by its bytes, and said.
 */
function repeated(inputs: readonly ListInput[]): string | undefined {
  const identity = ({ file, sheet, role, entry }: ListInput) => {
    if (file === '-') return file; // whatever for, standard input is read once
    const path = existsSync(file) ? realpathSync(file) : file;
    return JSON.stringify([path, sheet, ...(role === 'roster' ? [role, entry] : [])]);
  };
  const known = new Set<string>();
  return inputs.find(
    (input) => (input.role !== 'return' || input.file === '-') && known.size === known.add(identity(input)).size,
  )?.file;
}

/** The campaign's `lists:`, by file or pattern, as seen from the folder that the campaign file is in. */
function ownLists(
  path: string,
  { lists }: Campaign,
  column: ReadonlyMap<string, string>,
  asked: string | undefined,
): ListInput[] {
  const folder = folderOf(path);
  return lists.flatMap(({ file, columns = {}, sheet = asked, department, measure }) => {
    const rest = {
      columns: new Map([...Object.entries(columns), ...column]),
      ...(sheet === undefined ? {} : { sheet }),
      ...(department === undefined ? {} : { department }),
      ...(measure === undefined ? {} : { measure }),
    };
    return filesOf(file, folder).map((each): ListInput => ({ file: each, ...rest }));
  });
}
