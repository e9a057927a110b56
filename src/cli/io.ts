/** All that a command touches outside itself. Tests hand in their own. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: {
    write(data: string | Uint8Array): unknown;
    /** Absent where nothing ever has to wait. */
    once?(event: 'drain', listener: () => void): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
  readonly stderr: { write(data: string): unknown; readonly isTTY?: boolean };
  /** What somebody types, line by line; absent where nobody is asked anything. */
  readonly lines?: () => AsyncIterable<string>;
  /** Has it called when somebody ends the program, as with Ctrl-C; absent where nobody can. */
  readonly whenEnded?: (tell: () => void) => void;
  /** Today as `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** What a renderer gives: all of it, or pieces as they come. */
export type Output = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** An output in pieces; those of text are made large enough to be worth a system call each. */
export async function* pieces(data: Output): AsyncGenerator<string | Uint8Array> {
  if (typeof data === 'string' || data instanceof Uint8Array) {
    yield data;
    return;
  }
  let gathered = '';
  for await (const piece of data) {
    if (typeof piece !== 'string') yield piece;
    else {
      gathered += piece;
      if (gathered.length < PIECE) continue;
      yield gathered;
      gathered = '';
    }
  }
  yield gathered;
}
const PIECE = 1 << 14;
