import { shownRecord } from '../render/door.ts';
import type { JsonRecord } from '../render/json/json.ts';
import type { Outputs } from './outputs.ts';

/** What came of one campaign, or of lists without any. */
export interface Run {
  readonly campaign: string | null;
  readonly file: string | null;
  readonly exit: number;
  /** The files that were written for it. */
  readonly written: readonly string[];
}

/** What a run comes to, for whoever was not there: `--summary`. */
export class Runs {
  command = '';
  readonly done: Run[] = [];
  /** The campaigns that were read. */
  readonly campaigns: { readonly id: string; readonly file: string }[] = [];
  /** How many decisions of cases they came with. */
  decisions = 0;
  /** The journal that a line on the run is added to (`--audit`), and what was answered: null where none is kept. */
  journal: string | null = null;
  readonly records: JsonRecord[] = [];

  /** As JSON. What no campaign was named for is of all that were read. */
  summary(exit: number, { paths, written }: Outputs): string {
    const whole: Run = {
      campaign: this.campaigns.map(({ id }) => id).join('+') || null,
      file: this.campaigns.length === 1 ? (this.campaigns[0]?.file ?? null) : null,
      exit,
      written: paths,
    };
    const runs = this.done.length > 0 ? this.done : [whole];
    const outputsOf = (paths: readonly string[]) =>
      written.flatMap(({ path, ...rest }) => (paths.includes(path) ? [{ output: path, ...rest }] : []));
    const record = {
      schema: 'relief/summary@1',
      command: this.command,
      exit,
      runs: runs.map(({ written: files, ...run }) => ({ ...run, outputs: outputsOf(files) })),
    };
    // What a campaign and files are called may be anything, as everywhere.
    return `${JSON.stringify(shownRecord(record), null, 2)}\n`;
  }
}
