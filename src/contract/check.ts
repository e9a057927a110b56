import * as z from 'zod/mini';
import { array, list, nullable, object, ofLists, onCampaign, optional, string, textInput } from './shapes.ts';

const campaign = object({ id: string(), title: string() });

/** `relief/check@1`: a campaign file. */
export const planChecked = object({
  schema: z.literal('relief/check@1'),
  campaign,
  ...onCampaign,
  inputs: array(textInput),
});

/** `relief/check@2`: with rows of lists, rosters and bank returns. */
export const rowsChecked = object({
  schema: z.literal('relief/check@2'),
  campaign: nullable(campaign),
  ...onCampaign,
  ...ofLists,
  inputs: array(z.union([textInput, list])),
  returns: optional(array(list)),
});
export type PlanCheckedRecord = z.output<typeof planChecked>;
export type RowsCheckedRecord = z.output<typeof rowsChecked>;
