import * as z from 'zod/mini';
import { campaignSchema } from '../domain/campaign/campaign.ts';
import { CAMPAIGN, EVERYWHERE } from '../text/campaign-keys.ts';
import type { Keys } from '../text/measure-keys.ts';

/** As much of a JSON Schema as is walked here. */
interface Node {
  description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
}

/**
 * The JSON Schema (draft 2020-12) of a campaign file as it is written, generated from the one zod schema. What its keys mean is put in
 * here: nobody but editors reads it, and a schema that says it takes longer to build at every start.
 */
export function campaignJsonSchema(): object {
  const schema = z.toJSONSchema(campaignSchema, { io: 'input' });
  describe(schema as Node, CAMPAIGN);
  return { title: 'relief campaign', ...schema };
}

function describe(node: Node, keys: Keys): void {
  for (const [key, value] of Object.entries(node.properties ?? {})) {
    const said = keys[key] ?? EVERYWHERE[key];
    const [meaning, inner] = typeof said === 'string' ? [said, {}] : (said ?? []);
    if (meaning !== undefined) value.description = meaning;
    describe(value, inner ?? {});
  }
  for (const each of [...(node.anyOf ?? []), node.items, node.additionalProperties])
    if (typeof each === 'object') describe(each, keys);
}
