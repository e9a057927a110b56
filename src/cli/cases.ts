import { dirname } from 'node:path';
import { type CaseBook, caseBook } from '../answer/cases/case-book.ts';
import { type CaseFinding, caseFindings, fileFrom } from '../answer/cases/case-finding.ts';
import { type Homes, homesIn } from '../answer/cases/homes.ts';
import type { Plan } from '../answer/overview.ts';
import { checkCampaign } from '../checks/campaign/check-campaign.ts';
import { RULES } from '../checks/index.ts';
import type { Day } from '../domain/calendar.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { everyList } from '../engine/lists.ts';
import { readCampaign } from '../read/campaign-file.ts';
import { registerBeside } from '../read/register/beside.ts';
import { type Register, readRegister } from '../read/register/register.ts';
import type { ExaminedCases } from '../report/cases/examined-cases.ts';
import type { Overview } from '../report/page/overview.ts';
import { wordsFor } from '../text/words.ts';
import type { CasesWords } from '../text/zh/cases.ts';
import { examine } from './campaigns.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { sortInputs } from './list-flags.ts';
import { examineOverview, type OverviewOptions } from './overview.ts';

export interface CasesOptions extends OverviewOptions {
  /** Whether hints are cases too. */
  readonly hints?: boolean;
}

/** What is found now, with all that is needed to hold a register against it. */
export interface FoundCases {
  readonly plan: Pick<Plan, 'source'>;
  readonly register: string;
  readonly findings: readonly CaseFinding[];
  /** The cases that go on from what a register says. */
  readonly bookOf: (events: readonly CaseEvent[]) => CaseBook;
  readonly say: CasesWords;
}

/**
 * Reads all that belongs to a campaign, and finds every case: also those that an exception covers, which are cases that are allowed.
 * @throws InvalidInput; UsageError.
 */
export async function findCases(
  campaign: string,
  given: readonly string[],
  options: CasesOptions,
  context: Context,
): Promise<FoundCases> {
  const [plan] = await examine([campaign], context);
  if (!plan) throw new UsageError(context.catalogue.cli.needsCampaign);
  context.outputs.protect([registerBeside(campaign)]);
  const all = withoutExceptions(plan, context.io.today());
  const overview = await examineOverview(given, all, options, context);
  try {
    const checked = overview.listed?.checked.stream(undefined, { whose: true }) ?? null;
    const pairs = overview.listed?.pairs.stream() ?? null;
    const planned = [...overview.checked.findings, ...overview.planned];
    const homes: Homes = overview.listed ? await homesIn(overview.listed.lists) : new Map();
    const how = { rules: RULES, folder: dirname(campaign), hints: options.hints ?? false, homes };
    const findings = await caseFindings({ planned, checked, pairs }, how);
    return await foundCases(plan, overview, findings, context);
  } finally {
    overview.listed?.lists.database.close();
  }
}

/** A campaign as it is if nothing was allowed or decided: what is found then are all its cases. */
export function withoutExceptions({ source, budget: own }: Plan, today: Day): Plan {
  const campaign = { ...source.campaign, exceptions: [] };
  const budget = { ...own, campaign };
  return { source: { ...source, campaign }, budget, checked: checkCampaign(budget, source.place, today) };
}

/** What was found, with what its campaign's file itself allows. */
export async function foundCases(
  { source }: Pick<Plan, 'source'>,
  overview: Overview,
  findings: readonly CaseFinding[],
  { io, catalogue }: Context,
): Promise<FoundCases> {
  const { path } = source.file;
  const { lists, totals } = overview.listed ?? {};
  const known = {
    findings,
    exceptions: readCampaign(path).campaign.exceptions,
    today: io.today() as Day,
    unlooked: notRun(overview),
    files: new Set(
      (lists ? everyList(lists) : []).map(({ source: { origin } }) => fileFrom(dirname(path), origin.file)),
    ),
    departments: new Set(
      (totals?.departments ?? []).map(({ department }) => lists?.assignments.departments[department]?.name ?? ''),
    ),
  };
  const say = await wordsFor('cases', catalogue.language);
  return {
    plan: { source },
    register: registerBeside(path),
    findings,
    bookOf: (events) => caseBook({ ...known, events }),
    say,
  };
}

/** Rules that are off, or ran on no list: nobody looked. */
function notRun({ checked, listed }: Overview): ReadonlySet<string> {
  if (!listed) return new Set(RULES.map(({ id }) => id));
  const nowhere = [...listed.checked.notChecked, ...listed.pairs.notChecked].flatMap(({ rule, why, lists }) =>
    why !== 'no-column' || lists.length >= listed.lists.lists.length ? [rule.id] : [],
  );
  return new Set([...checked.off, ...listed.checked.off, ...listed.pairs.off, ...nowhere]);
}

/** The cases as they stand, with the register that they were held against. */
export function examinedCases(
  { plan, findings, bookOf, say }: FoundCases,
  register: Register,
  today: Day,
): ExaminedCases {
  const { path, events, faults } = register;
  return {
    campaign: plan.source.campaign,
    today,
    findings,
    book: bookOf(events),
    register: { path, events, faults },
    say,
  };
}

/** The campaign that a command line names, and lists beside it. @throws UsageError where there is not exactly one. */
export function oneCampaign(
  files: readonly string[],
  { catalogue: { cli } }: Context,
): { campaign: string; lists: readonly string[] } {
  const { campaigns, lists } = sortInputs(files, 'campaign');
  const [campaign, another] = campaigns;
  if (campaign === undefined || campaign === '-') throw new UsageError(cli.needsCampaign);
  if (another !== undefined) throw new UsageError(cli.oneCampaign);
  return { campaign, lists };
}

/** The register of what was found, as it stands. */
export const registerOf = ({ register, plan }: FoundCases): Register => readRegister(register, plan.source.campaign.id);
