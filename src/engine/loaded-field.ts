import type { Campaign } from '../domain/campaign/campaign.ts';
import type { ListField } from '../domain/row/list-field.ts';
import type { ListRole } from '../domain/row/list-role.ts';
import { dependsOnWhom } from '../domain/row/said-tiers.ts';
import { roleOf } from '../read/list/list-input.ts';
import type { ListSource } from '../read/list/list-source.ts';

/** The fields that are loaded. The others (序号, 应发金额 …) decide nothing here. */
export const LOADED_FIELDS = [
  'name',
  'spouse',
  'wife',
  'guardian',
  'head',
  'head_id',
  'id_number',
  'other_id',
  'sex',
  'birth',
  'age',
  'department',
  'measure',
  'category',
  'amount',
  'quantity',
  'household_id',
  'household_size',
  'subdistrict',
  'committee',
  'address',
  'workplace',
  'phone',
  'other_phone',
  'bank',
  'account',
  'holder',
  'relation',
  'serial',
  'reference',
  'batch',
  'paid_on',
  'died_on',
  'result',
  'reason',
  'state',
  'sign',
  'agent',
  'remark',
] as const satisfies readonly ListField[];
export type LoadedField = (typeof LOADED_FIELDS)[number];

/** What a payout's list says that decides nothing about a payout; its categories tell which step of a standard is due, where a campaign has such a one. */
const NOT_OF_PAYOUTS: readonly LoadedField[] = [
  'serial',
  'reference',
  'batch',
  'died_on',
  'result',
  'reason',
  'category',
];

/** Is it looked for on a list of payouts? */
export const isOfPayouts = (field: LoadedField): boolean => !NOT_OF_PAYOUTS.includes(field);

/** What tells only who somebody probably is, beside what other questions ask for as well. */
const CIRCUMSTANCES = ['spouse', 'wife', 'guardian', 'head', 'workplace', 'other_phone', 'committee'] as const;

/** What does not matter on lists of each kind. */
const UNUSED: Readonly<Record<ListRole, readonly LoadedField[]>> = {
  payouts: NOT_OF_PAYOUTS,
  earlier: NOT_OF_PAYOUTS,
  roster: [
    'category',
    'amount',
    'quantity',
    'bank',
    'holder',
    'relation',
    'serial',
    'reference',
    'batch',
    'paid_on',
    'state',
    'sign',
    'agent',
  ],
  return: [
    ...CIRCUMSTANCES,
    ...([
      'head_id',
      'other_id',
      'sex',
      'birth',
      'age',
      'category',
      'quantity',
      'household_size',
      'died_on',
      'relation',
      'state',
      'sign',
      'agent',
    ] as const),
  ],
};

/** The fields that a source has columns for, but for those that nobody asks for. */
export function fieldsOf(
  { head, input }: ListSource,
  { campaign, leaveOut }: { readonly campaign: Campaign | null; readonly leaveOut: readonly LoadedField[] },
): LoadedField[] {
  const unused = UNUSED[roleOf(input)];
  const isAsked = (field: LoadedField) => field === 'category' && unused === NOT_OF_PAYOUTS && hasSteps(campaign);
  const isUnused = (field: LoadedField) =>
    (unused.includes(field) && !isAsked(field)) || (unused !== UNUSED.roster && leaveOut.includes(field));
  const has = (field: LoadedField) => head.joined.has(field) || head.columns.some((column) => column.field === field);
  return LOADED_FIELDS.filter((field) => !isUnused(field) && has(field));
}

/** Has a campaign a standard whose steps a remark or a category may tell apart? */
const hasSteps = (campaign: Campaign | null) =>
  campaign?.departments.some(({ measures }) => measures.some(({ standard }) => standard && dependsOnWhom(standard))) ??
  false;
