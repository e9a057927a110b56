import { CONTRACT } from '../../src/contract/index.ts';

/** What records of relief's say that their contract does not, or leave out, each with its place; none where a text is something else. */
export function breaches(text: string): string[] {
  if (!/^\s*(?:\[\s*)?\{\s*"schema": "relief\//.test(text)) return [];
  let parsed: { schema: string } | { schema: string }[];
  try {
    parsed = JSON.parse(text);
  } catch {
    return []; // cut off: whoever looks at that tells of it
  }
  return [parsed].flat().flatMap((record) => {
    const [, name = ''] = /^relief\/([\w-]+)@\d+$/.exec(record.schema) ?? [];
    const results = (CONTRACT[name] ?? []).map((version) => version.safeParse(record));
    const own = results.find(({ error }) => !error?.issues.some(({ path }) => path[0] === 'schema'));
    if (!own) return [`${record.schema} is in no contract`];
    return (own.error?.issues ?? []).map((issue) => `${record.schema}: ${JSON.stringify(issue).slice(0, 1000)}`);
  });
}
