import { grouped } from '../domain/money.ts';
import { shownText } from '../domain/shown/masking.ts';
import { width, wrap } from '../render/width.ts';
import type { ListWords } from '../text/zh/lists.ts';
import type { Io } from './io.ts';

/** Nobody needs to be told of what is done at once. */
const AFTER_MS = 1000;
const EVERY_MS = 200;
/** Of a terminal that does not say how wide it is. */
const USUAL_COLUMNS = 80;

/** How far something has come. */
export interface Advance {
  readonly rows: number;
  /** Of a hundred; null where nobody knows. */
  readonly percent: number | null;
  /** Whether that is of one step of several, and begins anew with each. */
  readonly isOfStep?: boolean;
}

/** One line at the foot of the terminal: what is being done, and how far it is. Only for a person who is looking, and not at once. */
export class Progress {
  readonly #io: Io;
  readonly #words: Pick<ListWords['progress'], 'rows' | 'step'>;
  readonly #timer: NodeJS.Timeout | null;
  readonly #start = performance.now();
  #stage = '';
  #advance: () => Advance = () => ({ rows: 0, percent: null });
  #shown = '';

  constructor(io: Io, quiet: boolean, words: Pick<ListWords['progress'], 'rows' | 'step'>) {
    this.#io = io;
    this.#words = words;
    this.#timer = io.stderr.isTTY && !quiet ? setInterval(() => this.#show(), EVERY_MS) : null;
    this.#timer?.unref();
  }

  /** Whether anybody is looking. */
  get isSeen(): boolean {
    return this.#timer !== null;
  }

  stage(name: string, advance: () => Advance): void {
    this.#stage = shownText(name);
    this.#advance = advance;
    if (this.#timer) this.#show();
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer);
    if (this.#shown !== '') this.#io.stderr.write('\r\u001b[2K');
  }

  #show(): void {
    if (performance.now() - this.#start < AFTER_MS) return;
    const line = this.#line();
    if (line === this.#shown) return;
    this.#shown = line;
    this.#io.stderr.write(`\r\u001b[2K${line}`);
  }

  /** A line that breaks could not be taken back: a long name gives way to the figures. */
  #line(): string {
    const { rows, percent, isOfStep = false } = this.#advance();
    const share = `${Math.floor(percent ?? 0)}%`;
    const far = [
      ...(rows > 0 ? [this.#words.rows(grouped(String(rows)))] : []),
      ...(percent === null ? [] : [isOfStep ? this.#words.step(share) : share]),
    ].map((each) => `  ${each}`);
    const room = (this.#io.stdout.columns || USUAL_COLUMNS) - 1 - far.reduce((sum, each) => sum + width(each), 0);
    return [wrap(this.#stage, Math.max(2, room))[0], ...far].join('');
  }
}
