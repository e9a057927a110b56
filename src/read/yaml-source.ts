import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  type Range,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { KeyPath, Place } from '../domain/place.ts';
import type { Excerpt, Problem, ProblemCode, ProblemData } from '../domain/problem.ts';
import { tooDeepAt } from './yaml-depth.ts';

/** How much of a file aliases may repeat, and how deep it may nest: far above any campaign, far below a bomb. */
const MOST_ALIASED = 10_000;
const DEEPEST = 64;

/** A YAML text that knows where everything in it stands. */
export interface YamlSource {
  readonly file: string;
  /** Plain values; a number that JavaScript would change in printing is its text. */
  readonly value: unknown;
  readonly problems: Problem[];
  /** The place of the value at a path or, where the path leads nowhere, of the nearest thing above it. */
  readonly place: (path: KeyPath, part?: 'key' | 'value') => Place;
  readonly problem: <C extends ProblemCode>(
    code: C,
    data: ProblemData[C],
    path: KeyPath,
    part?: 'key' | 'value',
  ) => Problem;
}

/** Reads YAML. Never throws: what is wrong is in `problems`, all of it, and `value` is what could be read. */
export function readYaml(file: string, text: string): YamlSource {
  const lines = new Lines(text);
  const problems: Problem[] = [];
  const locate = (range: readonly [number, number]) => located(file, lines, range);
  const report = <C extends ProblemCode>(code: C, data: ProblemData[C], range: readonly [number, number]) =>
    problems.push({ code, data, ...locate(range) } as Problem);

  const tree = compose(text, report);
  const value = tree && plain(tree, lines, report);
  const rangeAt = (path: KeyPath, part: 'key' | 'value') => tree?.rangeOf(path, part) ?? [0, 0];
  // What is nested too deep is rarely closed as it should be; that it is not need not be said as well.
  const tooDeep = problems.filter(({ code }) => code === 'yaml-too-deep');
  return {
    file,
    value,
    problems: tooDeep.length > 0 ? tooDeep : problems,
    place: (path, part = 'value') => locate(rangeAt(path, part)).place,
    problem: (code, data, path, part = 'value') => ({ code, data, ...locate(rangeAt(path, part)) }) as Problem,
  };
}

type Report = <C extends ProblemCode>(code: C, data: ProblemData[C], range: readonly [number, number]) => void;

function compose(text: string, report: Report): Tree | undefined {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    report('yaml-too-deep', { limit: DEEPEST }, [deep, deep]);
    return undefined;
  }
  try {
    // Unique keys are checked below: the library compares every two keys, which a long map turns into a hang.
    const documents = parseAllDocuments(text, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    });
    if (!Array.isArray(documents)) return undefined;
    const [first, second] = documents;
    if (second) report('yaml-several-documents', {}, [second.range[0], second.range[0]]);
    const [error] = first?.errors ?? []; // the errors after it are mostly its consequences
    if (first && error) {
      const { code, message: detail, pos } = error;
      report('yaml-syntax', { code, detail }, openingQuote(first, error) ?? pos);
    }
    return first && new Tree(first);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report('yaml-too-deep', { limit: DEEPEST }, [0, 0]); // the stack ended before the nesting did
    return undefined;
  }
}

/** A quote that is never closed is found at the end of the file; what is to be mended is where it opens. */
function openingQuote(document: Document, { message, pos: [end] }: YAMLError): [number, number] | undefined {
  let opening: [number, number] | undefined;
  if (!message.startsWith('Missing closing')) return undefined;
  visit(document, {
    Scalar(_, { range }) {
      if (range && range[0] < end && end <= range[2]) opening = [range[0], range[1]];
    },
  });
  return opening;
}

