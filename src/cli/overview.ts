import type { ListsAnswer } from '../answer/lists.ts';
import { type OnLookers, overviewAnswer, type Plan, planAlone } from '../answer/overview.ts';
import type { ExaminedLists } from '../report/lists/examined-lists.ts';
import type { Overview } from '../report/page/overview.ts';
import { KEPT_FOR_PAYMENTS } from '../totals/reconcile/payments.ts';
import type { Context } from './context.ts';
import type { ListFlags } from './list-flags.ts';
import { dedupeWords } from './pairs.ts';
import { whileResolved } from './resolved-lists.ts';
import { type ReturnFlags, returnsFor } from './returns.ts';

export interface OverviewOptions extends ListFlags, ReturnFlags {
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  /** Whether lists may say nothing of what is paid. */
  readonly amountOptional?: boolean;
  readonly bySubdistrict?: boolean;
}

/** Whoever looks on, and wants the words too. */
interface Watching extends Omit<OnLookers, 'read'> {
  readonly read?: (read: Omit<ExaminedLists, 'checked'>) => Promise<void>;
}

/** Reads all that belongs to a campaign at once: its lists, rosters and bank returns. The caller closes their database. */
export async function examineOverview(
  given: readonly string[],
  plan: Plan,
  options: OverviewOptions,
  context: Context,
  { read, ...onLookers }: Watching = {},
): Promise<Overview> {
  const { file, campaign } = plan.source;
  const at = { path: file.path, campaign };
  const today = context.io.today();
  const { entries, inputs, due } = returnsFor(at, options, options.column ?? new Map(), today);
  if (given.length === 0 && campaign.lists.length === 0) return { ...planAlone(plan, due), listed: null };
  const say = await dedupeWords(context);
  const asked = { today, entries, due, certain: options.certain, bySubdistrict: options.bySubdistrict };
  const resolving = { ...options, returned: inputs, keeps: KEPT_FOR_PAYMENTS };
  return whileResolved(given, at, resolving, context, async ({ words, ...resolved }) => {
    const watching = read ? { read: (all: Omit<ListsAnswer, 'checked'>) => read({ ...all, words }) } : {};
    const answer = await overviewAnswer(resolved, plan, asked, { ...onLookers, ...watching });
    return { ...answer, listed: { ...answer.listed, words, say } };
  });
}
