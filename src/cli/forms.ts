import { join } from 'node:path';
import { collectionForms, type Street } from '../answer/forms.ts';
import type { Day } from '../domain/calendar.ts';
import { shownFileName } from '../domain/file-name.ts';
import { renderForm } from '../render/xlsx/collection/form-workbook.ts';
import { type Examined, examine } from './campaigns.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { type ListFlags, sortInputs } from './list-flags.ts';

export interface FormOptions extends ListFlags {
  readonly folder: string;
  readonly due?: Day;
  readonly contact?: string;
  readonly rows: number;
  readonly lists: boolean;
}

/** Writes a form for each department and street of a campaign, and gives how many there are. */
export async function writeForms(files: readonly string[], options: FormOptions, context: Context): Promise<number> {
  const { cli } = context.catalogue;
  const { campaigns, lists } = sortInputs(files, 'campaign');
  if (campaigns.length !== 1 || lists.length > 0) throw new UsageError(cli.oneCampaign);
  const [plan] = await examine(campaigns, context);
  if (!plan) throw new UsageError(cli.needsCampaign);
  const forms = collectionForms(plan.budget, await streetsOf(plan, options, context));
  if (forms.length === 0) throw new UsageError(cli.noForms);
  const head = { due: options.due ?? null, contact: options.contact ?? null };
  const taken = new Set<string>();
  for (const form of forms) {
    const name = shownFileName(form.unit, taken);
    await context.outputs.write(join(options.folder, `${name}.xlsx`), renderForm(form, head, options.rows));
  }
  context.outputs.put({ quietly: true });
  return forms.length;
}

/** Streets and committees as the campaign's lists and rosters name them; none where it has neither. */
async function streetsOf(
  { source }: Examined,
  { lists: reads, ...flags }: FormOptions,
  context: Context,
): Promise<readonly Street[]> {
  const { campaign } = source;
  if (!reads || campaign.lists.length + campaign.rosters.length === 0) return [];
  const { whileResolved } = await import('./resolved-lists.ts');
  const { streetsIn } = await import('../totals/lists/streets.ts');
  const at = { path: source.file.path, campaign };
  return whileResolved([], at, { ...flags, amountOptional: true }, context, async ({ lists }) => {
    const streets = await streetsIn(lists);
    lists.database.close();
    context.outputs.holdsPeople = false; // names of places are nobody's data
    return streets;
  });
}
