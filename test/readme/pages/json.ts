import { readdirSync, readFileSync } from 'node:fs';
import { type Language, pageHead, table } from './markdown.ts';
import { MEANINGS } from './meanings.ts';

const SAY = {
  zh: {
    title: 'JSON 里有什么',
    lead: '`--format json` 输出一个记录；`--format jsonl` 先一行记录，疑点、非记录行、疑点台账等多的部分再一行一条。每个记录的 `schema` 写着它的名称和版本，\n`schema/` 里有对应的 JSON Schema（`relief schema dedupe` 输出）。下表由这些 JSON Schema 生成。\n\n- 金额是以元为单位、两位小数的字符串（`"33000.00"`），不会有浮点误差；数量是数；不知道的是 `null`，不是 0。\n- 证件号、电话、账号打星号，除非用了 `--show-ids`。\n- 版本号只在已有的键改变意思或去掉时才变；增加键不变。读的程序应当忽略不认识的键。\n- 退出码：0 没有达到 `--fail-on` 的疑点；1 有；2 用法或输入有误；70 程序出错。',
    record: (name: string) => `### ${name}`,
    made: '由',
    heads: ['键', '类型', '意思'],
    records: '记录',
  },
  en: {
    title: 'What is in the JSON',
    lead: '`--format json` writes one record; `--format jsonl` writes the record on a line, then what there is much of (findings, rows set aside,\ncases) a line each. `schema` of each record says its name and version, and `schema/` has its JSON Schema (`relief schema dedupe`\nprints it). The tables below are made from these.\n\n- Amounts are strings of yuan with two decimals (`"33000.00"`), so that no float loses a fen; counts are numbers; what is unknown is\n  `null`, never 0.\n- ID numbers, telephones and accounts are masked unless `--show-ids` asks for them.\n- A version changes only when a key changes its meaning or goes; keys may be added. Programs should ignore keys they do not know.\n- Exit codes: 0 nothing at or above `--fail-on`, 1 findings, 2 wrong usage or input, 70 a bug.',
    heads: ['key', 'type', 'meaning'],
    records: 'Records',
  },
} as const;

/** What a JSON Schema says, as far as this page needs it. */
interface Node {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly additionalProperties?: Node | boolean;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, Node>>;
}

/** Keys further in than this are told by the schema alone. */
const DEEPEST = 2;

export function jsonText(language: Language): string {
  const say = SAY[language];
  const files = schemaFiles();
  const records = files.flatMap((file) => recordsOf(schemaOf(file), file));
  const meant = (meaning: string) => (language === 'en' || meaning === '' ? meaning : (MEANINGS[meaning] ?? ''));
  return [
    pageHead(say.title, 'json', language),
    say.lead,
    '',
    `## ${say.records}`,
    '',
    ...records.map(
      ({ name, file, rows }) =>
        `### ${name}\n\n[schema/${file}](../schema/${file})\n\n${table(
          say.heads,
          rows.map(([key = '', type = '', meaning = '']) => [key, type, meant(meaning)]),
        )}\n`,
    ),
  ].join('\n');
}

const schemaFiles = () => readdirSync('schema').filter((file) => !file.startsWith('campaign.'));
const schemaOf = (file: string) => JSON.parse(readFileSync(`schema/${file}`, 'utf8')) as Node;

/** Every meaning that a schema has, however far in. */
export function everyMeaning(): string[] {
  const within = (node: unknown): string[] =>
    node !== null && typeof node === 'object'
      ? [
          ...('description' in node && typeof node.description === 'string' ? [node.description] : []),
          ...Object.values(node).flatMap(within),
        ]
      : [];
  return [...new Set(schemaFiles().flatMap((file) => within(schemaOf(file))))];
}

interface Told {
  readonly name: string;
  readonly file: string;
  readonly rows: string[][];
}

/** A schema of several versions tells of each. */
function recordsOf(root: Node, file: string): Told[] {
  const versions = root.properties ? [root] : (root.anyOf ?? []);
  const whole = versions.map((version) => resolved(version, root));
  return whole.map((version, index) => {
    const name = String(version.properties?.schema?.const ?? file.replace('.schema.json', ''));
    const again = whole.findIndex(({ properties }) => properties?.schema?.const === name) < index ? ' (2)' : '';
    return { name: name + again, file, rows: rowsOf(version, root, '', 1) };
  });
}

function rowsOf(node: Node, root: Node, before: string, depth: number): string[][] {
  return Object.entries(node.properties ?? {}).flatMap(([key, given]) => {
    const { inner, suffix } = within(resolved(given, root), root);
    const path = `${before}${key}${suffix}`;
    const meaning = given.description ?? resolved(given, root).description ?? '';
    const isOptional = node.required && !node.required.includes(key);
    const own = [`\`${path}\`${isOptional ? '?' : ''}`, typeOf(resolved(given, root), root), meaning];
    return depth < DEEPEST && inner ? [own, ...rowsOf(inner, root, `${path}.`, depth + 1)] : [own];
  });
}

/** The object that a key holds, by itself, in a list, or where it is not null. */
function within(node: Node, root: Node): { readonly inner: Node | null; readonly suffix: string } {
  if (node.properties) return { inner: node, suffix: '' };
  if (node.items) {
    const { inner, suffix } = within(resolved(node.items, root), root);
    return { inner, suffix: `[]${suffix}` };
  }
  const objects = (node.anyOf ?? []).map((each) => resolved(each, root)).filter(({ type }) => type !== 'null');
  return objects.length === 1 && objects[0] ? within(objects[0], root) : { inner: null, suffix: '' };
}

function resolved(node: Node, root: Node): Node {
  const name = node.$ref?.split('/').at(-1);
  const found = name === undefined ? undefined : root.$defs?.[name];
  return found ? { ...resolved(found, root), ...(node.description ? { description: node.description } : {}) } : node;
}

function typeOf(node: Node, root: Node): string {
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum) return node.enum.map((each) => `\`${JSON.stringify(each)}\``).join(', ');
  if (node.anyOf) return [...new Set(node.anyOf.map((each) => typeOf(resolved(each, root), root)))].join(', ');
  return [node.type ?? 'any'].flat().join(', ');
}
