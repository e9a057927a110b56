import { basename } from 'node:path';
import type { Gathered, GatheredNote } from '../domain/campaign/gathered.ts';
import type { ListInput } from '../read/list/list-input.ts';
import { UsageError } from './errors.ts';
import { pathOf, sameFiles } from './same-files.ts';

/** Lists by where they were named. */
export interface NamedLists {
  /** Those of the campaign; null where there is none. */
  readonly own: readonly ListInput[] | null;
  readonly given: readonly ListInput[];
  /** What was paid earlier. */
  readonly against: readonly ListInput[];
  /** Whether the campaign's own are left out. */
  readonly only: boolean;
}

/** The lists that are read, each once, and how they came to be. */
export interface GatheredLists {
  readonly inputs: readonly ListInput[];
  readonly gathered: Gathered;
}

/** A list on its way to be read. */
interface Candidate {
  readonly input: ListInput;
  readonly from: 'own' | 'given' | 'against';
}

/**
 * Puts together the lists of a campaign and those that are given. One file that is named twice, by its path or by its bytes, is
 * read once: as the campaign's entry says, and as paid earlier where anybody says so.
 * @throws UsageError where the campaign says of one file that it is two things; `twice` words it.
 */
export function gatherLists({ own, given, against, only }: NamedLists, twice: (file: string) => string): GatheredLists {
  const candidates: Candidate[] = [
    ...(own ?? []).map((input) => ({ input, from: 'own' as const })),
    ...given.map((input) => ({ input, from: 'given' as const })),
    ...against.map((input) => ({ input, from: 'against' as const })),
  ];
  const same = sameFiles(candidates.map(({ input }) => input.file));
  const kept: Candidate[] = [];
  const notes: GatheredNote[] = [];
  for (const candidate of candidates) {
    const { file, sheet } = candidate.input;
    const at = kept.findIndex(({ input }) => input.sheet === sheet && same(input.file, file));
    const before = kept[at];
    if (!before) {
      kept.push(candidate);
      continue;
    }
    const isOnePath = pathOf(before.input.file) === pathOf(file);
    // Without a campaign a list is of whom it is called after: a copy under another name is of somebody else.
    const isOther = own === null && !isOnePath && basename(before.input.file) !== basename(file);
    const one = isOther ? null : joined(before, candidate, only);
    if (one) kept[at] = one;
    else if (isOnePath) throw new UsageError(twice(file));
    else kept.push(candidate);
    if (only && before.from === 'own') continue; // which is not read
    const isEarlier = before.from !== 'against' && candidate.from === 'against';
    const kind = !one ? 'other-measure' : isEarlier ? 'paid-earlier' : isOnePath ? 'same-path' : 'same-bytes';
    notes.push({ kind, file, other: before.input.file });
  }
  const read = only ? kept.filter(({ from }) => from !== 'own') : kept;
  const filesFrom = (all: readonly Candidate[], wanted: Candidate['from']) =>
    new Set(all.flatMap(({ from, input }) => (from === wanted ? [input.file] : []))).size;
  return {
    inputs: withoutOtherSheets(read.map(({ input }) => input)),
    gathered: {
      own: own && filesFrom(read, 'own'),
      given: filesFrom(read, 'given'),
      leftOut: only ? filesFrom(kept, 'own') : 0,
      notes: [...notes, ...namesakes(read)],
    },
  };
}

/** What a list is said to be. */
const SAID = ['department', 'measure', 'batch', 'paid'] as const;

/** Two names of one list as one; null where the campaign says different things of it. */
function joined(one: Candidate, other: Candidate, only: boolean): Candidate | null {
  const { columns } = one.input;
  const isOfBoth = one.from === 'own' && other.from === 'own';
  const contradicts = [
    ...SAID.map((key) => [one.input[key], other.input[key]]),
    [textOf(columns), textOf(other.input.columns)],
  ].some(([a, b]) => a !== undefined && b !== undefined && a !== b);
  if (isOfBoth && contradicts) return null;
  const input = { ...other.input, ...one.input, columns: columns.size > 0 ? columns : other.input.columns };
  if ([one.from, other.from].includes('against')) return { input: { ...input, role: 'earlier' }, from: 'against' };
  return { input, from: only ? other.from : one.from };
}

const textOf = (columns: ReadonlyMap<string, string>) =>
  columns.size > 0 ? JSON.stringify([...columns].sort()) : undefined;

/** Lists that are given under the name of one of the campaign's own, and are another: perhaps a corrected one. */
function namesakes(read: readonly Candidate[]): GatheredNote[] {
  return read.flatMap(({ from, input: { file } }): GatheredNote[] => {
    if (from !== 'given') return [];
    const own = read.find((each) => each.from === 'own' && basename(each.input.file) === basename(file));
    return own ? [{ kind: 'same-name', file, other: own.input.file }] : [];
  });
}

/** A workbook that is read whole is so without the sheets that are read by themselves; of one that is not, the first of those tells what is left. */
function withoutOtherSheets(inputs: readonly ListInput[]): ListInput[] {
  const named = inputs.flatMap(({ file, sheet }) => (sheet === undefined ? [] : [{ path: pathOf(file), sheet }]));
  if (named.length === 0) return [...inputs];
  const whole = new Set(inputs.flatMap(({ file, sheet }) => (sheet === undefined ? [pathOf(file)] : [])));
  return inputs.map((input) => {
    const path = pathOf(input.file);
    const otherSheets = named.flatMap((each) => (each.path === path ? [each.sheet] : []));
    if (otherSheets.length === 0) return input;
    if (input.sheet === undefined) return { ...input, otherSheets };
    if (whole.has(path)) return input;
    whole.add(path);
    return { ...input, otherSheets };
  });
}
