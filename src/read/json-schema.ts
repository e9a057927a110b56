import * as z from 'zod/mini';
import { campaignSchema } from '../domain/campaign.ts';

/** The JSON Schema (draft 2020-12) of a campaign file as it is written, generated from the one zod schema. */
export function campaignJsonSchema(): object {
  return { title: 'relief campaign', ...z.toJSONSchema(campaignSchema, { io: 'input' }) };
}
