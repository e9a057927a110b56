import { CONTRACT } from '../../src/contract/index.ts';

/** What a text of records says that the contract does not, or leaves out, each with its place; none where it is no JSON of relief's. */
export function breaches(text: string): string[] {
  if (!/^(?:\[\s*)?\{\s*"schema": "relief\//.test(text)) return [];
  const parsed = JSON.parse(text) as { schema: string } | { schema: string }[];
  return (Array.isArray(parsed) ? parsed : [parsed]).flatMap((record) => {
    const [, name = ''] = /^relief\/([\w-]+)@\d+$/.exec(record.schema) ?? [];
    const versions = CONTRACT[name] ?? [];
    const schema = versions.find((each) => {
      const { success, error } = each.safeParse(record);
      return success || !error.issues.some(({ path }) => path[0] === 'schema');
    });
    if (!schema) return [`${record.schema} is in no contract`];
    const { error } = schema.safeParse(record);
    return (error?.issues ?? []).map(({ path, message, ...rest }) =>
      JSON.stringify({ schema: record.schema, at: path.join('.'), message, ...rest }).slice(0, 1500),
    );
  });
}
