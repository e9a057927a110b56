import { Chalk, type ChalkInstance } from 'chalk';
import type { Catalogue } from '../text/zh/catalogue.ts';
import type { Io } from './io.ts';
import { tell } from './messages.ts';
import { colourFor, type GlobalOptions, languageFor } from './options.ts';
import { Outputs } from './outputs.ts';
import { Runs } from './runs.ts';

/** What every command is given besides its own flags. */
export interface Context {
  readonly io: Io;
  readonly catalogue: Catalogue;
  /** For stdout. */
  readonly chalk: ChalkInstance;
  /** A message to the person at the terminal; silent with --quiet. */
  readonly say: (...lines: readonly string[]) => void;
  readonly quiet: boolean;
  readonly debug: boolean;
  /** All that the run writes. */
  readonly outputs: Outputs;
  /** What came of each campaign. */
  readonly runs: Runs;
}

/** Takes a command's exit code when it has done its work. */
export type Finish = (code: number) => void;

export async function contextFor(options: GlobalOptions, io: Io): Promise<Context> {
  const { default: catalogue } = await (languageFor(options.lang, io) === 'zh'
    ? import('../text/zh/catalogue.ts')
    : import('../text/en/catalogue.ts'));
  const say = (...lines: readonly string[]) => {
    if (!options.quiet) tell(io, ...lines);
  };
  return {
    io,
    catalogue,
    chalk: new Chalk({ level: colourFor(options.color, io) ? 1 : 0 }),
    quiet: options.quiet ?? false,
    debug: options.debug ?? false,
    say,
    outputs: new Outputs(catalogue, say),
    runs: new Runs(),
  };
}
