import { campaignJsonSchema } from '../../../src/read/json-schema.ts';

/** As much of JSON Schema as zod writes. */
export interface Node {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | false;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

const ROOT = campaignJsonSchema('2020-12') as Node;

/** The objects that a node may be, or be a list or a mapping of. */
function objects(node: Node): Node[] {
  const inner = [...(node.anyOf ?? []), ...(node.items ? [node.items] : [])];
  const ofMapping = node.additionalProperties ? objects(node.additionalProperties) : [];
  return [...(node.properties ? [node] : []), ...inner.flatMap(objects), ...ofMapping];
}

/** Every key of the schema by its path, lists left out: `departments.measures.funds.fund`. */
function walk(node: Node, path: string, found: Map<string, Node>): Map<string, Node> {
  for (const object of objects(node)) {
    for (const [key, inner] of Object.entries(object.properties ?? {})) {
      const at = path === '' ? key : `${path}.${key}`;
      found.set(at, inner);
      walk(inner, at, found);
    }
  }
  return found;
}

export const KEYS: ReadonlyMap<string, Node> = walk(ROOT, '', new Map());

export function nodeAt(path: string): Node {
  const node = KEYS.get(path);
  if (!node) throw new Error(`the schema has no key ${path}`);
  return node;
}

/** What a text of a node may be, where that is no plain text, by asking the program. */
type KindOfText = () => string;

/** The kinds of value that a node takes, in words. */
export function kinds(node: Node, kindOfText: KindOfText, within: string | null): string {
  const said = kindsOf(node, kindOfText, within);
  return [...new Set(said)].join(' or ');
}

function kindsOf(node: Node, kindOfText: KindOfText, within: string | null): string[] {
  if (node.anyOf) {
    const [one, several] = node.anyOf;
    if (one && several?.items && JSON.stringify(bare(several.items)) === JSON.stringify(bare(one)))
      return [...kindsOf(one, kindOfText, within), 'a list of them'];
    return node.anyOf.flatMap((each) => kindsOf(each, kindOfText, within));
  }
  if (Array.isArray(node.type)) {
    const figures = node.type.includes('string') ? ['number'] : []; // a bare number is a figure as any text is
    const types = node.type.filter((type) => !figures.includes(type));
    return types.flatMap((type) => kindsOf({ ...node, type }, kindOfText, within));
  }
  if (node.const !== undefined) return [`\`${node.const}\``];
  if (node.enum) return [words(node.enum)];
  if (node.properties) return [within ?? 'keys (below)'];
  if (node.additionalProperties) return [`name: ${kinds(node.additionalProperties, kindOfText, within)}`];
  switch (node.type) {
    case 'array':
      return [node.items ? `list: ${kinds(node.items, kindOfText, within)}` : 'list'];
    case 'boolean':
      return ['`true` or `false`'];
    case 'integer':
    case 'number':
      return [number(node)];
    default:
      return [kindOfText()];
  }
}

/** Without what it says of itself and of its parts, to see whether two are alike. */
function bare(node: Node): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === 'description' ? undefined : value)));
}

function number({ type, minimum, exclusiveMinimum, maximum }: Node): string {
  const kind = type === 'integer' ? 'whole number' : 'number';
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? `to ${maximum}` : 'or more';
  if (exclusiveMinimum !== undefined) return `${kind} above ${exclusiveMinimum}, up ${most}`;
  return minimum === undefined ? kind : `${kind}, ${minimum} ${most}`;
}

/** `notice` 通知, `plan` 方案: the English word and what Chinese documents say for it. */
function words(all: readonly string[]): string {
  return all
    .map((word) => (/^[a-z]/.test(word) ? `, \`${word}\`` : ` ${word}`))
    .join('')
    .slice(2);
}
