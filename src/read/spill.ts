import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const open = new Set<Spill>();

/**
 * A private temporary folder (0700: it holds people's data) for what does not fit in memory or must be rewritten. It is
 * removed by `close`, and at the latest when the process ends, also on Ctrl-C or SIGTERM.
 */
export class Spill {
  /** `.tmp` beside other temporary files, or under `parent`. */
  readonly folder: string;
  #files = 0;

  constructor(parent: string = tmpdir()) {
    // Watched before it is there and until it is gone: a signal in between would leave it.
    if (open.size === 0) watchEnd();
    try {
      this.folder = mkdtempSync(join(parent, 'relief-'));
    } catch (error) {
      if (open.size === 0) unwatchEnd();
      throw error;
    }
    open.add(this);
  }

  /** The path of a new file in the folder. */
  file(ending: string): string {
    this.#files += 1;
    return join(this.folder, `${this.#files}${ending}`);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 }); // a process apart may be writing there yet
    open.delete(this);
    if (open.size === 0) unwatchEnd();
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function closeAll(): void {
  for (const spill of [...open]) spill.close();
}

/** Cleans up, then lets the signal end the process as it would have. */
function onSignal(signal: NodeJS.Signals): void {
  closeAll();
  unwatchEnd();
  process.kill(process.pid, signal);
}

function watchEnd(): void {
  process.on('exit', closeAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function unwatchEnd(): void {
  process.off('exit', closeAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}
