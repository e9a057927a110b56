import * as z from 'zod/mini';
import { CONTRACT } from '../contract/index.ts';
import { campaignSchema } from '../domain/campaign/campaign.ts';
import { CAMPAIGN, EVERYWHERE } from '../text/campaign-keys.ts';
import type { Keys } from '../text/measure-keys.ts';

/** Drafts of JSON Schema: a new one, and the one that editors of YAML speak. */
const DRAFTS = { '2020-12': 'draft-2020-12', '7': 'draft-7' } as const;
export type Draft = keyof typeof DRAFTS;

/** As much of a JSON Schema as is walked here. */
interface Node {
  description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
}

/**
 * The JSON Schema of a campaign file as it is written, generated from the one zod schema. What its keys mean is put in
 * here: nobody but editors reads it, and a schema that says it takes longer to build at every start.
 */
export function campaignJsonSchema(draft: Draft): object {
  const schema = z.toJSONSchema(campaignSchema, { io: 'input', target: DRAFTS[draft] });
  describe(schema as Node, CAMPAIGN);
  return { title: 'relief campaign', ...schema };
}

/** The JSON Schema of a record that is handed to other programs: any of its versions. */
export function recordJsonSchema(name: string, draft: Draft): object {
  const [first, ...more] = CONTRACT[name] ?? [];
  if (!first) throw new Error(`no record is called ${name}`);
  const made = z.toJSONSchema(more.length > 0 ? z.union([first, ...more]) : first, {
    target: DRAFTS[draft],
    reused: 'ref',
    override: ({ jsonSchema }) => {
      if (jsonSchema.multipleOf !== 1) return;
      jsonSchema.type = 'integer';
      delete jsonSchema.multipleOf;
    },
  });
  return { title: `relief ${name}`, ...made };
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
