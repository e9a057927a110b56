import { dirname } from 'node:path';
import { type CaseBook, caseBook } from '../answer/cases/case-book.ts';
import { type CaseFinding, caseFindings, fileFrom } from '../answer/cases/case-finding.ts';
import { RULES } from '../checks/index.ts';
import type { Day } from '../domain/calendar.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { everyList } from '../engine/lists.ts';
import { readCampaign } from '../read/campaign-file.ts';
import { registerBeside } from '../read/register/beside.ts';
import { type Register, readRegister } from '../read/register/register.ts';
import type { ExaminedCases } from '../report/cases/examined-cases.ts';
import type { Overview } from '../report/page/overview.ts';
import type { CasesWords } from '../text/zh/cases.ts';
import { type Examined, examine } from './campaigns.ts';
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
  readonly plan: Examined;
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
  const path = registerBeside(campaign);
  context.outputs.protect([path]);
  const written = readCampaign(campaign).campaign.exceptions;
  const source = { ...plan.source, campaign: { ...plan.source.campaign, exceptions: [] } };
  const overview = await examineOverview(given, { ...plan, source }, options, context);
  const lists = overview.listed?.lists;
  try {
    const folder = dirname(campaign);
    const findings = await caseFindings(
      {
        planned: [...overview.checked.findings, ...overview.planned],
        checked: overview.listed?.checked ?? null,
        pairs: overview.listed?.pairs ?? null,
      },
      { rules: RULES, folder, hints: options.hints ?? false },
    );
    const known = {
      findings,
      exceptions: written,
      today: context.io.today() as Day,
      unlooked: notRun(overview),
      files: new Set((lists ? everyList(lists) : []).map(({ source: { origin } }) => fileFrom(folder, origin.file))),
      departments: new Set(
        (overview.listed?.totals.departments ?? []).map(
          ({ department }) => lists?.assignments.departments[department]?.name ?? '',
        ),
      ),
    };
    const { default: say } = await (context.catalogue.language === 'zh'
      ? import('../text/zh/cases.ts')
      : import('../text/en/cases.ts'));
    return { plan, register: path, findings, bookOf: (events) => caseBook({ ...known, events }), say };
  } finally {
    lists?.database.close();
  }
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
