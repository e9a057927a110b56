import type { Day } from '../../domain/calendar.ts';
import type { FindFlags } from '../commands/cases-flags.ts';
import type { FailOn } from '../options.ts';
import type { Format } from '../output.ts';

/** Flags of a run over everything. */
export interface RunFlags extends FindFlags {
  readonly output?: string;
  readonly format?: Format;
  readonly failOn: FailOn;
  /** Whether cases that have not gone out go out now. */
  readonly send?: boolean;
  readonly due?: Day;
  readonly contact?: string;
  readonly showIds?: boolean;
}

/** The same, where the folder is known. */
export type RunOptions = RunFlags & { readonly folder: string };
