import { join } from 'node:path';
import { Chalk } from 'chalk';
import type { Day } from '../../domain/calendar.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import { renderJson } from '../../render/json/json.ts';
import { runRecord } from '../../render/json/run.ts';
import { runSummary } from '../../report/run/run-summary.ts';
import { wordsFor } from '../../text/words.ts';
import { exitCode } from '../campaigns.ts';
import { examinedCases, registerOf } from '../cases.ts';
import type { Context } from '../context.ts';
import { print } from '../output.ts';
import { present } from '../present.ts';
import { type ExaminedRun, examineRun } from './examine-run.ts';
import { accountOf, summaryOf } from './run-account.ts';
import { MANIFEST, RunFolder } from './run-folder.ts';
import type { RunOptions } from './run-options.ts';
import { RunReports, type RunTarget } from './run-reports.ts';
import { cleanLists, toBeSent } from './run-sheets.ts';

/** How wide the summary is where it is a file. */
const WIDTH = 100;

/**
 * Everything about a campaign in one folder: read once, with people who were told apart once. What stands there already and is the same
 * is left as it is; what belongs there no more goes, if a run made it and nobody has changed it since.
 * @returns the worst exit code of all.
 */
export async function runAll(
  campaign: string,
  lists: readonly string[],
  options: RunOptions,
  context: Context,
): Promise<number> {
  const { catalogue, outputs, say } = context;
  const words = await wordsFor('run', catalogue.language);
  const folder = new RunFolder(options.folder);
  if (folder.isUnreadable) say(words.badManifest(join(folder.path, MANIFEST)));
  outputs.holdsPeople = true;
  const target = { folder: folder.path, format: options.format ?? 'xlsx', words };
  const reports = new RunReports(target, inFiles(context));
  const run = await examineRun(campaign, lists, options, (checked) => reports.check(checked), context);
  try {
    return await broughtUpToDate(run, { folder, reports, target }, options, context);
  } finally {
    run.overview.listed?.lists.database.close();
  }
}

/** Files have no colours, whoever looks at a terminal. */
const inFiles = (context: Context): Context => ({ ...context, chalk: new Chalk({ level: 0 }) });

interface Into {
  readonly folder: RunFolder;
  readonly reports: RunReports;
  readonly target: RunTarget;
}

/** Writes everything beside its place, then the summary and the account of it, and puts all of it in its place together. */
async function broughtUpToDate(
  run: ExaminedRun,
  { folder, reports, target }: Into,
  options: RunOptions,
  context: Context,
): Promise<number> {
  const { outputs, io, say, catalogue } = context;
  const { words } = target;
  const sheets = await toBeSent(run.cases, target, options, context);
  const register = registerOf(run.cases);
  // What goes out now has gone out for whoever reads what is said of it.
  const asSent = { ...register, events: [...register.events, ...sheets.events] };
  const cases = examinedCases(run.cases, asSent, io.today() as Day);
  await reports.all(run, cases);
  const clean = await cleanLists(run.overview, target, context);
  const found = SEVERITIES.filter((severity) => reports.written.some(({ counts }) => counts[severity] > 0));
  const exit = exitCode(found, options.failOn);
  const done = { run, cases, reports: reports.written, clean, sheets };
  const account = accountOf(done, exit, io.today() as Day);
  const summary = runSummary(summaryOf(done, account, folder.before, words), words, catalogue);
  const shown = { records: () => [], reports: () => [summary] };
  const text = await present(shown, 'table', { width: WIDTH }, inFiles(context));
  await outputs.write(join(folder.path, `${words.summary}.txt`), text);
  const own = folder.staged(outputs).filter(({ file }) => !sheets.isRecord(file));
  await outputs.write(join(folder.path, MANIFEST), renderJson([runRecord({ ...account, outputs: own })]));
  const written = folder.staged(outputs);
  const { kept, removed } = folder.makeWay(outputs, written, words.folders.changed);
  outputs.put({ quietly: true });
  const strangers = folder.strangers(words.folders.clean, written);
  sheets.record();
  await print(await present(shown, 'table', {}, context), context);
  for (const [file, to] of kept) say(words.setAside(file, to));
  if (strangers.length > 0) say(words.strangers(catalogue.list(strangers)));
  const { changed, unchanged } = outputs.counts();
  say(words.done(folder.path, String(changed), String(unchanged), String(removed)));
  return exit;
}
