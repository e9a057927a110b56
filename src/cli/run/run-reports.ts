import { join } from 'node:path';
import { groupsAmong } from '../../checks/group/check-groups.ts';
import { PAYOUT_RULES } from '../../checks/group/index.ts';
import { RETURN_RULES } from '../../checks/return/index.ts';
import blockedPayee from '../../checks/roster/blocked-payee.ts';
import { ROSTER_RULES } from '../../checks/roster/index.ts';
import type { Severity } from '../../domain/finding.ts';
import type { RunReport } from '../../domain/run/manifest.ts';
import { sha256 } from '../../file/bytes.ts';
import { casesCounts, casesVerdict } from '../../report/cases/cases-verdict.ts';
import type { ExaminedCases } from '../../report/cases/examined-cases.ts';
import { checkCounts, checkVerdict } from '../../report/check/check-report.ts';
import { coverCounts, coverVerdict } from '../../report/cover/cover-verdict.ts';
import { dedupeCounts, dedupeVerdict } from '../../report/dedupe/dedupe-verdict.ts';
import type { ExaminedPairs } from '../../report/dedupe/examined-pairs.ts';
import { findingCounts } from '../../report/findings/finding-counts.ts';
import { type Scored, scoredOf } from '../../report/lists/scorecard.ts';
import { reconcileCounts, reconcileVerdict } from '../../report/reconcile/reconcile-verdict.ts';
import type { RunResult } from '../../report/run/run-summary.ts';
import type { VerdictLine } from '../../report/sheet.ts';
import { wordsFor } from '../../text/words.ts';
import type { RunWords } from '../../text/zh/run.ts';
import { budgetPresentation } from '../commands/budget.ts';
import { casesPresentation } from '../commands/cases.ts';
import { checkPresentation } from '../commands/check.ts';
import { coverPresentation } from '../commands/cover.ts';
import { exportPresentation } from '../commands/export.ts';
import { reconcilePresentation } from '../commands/reconcile.ts';
import { renderPage } from '../commands/report.ts';
import type { Context } from '../context.ts';
import { coverWords } from '../cover.ts';
import { dedupePresentation } from '../deduped.ts';
import type { Output } from '../io.ts';
import { ENDING_OF, type Format, type ReportFormat } from '../output.ts';
import { type Presentation, present } from '../present.ts';
import { reconcileWords } from '../reconcile.ts';
import type { CheckedRun, ExaminedRun } from './examine-run.ts';

/** Where the reports of a run go, and how. */
export interface RunTarget {
  readonly folder: string;
  readonly format: Format;
  readonly words: RunWords;
}

/** A report that was written: what it says first, and how much it found. */
export interface WrittenReport extends RunResult {
  readonly report: RunReport;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Writes the reports of one run, each as its own command would. */
export class RunReports {
  readonly written: WrittenReport[] = [];
  readonly #target: RunTarget;
  readonly #context: Context;

  constructor(target: RunTarget, context: Context) {
    this.#target = target;
    this.#context = context;
  }

  /** Columns are as wide as a page has room for, and a CSV opens in a spreadsheet. */
  get #flags() {
    return { bom: true, width: 120 };
  }

