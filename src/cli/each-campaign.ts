import { type Examined, examine } from './campaigns.ts';
import type { Context, Finish } from './context.ts';
import type { Work } from './each-flags.ts';
import { UsageError } from './errors.ts';
import { type Failure, Failures } from './failures.ts';
import { type Destination, deliver, type ReportFormat } from './output.ts';

/** How the campaigns come out. */
export interface ComeOut {
  readonly target: Destination<ReportFormat>;
  /** Whether each has an output of its own. */
  readonly apart: boolean;
  /** Whether nothing is written where anything is wrong with any of them. */
  readonly allOrNothing?: boolean | undefined;
}

/**
 * Does the same with each of several campaigns, each by itself: what is wrong with one stops no other. Those that come out apart
 * are done one after another, since their lists have a database each.
 * @throws what is wrong with any, when everything else has been done: of one campaign as it is, of several as Failures.
 */
export async function eachCampaign<One>(
  files: readonly string[],
  comeOut: ComeOut,
  work: Work<One>,
  context: Context,
  finish: Finish,
): Promise<void> {
  const { target, apart, allOrNothing = false } = comeOut;
  const { outputs, runs } = context;
  outputs.keepsBack = allOrNothing;
  const failures: Failure[] = [];
  const plans = await plansOf(files, failures, context);
  const mayWrite = () => failures.length === 0 || !allOrNothing;
  if (plans.length > 0 && mayWrite()) {
    work.refuse?.(plans);
    for (const group of apart ? plans.map((plan) => [plan]) : [plans]) await together(group);
  }
  if (mayWrite()) outputs.putKept();
  else outputs.discard();
  const { length } = runs.done;
  if (length > 0) finish(Math.max(...runs.done.map(({ exit }) => exit)));
  if (files.length > 1) context.say(context.catalogue.cli.campaignsDone(length, outputs.counts(), failures.length));
  if (failures.length > 0) throw files.length === 1 ? failures[0]?.error : new Failures(failures);

  async function together(group: readonly Examined[]): Promise<void> {
    const first = outputs.paths.length;
    const ones: One[] = [];
    const read: Examined[] = [];
    try {
      for (const plan of group) {
        try {
          ones.push(await work.read(plan));
          read.push(plan);
        } catch (error) {
          failures.push({ file: plan.source.file.path, error });
        }
      }
      if (ones.length === 0 || !mayWrite()) return;
      await deliver([await work.render(ones)], target, context);
      for (const [at, one] of ones.entries()) {
        const { file, campaign } = read[at]?.source ?? {};
        const written = outputs.paths.slice(first);
        runs.done.push({ campaign: campaign?.id ?? null, file: file?.path ?? null, exit: work.exit(one), written });
      }
      await work.say?.(ones);
    } catch (error) {
      if (!allOrNothing) outputs.discard();
      failures.push(...read.map(({ source }) => ({ file: source.file.path, error })));
    } finally {
      for (const one of ones) work.close(one);
    }
  }
}

/** Those that can be read. @throws UsageError where what is to be written is one of their files: that is wrong with all of it. */
async function plansOf(files: readonly string[], failures: Failure[], context: Context): Promise<Examined[]> {
  const plans: Examined[] = [];
  for (const file of files) {
    try {
      plans.push(...(await examine([file], context)));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      failures.push({ file, error });
    }
  }
  return plans;
}
