import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passingName, removeAtEnd, removeNow } from './leftovers.ts';

/**
 * A private temporary folder (0700: it holds people's data) for what does not fit in memory or must be rewritten. It is
 * removed by `close`, and at the latest when the process ends, also on Ctrl-C or SIGTERM; after a kill, by the next run.
 */
export class Spill {
  /** `.tmp` beside other temporary files, or under `parent`. */
  readonly folder: string;
  #files = 0;

  constructor(parent: string = tmpdir()) {
    const begun = `${join(parent, passingName())}-`;
    removeAtEnd(begun); // its whole name is known only when it is there, which is too late to begin to watch
    try {
      this.folder = mkdtempSync(begun);
      removeAtEnd(this.folder);
    } finally {
      removeNow(begun, { keep: true });
    }
  }

  /** The path of a new file in the folder. */
  file(ending: string): string {
    this.#files += 1;
    return join(this.folder, `${this.#files}${ending}`);
  }

  close(): void {
    removeNow(this.folder);
  }
}