  async #write(
    report: RunReport,
    data: Output,
    [first]: readonly VerdictLine[],
    counts: WrittenReport['counts'],
    format: ReportFormat = this.#target.format,
  ): Promise<void> {
    const { folder, words } = this.#target;
    const file = words.files[report] + ENDING_OF[format];
    await this.#context.outputs.write(join(folder, file), data);
    this.written.push({ report, file, says: first ?? ['plain', ''], counts });
  }

  /** Single rows of everything that was read, and the campaign file; without lists the file alone. */
  async check({ plan: { source, budget }, checked, rows }: CheckedRun): Promise<void> {
    const say = await wordsFor('dedupe', this.#context.catalogue.language);
    const listed = rows && { ...rows, say, known: { rosters: [], returns: [] }, isBesideDedupe: true };
    const files = { source, plan: { file: source.file.path, budget, checked }, listed };
    const data = await this.#shown(checkPresentation([files], {}, this.#context));
    await this.#write('check', data, checkVerdict(files, this.#context.catalogue), checkCounts(files));
  }

  /** Everything else, in the order in which it is read. */
  async all({ plan, overview }: ExaminedRun, cases: ExaminedCases): Promise<void> {
    const { catalogue } = this.#context;
    const { words } = this.#target;
    const payouts = overview.listed && ofPayouts(overview.listed, overview.enrolment !== null);
    const scored = scoredOf({ ...overview, listed: payouts });
    const listed = payouts && { ...payouts, scored };
    const one = { ...plan, checked: overview.checked, listed };
    const counts = findingCounts(overview.checked.findings, null);
    const budget = await this.#shown(budgetPresentation([one], {}, this.#context));
    await this.#write('budget', budget, [this.#onPlan(counts)], counts);
    if (listed) await this.#dedupe(listed);
    await this.#cover(overview, scored);
    await this.#reconcile(overview, scored);
    const file = { path: plan.source.file.path, sha256: sha256(plan.source.file.bytes) };
    const exported = { budget: plan.budget, checked: overview.checked, file, listed };
    const table = await this.#shown(exportPresentation([exported], {}, this.#context));
    const onLists = findingCounts(overview.checked.findings, listed);
    await this.#write('export', table, [['plain', words.results.export(listed !== null)]], onLists);
    const ledger = await this.#shown(casesPresentation(cases, this.#context));
    await this.#write('cases', ledger, casesVerdict(cases, catalogue), casesCounts(cases));
    const page = await renderPage(overview, { cases }, this.#context);
    const whole = findingCounts([...overview.checked.findings, ...overview.planned], overview.listed);
    await this.#write('page', page, [['plain', words.results.page]], whole, 'html');
  }

  #shown(presentation: Presentation): Promise<Output> {
    return present(presentation, this.#target.format, this.#flags, this.#context);
  }

  #onPlan({ error, warning, hint }: Readonly<Record<Severity, number>>): VerdictLine {
    const { findings } = this.#context.catalogue;
    return [error > 0 ? 'error' : warning > 0 ? 'warning' : 'plain', findings.summary(error, warning, hint)];
  }

  async #dedupe(listed: ExaminedPairs): Promise<void> {
    const data = await this.#shown(dedupePresentation(listed, {}, this.#context));
    await this.#write('dedupe', data, dedupeVerdict(listed, this.#context.catalogue), dedupeCounts(listed));
  }

  async #cover({ listed, coverage, enrolment }: ExaminedRun['overview'], scored: Scored): Promise<void> {
    if (!listed || !coverage || !enrolment) return;
    const pairs = groupsAmong(listed.pairs, listed.lists, ROSTER_RULES);
    const examined = { ...listed, enrolment, coverage, pairs, scored, ...(await coverWords(this.#context)) };
    const data = await this.#shown(coverPresentation(examined, {}, this.#context));
    await this.#write('cover', data, coverVerdict(examined, this.#context.catalogue), coverCounts(examined));
  }

  async #reconcile({ listed, sideBySide, planned, due }: ExaminedRun['overview'], scored: Scored): Promise<void> {
    if (!listed || !sideBySide) return;
    const pairs = groupsAmong(listed.pairs, listed.lists, RETURN_RULES);
    const said = await reconcileWords(this.#context);
    const examined = { ...listed, reconciliation: sideBySide, planned, due, pairs, scored, ...said };
    const data = await this.#shown(reconcilePresentation(examined, {}, this.#context));
    await this.#write(
      'reconcile',
      data,
      reconcileVerdict(examined, this.#context.catalogue),
      reconcileCounts(examined),
    );
  }
}

/** What is found on payouts, as whoever looks for people who are paid twice sees it. */
export function ofPayouts(listed: ExaminedPairs, hasRosters: boolean): ExaminedPairs {
  const rules = hasRosters ? [...PAYOUT_RULES, blockedPayee] : PAYOUT_RULES;
  return { ...listed, pairs: groupsAmong(listed.pairs, listed.lists, rules) };
}
