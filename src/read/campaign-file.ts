import type * as z from 'zod/mini';
import { type Campaign, campaignSchema } from '../domain/campaign/campaign.ts';
import { faultsAcross } from '../domain/campaign/campaign-across.ts';
import { nearest } from '../domain/nearest.ts';
import type { KeyPath } from '../domain/place.ts';
import { InvalidInput, type Problem } from '../domain/problem.ts';
import type { FieldKind, FieldProblem } from '../domain/row/fields.ts';
import { keysAt } from './schema-keys.ts';
import { readTextFile, type TextFile } from './text-file.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** Campaign files are a few dozen KB; one of more than 2 MB is something else. */
const LARGEST = 2 * 1024 * 1024;

/** A valid campaign, and the means to say where each of its figures stands. */
export interface CampaignFile {
  readonly file: TextFile;
  readonly campaign: Campaign;
  readonly place: YamlSource['place'];
}

/**
 * Reads and validates a campaign file.
 * @throws InvalidInput with everything that is wrong, in the order of the file.
 */
export function readCampaign(path: string): CampaignFile {
  const file = readTextFile(path, LARGEST);
  const source = readYaml(path, file.text);
  const unreadable = source.problems.some(({ code }) => code !== 'yaml-duplicate-key');
  if (unreadable) throw new InvalidInput(inFileOrder(source.problems));
  if (typeof source.value !== 'object' || source.value === null || Array.isArray(source.value)) {
    // Whatever it is, perhaps people's data: there is nothing in it to be marked.
    throw new InvalidInput([{ ...source.problem('not-a-campaign', {}, []), excerpt: null }]);
  }
  const parsed = validated(source);
  const across = faultsAcross(source.value).map(({ problem, kind, path }) =>
    source.problem('bad-field', { problem, kind, got: shown(valueAt(source.value, path)) }, path),
  );
  const within = (parsed.error?.issues ?? []).flatMap((issue) => problemsOf(issue, source, []));
  const problems = withoutRepeats([...source.problems, ...within, ...across]);
  if (problems.length > 0 || !parsed.success) throw new InvalidInput(inFileOrder(problems));
  return { file, campaign: parsed.data, place: source.place };
}

function validated(source: YamlSource) {
  try {
    return campaignSchema.safeParse(source.value, { jitless: true }); // compiling costs more than one file gains
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // zod passes all issues of a list as arguments: 100,000 are too many
    throw new InvalidInput([source.problem('yaml-too-many', {}, [])]);
  }
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, source: YamlSource, base: KeyPath): Problem[] {
  const path = [...base, ...issue.path];
  const raw = valueAt(source.value, path);
  const got = shown(raw);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(campaignSchema, path);
      return issue.keys.map((key) => {
        const within = known.find((each) => keysAt(campaignSchema, [...path, each]).includes(key));
        const data = { key, nearest: nearest(key, known), known, ...(within === undefined ? {} : { within }) };
        return source.problem('unknown-key', data, [...path, key], 'key');
      });
    }
    case 'invalid_type': {
      if (raw === undefined) return [source.problem('missing-key', { key: String(path.at(-1)) }, path.slice(0, -1))];
      return [source.problem('wrong-type', { expected: issue.expected, got }, path)];
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (raw === undefined) {
        return [source.problem('missing-key', { key: String(path.at(-1)) }, path.slice(0, -1))];
      }
      if (typeof raw === 'object') return [source.problem('wrong-type', { expected: 'word', got }, path)];
      if (typeof raw === 'string' && issue.values.every((value) => typeof value === 'number')) {
        return [source.problem('wrong-type', { expected: 'number', got }, path)];
      }
      return [source.problem('wrong-word', { got, nearest: nearest(got, allowed), allowed }, path)];
    }
    case 'invalid_union':
      return likeliestBranch(issue, source, path);
    case 'too_small':
      return [source.problem('too-few', { minimum: Number(issue.minimum) }, path)];
    case 'custom': {
      const { problem, kind, at } = issue.params as { problem: FieldProblem; kind: FieldKind; at?: string };
      return [source.problem('bad-field', { problem, kind, got, ...(at && { at: shown(at) }) }, path)];
    }
    default:
      return [source.problem('wrong-type', { expected: issue.code, got }, path)];
  }
}

/**
 * Of the ways in which a value could have been valid, the one it was meant to be: the one that accepts its type and
 * complains about the least. When none takes the type, what was expected is all their types.
 */
function likeliestBranch(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  source: YamlSource,
  path: KeyPath,
): Problem[] {
  const got = valueAt(source.value, path);
  const isMistyped = (found: Issue) =>
    found.path.length === 0 &&
    (found.code === 'invalid_type' ||
      (found.code === 'invalid_value' && typeof got === 'object') ||
      (found.code === 'invalid_union' && found.errors.every(mistyped)));
  const mistyped = (branch: readonly Issue[]): boolean => branch.some(isMistyped);
  const [likeliest] = issue.errors.filter((branch) => !mistyped(branch)).sort((a, b) => a.length - b.length);
  if (likeliest) return likeliest.flatMap((found) => problemsOf(found, source, path));
  if (got === undefined) return [source.problem('missing-key', { key: String(path.at(-1)) }, path.slice(0, -1))];
  return [
    source.problem('wrong-type', { expected: [...new Set(expectedTypes(issue))].join('|'), got: shown(got) }, path),
  ];
}

function expectedTypes(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [issue.expected];
  return issue.code === 'invalid_union' ? issue.errors.flatMap((branch) => branch.flatMap(expectedTypes)) : [];
}

/** The value at a path; an index into what is no list is that value itself (one thing stands where several may). */
function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner === 'object' && inner !== null) return (inner as Record<PropertyKey, unknown>)[key];
    return typeof key === 'number' ? inner : undefined;
  }, value);
}

const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return Array.isArray(value) ? '[…]' : '{…}';
  const text = String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** What the schema and the look across a file both found is told once. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const key = ({ code, data, place }: Problem) => JSON.stringify([code, data, place]);
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}

function inFileOrder(problems: readonly Problem[]): Problem[] {
  const column = ({ place }: Problem) => (typeof place.column === 'number' ? place.column : 0);
  return [...problems].sort((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0) || column(a) - column(b));
}
