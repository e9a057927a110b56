import { shownText } from '../domain/shown/masking.ts';
import type { Io } from './io.ts';

/** Nobody needs to be told of what is done at once. */
const AFTER_MS = 1000;
const EVERY_MS = 200;

/** One line at the foot of the terminal that says what is being done; only for a person who is looking, and not at once. */
export class Progress {
  readonly #io: Io;
  readonly #timer: NodeJS.Timeout | null;
  readonly #start = performance.now();
  #line = '';
  #shown = '';

  constructor(io: Io, quiet: boolean) {
    this.#io = io;
    this.#timer = io.stderr.isTTY && !quiet ? setInterval(() => this.#show(), EVERY_MS) : null;
    this.#timer?.unref();
  }

  say(line: string): void {
    this.#line = shownText(line);
    if (this.#timer) this.#show();
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer);
    if (this.#shown !== '') this.#io.stderr.write('\r\u001b[2K');
  }

  #show(): void {
    if (performance.now() - this.#start < AFTER_MS || this.#line === this.#shown) return;
    this.#shown = this.#line;
    this.#io.stderr.write(`\r\u001b[2K${this.#line}`);
  }
}
