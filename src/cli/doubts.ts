import { type Case, caseBook } from '../answer/cases/case-book.ts';
import { caseFindings } from '../answer/cases/case-finding.ts';
import { type Cut, cut } from '../answer/cases/cut.ts';
import { homesIn } from '../answer/cases/homes.ts';
import { rankedDoubts } from '../answer/cases/ranked-doubts.ts';
import { RULES } from '../checks/index.ts';
import type { Day } from '../domain/calendar.ts';
import type { ExaminedDoubts } from '../report/cases/doubts-report.ts';
import { dedupeTitle } from '../report/dedupe/dedupe-report.ts';
import type { ExaminedPairs } from '../report/dedupe/examined-pairs.ts';
import { wordsFor } from '../text/words.ts';
import type { Context } from './context.ts';
import type { DoubtFlags } from './doubt-flags.ts';
import type { Presentation } from './present.ts';

/** So many of those that are left out are drawn where nobody says. */
const USUAL_SAMPLE = 30;

/** Cases by person, cut where `--budget` says. */
export function cutOf(cases: readonly Case[], { budget, sample = USUAL_SAMPLE }: DoubtFlags): Cut {
  const ranked = rankedDoubts(cases);
  return cut(ranked, budget ?? ranked.length, sample);
}

/** The same with the words to say it with. */
export async function examinedDoubts(
  title: string,
  cases: readonly Case[],
  flags: DoubtFlags,
  { catalogue }: Context,
): Promise<ExaminedDoubts> {
  const say = await wordsFor('doubts', catalogue.language);
  const words = await wordsFor('cases', catalogue.language);
  return { title, cut: cutOf(cases, flags), say, cases: words };
}

/** The same of what was found on lists, whether they have a register or not. */
export async function foundDoubts(examined: ExaminedPairs, flags: DoubtFlags, context: Context): Promise<Presentation> {
  const { lists, pairs, checked } = examined;
  const how = { rules: RULES, folder: '.', hints: true, homes: await homesIn(lists) };
  const findings = await caseFindings(
    { planned: [], pairs: pairs.stream(), checked: checked.stream(undefined, { whose: true }) },
    how,
  );
  const nothing = { events: [], exceptions: [], unlooked: new Set<string>(), files: new Set<string>() };
  const book = caseBook({ ...nothing, findings, today: context.io.today() as Day, departments: new Set() });
  return doubtsPresentation(await examinedDoubts(dedupeTitle(examined), book.cases, flags, context));
}

/** Who is to be looked at first, as any format has it. */
export const doubtsPresentation = (examined: ExaminedDoubts): Presentation => ({
  records: async () => [(await import('../render/json/doubts.ts')).doubtsRecord(examined)],
  reports: async () => [(await import('../report/cases/doubts-report.ts')).doubtsReport(examined)],
});