/** The document as plain values, aliases resolved within bounds, keys that stand twice reported. */
function plain(tree: Tree, lines: Lines, report: Report): unknown {
  let aliased = 0;
  let stopped = false;
  const stop = (code: 'yaml-aliases' | 'yaml-too-deep', limit: number, node: Node) => {
    if (!stopped) report(code, { limit }, rangeOfNode(node));
    stopped = true;
    return undefined;
  };
  const convert = (node: Node | null | undefined, depth: number, inAlias: boolean): unknown => {
    if (!node || stopped) return null;
    if (inAlias && ++aliased > MOST_ALIASED) return stop('yaml-aliases', MOST_ALIASED, node);
    if (depth > DEEPEST) return stop('yaml-too-deep', DEEPEST, node);
    if (isAlias(node)) return convert(tree.target(node), depth + 1, true);
    if (isSeq<Node>(node)) return node.items.map((item) => convert(item, depth + 1, inAlias));
    if (!isMap<Node, Node | null>(node)) return isScalar(node) ? scalar(node.value, node.source) : null;
    const first = new Map<string, Node>();
    const entries = node.items.map(({ key, value }): [string, unknown] => {
      const name = keyText(key);
      const before = first.get(name);
      if (before === undefined) first.set(name, key);
      else if (!inAlias) {
        const firstLine = lines.lineAt(rangeOfNode(before)[0]);
        report('yaml-duplicate-key', { key: name, firstLine }, rangeOfNode(key));
      }
      return [name, convert(value, depth + 1, inAlias)];
    });
    return Object.fromEntries(entries);
  };
  return convert(tree.root, 0, false);
}

/** A document whose aliases and keys are looked up once: the library searches anew for each. */
class Tree {
  readonly root: Node | null;
  readonly #anchors = new Map<string, Node>();
  readonly #pairs = new WeakMap<Node, ReadonlyMap<string, Pair<Node, Node | null>>>();

  constructor(document: Document.Parsed) {
    this.root = document.contents;
    visit(document, {
      Node: (_, node, path) => {
        if (path.length > 2 * DEEPEST) throw new RangeError('nested too deep'); // a map's path has its pairs in it as well
        if (!isAlias(node) && node.anchor !== undefined && !this.#anchors.has(node.anchor))
          this.#anchors.set(node.anchor, node);
      },
    });
  }

  target(alias: Alias): Node | undefined {
    return this.#anchors.get(alias.source);
  }

  #pair(map: YAMLMap<Node, Node | null>, key: string): Pair<Node, Node | null> | undefined {
    const known = this.#pairs.get(map) ?? new Map([...map.items].reverse().map((pair) => [keyText(pair.key), pair]));
    this.#pairs.set(map, known);
    return known.get(key);
  }

  /** Where the value at a path, or its key, stands; where the path leads nowhere, the nearest thing above it. */
  rangeOf(path: KeyPath, part: 'key' | 'value'): [number, number] {
    let node: Node | null | undefined = this.root;
    let range = rangeOfNode(node);
    for (const [depth, step] of path.entries()) {
      if (isAlias(node)) node = this.target(node);
      if (isMap<Node, Node | null>(node)) {
        const pair: Pair<Node, Node | null> | undefined = this.#pair(node, String(step));
        if (!pair) return range;
        node = pair.value;
        const ofKey = depth === path.length - 1 && part === 'key';
        range = rangeOfNode(!node || ofKey || isMap(node) || isSeq(node) ? pair.key : node);
      } else if (isSeq<Node>(node)) {
        node = node.items[Number(step)];
        if (!node) return range;
        range = rangeOfNode(node);
      } else {
        return range;
      }
    }
    return range;
  }
}

function scalar(value: unknown, source: string | undefined): unknown {
  return typeof value === 'number' && source !== undefined && String(value) !== source ? source : value;
}

function keyText(key: Node | null): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : '{…}'; // a list or map as a key is never a known one
}

function rangeOfNode(node: Node | null | undefined): [number, number] {
  const range: Range | null | undefined = node?.range;
  return range ? [range[0], range[1]] : [0, 0];
}

/** Where the lines of a text begin. (The library's own counter loses count in text that it can't parse.) */
class Lines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    this.#starts = starts;
  }

  /** The 1-based line that an offset is on. */
  lineAt(offset: number): number {
    let [first, last] = [0, this.#starts.length - 1];
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) first = middle;
      else last = middle - 1;
    }
    return first + 1;
  }

  start(line: number): number {
    return this.#starts[line - 1] ?? 0;
  }
}

/** Place and excerpt of a span: what stands on its first line. */
function located(file: string, lines: Lines, [from, to]: readonly [number, number]) {
  const offset = Math.min(from, lines.text.length);
  const row = lines.lineAt(offset);
  const start = lines.start(row);
  const end = lines.text.indexOf('\n', start);
  const line = lines.text.slice(start, end < 0 ? lines.text.length : end).replace(/\r$/, '');
  const place: Place = { file, sheet: null, row, column: offset - start + 1 };
  const excerpt: Excerpt = {
    line,
    from: offset - start,
    to: Math.max(offset + 1, Math.min(to, start + line.length)) - start,
  };
  return { place, excerpt };
}
