import type { FieldKind, FieldProblem } from './fields.ts';
import type { Place } from './place.ts';

/** The reasons for which an input can't be used at all, each with what its message needs to know. */
export interface ProblemData {
  'file-missing': Record<never, never>;
  'file-unreadable': { reason: string };
  'file-is-folder': Record<never, never>;
  'file-too-large': { limit: number };
  'file-empty': Record<never, never>;
  'file-binary': Record<never, never>;
  'file-encoding': { looksLike: string | null };
  /** The YAML library's name for the fault, and its English words. */
  'yaml-syntax': { code: string; detail: string };
  'yaml-duplicate-key': { key: string; firstLine: number };
  'yaml-aliases': { limit: number };
  'yaml-too-deep': { limit: number };
  'yaml-too-many': Record<never, never>;
  'yaml-several-documents': Record<never, never>;
  'not-a-campaign': Record<never, never>;
  'unknown-key': { key: string; nearest: string | null; known: readonly string[] };
  'missing-key': { key: string };
  'wrong-type': { expected: string; got: string };
  'wrong-word': { got: string; nearest: string | null; allowed: readonly string[] };
  'too-few': { minimum: number };
  'bad-field': { problem: FieldProblem; kind: FieldKind; got: string };
}
export type ProblemCode = keyof ProblemData;

/** One reason, with its place and the text that stands there. */
export type Problem = {
  [C in ProblemCode]: {
    readonly code: C;
    readonly data: ProblemData[C];
    readonly place: Place;
    readonly excerpt: Excerpt | null;
  };
}[ProblemCode];

/** A line of the input and the part of it that is meant, as offsets into it. */
export interface Excerpt {
  readonly line: string;
  readonly from: number;
  readonly to: number;
}

/** Input that can't be used. Everything wrong with it is in `problems`. */
export class InvalidInput extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`invalid input: ${problems.map(({ code }) => code).join(', ')}`);
    this.problems = problems;
  }
}
