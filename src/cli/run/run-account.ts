import { basename, dirname } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { fileFrom } from '../../answer/cases/case-finding.ts';
import { progressByUnit, progressOf } from '../../answer/cases/progress.ts';
import { changesSince } from '../../answer/run/changes.ts';
import { runFigures } from '../../answer/run/run-figures.ts';
import { type RunFacts, type TodoKind, todosOf } from '../../answer/run/todos.ts';
import type { PassedOverRows } from '../../checks/row/passed-over.ts';
import type { Day } from '../../domain/calendar.ts';
import { grouped, yuan } from '../../domain/money.ts';
import { NOWHERE } from '../../domain/row/wanting.ts';
import { type NotLooked, RUN_REPORTS, type RunManifest } from '../../domain/run/manifest.ts';
import { sha256 } from '../../file/bytes.ts';
import type { ExaminedCases } from '../../report/cases/examined-cases.ts';
import { findingCounts } from '../../report/findings/finding-counts.ts';
import type { RunResult, RunSummary } from '../../report/run/run-summary.ts';
import type { RunWords } from '../../text/zh/run.ts';
import type { ExaminedRun } from './examine-run.ts';
import type { WrittenReport } from './run-reports.ts';
import type { CleanLists, ToBeSent } from './run-sheets.ts';

/** All that one run has found and written. */
interface Done {
  readonly run: ExaminedRun;
  readonly cases: ExaminedCases;
  readonly reports: readonly WrittenReport[];
  readonly clean: CleanLists;
  readonly sheets: ToBeSent;
}

/** What the next run is told of this one; which files it wrote is not said yet. */
export function accountOf({ run, cases, clean }: Done, exit: number, day: Day): RunManifest {
  const { plan, overview } = run;
  const { file, campaign } = plan.source;
  const { checked, planned, listed, coverage, reconciliation } = overview;
  const removal = clean && 'removal' in clean ? clean.removal : null;
  return {
    schema: 'relief/run@1',
    version: packageJson.version,
    campaign: { id: campaign.id, title: campaign.title },
    day,
    exit,
    inputs: [
      { file: fileFrom(dirname(file.path), file.path), sha256: sha256(file.bytes) },
      ...(listed?.lists.files ?? []).map((each) => ({
        file: fileFrom(dirname(file.path), each.file),
        sha256: each.sha256,
      })),
    ],
    outputs: [],
    figures: runFigures({
      listed: listed?.totals.total ?? null,
      takenOut: removal,
      found: findingCounts([...checked.findings, ...planned], listed),
      coverage,
      reconciliation,
    }),
    cases: cases.book.cases.map(({ id, phase }) => [id, phase]),
    notLooked: notLookedIn(run),
  };
}

/** What there are no files for, so that nobody looked at it. */
function notLookedIn({ plan: { parts }, overview: { listed, enrolment, reconciliation } }: ExaminedRun): NotLooked[] {
  const ofParts = parts?.sources.some(({ campaign }) => campaign.lists.length > 0) ?? false;
  return [
    ...(listed ? [] : ['lists' as const]),
    ...(enrolment ? [] : ['rosters' as const]),
    ...(reconciliation ? [] : ['returns' as const]),
    ...(ofParts ? ['lists-of-parts' as const] : []),
  ];
}

/** What is said of a run, and of what has changed since the one before. */
export function summaryOf(done: Done, account: RunManifest, before: RunManifest | null, words: RunWords): RunSummary {
  const { run, cases, clean } = done;
  const { checked, planned, listed, coverage, reconciliation, due } = run.overview;
  const faults = new Set(cases.register.faults.flatMap(({ line, fault }) => (fault === 'half' ? [] : [line])));
  const removal = clean && 'removal' in clean ? clean.removal : null;
  const files = new Map(done.reports.map(({ report, file }) => [report, file]));
  const campaignFile = basename(run.plan.source.file.path);
  const where: Readonly<Record<TodoKind, string | undefined>> = {
    register: fileFrom(dirname(run.plan.source.file.path), cases.register.path),
    outliers: files.get('check'),
    stop: `${words.folders.removed}/`,
    failed: files.get('reconcile'),
    unpaid: files.get('reconcile'),
    omitted: files.get('cover'),
    overdue: files.get('cases'),
    plan: files.get('check'),
    place: files.get('check'),
    fix: files.get('check'),
    settle: files.get('cases'),
    again: files.get('cases'),
    send: `${done.sheets.file}/`,
    review: files.get('dedupe'),
    lacking: files.get('cover'),
    ...{ lists: campaignFile, rosters: campaignFile, returns: campaignFile },
  };
  return {
    title: account.campaign.title,
    day: account.day,
    todos: todosOf({
      planned: [...checked.findings, ...planned],
      listed: listed?.totals.total ?? null,
      pairs: listed?.pairs ?? null,
      takenOut: removal,
      nowhere: nowhereOf(listed?.checked.passedOver ?? []),
      withErrors: removal?.withErrors ?? 0,
      coverage,
      reconciliation,
      isDue: due.isDue,
      progress: progressOf(cases.book.cases),
      units: progressByUnit(cases.book.cases),
      faults: faults.size,
      notLooked: account.notLooked,
    }),
    results: resultsOf(done, words),
    changes: before && changesSince(before, account),
    notLooked: account.notLooked,
    where: (kind) => where[kind] ?? '',
  };
}

/** Payouts that belong to nothing in the plan. */
function nowhereOf(passedOver: readonly PassedOverRows[]): RunFacts['nowhere'] {
  const own = passedOver.filter(({ why }) => NOWHERE.some((each) => each === why));
  return {
    rows: own.reduce((sum, { rows }) => sum + rows, 0),
    amount: own.reduce((sum, { amount }) => sum + amount, 0n),
  };
}

/** What every file says, in the order in which they are listed, and what stands in the folders. */
function resultsOf({ reports, clean, sheets }: Done, { folders, results: say }: RunWords): RunResult[] {
  const inOrder = RUN_REPORTS.flatMap((report) => reports.filter((each) => each.report === report));
  const figure = (count: number) => grouped(String(count));
  const { cases, units, own, sender } = sheets.sent;
  const ofSheets = [
    ...(units > 0 ? [(sheets.isSent ? say.sent : say.unsent)(figure(cases), figure(units))] : []),
    ...(sender === null ? [] : [say.noLetter(sender)]),
    ...(own > 0 ? [say.own(figure(own))] : []),
  ];
  const folder = (name: string, words: string): RunResult => ({ file: `${name}/`, says: ['plain', words] });
  const ofLists = (): RunResult[] => {
    if (clean === null) return [];
    if ('refused' in clean) return [{ file: `${folders.clean}/`, says: ['warning', clean.refused] }];
    const { rows, amount } = clean.removal;
    return [
      folder(folders.clean, say.clean(figure(rows))),
      ...(rows > 0 ? [folder(folders.removed, say.removed(figure(rows), grouped(yuan(amount))))] : []),
    ];
  };
  return [
    ...inOrder,
    ...ofLists(),
    ...(ofSheets.length > 0 ? [folder(sheets.file, ofSheets.join(say.separator))] : []),
  ];
}
