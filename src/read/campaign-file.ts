import type * as z from 'zod/mini';
import { type Campaign, campaignSchema, repeatedIds } from '../domain/campaign.ts';
import type { FieldKind, FieldProblem } from '../domain/fields.ts';
import { nearest } from '../domain/nearest.ts';
import type { KeyPath } from '../domain/place.ts';
import { InvalidInput, type Problem } from '../domain/problem.ts';
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
  if (unreadable) throw new InvalidInput(source.problems);
  if (typeof source.value !== 'object' || source.value === null || Array.isArray(source.value)) {
    throw new InvalidInput([source.problem('not-a-campaign', {}, [])]);
  }
  const parsed = campaignSchema.safeParse(source.value, { jitless: true }); // compiling costs more than one file gains
  const problems = [
    ...source.problems,
    ...(parsed.error?.issues ?? []).flatMap((issue) => problemsOf(issue, source, [])),
    ...repeatedIds(source.value).map((path) =>
      source.problem(
        'bad-field',
        { problem: 'repeated-id', kind: 'id', got: String(valueAt(source.value, path)) },
        path,
      ),
    ),
  ];
  if (problems.length > 0 || !parsed.success) throw new InvalidInput(inFileOrder(problems));
  return { file, campaign: parsed.data, place: source.place };
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, source: YamlSource, base: KeyPath): Problem[] {
  const path = [...base, ...issue.path];
  const got = shown(valueAt(source.value, path));
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(campaignSchema, path);
      return issue.keys.map((key) =>
        source.problem('unknown-key', { key, nearest: nearest(key, known), known }, [...path, key], 'key'),
      );
    }
    case 'invalid_type': {
      const missing = valueAt(source.value, path) === undefined;
      if (missing) return [source.problem('missing-key', { key: String(path.at(-1)) }, path.slice(0, -1))];
      return [source.problem('wrong-type', { expected: issue.expected, got }, path)];
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (valueAt(source.value, path) === undefined) {
        return [source.problem('missing-key', { key: String(path.at(-1)) }, path.slice(0, -1))];
      }
      if (typeof valueAt(source.value, path) === 'object')
        return [source.problem('wrong-type', { expected: 'word', got }, path)];
      return [source.problem('wrong-word', { got, nearest: nearest(got, allowed), allowed }, path)];
    }
    case 'invalid_union':
      return likeliestBranch(issue, source, path);
    case 'too_small':
      return [source.problem('too-few', { minimum: Number(issue.minimum) }, path)];
    case 'custom': {
      const { problem, kind } = issue.params as { problem: FieldProblem; kind: FieldKind };
      return [source.problem('bad-field', { problem, kind, got }, path)];
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
  const isMistyped = (found: Issue) =>
    found.path.length === 0 &&
    (found.code === 'invalid_type' || (found.code === 'invalid_union' && found.errors.every(mistyped)));
  const mistyped = (branch: readonly Issue[]): boolean => branch.some(isMistyped);
  const [likeliest] = issue.errors.filter((branch) => !mistyped(branch)).sort((a, b) => a.length - b.length);
  if (likeliest) return likeliest.flatMap((found) => problemsOf(found, source, path));
  const got = valueAt(source.value, path);
  if (got === undefined) return [source.problem('missing-key', { key: String(path.at(-1)) }, path.slice(0, -1))];
  return [
    source.problem('wrong-type', { expected: [...new Set(expectedTypes(issue))].join('|'), got: shown(got) }, path),
  ];
}

function expectedTypes(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [issue.expected];
  return issue.code === 'invalid_union' ? issue.errors.flatMap((branch) => branch.flatMap(expectedTypes)) : [];
}

function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function shown(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? '[…]' : '{…}';
}

function inFileOrder(problems: readonly Problem[]): Problem[] {
  const at = ({ place }: Problem) => (place.row ?? 0) * 100_000 + (typeof place.column === 'number' ? place.column : 0);
  return [...problems].sort((a, b) => at(a) - at(b));
}
